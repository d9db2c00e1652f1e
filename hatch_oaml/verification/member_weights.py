"""The header of a weight file that is a member of an archive."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.weights import inspect_source
from hatch_oaml.weights._contract import WeightFile
from hatch_oaml.weights._seeking import Seeking

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

    from hatch_oaml.archives._contract import Reading
    from hatch_oaml.records.members import StoredMember
    from hatch_oaml.records.tensors import Weights
    from hatch_oaml.values.paths import ArchivePath

_HEAD = 16 << 20
_TAIL = 1 << 20
_WINDOW = 1 << 16


def weights_in_place(reading: Reading, member: StoredMember, release: ArchivePath) -> Weights | None:
    """Its header, read where it lies, as in a tree: in many formats it is spread over the whole file.

    :raises SourceError: the member's bytes are not stored as they are.
    """
    return _inspected(release, _Ranges(reading, member), member.size)


def weights_at_the_ends(reading: Reading, member: StoredMember, release: ArchivePath) -> Weights | None:
    """As much of its header as stands at the start and the end."""
    return _inspected(release, _Ends(reading, member), member.size)


def _inspected(path: ArchivePath, file: io.RawIOBase, size: int) -> Weights | None:
    with io.BufferedReader(file, _WINDOW) as stream:
        return inspect_source(WeightFile(path, stream, size))


class _AsFile(Seeking):
    """A member as a file that the readers of weights can go about in."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer)[: max(0, self._size - self._position)]
        self._read_at(self._position, target)
        self._position += len(target)
        return len(target)

    def _read_at(self, offset: int, target: memoryview) -> None:
        raise NotImplementedError


class _Ranges(_AsFile):
    """Fetched from where they lie, for a member whose bytes are stored as they are."""

    def __init__(self, reading: Reading, member: StoredMember) -> None:
        super().__init__(member.size)
        self._reading = reading
        self._member = member

    def _read_at(self, offset: int, target: memoryview) -> None:
        part = replace(self._member, offset=self._member.offset + offset, size=len(target))
        filled = 0
        for block in self._reading.blocks(part):
            target[filled : filled + len(block)] = block
            filled += len(block)


class _Ends(_AsFile):
    """Start and end alone, in memory, with zeros between: for what somebody compressed, which no archive of ours is."""

    def __init__(self, reading: Reading, member: StoredMember) -> None:
        super().__init__(member.size)
        self._head, self._tail = bytearray(), bytearray()
        for block in reading.blocks(member):
            self._head += block[: _HEAD - len(self._head)]
            self._tail = (self._tail + block)[-_TAIL:]

    def _read_at(self, offset: int, target: memoryview) -> None:
        target[:] = bytes(len(target))
        for start, data in ((0, self._head), (self._size - len(self._tail), self._tail)):
            first, last = max(start, offset), min(start + len(data), offset + len(target))
            if first < last:
                target[first - offset : last - offset] = data[first - start : last - start]
