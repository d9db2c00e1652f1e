"""Finds patent notices: a number, or a verb of protection; the bare word is none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.sentences import sentence_around
from hatch_oaml.recognition.words.patents import CITED, CITED_ZH, PROSE, PROTECTION, PROTECTION_ZH
from hatch_oaml.recognition.words.shared import is_template
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading

_PROTECTION = expression(PROTECTION.either, re.IGNORECASE)
_CITED = expression(CITED.either, re.IGNORECASE)
_PROTECTION_ZH = expression(PROTECTION_ZH.either)
_CITED_ZH = expression(CITED_ZH.either)
_OF_THIS_ZH = expression(
    r"\d{6}|\d[,，]\d{3}|(?<!版)本|该|該|(?<!因)此|这[项一]|一项或|多项|我司|我们|公司|集团|归|歸|已申请|申请中|正在申请"
)
"""A number, or whose or which work is protected: else it is said of others in general."""
_PROSE = expression(PROSE.either, re.IGNORECASE)


def find(reading: Reading) -> Iterator[Found]:
    text, folded, lower = reading.text, reading.folded, reading.lower
    if "pat" in lower:
        yield from _found(text, _PROTECTION, folded, sure=True)
        yield from _found(text, _CITED, folded, sure=False)
    if "专利" in text or "專利" in text:
        yield from _found(text, _PROTECTION_ZH, folded, sure=True)
        yield from _found(text, _CITED_ZH, folded, sure=False)


def _found(text: str, pattern: re.Pattern[str], folded: str, *, sure: bool) -> Iterator[Found]:
    for match in pattern.finditer(folded):
        start, end = sentence_around(folded, match.start(), match.end())
        sentence = text[start:end]
        if not _is_prose(sentence) and not is_template(sentence):
            of_this = pattern is not _PROTECTION_ZH or _OF_THIS_ZH.search(sentence) is not None
            yield Found(
                kind="patent", start=start, end=end, anchor=match.start(), anchor_end=match.end(), sure=sure and of_this
            )


@lru_cache(maxsize=256)
def _is_prose(sentence: str) -> bool:
    return _PROSE.search(sentence) is not None
