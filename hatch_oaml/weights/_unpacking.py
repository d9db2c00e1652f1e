"""What a compressed file holds, read forwards, a piece at a time."""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from hatch_oaml.values.packing_marks import BZIP2, GZIP, XZ, ZSTANDARDS
from hatch_oaml.values.zstandard_start import zstandard_pieces
from hatch_oaml.weights._contract import LARGEST_READ, ZLIB, UnreadError, WeightFile
from hatch_oaml.weights._seeking import FileAt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_MEMORY = 70 << 20
"""What `xz -9` needs: a receiver stays below 150 MB on any bytes."""
_PIECE = 1 << 18
_PACKED = 1 << 16
_TIMES, _AND, _MOST = 32, 4 << 20, 1 << 30
"""So many times a file's size, and so much more, is unpacked of it: more than of any text, and in time linear in the file's size."""


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class _Inflating:
    """zlib's, as those of the other libraries are asked."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS + 32)

    @property
    def eof(self) -> bool:
        return self._inflate.eof

    @property
    def needs_input(self) -> bool:
        return not self._inflate.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inflate.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inflate.decompress(self._inflate.unconsumed_tail + data, max_length)


class Unpacked:
    """The file that `source` holds compressed, as far as it can be had, for who reads it from the start to the end.

    Each method raises `UnreadError` where more is unpacked than is ever read.
    """

    def __init__(self, source: WeightFile) -> None:
        self._pieces = _pieces(source)
        self._left = min(source.size * _TIMES + _AND, _MOST)
        self._piece = memoryview(b"")
        self._position = 0

    def read(self, size: int, /) -> bytes:
        """Fewer than `size` bytes at the end alone."""
        if size > LARGEST_READ:
            raise _too_long()
        return b"".join(self._take(size))

    def tell(self) -> int:
        return self._position

    def seek(self, position: int, /) -> int:
        """:raises OSError: `position` lies behind us."""
        if position < self._position:
            raise OSError(position)
        for _ in self._take(position - self._position):
            pass
        return self._position

    def _take(self, size: int) -> Iterator[memoryview]:
        while size and (self._piece or self._fetch()):
            taken, self._piece = self._piece[:size], self._piece[size:]
            self._position += len(taken)
            size -= len(taken)
            yield taken

    def _fetch(self) -> bool:
        self._piece = memoryview(next(self._pieces, b""))
        self._left -= len(self._piece)
        if self._left < 0:
            raise _too_long()
        return bool(self._piece)


def _too_long() -> UnreadError:
    return UnreadError("more is unpacked from it than is read", "解压后的内容超出读取上限")


def _pieces(source: WeightFile) -> Iterator[bytes]:
    """None of them empty; they end where the file does, or is damaged."""
    make = _decompressor(source.head)
    with suppress(OSError, EOFError, zlib.error, lzma.LZMAError):
        if make is not None:
            yield from _decompressed(source, make)
        elif source.head.startswith(ZSTANDARDS):
            yield from zstandard_pieces(io.BufferedReader(as_file(source)), _PIECE)


def _decompressor(head: bytes) -> Callable[[], _Decompressor] | None:
    if head.startswith((GZIP, *ZLIB)):
        return _Inflating
    if head.startswith(BZIP2):
        return bz2.BZ2Decompressor
    return (lambda: lzma.LZMADecompressor(memlimit=MOST_MEMORY)) if head.startswith(XZ) else None


def _decompressed(source: WeightFile, make: Callable[[], _Decompressor]) -> Iterator[bytes]:
    """Of one stream behind the other, as parallel compressors write them, with zeros between them or not."""
    engine, rest, offset, is_padding = make(), b"", 0, False
    while True:
        if engine.eof:
            engine, rest, is_padding = make(), engine.unused_data, True
        if engine.needs_input and not rest:
            rest = source.at(offset, min(_PACKED, source.size - offset))
            offset += len(rest)
            if not rest:
                return
        if is_padding:
            rest = rest.lstrip(b"\0")
            if not rest:
                continue
        piece = engine.decompress(rest, _PIECE)
        rest, is_padding = b"", False
        if piece:
            yield piece


def as_file(source: WeightFile) -> FileAt:
    """A `WeightFile` as the file that a library asks for."""

    def read_at(offset: int, target: memoryview) -> None:
        target[:] = source.at(offset, len(target))

    return FileAt(source.size, read_at)
