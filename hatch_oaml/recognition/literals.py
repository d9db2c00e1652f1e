"""Where a program's literals stand side by side, and what is said in one goes on in the next."""

from __future__ import annotations

import re

from hatch_oaml.recognition.words.holders import CONTINUES, UNFINISHED
from hatch_oaml.values.expressions import expression

_END = r"""(?:(?<=\S)[ \t]+)?(?:\\r)?(?:\\n)?(["'])[ \t]*(?:[+.\\][ \t]*)?"""
_BEGINNING = r"""[ \t]*(?:[+.][ \t]*)?[@A-Za-z]{0,2}\1[ \t]*(?=[^\s"'])"""
_BREAK = expression(rf"{_END}\n{_BEGINNING}")
"""Between them, in C, Python, JavaScript, Java, PHP and their kin."""
_UNFINISHED = expression(UNFINISHED.either, re.IGNORECASE)
_CONTINUES = expression(CONTINUES.either)
_JOINS = (", ", "& ")
_LINE = 160
"""Characters on either side that are looked at."""


def next_literal(text: str, begin: int, offset: int) -> int:
    """Where the literal begins that goes on with the name from `begin` to `offset`, the end of one; 0 if none does."""
    found = _BREAK.match(text, offset)
    if found is None:
        return 0
    said, following = text[max(begin, offset - _LINE) : offset].rstrip(" "), text[found.end() : found.end() + _LINE]
    is_cut_off = _UNFINISHED.search(said) or following.startswith(_JOINS) or _CONTINUES.match(following)
    return found.end() if is_cut_off else 0


def without_quotes(text: str) -> str:
    """`text` without the quotes of literals side by side, one on each line."""
    text = _BREAK.sub(lambda end: "" if text[end.end()] == "," else "\n", text)
    first, *lines = text.split("\n")
    if lines and all(line.lstrip("@").startswith('"') and line.count('"') == 1 for line in lines):
        return "\n".join([first.removesuffix('"'), *(line.lstrip('@"') for line in lines)])
    return text
