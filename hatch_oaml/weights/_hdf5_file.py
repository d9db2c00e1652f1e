"""The bytes of an HDF5 file as h5py asks for them: its metadata, and no more than that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hatch_oaml.weights._contract import LARGEST_READ, BrokenError, UnreadError, ends_too_early
from hatch_oaml.weights._seeking import Seeking

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

At = Callable[[int, int], bytes]
_MOST_READ = 64 * 1024 * 1024
"""Twice what the metadata of a sound file of 30,000 tensors take."""


class MetadataFile(Seeking):
    """`refusal` is why a read failed, as the library tells that in its own words alone."""

    def __init__(self, at: At, size: int) -> None:
        super().__init__(size)
        self.refusal: BrokenError | UnreadError | None = None
        self._at = at
        self._read = 0

    def readinto(self, buffer: WriteableBuffer) -> int:
        """All that is asked for, as h5py does not look at how much it gets."""
        target = memoryview(buffer).cast("B")
        try:
            target[:] = self._bytes(len(target))
        except (BrokenError, UnreadError) as error:
            self.refusal = error
            raise
        self._position += len(target)
        return len(target)

    def _bytes(self, length: int) -> bytes:
        end = self._position + length
        if end > self._size:
            raise ends_too_early(self._size, end)
        self._read += length
        if self._read > _MOST_READ or length > LARGEST_READ:
            raise UnreadError("its metadata are too long", "其元数据过长")
        return self._at(self._position, length)
