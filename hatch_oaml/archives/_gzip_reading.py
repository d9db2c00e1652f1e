"""A gzip file is read at any place where its blocks are stored, and from the start where they are not."""

from __future__ import annotations

import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from hatch_oaml.archives._gzip import BLOCK as STORED, block_mark, gzip_head, gzip_tail, stored_offset, stored_size
from hatch_oaml.storage.bytes_at import blocks_at, exactly
from hatch_oaml.storage.crc32 import combined, crc32
from hatch_oaml.storage.damage import damaged, damaged_at, refuse_inflation, truncated, unsupported
from hatch_oaml.values.digests import BLOCK

if TYPE_CHECKING:
    from hatch_oaml.storage.bytes_at import SizedBytesAt

_MARK = 5
_AROUND = 18  # bytes of the header and the trailer
_MAGIC = b"\x1f\x8b\x08\x00"
_SHARE = 1 << 26


def inflated(source: SizedBytesAt) -> StoredBytes | InflatedBytes:
    """The content of a gzip file."""
    blocks = -(-(source.size - _AROUND) // (STORED + _MARK))
    size = source.size - _AROUND - _MARK * blocks
    if (
        size >= 0
        and stored_size(size) == source.size
        and exactly(source, 0, 4) == _MAGIC
        and exactly(source, 10, _MARK) == block_mark(0, size)
        and exactly(source, source.size - 4, 4) == gzip_tail(0, size)[4:]
    ):
        return StoredBytes(source, size)
    return InflatedBytes(source)


class StoredBytes:
    """The content of a gzip file as we write it: all blocks stored, all but the last full."""

    side_by_side = True
    at_once = BLOCK
    are_bare = False

    def __init__(self, source: SizedBytesAt, size: int) -> None:
        self.name = source.name
        self.size = size
        self._source = source
        self._of_thread = threading.local()

    def read_at(self, offset: int, buffer: memoryview) -> int:
        """Fails on a block that is not marked as it must be."""
        end = min(offset + len(buffer), self.size)
        filled = 0
        while offset + filled < end:
            piece = buffer[filled : min(filled + BLOCK, end - offset)]
            self._read_piece(offset + filled, piece)
            filled += len(piece)
        return filled

    def deviation(self, *, epoch: int) -> int | None:
        """Where the first byte is that our writer does not put there, contents aside."""
        if exactly(self._source, 0, 10) != gzip_head(epoch):
            return 0
        tail = stored_size(self.size) - 8
        return None if exactly(self._source, tail, 8) == gzip_tail(self._crc(), self.size) else tail

    def close(self) -> None:
        self._source.close()

    def _read_piece(self, offset: int, piece: memoryview) -> None:
        start = stored_offset(offset) - (0 if offset % STORED else _MARK)
        raw = self._scratch()[: stored_offset(offset + len(piece) - 1) + 1 - start]
        if self._source.read_at(start, raw) < len(raw):
            raise truncated(self.name, start + len(raw))
        filled = 0
        while filled < len(piece):
            inside = (offset + filled) % STORED
            if not inside:
                if raw[:_MARK] != block_mark(offset + filled, self.size):
                    raise damaged_at(self.name, stored_offset(offset + filled) - _MARK)
                raw = raw[_MARK:]
            count = min(STORED - inside, len(piece) - filled)
            piece[filled : filled + count] = raw[:count]
            raw = raw[count:]
            filled += count

    def _scratch(self) -> memoryview:
        if not hasattr(self._of_thread, "scratch"):
            self._of_thread.scratch = memoryview(bytearray(BLOCK + _MARK * (BLOCK // STORED + 2)))
        scratch: memoryview = self._of_thread.scratch
        return scratch

    def _crc(self) -> int:
        with ThreadPoolExecutor() as pool:
            shares = pool.map(self._crc_of_share, range(0, self.size, _SHARE))
            whole = 0
            for crc, size in shares:
                whole = combined(whole, crc, size)
        return whole

    def _crc_of_share(self, start: int) -> tuple[int, int]:
        size = min(_SHARE, self.size - start)
        crc = 0
        for block in blocks_at(self, start, size):
            crc = crc32(block, crc)
        return crc, size


class InflatedBytes:
    """The content of any gzip file; going back means to begin anew."""

    side_by_side = False
    at_once = BLOCK
    are_bare = False

    def __init__(self, source: SizedBytesAt) -> None:
        self.name = source.name
        self._source = source
        self._lock = threading.Lock()
        self._input = memoryview(bytearray(1 << 16))
        self._begin()

    def read_at(self, offset: int, buffer: memoryview) -> int:
        with self._lock:
            if offset < self._position:
                self._begin()
            while self._position < offset:
                if not self._inflate(min(offset - self._position, BLOCK)):
                    return 0
            filled = 0
            while filled < len(buffer) and (data := self._inflate(len(buffer) - filled)):
                buffer[filled : filled + len(data)] = data
                filled += len(data)
            return filled

    def close(self) -> None:
        self._source.close()

    def _begin(self) -> None:
        self._decompressor = zlib.decompressobj(31)
        self._fetched = 0
        self._pending = b""
        self._position = 0

    def _inflate(self, at_most: int) -> bytes:
        """The next bytes, none only at the end."""
        data = b""
        while not (data or self._decompressor.eof):
            if not self._pending:
                count = self._source.read_at(self._fetched, self._input)
                if not count:
                    raise truncated(self.name, self._fetched + 1)
                self._fetched += count
                self._pending = bytes(self._input[:count])
            try:
                data = self._decompressor.decompress(self._pending, at_most)
            except zlib.error as error:
                raise damaged(self.name, f"gzip: {error}", f"gzip：{error}") from error
            self._pending = self._decompressor.unconsumed_tail
        if self._decompressor.unused_data:
            raise unsupported(self.name, "something follows its end", "结尾之后还有其他内容")
        self._position += len(data)
        refuse_inflation(self.name, self._position, self._fetched)
        return data
