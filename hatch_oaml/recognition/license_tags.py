"""Finds license tags: a machine's or a line's word on which license holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.words import LICENSE_NAME, is_template
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = expression(
    r"spdx-(?:snippet)?license-?identifier\s*:\s*(?P<id>[(]?[A-Za-z][\w.+-]*(?:[ \t]+(?:AND|OR|WITH)[ \t]+[\w.+()-]+)*\)?)",
    re.IGNORECASE,
)
_LINE = expression(
    rf"(?:(?<=\n)|^)\s*(?:[@:]?licen[sc]e\s*[:=]?|__licen[sc]e__\s*=|许可证|许可协议|授权协议|開源協議|开源协议)[\s:：=\"'*]*(?:the\s+)?{LICENSE_NAME}[^\n]{{0,80}}",
    re.IGNORECASE,
)
_UNDER = expression(
    rf"(?:\b(?:licen[sc]ed|released|distributed|available|published|provided)\s+under\s+(?:the\s+)?(?:terms\s+of\s+(?:the\s+)?)?[^.\n]{{0,40}}?{LICENSE_NAME}[^.\n]{{0,60}}"
    rf"|(?:采用|遵循|基于|依据|使用|按照)\s*[^。\n]{{0,12}}?{LICENSE_NAME}[^。\n]{{0,20}}?(?:许可|协议|授权|開源|开源)[^。\n]{{0,20}})",
    re.IGNORECASE,
)


def find(_text: str, folded: str) -> Iterator[Found]:
    """`folded` is `text` with full-width forms folded, character for character."""
    lower = folded.lower()
    if "spdx-" in lower:
        for match in _TAG.finditer(folded):
            if not is_template(match[0]):
                yield _found(match, sure=True)
    for pattern in (_LINE, _UNDER):
        for match in pattern.finditer(folded):
            if not is_template(match[0]):
                yield _found(match, sure=False)


def _found(match: re.Match[str], *, sure: bool) -> Found:
    start, end = match.start() + len(match[0]) - len(match[0].lstrip()), match.end()
    return Found(kind="license", start=start, end=end, anchor=start, anchor_end=end, sure=sure)
