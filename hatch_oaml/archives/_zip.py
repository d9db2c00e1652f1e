"""The bytes of a ZIP file that stores, as PKWARE's APPNOTE 6.3 has them, and no others."""

from __future__ import annotations

import stat
import struct
import time
from typing import TYPE_CHECKING

from hatch_oaml.storage.copy import copy
from hatch_oaml.storage.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.records.members import Digests, Member, Progress
    from hatch_oaml.storage.output import Output
    from hatch_oaml.values.paths import ArchivePath

_TOO_LARGE = 0xFFFFFFFF  # for 32 bits: stands where ZIP64's extra field has the number
_TOO_MANY = 0xFFFF
_PLAIN, _ZIP64 = 20, 45  # versions needed to extract
_UNIX = 3
_UTF_8 = 0x800
_STORED = 0
_CRC_AT = 14
_EARLIEST = 315532800  # 1980-01-01, the first day that ZIP knows
_LATEST = 4354819198  # 2107-12-31 23:59:58


def write_zip(output: Output, members: Sequence[Member], *, epoch: int, progress: Progress) -> Digests:
    output.reserve(zip_size(members))
    copied = copy(output, zip_entries(members, epoch=epoch), progress)
    directory = zip_directory(members, copied.crcs, epoch=epoch)
    output.write_at(sum(map(_member_size, members)), directory)
    return copied.digests


def zip_size(members: Sequence[Member]) -> int:
    """Of the whole archive, in bytes."""
    return sum(map(_member_size, members)) + len(zip_directory(members, {}, epoch=0))


def zip_entries(members: Sequence[Member], *, epoch: int) -> Iterator[Entry]:
    for member in members:
        yield Entry(member.path, member.content, zip_head(member, epoch=epoch), crc_at=_CRC_AT)


def zip_head(member: Member, *, epoch: int, crc: int = 0) -> bytes:
    """The local header, ahead of the content."""
    name, fields = _fields(member, epoch=epoch, crc=crc)
    extra = _extra(*[member.content.size] * 2) if member.content.size >= _TOO_LARGE else b""
    version = _ZIP64 if extra else _PLAIN
    return (
        struct.pack("<4sH", b"PK\x03\x04", version) + fields + struct.pack("<HH", len(name), len(extra)) + name + extra
    )


def zip_directory(members: Sequence[Member], crcs: Mapping[ArchivePath, int], *, epoch: int) -> bytes:
    """The central directory with its end records; a CRC that is not known is 0."""
    records = []
    offset = 0
    for member in members:
        records.append(_central_header(member, offset, epoch=epoch, crc=crcs.get(member.path, 0)))
        offset += _member_size(member)
    directory = b"".join(records)
    return directory + _end(len(records), len(directory), offset)


def _member_size(member: Member) -> int:
    size = member.content.size
    return 30 + len(member.path.encode()) + (20 if size >= _TOO_LARGE else 0) + size


def _central_header(member: Member, offset: int, *, epoch: int, crc: int) -> bytes:
    name, fields = _fields(member, epoch=epoch, crc=crc)
    sizes = [member.content.size] * 2
    extra = _extra(*[number for number in (*sizes, offset) if number >= _TOO_LARGE])
    version = _ZIP64 if extra else _PLAIN
    mode = stat.S_IFREG | (0o755 if member.executable else 0o644)
    return b"".join(
        (
            struct.pack("<4sBBH", b"PK\x01\x02", version, _UNIX, version),
            fields,
            struct.pack("<HHHHHII", len(name), len(extra), 0, 0, 0, mode << 16, min(offset, _TOO_LARGE)),
            name,
            extra,
        )
    )


def _fields(member: Member, *, epoch: int, crc: int) -> tuple[bytes, bytes]:
    """The encoded name, and what both headers say alike, from the flags to the sizes."""
    name = member.path.encode()
    flags = 0 if member.path.isascii() else _UTF_8
    size = min(member.content.size, _TOO_LARGE)
    return name, struct.pack("<HHIIII", flags, _STORED, _dos_time(epoch), crc, size, size)


def _extra(*numbers: int) -> bytes:
    """The ZIP64 field: the numbers that 32 bits cannot hold, and no others."""
    return struct.pack(f"<HH{len(numbers)}Q", 1, 8 * len(numbers), *numbers) if numbers else b""


def _dos_time(epoch: int) -> int:
    moment = time.gmtime(min(max(epoch, _EARLIEST), _LATEST))
    day = moment.tm_year - 1980 << 9 | moment.tm_mon << 5 | moment.tm_mday
    return day << 16 | moment.tm_hour << 11 | moment.tm_min << 5 | moment.tm_sec // 2


def _end(count: int, size: int, offset: int) -> bytes:
    end = struct.pack(
        "<4sHHHHIIH",
        b"PK\x05\x06",
        0,
        0,
        min(count, _TOO_MANY),
        min(count, _TOO_MANY),
        min(size, _TOO_LARGE),
        min(offset, _TOO_LARGE),
        0,
    )
    if count < _TOO_MANY and size < _TOO_LARGE and offset < _TOO_LARGE:
        return end
    zip64_end = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, _ZIP64, _ZIP64, 0, 0, count, count, size, offset)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, offset + size, 1)
    return zip64_end + locator + end
