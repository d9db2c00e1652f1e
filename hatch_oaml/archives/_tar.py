"""The bytes of a PAX tar, made by hand so that every Python makes the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.storage.copy import copy
from hatch_oaml.storage.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.records.members import Digests, Member, Progress
    from hatch_oaml.storage.output import Output

_BLOCK = 512
_RECORD = 10240  # what GNU tar and tarfile pad to
_LARGEST = 8**11  # the first number that eleven octal digits cannot hold
_LONGEST = 100  # bytes of a name in a ustar header


def write_tar(output: Output, members: Sequence[Member], *, epoch: int, progress: Progress) -> Digests:
    used, size = _sizes(members)
    output.reserve(size)
    copied = copy(output, tar_entries(members, epoch=epoch), progress)
    output.write_at(used, bytes(size - used))
    return copied.digests


def tar_size(members: Iterable[Member]) -> int:
    """Of the whole archive, in bytes."""
    return _sizes(members)[1]


def tar_end(members: Iterable[Member]) -> bytes:
    """What follows the last member."""
    used, size = _sizes(members)
    return bytes(size - used)


def tar_padding(used: int) -> int:
    """Zero bytes behind members of so many bytes."""
    return _padded(used + 2 * _BLOCK, _RECORD) - used


def _sizes(members: Iterable[Member]) -> tuple[int, int]:
    """Of the members alone, and of the whole archive."""
    used = sum(map(_member_size, members))
    return used, used + tar_padding(used)


def tar_entries(members: Iterable[Member], *, epoch: int) -> Iterator[Entry]:
    for member in members:
        size = member.content.size
        yield Entry(member.path, member.content, tar_head(member, epoch=epoch), _padded(size, _BLOCK) - size)


def tar_head(member: Member, *, epoch: int) -> bytes:
    """The header of a member, after an extended one where a ustar header cannot hold its name or size.

    As POSIX.1-2001 defines it, and byte for byte what `tarfile` writes.
    """
    mode = 0o755 if member.executable else 0o644
    size = member.content.size
    name = member.path.encode("ascii", "replace")[:_LONGEST]
    header = _header(name, mode=mode, size=size if size < _LARGEST else 0, time=epoch, kind=b"0")
    return _extended_header(member) + header


def _member_size(member: Member) -> int:
    return len(_extended_header(member)) + _BLOCK + _padded(member.content.size, _BLOCK)


def _extended_header(member: Member) -> bytes:
    """Of no bytes where the member needs none."""
    path = member.path
    size = member.content.size
    if size < _LARGEST and len(path) <= _LONGEST and path.isascii():
        return b""
    records = b""
    if not path.isascii() or len(path) > _LONGEST:
        records += _record("path", path)
    if size >= _LARGEST:
        records += _record("size", str(size))
    header = _header(b"././@PaxHeader", mode=0, size=len(records), time=0, kind=b"x")
    return header + records.ljust(_padded(len(records), _BLOCK), b"\0")


def _record(key: str, value: str) -> bytes:
    """`LENGTH KEY=VALUE`, with a length that counts its own digits."""
    rest = f" {key}={value}\n".encode()
    length = len(rest) + len(str(len(rest)))
    length = len(rest) + len(str(length))
    return str(length).encode() + rest


def _header(name: bytes, *, mode: int, size: int, time: int, kind: bytes) -> bytes:
    fields = b"%s%07o\0%07o\0%07o\0%011o\0%011o\0        %s%sustar\x0000" % (
        name.ljust(_LONGEST, b"\0"),
        mode,
        0,  # user and
        0,  # group: nobody's in particular
        size,
        time,
        kind,
        bytes(_LONGEST),  # where a link would lead
    )
    return b"%s%06o\0%s" % (fields[:148], sum_of(fields), fields[155:].ljust(_BLOCK - 155, b"\0"))


def sum_of(header: bytes) -> int:
    """Of all its bytes; most are zero, and left out at once."""
    return sum(header.translate(None, b"\0"))


def _padded(size: int, unit: int) -> int:
    return -(-size // unit) * unit
