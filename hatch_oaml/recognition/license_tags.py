"""Finds license tags: a machine's or a line's word on which license holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.words.licenses import LINE, TAG, UNDER
from hatch_oaml.recognition.words.shared import is_template
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading

_TAG = expression(TAG.either, re.IGNORECASE)
_LINE = expression(LINE.either, re.IGNORECASE, needed=("licen", "许可", "授权", "開源", "开源"))
_UNDER = expression(UNDER.either, re.IGNORECASE, needed=("under", "采用", "遵循", "基于", "依据", "使用", "按照"))


def find(reading: Reading) -> Iterator[Found]:
    folded, lower = reading.folded, reading.lower
    if "spdx-" in lower:
        for match in _TAG.finditer(folded):
            if not is_template(match[0]):
                yield _found(match, sure=True)
    for pattern, needed in ((_LINE, "licen"), (_UNDER, "under")):
        for match in pattern.finditer(folded) if needed in lower or not lower.isascii() else ():
            if not is_template(match[0]):
                yield _found(match, sure=False)


def _found(match: re.Match[str], *, sure: bool) -> Found:
    start, end = match.start() + len(match[0]) - len(match[0].lstrip()), match.end()
    return Found(kind="license", start=start, end=end, anchor=start, anchor_end=end, sure=sure)
