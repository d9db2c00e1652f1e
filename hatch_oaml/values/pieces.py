"""Long texts that are made piece by piece: all of one, and all pieces of it, would be twice in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def is_made_of(whole: bytes, pieces: Iterable[bytes]) -> bool:
    """As `whole == b"".join(pieces)`; no piece is asked for behind the first that differs."""
    offset = 0
    for piece in pieces:
        if not whole.startswith(piece, offset):
            return False
        offset += len(piece)
    return offset == len(whole)
