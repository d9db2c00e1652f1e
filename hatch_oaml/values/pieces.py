"""Long texts that are made piece by piece: all of one, and all pieces of it, would be twice in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def is_made_of(whole: Iterable[bytes], pieces: Iterable[bytes]) -> bool:
    """As `b"".join(whole) == b"".join(pieces)`, however either is cut; nothing is asked for behind the first difference."""
    own = iter(whole)
    here, at = b"", 0
    for piece in pieces:
        begin = 0
        while begin < len(piece):
            if at == len(here):
                here, at = next(filter(None, own), b""), 0
            taken = piece[begin : begin + len(here) - at]
            if not taken or not here.startswith(taken, at):
                return False
            begin, at = begin + len(taken), at + len(taken)
    return at == len(here) and not any(own)
