"""A long TOML document read some tables at a time: all of them at once take ten times the room of what is kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tomli

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = 1 << 16
"""Bytes that are read at once, or a little more."""
_OF_SEVERAL_LINES = (b"'''", b'"""')


def pieces_of(data: bytes, key: str) -> Iterator[str]:
    """First what stands before the first `[[key]]`, then the tables of that array, some at a time: together the document.

    :raises ValueError: it is no text, or its tables cannot be told apart so: somebody wrote it by hand.
    """
    header = f"\n[[{key}]]\n".encode()
    if any(quotes in data for quotes in _OF_SEVERAL_LINES):
        raise ValueError("a text of several lines may hold what looks like a table")
    end = data.find(header)
    head = data[: end + 1].decode()
    if end < 0 or key in tomli.loads(head):
        raise ValueError(f"the tables {key} do not begin where the first of them does")
    yield head
    while end >= 0:
        start, end = end, data.find(header, end + _PIECE)
        yield data[start + 1 : end + 1 if end >= 0 else None].decode()


def tables_in(piece: str, key: str) -> list[dict[str, object]]:
    """:raises ValueError: what `pieces_of` answered is no TOML, or holds something else too."""
    values = tomli.loads(piece)
    tables = values.pop(key)
    if values or not isinstance(tables, list):
        raise ValueError(f"something else stands among the tables {key}")
    return tables
