"""An object in a store, read from its beginning to its end like a file: the next ranges are fetched meanwhile."""

from __future__ import annotations

import io
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import WriteableBuffer

RANGE = 8 << 20
"""Bytes of a request: with smaller ones a terabyte costs more in requests than in time."""

_NOTHING = memoryview(b"")
_SPARE: list[bytearray] = []
_MOST_SPARE = 8
_AHEAD = 4
_OF_ALL = BoundedSemaphore(4)
"""So many ranges may lie ahead in memory at once, of all files of a process."""


class FarFile(io.RawIOBase):
    """`size` bytes, of which `read_at` fills a buffer from an offset; each is asked for once."""

    def __init__(self, size: int, read_at: Callable[[int, memoryview], None]) -> None:
        super().__init__()
        self._size = size
        self._read_at = read_at
        self._asked = 0  # up to here a range has been asked for
        self._rest = _NOTHING
        self._coming: deque[Future[memoryview]] = deque()
        self._pool = ThreadPoolExecutor(_AHEAD)  # whose threads begin when there is something to do

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Of one range at most; raises what `read_at` raises."""
        if not self._rest:
            self._rest = self._next_range()
        target = memoryview(buffer)[: len(self._rest)]
        target[:] = self._rest[: len(target)]
        self._rest = self._rest[len(target) :]
        if not self._rest:
            self._give_back()
        return len(target)

    def close(self) -> None:
        """Waits for what has been asked for: a range, at most."""
        if not self.closed:
            self._pool.shutdown(cancel_futures=True)
            for _ in self._coming:
                _OF_ALL.release()
            self._coming.clear()
        super().close()

    def _give_back(self) -> None:
        """To whoever needs a buffer next: allocated anew each time, they would scatter over the memory of every thread."""
        used = self._rest.obj
        if isinstance(used, bytearray) and len(used) == RANGE and len(_SPARE) < _MOST_SPARE:
            _SPARE.append(used)
        self._rest = _NOTHING

    def _next_range(self) -> memoryview:
        if self._coming:
            try:
                block = self._coming.popleft().result()
            finally:
                _OF_ALL.release()
            self._ask_ahead()
            return block
        offset, size = self._take()
        self._ask_ahead()
        return self._fetched(offset, size)

    def _ask_ahead(self) -> None:
        while self._asked < self._size and len(self._coming) < _AHEAD and _OF_ALL.acquire(blocking=False):
            self._coming.append(self._pool.submit(self._fetched, *self._take()))

    def _take(self) -> tuple[int, int]:
        offset = self._asked
        size = min(RANGE, self._size - offset)
        self._asked += size
        return offset, size

    def _fetched(self, offset: int, size: int) -> memoryview:
        block = memoryview(_buffer(size))
        if size:
            self._read_at(offset, block)
        return block


def _buffer(size: int) -> bytearray:
    if size == RANGE:
        with suppress(IndexError):
            return _SPARE.pop()
    return bytearray(size)
