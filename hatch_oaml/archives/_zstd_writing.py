"""A stream is cut into Zstandard frames, which are compressed side by side and written in order."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from hatch_oaml.archives._crc32 import combined, crc32
from hatch_oaml.archives._zstd import FRAME, compressed, raw_frames, raw_frames_size

if TYPE_CHECKING:
    from hatch_oaml.archives._output import Bytes, Output

_WORKERS = min(4, os.cpu_count() or 1)


class FrameWriter:
    """Its methods are for one thread; to be left by `close`."""

    def __init__(self, output: Output) -> None:
        self.size = 0
        self._output = output
        self._pool = ThreadPoolExecutor(_WORKERS)
        self._frame = bytearray()
        self._pending: deque[Future[tuple[bytes, int]] | int] = deque()
        self._places: list[int] = []
        self._crcs: dict[int, tuple[int, int]] = {}

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def add(self, data: Bytes) -> None:
        """The next bytes of the stream."""
        view = memoryview(data)
        while view:
            count = FRAME - len(self._frame)
            self._frame += view[:count]
            view = view[count:]
            if len(self._frame) == FRAME:
                self._cut()

    def set_aside(self, size: int) -> None:
        """The next `size` bytes of the stream will come by `fill`."""
        self._cut()
        self._pending.append(raw_frames_size(size))

    def flush(self) -> None:
        """Everything that was added is written when this returns."""
        self._cut()
        self._write(at_most=0)

    def fill(self, number: int, data: bytes) -> None:
        """The bytes for the place that was set aside as number such, counted from 0; after `flush`."""
        frames = raw_frames(data)
        self._put(self._places[number], frames, crc32(frames))

    def crc(self) -> int:
        """Of all that is written."""
        whole = 0
        for _, (size, crc) in sorted(self._crcs.items()):
            whole = combined(whole, crc, size)
        return whole

    def _cut(self) -> None:
        if self._frame:
            self._pending.append(self._pool.submit(_compressed_with_crc, self._frame))
            self._frame = bytearray()
        self._write(at_most=2 * _WORKERS)

    def _write(self, *, at_most: int) -> None:
        """What is first in line, until no more than so many are left."""
        while len(self._pending) > at_most:
            first = self._pending.popleft()
            if isinstance(first, int):
                self._places.append(self.size)
                self.size += first
            else:
                frame, crc = first.result()
                self._put(self.size, frame, crc)
                self.size += len(frame)

    def _put(self, offset: int, frame: bytes, crc: int) -> None:
        self._crcs[offset] = (len(frame), crc)
        self._output.write_at(offset, frame)


def _compressed_with_crc(data: bytearray) -> tuple[bytes, int]:
    frame = compressed(data)
    return frame, crc32(frame)
