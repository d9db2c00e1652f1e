"""Lines as a terminal shows them: how many columns a text takes, and where it may be broken."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_STYLE = r"\x1b\[[0-9;]*m"
_UNIT = expression(rf"(?:{_STYLE})*(?:[ \t]+|[!-~]+|.|\Z)")
"""White space, a word of ASCII, or another letter, with what colors it from there on."""
_STYLES = expression(_STYLE)
_NEVER_FIRST = frozenset("，。、；：！？）》」』】〉〕”’…％·,.;:!?)]}%")
"""What no line begins with (https://www.w3.org/TR/clreq/#prohibition_rules_for_line_start_end)."""
_NEVER_LAST = frozenset("（《「『【〈〔“‘([{")
_LEAST = 20
"""Columns that a margin leaves, however narrow the terminal."""


def width_of(text: str) -> int:
    """Columns that `text` takes: two for a wide letter, none for a mark upon another, and for what colors it.

    The widths are those of https://www.unicode.org/reports/tr11/.
    """
    plain = _STYLES.sub("", text)
    return len(plain) if plain.isascii() else sum(map(_columns, plain))


def _columns(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def padded(text: str, columns: int) -> str:
    return text + " " * (columns - width_of(text))


def shortened(text: str, columns: int) -> str:
    """`text`, or as much of it as fits into `columns` with `…` behind it."""
    if width_of(text) <= columns:
        return text
    end, left = 0, columns - 1
    while end < len(text) and (left := left - _columns(text[end])) >= 0:
        end += 1
    return f"{text[:end]}…"


def wrapped(line: str, columns: int, margin: int = 0) -> list[str]:
    """`line` in lines of at most `columns`, those behind the first set in as the first is and by `margin` more.

    Chinese is broken between any two letters but before closing and behind opening punctuation; a word that is longer
    than a line, a path for example, where the line ends.
    """
    if width_of(line) <= columns:
        return [line]
    indent = min(len(line) - len(line.lstrip(" ")) + margin, max(0, columns - _LEAST))
    lines, now, used = [], "", 0
    for piece in _pieces(line, max(1, columns - indent)):
        if used + width_of(piece.rstrip()) > columns and now.strip():
            lines.append(now.rstrip())
            now = " " * indent + piece.lstrip(" ")
            used = width_of(now)
        else:
            now, used = now + piece, used + width_of(piece)
    return [*lines, now.rstrip()]


def _pieces(line: str, longest: int) -> Iterator[str]:
    """What stays on one line, none longer than `longest`."""
    piece = ""
    for unit in _UNIT.findall(line):
        if piece and _may_break(piece, unit):
            yield from _cut(piece, longest)
            piece = ""
        piece += unit
    yield from _cut(piece, longest)


def _may_break(before: str, behind: str) -> bool:
    last, first = _STYLES.sub("", before)[-1:], _STYLES.sub("", behind)[:1]
    if first.isspace() or first in _NEVER_FIRST or last in _NEVER_LAST:
        return False
    return last.isspace() or _columns(last or " ") > 1 or _columns(first or " ") > 1


def _cut(piece: str, longest: int) -> Iterator[str]:
    while width_of(piece.rstrip()) > longest and not _STYLES.search(piece):
        end, used = 0, 0
        while used + _columns(piece[end]) <= longest:
            used += _columns(piece[end])
            end += 1
        yield piece[: max(1, end)]
        piece = piece[max(1, end) :]
    yield piece
