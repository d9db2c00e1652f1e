"""JSON that one can read and compare line by line: what is short stands on one line, however many such lines there are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hatch_oaml.values.invisible import UNSEEN
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
    return "".join(_lines(values, 0)) + "\n"


def _lines(value: object, depth: int) -> Iterator[str]:
    if not isinstance(value, dict | list) or not value:
        yield _encoded(value)
        return
    if depth >= _OPEN:
        text = _encoded(value)
        if len(text) <= _SHORT:
            yield text
            return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    margin = "  " * (depth + 1)
    between = f"{opening}\n{margin}"
    for item in value:
        yield between
        if isinstance(value, dict):
            yield f"{_encoded(item)}: "
            yield from _lines(value[item], depth + 1)
        else:
            yield from _lines(item, depth + 1)
        between = f",\n{margin}"
    yield f"\n{'  ' * depth}{closing}"


def _encoded(value: object) -> str:
    """Most of it has nothing to escape, and to look at each letter takes long."""
    text = _ENCODE(value)
    return text if text.isprintable() and "##" not in text and not UNSEEN.search(text) else json_text(text)
