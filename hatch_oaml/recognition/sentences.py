"""Tells where the sentence that holds a match begins, and where it ends."""

from __future__ import annotations

import re

_END = re.compile(
    r"(?<!\bNo)(?<!\bNos)(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bCorp)(?<!\bU\.S)(?<!\bet al)(?<!\bPat)(?<!\bDr)(?<!\bMr)(?<!\bvs)(?<!\be\.g)(?<!\bi\.e)"
    r"(?<!\s[A-Z])[.!?](?=[\"')\]]?(?:\s|$))|[。！；]|\n(?=[-*•@]\s?\w)"
)
_TRIM = " \t\n,;|"


def sentence_around(text: str, start: int, end: int, *, limit: int = 400) -> tuple[int, int]:
    """The first and the last place of the sentence around `text[start:end]`, its final mark included."""
    first = 0
    for mark in _END.finditer(text, 0, start):
        first = mark.end()
    if (colon := text.rfind(":\n", first, start)) >= 0:
        first = colon + 1
    following = _END.search(text, end)
    last = following.end() if following else len(text)
    first = max(first, start - limit)
    last = min(last, end + limit)
    while first < start and text[first] in _TRIM:
        first += 1
    while last > end and text[last - 1] in _TRIM:
        last -= 1
    return first, last
