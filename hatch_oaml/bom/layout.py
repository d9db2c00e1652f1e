"""JSON that one can read and compare line by line: what is short stands on one line, however many such lines there are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hatch_oaml.values.log_lines import json_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_SHORT = 400
"""Characters, about: of a file with its digest and its properties."""
_OPEN = 3
"""So many levels down everything stands on lines of its own, without a look at how long it is."""


def laid_out(values: object, known: str = "") -> str:
    """Ends in a line break; what nobody would see at a terminal is an escape. `json.loads(laid_out(values)) == values`.

    :param values: their keys are plain words.
    :param known: a long text in it, in which surely is nothing to escape: it takes longer to look at than all else.
    """
    text = "".join(_lines(values, 0)) + "\n"
    before, plain, behind = text.partition(_ENCODE(known)) if known else (text, "", "")
    return json_text(before) + plain + json_text(behind)


def _lines(value: object, depth: int) -> Iterator[str]:
    if not isinstance(value, dict | list) or not value or (depth >= _OPEN and _left(value, _SHORT) >= 0):
        yield _ENCODE(value)
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    margin = "  " * (depth + 1)
    between = f"{opening}\n{margin}"
    for item in value:
        yield between
        if isinstance(value, dict):
            yield f'"{item}": '
            yield from _lines(value[item], depth + 1)
        else:
            yield from _lines(item, depth + 1)
        between = f",\n{margin}"
    yield f"\n{'  ' * depth}{closing}"


def _left(value: object, room: int) -> int:
    """Of `room` for so many characters, what `value` leaves; below nought as soon as it needs more."""
    if isinstance(value, str):
        return room - len(value) - 4
    if not isinstance(value, dict | list):
        return room - 6
    for item in value:
        if room < 0:
            break
        room = _left(value[item], room - len(item) - 4) if isinstance(value, dict) else _left(item, room)
    return room
