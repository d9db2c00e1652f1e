"""Where the central directory of a ZIP archive stands, and how long it is (APPNOTE.TXT 6.3, sections 4.3.14 to 4.3.16)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    At = Callable[[int, int], bytes]
    """So many bytes from an offset on, or what there is of them."""

_END = struct.Struct("<4sHHHHIIH")
_END64 = struct.Struct("<4sQHHIIQQQQ")
_LOCATOR = struct.Struct("<4sIQI")
_LONGEST_COMMENT = 65535


class Directory(NamedTuple):
    """`length` bytes that tell of `members` files; `start` counts from the archive's first byte, before which others may stand.

    It ends at `end` in the file, if nothing stands behind it.
    """

    length: int
    start: int
    end: int
    members: int


def directory_in(at: At, size: int) -> Directory | None:
    """As its end tells; None if there is none.

    :param size: of the whole file, in bytes.
    """
    tail_start = max(0, size - _END.size - _LONGEST_COMMENT)
    tail = at(tail_start, size - tail_start)
    found = tail.rfind(b"PK\5\6")
    if found < 0 or len(tail) - found < _END.size:
        return None
    return _told(at, tail_start + found, _END.unpack_from(tail, found))


def _told(at: At, end: int, values: tuple[int, ...]) -> Directory:
    told = Directory(length=int(values[5]), start=int(values[6]), end=end, members=int(values[4]))
    if 0xFFFFFFFF not in told and told.members != 0xFFFF:
        return told
    if end < _LOCATOR.size:
        return told
    magic, _, record, _ = _LOCATOR.unpack(at(end - _LOCATOR.size, _LOCATOR.size))
    for place in (end - _LOCATOR.size - _END64.size, record):
        if magic == b"PK\6\7" and 0 <= place <= end - _END64.size:
            values64 = _END64.unpack(at(place, _END64.size))
            if values64[0] == b"PK\6\6":
                return Directory(length=int(values64[8]), start=int(values64[9]), end=place, members=int(values64[7]))
    return told
