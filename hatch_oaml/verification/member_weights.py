"""A weight file that is a member of an archive: its header, and what it is by its bytes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.weights import content_of_bytes, inspect_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.archives import Reading
    from hatch_oaml.records.members import StoredMember
    from hatch_oaml.records.tensors import Weights
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.weights import Content

    ReadAt = Callable[[int, memoryview], None]

_HEAD = 16 << 20
_TAIL = 1 << 20


def weights_in_place(reading: Reading, member: StoredMember, release: ArchivePath) -> Weights | None:
    """Its header, read where it lies, as in a tree: in many formats it is spread over the whole file.

    :raises SourceError: the member's bytes are not stored as they are.
    """
    return inspect_bytes(release, member.size, _in_place(reading, member))


def weights_at_the_ends(reading: Reading, member: StoredMember, release: ArchivePath) -> Weights | None:
    """As much of its header as stands at the start and the end: for what somebody compressed, as no archive of ours is.

    Both are held in memory, with zeros between.
    """
    return inspect_bytes(release, member.size, _at_the_ends(reading, member))


def content_in_place(reading: Reading, member: StoredMember, release: ArchivePath) -> Content | None:
    """What it is by its bytes, read where it lies.

    :raises SourceError: the member's bytes are not stored as they are.
    """
    return content_of_bytes(release, member.size, _in_place(reading, member))


def content_at_the_ends(reading: Reading, member: StoredMember, release: ArchivePath) -> Content | None:
    """As `weights_at_the_ends`."""
    return content_of_bytes(release, member.size, _at_the_ends(reading, member))


def _in_place(reading: Reading, member: StoredMember) -> ReadAt:
    def read_at(offset: int, target: memoryview) -> None:
        part = replace(member, offset=member.offset + offset, size=len(target))
        filled = 0
        for block in reading.blocks(part):
            target[filled : filled + len(block)] = block
            filled += len(block)

    if member.size > 1:
        read_at(
            0, memoryview(bytearray(1))
        )  # of compressed bytes no part can be had, though the whole of a short one can
    return read_at


def _at_the_ends(reading: Reading, member: StoredMember) -> ReadAt:
    head, tail = bytearray(), bytearray()
    for block in reading.blocks(member):
        head += block[: _HEAD - len(head)]
        tail = (tail + block)[-_TAIL:]

    def read_at(offset: int, target: memoryview) -> None:
        target[:] = bytes(len(target))
        for start, data in ((0, head), (member.size - len(tail), tail)):
            first, last = max(start, offset), min(start + len(data), offset + len(target))
            if first < last:
                target[first - offset : last - offset] = data[first - start : last - start]

    return read_at
