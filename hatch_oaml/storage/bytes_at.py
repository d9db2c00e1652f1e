"""Bytes are fetched from their places in a file, or in several that make one, by several threads at once."""

from __future__ import annotations

import io
import os
import stat
from bisect import bisect_right
from itertools import accumulate
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from hatch_oaml.storage.damage import as_source_error, no_regular_file, truncated
from hatch_oaml.values.digests import BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class BytesAt(Protocol):
    """Where an archive's bytes come from. `name` is for messages."""

    name: str
    side_by_side: bool
    """Whether several threads gain from reading at once."""
    at_once: int
    """So many bytes are best asked for together, where one reads on."""
    are_bare: bool
    """Whether they stand in the archive's file as they are, and where they are asked for."""

    def read_at(self, offset: int, buffer: memoryview) -> int:
        """Fills the buffer, but for what lies behind the end; answers how many bytes it got.

        :raises SourceError: if they cannot be read.
        """

    def close(self) -> None: ...


class SizedBytesAt(BytesAt, Protocol):
    """The same, where it is known how many there are."""

    size: int


class FileBytes:
    """One file."""

    side_by_side = True
    at_once = BLOCK
    are_bare = True

    def __init__(self, path: Path) -> None:
        self.name = path.name
        with as_source_error(path):
            self._file = io.FileIO(path, opener=opened_at_once)
            try:
                status = os.fstat(self._file.fileno())
            except OSError:
                self._file.close()
                raise
        if not stat.S_ISREG(status.st_mode):
            self._file.close()
            raise no_regular_file(path)
        self.size = status.st_size
        self._lock = Lock()

    def read_at(self, offset: int, buffer: memoryview) -> int:
        filled = 0
        with as_source_error(self.name):
            while filled < len(buffer) and (count := self._read(offset + filled, buffer[filled:])):
                filled += count
        return filled

    def _read(self, offset: int, buffer: memoryview) -> int:
        if hasattr(os, "preadv"):
            return os.preadv(self._file.fileno(), [buffer], offset)
        with self._lock:
            self._file.seek(offset)
            return self._file.readinto(buffer)

    def close(self) -> None:
        self._file.close()


def opened_at_once(path: str, flags: int) -> int:
    """A pipe is opened without waiting for who writes into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


class JoinedBytes:
    """Several files, one behind the other."""

    side_by_side = True
    at_once = BLOCK
    are_bare = True

    def __init__(self, parts: Sequence[FileBytes]) -> None:
        self.name = parts[0].name
        self._parts = parts
        self._starts = [0, *accumulate(part.size for part in parts)]
        self.size = self._starts.pop()

    def read_at(self, offset: int, buffer: memoryview) -> int:
        filled = 0
        number = bisect_right(self._starts, offset) - 1
        for part, start in zip(self._parts[number:], self._starts[number:], strict=True):
            filled += part.read_at(
                offset + filled - start, buffer[filled : filled + start + part.size - offset - filled]
            )
            if filled == len(buffer):
                break
        return filled

    def close(self) -> None:
        for part in self._parts:
            part.close()


def exactly(source: BytesAt, offset: int, size: int) -> bytes:
    """:raises SourceError: if the source ends before."""
    buffer = bytearray(size)
    if source.read_at(offset, memoryview(buffer)) < size:
        raise truncated(source.name, offset + size)
    return bytes(buffer)


def blocks_at(source: BytesAt, offset: int, size: int) -> Iterator[memoryview]:
    """So many bytes, in one buffer that is used again and again.

    :raises SourceError: if the source ends before.
    """
    buffer = memoryview(bytearray(min(size, source.at_once)))
    end = offset + size
    while offset < end:
        block = buffer[: end - offset]
        if source.read_at(offset, block) < len(block):
            raise truncated(source.name, end)
        yield block
        offset += len(block)


class Window:
    """Small pieces of a source, fetched in large ones as long as one reads on."""

    def __init__(self, source: BytesAt) -> None:
        self._source = source
        self._buffer = memoryview(bytearray(1 << 16))
        self._start = 0
        self._size = 0

    def exactly(self, offset: int, size: int) -> bytes:
        """:raises SourceError: if the source ends before."""
        if size > len(self._buffer):
            return exactly(self._source, offset, size)
        if not self._start <= offset <= offset + size <= self._start + self._size:
            self._start = offset
            self._size = self._source.read_at(offset, self._buffer)
        if size > self._size:
            raise truncated(self._source.name, offset + size)
        return bytes(self._buffer[offset - self._start :][:size])
