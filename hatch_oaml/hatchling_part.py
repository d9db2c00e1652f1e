"""The small part of a wheel or sdist: what Hatchling wrote before the gate opens."""

from __future__ import annotations

import hashlib
import os
import tarfile
import zipfile
from typing import IO, TYPE_CHECKING

from hatch_oaml.archives._contract import BytesContent, FileContent, Member
from hatch_oaml.digests import Sha256
from hatch_oaml.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_BLOCK = 1 << 20
_AT_HAND = 8 << 20
"""Members up to this many bytes that lie nowhere on disk are kept in memory, larger ones in a temporary file."""

_EXECUTABLE = 0o100


def wheel_members(wheel: Path, placed: Mapping[str, str], spool: Path) -> Iterator[Member]:
    """The wheel's members but its RECORD; those that came from the tree are to be read there again.

    :param placed: path in the wheel → source on disk, for what Hatchling selected.
    :param spool: a folder for large members that came from elsewhere.
    """
    with zipfile.ZipFile(wheel) as archive:
        for info in archive.infolist():
            if info.filename.endswith(".dist-info/RECORD"):
                continue
            with archive.open(info) as stream:
                executable = bool((info.external_attr >> 16) & _EXECUTABLE)
                yield _member(info.filename, stream, info.file_size, placed, spool, executable=executable)


def sdist_members(sdist: Path, placed: Mapping[str, str], spool: Path) -> Iterator[Member]:
    """The sdist's files, links resolved to what they led to in the tree; `placed` is relative to its root folder."""
    with tarfile.open(sdist, "r:gz") as archive:
        for info in archive:
            source = placed.get(info.name.partition("/")[2])
            if source is not None and (info.issym() or info.islnk()):
                yield _linked_member(info.name, source)
            elif stream := archive.extractfile(info) if info.isfile() else None:
                found = {info.name: source} if source is not None else {}
                executable = bool(info.mode & _EXECUTABLE)
                yield _member(info.name, stream, info.size, found, spool, executable=executable)


def _linked_member(name: str, source: str) -> Member:
    status = os.stat(source)
    content = FileContent(source=source, size=status.st_size)
    return Member(path=ArchivePath(name), content=content, executable=bool(status.st_mode & _EXECUTABLE))


def _member(
    name: str, stream: IO[bytes], size: int, placed: Mapping[str, str], spool: Path, *, executable: bool
) -> Member:
    content: FileContent | BytesContent
    if name in placed:
        content = FileContent(source=placed[name], size=size, expected=_digest(stream))
    elif size <= _AT_HAND:
        content = BytesContent(data=stream.read())
    else:
        content = _spooled(name, stream, size, spool)
    return Member(path=ArchivePath(name), content=content, executable=executable)


def _digest(stream: IO[bytes]) -> Sha256:
    digest = hashlib.sha256()
    while block := stream.read(_BLOCK):
        digest.update(block)
    return Sha256(digest.hexdigest())


def _spooled(name: str, stream: IO[bytes], size: int, spool: Path) -> FileContent:
    target = spool / hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()
    with target.open("wb") as file:
        while block := stream.read(_BLOCK):
            file.write(block)
    return FileContent(source=str(target), size=size)
