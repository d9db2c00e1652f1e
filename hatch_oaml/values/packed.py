"""Long bytes that are kept to be looked at once more, seldom: packed, they take half of the room."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    def whole(self) -> bytes:
        return b"".join(self)
