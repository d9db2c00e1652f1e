"""A gzip file of stored blocks: each part of it can be written without the others, and no zlib has a say in its bytes."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from hatch_oaml.storage.crc32 import combined, crc32
from hatch_oaml.values.epoch import LAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.storage.output import Bytes, Storage

BLOCK = 0xFFFF  # the most that a stored block holds: RFC 1951, section 3.2.4
_MARK = 5  # bytes of a block's own header
_HEAD = 10  # bytes of the file's header: RFC 1952, section 2.3
_TAIL = 8


def stored_size(size: int) -> int:
    """Of the gzip file that holds `size` bytes."""
    return _HEAD + size + _MARK * max(1, -(-size // BLOCK)) + _TAIL


def stored_offset(offset: int) -> int:
    """Where the byte `offset` of the content lies in the gzip file."""
    return _HEAD + offset + _MARK * (offset // BLOCK + 1)


def gzip_head(epoch: int) -> bytes:
    """No file name, no flags; 255: made on no particular system."""
    return struct.pack("<HBBIBB", 0x8B1F, 8, 0, min(max(epoch, 0), LAST), 0, 255)


def block_mark(offset: int, size: int) -> bytes:
    """The header of the block that begins at the byte `offset` of a content of `size` bytes."""
    length = min(BLOCK, size - offset)
    return struct.pack("<BHH", offset + length == size, length, length ^ 0xFFFF)


def gzip_tail(crc: int, size: int) -> bytes:
    return struct.pack("<II", crc, size & 0xFFFFFFFF)


class StoredOutput:
    """Writes what it is given into the stored blocks of a gzip file; each byte must be written once."""

    def __init__(self, output: Storage, *, epoch: int) -> None:
        self._output = output
        self._epoch = epoch
        self._size = 0
        self._checked: dict[int, tuple[int, int]] = {}  # end of a range: its start and CRC

    def reserve(self, size: int) -> None:
        self._size = size
        self._output.reserve(stored_size(size))

    def block_end(self, offset: int) -> int:
        number, inside = divmod(self._output.block_end(stored_offset(offset)) - _HEAD, _MARK + BLOCK)
        return number * BLOCK + max(0, inside - _MARK)

    def write_at(self, offset: int, data: Bytes) -> None:
        start, crc = self._checked.pop(offset, (offset, 0))
        self._checked[offset + len(data)] = (start, crc32(data, crc))
        offset_in_file = stored_offset(offset) - (0 if offset % BLOCK else _MARK)
        self._output.write_pieces_at(offset_in_file, list(self._in_blocks(offset, memoryview(data))))

    def finish(self) -> None:
        """To be called when all is written."""
        self._output.write_at(0, gzip_head(self._epoch))
        self._output.write_at(stored_size(self._size) - _TAIL, gzip_tail(self._crc(), self._size))

    def _in_blocks(self, offset: int, data: memoryview) -> Iterator[Bytes]:
        """The data, with the header of each block that begins in it."""
        while data:
            inside = offset % BLOCK
            if not inside:
                yield block_mark(offset, self._size)
            piece = data[: BLOCK - inside]
            yield piece
            offset += len(piece)
            data = data[len(piece) :]

    def _crc(self) -> int:
        whole = 0
        for end, (start, crc) in sorted(self._checked.items()):
            whole = combined(whole, crc, end - start)
        return whole
