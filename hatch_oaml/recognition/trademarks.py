"""Finds trademark notices: somebody's name said to be a mark of somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.rows import Rows
from hatch_oaml.recognition.sentences import sentence_around
from hatch_oaml.recognition.words.shared import is_template
from hatch_oaml.recognition.words.trademarks import NAME_ZH, OWNED, OWNED_ZH, OWNER, PROSE, RESPECTIVE
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading

_OWNED = Rows(OWNED)
_OWNED_ZH = expression(OWNED_ZH.either)
_NAME_ZH = expression(NAME_ZH.either)
_PROSE = expression(PROSE.either, re.IGNORECASE)
_RESPECTIVE = expression(RESPECTIVE.either, re.IGNORECASE)
_OWNER = expression(OWNER.either)
_WORD = expression(r"mark|trade", re.IGNORECASE)
_WORD_ZH = expression(r"商[标標]")


def find(reading: Reading) -> Iterator[Found]:
    text, folded, lower = reading.text, reading.folded, reading.lower
    if "mark" in lower or "trade" in lower or "respective" in lower:
        for match in _OWNED.finditer(reading):
            owner = next(filter(None, match.groupdict().values()), "")
            if _OWNER.match(owner) or _RESPECTIVE.search(match[0]):
                yield from _found(text, folded, match, _WORD)
    if "商标" in text or "商標" in text:
        for match in _OWNED_ZH.finditer(text):
            for found in _found(text, text, match, _WORD_ZH):
                if _NAME_ZH.search(text, found.start, max(found.end, match.end())):
                    yield found


def _found(text: str, searched: str, match: re.Match[str], word: re.Pattern[str]) -> Iterator[Found]:
    """The sentence is told from the word on: a match may begin in the line above, of another language."""
    mark = word.search(searched, match.start(), match.end())
    anchor = match.start() if mark is None else mark.start()
    start, end = sentence_around(searched, anchor, match.end())
    sentence = text[start:end]
    said = text[start : max(anchor, match.end())]  # how the mark may be used is told behind whose it is
    if (_RESPECTIVE.search(sentence) or not _PROSE.search(said)) and not is_template(sentence):
        yield Found(kind="trademark", start=start, end=end, anchor=anchor, anchor_end=match.end())
