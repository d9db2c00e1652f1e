"""Of equal values one is kept: of very many files each other one takes room."""

from __future__ import annotations

from typing import TypeVar

_Value = TypeVar("_Value")


def same(value: _Value, known: _Value | None) -> _Value:
    """The very one that is known, if it is equal."""
    return known if known is not None and value == known else value
