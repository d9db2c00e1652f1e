"""A file's position, for what is no file but is read like one."""

from __future__ import annotations

import io


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
