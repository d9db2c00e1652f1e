"""What is no file, but is read like one."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import WriteableBuffer


class Seeking(io.RawIOBase):
    """Knows where it is in its `_size` bytes; how they are read is for the class below."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._position = 0

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._position = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        return self._position


class FileAt(Seeking):
    """`size` bytes, of which `read_at` fills a buffer from an offset; it is asked for nothing behind the end."""

    def __init__(self, size: int, read_at: Callable[[int, memoryview], None]) -> None:
        super().__init__(size)
        self._read_at = read_at

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer)[: max(0, self._size - self._position)]
        if target:
            self._read_at(self._position, target)
        self._position += len(target)
        return len(target)
