"""Long bytes that are kept to be looked at once more, seldom: packed, they take half of the room."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PIECE = 1 << 20
_LEVEL = 1


@frozen
class Packed:
    """Of equal bytes, equal."""

    size: int
    pieces: tuple[bytes, ...]

    @classmethod
    def of(cls, data: bytes) -> Packed:
        view = memoryview(data)
        pieces = (zlib.compress(view[at : at + _PIECE], _LEVEL) for at in range(0, len(data), _PIECE))
        return cls(size=len(data), pieces=tuple(pieces))

    def __iter__(self) -> Iterator[bytes]:
        """The bytes again, piece by piece."""
        return map(zlib.decompress, self.pieces)

    def is_made_of(self, pieces: Iterable[bytes]) -> bool:
        """Are these its bytes? No piece is asked for behind the first that differs."""
        own = iter(self)
        here, at = b"", 0
        for piece in pieces:
            begin = 0
            while begin < len(piece):
                if at == len(here):
                    here, at = next(own, b""), 0
                taken = piece[begin : begin + len(here) - at]
                if not taken or not here.startswith(taken, at):
                    return False
                begin, at = begin + len(taken), at + len(taken)
        return at == len(here) and next(own, None) is None

    def whole(self) -> bytes:
        return b"".join(self)
