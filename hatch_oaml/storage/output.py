"""Bytes go to their places in a file, from several threads at once."""

from __future__ import annotations

import errno
import mmap
import os
import weakref
from contextlib import suppress
from pathlib import Path
from threading import Lock, local
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from hatch_oaml.storage.bytes_at import FileBytes
from hatch_oaml.values.digests import BLOCK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from hatch_oaml.storage.bytes_at import SizedBytesAt

    Bytes = bytes | bytearray | memoryview


_CANNOT_ALLOCATE = frozenset({errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL, errno.ENODEV, errno.ENOSYS})

_FLUSHED = 1 << 23
"""Bytes that begin to go to the disk together: a new archive of 2 GiB then takes 0.66 of `openssl dgst`, 1.02 without."""

_DIRECT_FROM = 1 << 26
"""Bytes of a file from which on its blocks go to the disk past the page cache, where the system lets them.

A new page of the cache costs more than the hash of what it will hold: 4 GiB in new pages took 5.3 s to write with two
threads, 5.6 s of them spent by the kernel on pages, and 2.5 s past the cache.
"""

_DIRECT_PIECE = 1 << 18
"""Smaller writes gain from the cache."""


class Output(Protocol):
    """Where an archive's bytes go; its methods may be called from several threads, each for a range of its own."""

    def reserve(self, size: int) -> None:
        """At most `size` bytes will be written in all.

        :raises OSError: if there is no room for them.
        """

    def block_end(self, offset: int) -> int:
        """Where a large write that begins at `offset` ends best; what is written up to there is fastest from `aligned`."""

    def write_at(self, offset: int, data: Bytes) -> None:
        """:raises OSError: if the file system refuses."""


@runtime_checkable
class Storage(Output, Protocol):
    """An output that is on the disk."""

    def write_pieces_at(self, offset: int, pieces: Sequence[Bytes]) -> None:
        """As if `pieces` were one."""

    def truncate(self, size: int) -> None:
        """Gives back what was reserved behind the first `size` bytes."""

    def read_back(self) -> SizedBytesAt:
        """What has been written; to be closed by the caller."""


class FileStorage:
    """Writes to a real file, in place."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.path = Path(file.name)
        self._lock = Lock()
        self._direct: int | None = None
        self._of_thread = local()
        file.flush()

    def reserve(self, size: int) -> None:
        if not (hasattr(os, "posix_fallocate") and self._allocated(size)):
            self._file.truncate(size)
        if size >= _DIRECT_FROM and hasattr(os, "O_DIRECT"):
            with suppress(OSError):  # a file system without
                self._direct = os.open(self.path, os.O_WRONLY | os.O_DIRECT)
                weakref.finalize(self, os.close, self._direct)

    def block_end(self, offset: int) -> int:
        return (offset // BLOCK + 1) * BLOCK

    def write_at(self, offset: int, data: Bytes) -> None:
        self.write_pieces_at(offset, [data])

    def write_pieces_at(self, offset: int, pieces: Sequence[Bytes]) -> None:
        if not hasattr(os, "pwritev"):
            with self._lock:
                self._file.seek(offset)
                self._file.writelines(pieces)
                self._file.flush()
            return
        if self._direct is not None and sum(map(len, pieces)) >= _DIRECT_PIECE:
            self._write_past_the_cache(self._direct, offset, pieces)
        else:
            self._write_through_the_cache(offset, pieces)

    def _write_past_the_cache(self, direct: int, offset: int, pieces: Sequence[Bytes]) -> None:
        """All but the parts of pages at both ends, which the system does not let past."""
        size = sum(map(len, pieces))
        start = -offset % mmap.PAGESIZE
        end = size - (offset + size) % mmap.PAGESIZE
        whole = memoryview(pieces[0]) if len(pieces) == 1 and not start else self._joined_at(start, pieces, size)
        if start:
            self._write_through_the_cache(offset, [whole[:start]])
        written = start
        with suppress(OSError):  # an unfit buffer, or a file system that opens such files and does not write them;
            written += os.pwrite(direct, whole[start:end], offset + start)
        if written < size:  # whatever else is wrong is told here
            self._write_through_the_cache(offset + written, [whole[written:]])

    def _joined_at(self, start: int, pieces: Sequence[Bytes], size: int) -> memoryview:
        """The `size` bytes of the pieces in one buffer, of which the byte `start` begins a page; good until the next."""
        offset = -start % mmap.PAGESIZE
        buffer: memoryview = getattr(self._of_thread, "buffer", memoryview(b""))
        if len(buffer) < offset + size:
            buffer = self._of_thread.buffer = aligned(offset + size + BLOCK)
        whole = buffer[offset : offset + size]
        offset = 0
        for piece in pieces:
            whole[offset : offset + len(piece)] = piece
            offset += len(piece)
        return whole

    def _write_through_the_cache(self, offset: int, pieces: Sequence[Bytes]) -> None:
        end = self._write_in_one_call(offset, pieces)
        if offset // _FLUSHED != end // _FLUSHED and hasattr(os, "posix_fadvise"):
            # Linux begins to write what it is told is not needed: then `fsync` finds little left to do at the end
            start = offset // _FLUSHED * _FLUSHED
            os.posix_fadvise(self._file.fileno(), start, _FLUSHED, os.POSIX_FADV_DONTNEED)

    def truncate(self, size: int) -> None:
        self._file.truncate(size)

    def read_back(self) -> SizedBytesAt:
        return FileBytes(self.path)

    def _allocated(self, size: int) -> bool:
        """True if the file system has set the space aside; False if it does not know how to."""
        try:
            os.posix_fallocate(self._file.fileno(), 0, size)
        except OSError as error:
            if error.errno in _CANNOT_ALLOCATE:
                return False
            raise
        return True

    def _write_in_one_call(self, offset: int, pieces: Sequence[Bytes]) -> int:
        """Answers where they end."""
        descriptor = self._file.fileno()
        end = offset + sum(map(len, pieces))
        offset += os.pwritev(descriptor, pieces, offset)
        if offset < end:  # a full disk or a signal cuts a write short
            rest = memoryview(b"".join(pieces))[offset - end :]
            while rest:
                written = os.pwrite(descriptor, rest, offset)
                offset += written
                rest = rest[written:]
        return end


def aligned(size: int) -> memoryview:
    """A buffer that begins where a page begins."""
    return memoryview(mmap.mmap(-1, size))


def storage_of(file: BinaryIO | Storage) -> Storage:
    return file if isinstance(file, Storage) else FileStorage(file)
