"""Which paths git tracks, from its index: https://git-scm.com/docs/index-format, versions 2 to 4."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIXED = 62  # ten numbers of four bytes, a SHA-1 of twenty, two of flags
_EXTENDED = 0x4000
_COMPRESSED = 4  # the version in which a path is told by what it shares with the one before it


def tracked_paths(index: bytes) -> frozenset[str]:
    """Empty where `index` is none that we know: then nothing is said to be tracked."""
    try:
        return frozenset(_paths(index))
    except (struct.error, IndexError, ValueError):
        return frozenset()


def _paths(index: bytes) -> Iterator[str]:
    if index[:4] != b"DIRC":
        return
    version, count = struct.unpack_from(">II", index, 4)
    offset, before = 12, b""
    for _ in range(count):
        (flags,) = struct.unpack_from(">H", index, offset + _FIXED - 2)
        start = offset + _FIXED + (2 if flags & _EXTENDED else 0)
        if version == _COMPRESSED:
            removed, start = _number(index, start)
            end = index.index(b"\0", start)
            before = before[: len(before) - removed] + index[start:end]
            offset = end + 1
        else:
            end = index.index(b"\0", start)
            before = index[start:end]
            offset += (end - offset) // 8 * 8 + 8
        yield before.decode("utf-8", "surrogateescape")


def _number(index: bytes, offset: int) -> tuple[int, int]:
    """A number of variable length as in pack files, and where it ends."""
    value = index[offset] & 0x7F
    while index[offset] & 0x80:
        offset += 1
        value = ((value + 1) << 7) | (index[offset] & 0x7F)
    return value, offset + 1
