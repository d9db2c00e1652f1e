"""A long TOML document read some tables at a time: all of them at once take ten times the room of what is kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tomli

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = 1 << 16
"""Bytes that are parsed at once, or a little more."""
_OF_SEVERAL_LINES = (b"'''", b'"""')


def tables_of(data: bytes, key: str) -> Iterator[dict[str, object]]:
    """First what stands before the first `[[key]]`, then each table of that array: together what the document says.

    :raises ValueError: it is no TOML, or its tables cannot be told apart so: somebody wrote it by hand.
    """
    header = f"\n[[{key}]]\n".encode()
    if any(quotes in data for quotes in _OF_SEVERAL_LINES):
        raise ValueError("a text of several lines may hold what looks like a table")
    end = data.find(header)
    head = tomli.loads(data[: end + 1].decode())
    if end < 0 or key in head:
        raise ValueError(f"the tables {key} do not begin where the first of them does")
    yield head
    while end >= 0:
        start, end = end, data.find(header, end + _PIECE)
        piece = tomli.loads(data[start + 1 : end + 1 if end >= 0 else None].decode())
        tables = piece.pop(key)
        if piece or not isinstance(tables, list):
            raise ValueError(f"something else stands among the tables {key}")
        yield from tables
