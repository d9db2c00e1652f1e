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


def laid_out(values: object) -> str:
    """Ends in a line break; what nobody would see at a terminal is an escape. `json.loads(laid_out(values)) == values`."""
    return json_text("".join(_lines(values, 0)) + "\n")


def _lines(value: object, depth: int) -> Iterator[str]:
    if not isinstance(value, dict | list) or not value:
        yield _ENCODE(value)
        return
    if depth >= _OPEN:
        text = _ENCODE(value)
        if len(text) <= _SHORT:
            yield text
            return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    margin = "  " * (depth + 1)
    between = f"{opening}\n{margin}"
    for item in value:
        yield between
        if isinstance(value, dict):
            yield f"{_ENCODE(item)}: "
            yield from _lines(value[item], depth + 1)
        else:
            yield from _lines(item, depth + 1)
        between = f",\n{margin}"
    yield f"\n{'  ' * depth}{closing}"
