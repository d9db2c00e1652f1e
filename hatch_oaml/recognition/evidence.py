"""What tells that a name behind “from” or “by” is a work or a person: an address, a license, the form of a name."""

from __future__ import annotations

import re
from functools import lru_cache

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.words import evidence as words
from hatch_oaml.recognition.words.shared import REPOSITORY, URL
from hatch_oaml.values.expressions import expression

_EVIDENCE = expression(words.EVIDENCE.either, re.IGNORECASE | re.DOTALL)
PERSON = expression(rf"\W{{0,3}}{words.PERSON}")
_VERBS = "is|are|can|cannot|will|should|must|may|shall|needs?|requires?|uses?|runs?|supports?"
MERELY_MENTIONED = expression(rf"[^.,;\n]{{0,20}}?(?:\]\([^)\s]*\))?(?:\s+[^\s.,;]+){{0,3}}?\s+(?:{_VERBS})\b")
"""What stands behind a name that is the subject of a sentence about something else: data provided by X are …"""
_CELLS = " | "
_ON_NEXT_LINE = expression(
    rf"\s*\n\s*(?:[^\w|]{{0,3}})({URL}|{REPOSITORY}|\[[^\]\n]{{1,80}}\]\({URL})\S*",
    needed=("http", "www.", "git@", "git:", "ftp:", "/"),
)


@lru_cache(maxsize=256)
def is_evident(text: str) -> bool:
    """Is there an address, a license or a title in `text`? A line that says the same many times is asked once."""
    return _EVIDENCE.search(text) is not None


def attribution(start: int, end: int, match: re.Match[str], *, sure: bool) -> Found:
    """The attribution from character `start` up to `end`, which the words of `match` made one."""
    return Found(kind="attribution", start=start, end=end, anchor=match.start(), anchor_end=match.end(), sure=sure)


def with_next_line(text: str, end: int) -> int:
    """The address of what was told of stands on the next line as often as not; where both lines begin with one, they are items of a list."""
    if _CELLS in text[text.rfind("\n", 0, end) + 1 : end]:
        return end  # a row of a table
    following = _ON_NEXT_LINE.match(text[end:])
    if following is None or (following[1].startswith("[") and text.startswith("[", text.rfind("\n", 0, end) + 1)):
        return end
    return end + following.end()
