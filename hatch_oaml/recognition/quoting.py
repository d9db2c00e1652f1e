"""Tells whether a notice in a line of code stands in a string literal, and not in a comment."""

from __future__ import annotations

from hatch_oaml.values.expressions import expression

_ASSIGNED = expression(r"[\w.]+\s*=\s*[(\[]?\s*[a-zA-Z]{0,2}[\"'`]")
_COMMENT = expression(r"^\s*(?:#|//|/\*|\*|--|;|%|<!--|\"{3}|'{3})")
_TRAILING_COMMENT = expression(r"\s(?:#|//|/\*)\s")
_QUOTE = expression(r"(?<![\w\\])[a-zA-Z]{0,2}([\"'`])")


def in_string(line: str, notice: str) -> bool:
    """Does `notice`, which begins on `line`, a raw line of code, stand in a string literal there, and not in a comment?"""
    if _ASSIGNED.match(notice):
        return True
    if _COMMENT.match(line):
        return False
    offset = line.find(notice[:6])
    before = line if offset < 0 else line[:offset]
    quote = _QUOTE.search(before)
    if quote is None or _TRAILING_COMMENT.search(before, 0, quote.start()):
        return False
    return before.count(quote[1]) % 2 == 1
