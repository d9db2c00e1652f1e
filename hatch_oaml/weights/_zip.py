"""The members of a ZIP archive, from its central directory (APPNOTE.TXT 6.3, sections 4.3.12 to 4.3.16).

Why not `zipfile`: it reads a directory of any length into memory, and does not say where a member's bytes lie.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.values.zip_directory import directory_in

if TYPE_CHECKING:
    from hatch_oaml.values.zip_directory import At, Directory

_ENTRY = struct.Struct("<4sHHHHHHIIIHHHHHII")
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_LARGEST_DIRECTORY = 4 * 1024 * 1024
STORED = 0
_DEFLATED = 8


class ZipMember(NamedTuple):
    """`size` bytes, or `packed` bytes where `method` is a compression."""

    name: str
    method: int
    packed: int
    size: int
    header: int
    """Where its local header begins in the file."""

    def offset(self, at: At) -> int:
        """Where the member's bytes begin: behind its local header."""
        values = _LOCAL.unpack(at(self.header, _LOCAL.size))
        return self.header + _LOCAL.size + int(values[9]) + int(values[10])

    def read(self, at: At, longest: int) -> bytes | None:
        """The first `longest` bytes; None if they cannot be unpacked."""
        offset = self.offset(at)
        if self.method == STORED:
            return at(offset, min(self.size, longest))
        if self.method != _DEFLATED:
            return None
        try:
            return zlib.decompressobj(-15).decompress(at(offset, min(self.packed, longest + 1024)), longest)
        except zlib.error:
            return None


Members = dict[str, ZipMember]


class LongDirectoryError(Exception):
    """The central directory is longer than any model's; its length is the argument."""


def read_members(at: At, size: int) -> Members | None:
    """By name; None if there is no central directory. What stands before an archive is no part of it.

    :raises LongDirectoryError: if there is one too long to be read.
    """
    directory = directory_in(at, size)
    if directory is None:
        return None
    start = _begin(at, directory)
    if start + directory.length > size:
        return None
    if directory.length > _LARGEST_DIRECTORY:
        raise LongDirectoryError(directory.length)
    return _entries(at(start, directory.length), start - directory.start)


def _begin(at: At, directory: Directory) -> int:
    """Where the directory begins in the file: just before its end, however much stands before the archive."""
    start = directory.end - directory.length
    return start if start >= directory.start and at(start, min(4, directory.length)) == b"PK\1\2" else directory.start


def _entries(directory: bytes, before: int) -> Members:
    """:param before: so many bytes stand before the archive."""
    members: Members = {}
    position = 0
    while directory[position : position + 4] == b"PK\1\2" and position + _ENTRY.size <= len(directory):
        values = _ENTRY.unpack_from(directory, position)
        name_length, extra_length, comment_length = values[10:13]
        name_end = position + _ENTRY.size + name_length
        name = directory[position + _ENTRY.size : name_end].decode("utf-8", "replace")
        sizes = _sizes(directory[name_end : name_end + extra_length], (values[9], values[8], values[16]))
        members[name] = ZipMember(name, int(values[4]), sizes[1], sizes[0], sizes[2] + before)
        position = name_end + extra_length + comment_length
    return members


def _sizes(extra: bytes, sizes: tuple[int, int, int]) -> tuple[int, int, int]:
    """Size, packed size and header's place, each from the ZIP64 extra field (id 1) where it is 0xFFFFFFFF."""
    if 0xFFFFFFFF not in sizes:
        return sizes
    numbers = iter(_zip64(extra))
    size, packed, header = (next(numbers, value) if value == 0xFFFFFFFF else value for value in sizes)
    return size, packed, header


def _zip64(extra: bytes) -> tuple[int, ...]:
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        if kind == 1:
            whole = min(length, len(extra) - 4) // 8
            return struct.unpack_from(f"<{whole}Q", extra, 4)
        extra = extra[4 + length :]
    return ()
