"""JSON that one can read and compare line by line: what is short stands on one line, however many such lines there are."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

from hatch_oaml.values.log_lines import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_SHORT = 400
"""Characters, about: of what stands on one line."""
_OPEN = 3
"""So many levels down everything stands on lines of its own, without a look at how long it is."""
_LONG = 4096
"""Characters: a piece of so many is looked at by itself."""


class Rows:
    """A list of which each item is JSON already, and stands on one line. In another list its items stand among those.

    There may be very many: they are made anew whenever it is gone through.
    """

    def __init__(self, made: Callable[[], Iterable[str]]) -> None:
        self._made = made

    def __iter__(self) -> Iterator[str]:
        return iter(self._made())

    def __bool__(self) -> bool:
        return next(iter(self), None) is not None


def quoted(text: str) -> str:
    """As JSON has it."""
    return encode_basestring(text)


def laid_out(values: object, known: str = "") -> str:
    """Ends in a line break; what nobody would see at a terminal is an escape. Read again it is `values`.

    :param values: their keys are plain words.
    :param known: a long text in it, in which surely is nothing to escape: it takes longer to look at than all else.
    """
    return "".join(pieces_laid_out(values, known))


def pieces_laid_out(values: object, known: str = "") -> Iterator[str]:
    """`laid_out(values, known)`, bit by bit."""
    plain = quoted(known)
    for piece in _gathered(_lines(values, 0)):
        yield piece if piece == plain else json_text(piece)
    yield "\n"


def _gathered(pieces: Iterable[str]) -> Iterator[str]:
    """Short ones together, each long one by itself; a line is never cut."""
    short: list[str] = []
    size = 0
    for piece in pieces:
        if len(piece) >= _LONG or (size >= _LONG and "\n" in piece[:2]):
            yield "".join(short)
            short, size = [], 0
        if len(piece) >= _LONG:
            yield piece
            continue
        short.append(piece)
        size += len(piece)
    yield "".join(short)


def _lines(value: object, depth: int) -> Iterator[str]:
    margin = "  " * (depth + 1)
    if isinstance(value, Rows):
        value = [value] if value else []
    if not isinstance(value, dict | list) or not value or (depth >= _OPEN and _left(value, _SHORT) >= 0):
        yield _ENCODE(value)
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    between = f"{opening}\n{margin}"
    for item in value:
        if isinstance(item, Rows) and not item:
            continue
        yield between
        if isinstance(item, Rows):
            yield from _rows(item, f",\n{margin}")
        elif isinstance(value, dict):
            yield f'"{item}": '
            yield from _lines(value[item], depth + 1)
        else:
            yield from _lines(item, depth + 1)
        between = f",\n{margin}"
    yield f"\n{'  ' * depth}{closing}"


def _rows(rows: Rows, between: str) -> Iterator[str]:
    """As `between.join(rows)`, many at a time: each piece goes through many hands."""
    before, size = "", 0
    gathered: list[str] = []
    for row in rows:
        gathered += (before, row)
        before, size = between, size + len(row)
        if size >= _LONG:
            yield "".join(gathered)
            gathered, size = [], 0
    yield "".join(gathered)


def _left(value: object, room: int) -> int:
    """Of `room` for so many characters, what `value` leaves; below nought as soon as it needs more."""
    if isinstance(value, Rows):
        return -1 if value else room
    if isinstance(value, str):
        return room - len(value) - 4
    if not isinstance(value, dict | list):
        return room - 6
    for item in value:
        if room < 0:
            break
        room = _left(value[item], room - len(item) - 4) if isinstance(value, dict) else _left(item, room)
    return room
