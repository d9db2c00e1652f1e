"""What compressed and packed files hold, as far as their beginning tells."""

from __future__ import annotations

import io
import tarfile
from contextlib import suppress
from typing import IO, TYPE_CHECKING, cast

from hatch_oaml.values.paths import ArchivePath
from hatch_oaml.weights._contract import UnreadError, WeightFile
from hatch_oaml.weights._unpacking import Unpacked, as_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.weights._zip import Members

BEGINNING = 1 << 18
"""So many bytes of a compressed file are looked at, unpacked: a header's beginning, or the first entries of a tar."""
_MOST_ENTRIES = 20_000
_MOST_LOOKED_INTO = 200
_MEMBER = 1 << 16


def unpacked(source: WeightFile, at_most: int = BEGINNING) -> bytes:
    """The first bytes of what a compressed file holds, even of one that is cut; nothing if it is none."""
    with suppress(UnreadError):
        return Unpacked(source).read(at_most)
    return b""


def beginning(path: str, start: bytes, whole: int | None = None) -> WeightFile:
    """The first bytes of a file of `whole` bytes; of unknown length, if None."""
    source = WeightFile(ArchivePath(path), io.BytesIO(start), len(start))
    source.is_beginning = whole is None or len(start) < whole
    return source


def tar_members(source: WeightFile) -> Iterator[tuple[str, WeightFile | None]]:
    """The files in a tar, and how those at its start begin."""
    return _tar_members(io.BufferedReader(as_file(source)))


def packed_tar_members(source: WeightFile) -> Iterator[tuple[str, WeightFile | None]]:
    """As `tar_members`, of a compressed one, which is unpacked to its end.

    :raises UnreadError: it is longer than is ever read.
    """
    return _tar_members(Unpacked(source))


def _tar_members(file: io.BufferedReader | Unpacked) -> Iterator[tuple[str, WeightFile | None]]:
    with (
        suppress(tarfile.TarError, OSError, EOFError),
        tarfile.open(fileobj=cast("IO[bytes]", file), mode="r:") as archive,
    ):
        for number, entry in enumerate(archive):
            if number >= _MOST_ENTRIES:
                return
            opened = archive.extractfile(entry) if entry.isreg() and number < _MOST_LOOKED_INTO else None
            yield entry.name, beginning(entry.name, opened.read(_MEMBER), entry.size) if opened else None


def zip_members(source: WeightFile) -> Iterator[tuple[str, WeightFile | None]]:
    """The files in a ZIP archive, and how the first of them begin.

    :raises BrokenError: a member lies outside the file.
    :raises UnreadError: the archive's directory is too long.
    """
    yield from _zip_members(source, source.members)
    if source.members is None and source.is_beginning and source.first_member:
        yield source.first_member, None


def appended_members(source: WeightFile) -> Iterator[tuple[str, WeightFile | None]]:
    """As `zip_members`, of an archive that stands behind something else."""
    yield from _zip_members(source, source.appended_members)


def _zip_members(source: WeightFile, members: Members | None) -> Iterator[tuple[str, WeightFile | None]]:
    for number, member in enumerate((members or {}).values()):
        start = member.read(source.at, _MEMBER) if number < _MOST_LOOKED_INTO else None
        yield member.name, None if start is None else beginning(member.name, start, member.size)
