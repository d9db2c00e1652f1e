"""A stream is cut into Zstandard frames, which are hashed and compressed side by side, and written in order."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.archives._zstd import FRAME, compressed, raw_frames, raw_frames_size
from hatch_oaml.storage.crc32 import combined, crc32
from hatch_oaml.storage.late_digest import LateDigest

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.storage.output import Bytes, Output
    from hatch_oaml.values.digests import Sha256

_WORKERS = min(4, os.cpu_count() or 1)


class _Begun(NamedTuple):
    """A frame on its way to the file; its buffer is free again when all is done."""

    compressed: Future[tuple[bytes, int]]
    hashed: tuple[Future[None], ...]
    buffer: memoryview


class FrameWriter:
    """Its methods are for one thread; to be left by `close`."""

    def __init__(self, output: Output) -> None:
        self.size = 0
        self._output = output
        self._compressors = ThreadPoolExecutor(_WORKERS)
        self._hasher = ThreadPoolExecutor(1)
        self._last_hashed: tuple[Future[None], ...] = ()
        self._whole = LateDigest()
        self._buffer = memoryview(bytearray(FRAME))
        self._used = 0
        self._free: list[memoryview] = []
        self._begun: deque[_Begun | int] = deque()
        self._late_offsets: list[int] = []
        self._crcs: dict[int, tuple[int, int]] = {}

    def close(self) -> None:
        for pool in (self._compressors, self._hasher):
            pool.shutdown(cancel_futures=True)
        self._whole.close()

    def capacity(self, at_most: int) -> memoryview:
        """Where the next bytes of the stream may be put, to be followed by `took`."""
        return self._buffer[self._used : self._used + at_most]

    def took(self, count: int) -> None:
        """So many bytes have been put into the room."""
        self._used += count
        if self._used == FRAME:
            self._cut()

    def in_order(self, work: Callable[[], None]) -> None:
        """Work on what has been put into rooms is done behind our back, one piece after the other.

        What it raises is raised by a later call, `flush` at the latest.
        """
        self._last_hashed = (self._hasher.submit(_after, self._last_hashed, work),)

    def add(self, data: Bytes) -> None:
        """The next bytes of the stream."""
        rest = memoryview(data)
        while rest:
            capacity = self.capacity(len(rest))
            capacity[:] = rest[: len(capacity)]
            rest = rest[len(capacity) :]
            self.took(len(capacity))

    def set_aside(self, size: int) -> None:
        """The next `size` bytes of the stream will come by `fill`."""
        self._cut()
        self._whole.set_aside()
        self._begun.append(raw_frames_size(size))

    def flush(self) -> None:
        """Everything that was added is written when this returns, and all work on it is done."""
        self._cut()
        self._write(at_most=0)
        for hashed in self._last_hashed:
            hashed.result()

    def fill(self, number: int, data: bytes) -> None:
        """The bytes for the place that was set aside as number such, counted from 0; after `flush`."""
        frames = raw_frames(data)
        self._whole.fill(number, data)
        self._put(self._late_offsets[number], frames, crc32(frames))

    def digest(self) -> Sha256 | None:
        """Of the whole stream, if it could be taken on the way; when all is filled."""
        return self._whole.digest()

    def crc(self) -> int:
        """Of the file so far."""
        whole = 0
        for _, (size, crc) in sorted(self._crcs.items()):
            whole = combined(whole, crc, size)
        return whole

    def _cut(self) -> None:
        if self._used:
            content = self._buffer[: self._used]
            frame = self._compressors.submit(_compressed_with_crc, content)
            self._begun.append(_Begun(frame, (*self._last_hashed, *self._whole.add(content)), self._buffer))
            self._write(at_most=2 * _WORKERS)
            self._buffer = self._free.pop() if self._free else memoryview(bytearray(FRAME))
            self._used = 0

    def _write(self, *, at_most: int) -> None:
        """What is first in line, until no more than so many are left."""
        while len(self._begun) > at_most:
            first = self._begun.popleft()
            if isinstance(first, int):
                self._late_offsets.append(self.size)
                self.size += first
                continue
            frame, crc = first.compressed.result()
            self._put(self.size, frame, crc)
            self.size += len(frame)
            for hashed in first.hashed:
                hashed.result()
            self._free.append(first.buffer)

    def _put(self, offset: int, frame: bytes, crc: int) -> None:
        self._crcs[offset] = (len(frame), crc)
        self._output.write_at(offset, frame)


def _after(earlier: tuple[Future[None], ...], work: Callable[[], None]) -> None:
    """What went wrong once goes wrong ever after."""
    for done in earlier:
        done.result()
    work()


def _compressed_with_crc(data: memoryview) -> tuple[bytes, int]:
    frame = compressed(data)
    return frame, crc32(frame)
