"""The small part of a wheel or sdist: what Hatchling wrote before the gate opens."""

from __future__ import annotations

import glob
import os
import shutil
import sys
import tarfile
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from hatch_oaml.records.members import BytesContent, FileContent, Member
from hatch_oaml.values.digests import RunningSha256, read_blocks, sha256_of_blocks, sha256_of_name
from hatch_oaml.values.paths import ArchivePath, prefix_of
from hatch_oaml.values.wheel_names import is_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

if sys.platform != "win32":
    import fcntl

_AT_HAND = 8 << 20
"""Members up to this many bytes that lie nowhere on disk are kept in memory, larger ones in a temporary file."""

_METADATA = "PKG-INFO"
_EXECUTABLE = 0o100


@contextmanager
def set_aside(artifact: Path) -> Iterator[tuple[Path, Path]]:
    """Hatchling's archive under another name, and a folder for temporary files; both are gone afterwards.

    So no archive without its model stays under the final name, however this ends. What a killed process left behind
    is removed first: each such folder is locked as long as its owner lives.
    """
    prefix = f".{artifact.name}.part-"
    for orphan in artifact.parent.glob(f"{glob.escape(prefix)}*"):
        with _locked(orphan) as is_ours:
            if is_ours:
                shutil.rmtree(orphan, ignore_errors=True)
    # a refusal may find an archive open, which Windows does not remove: what is wrong is to be told, not that
    temporary = tempfile.TemporaryDirectory(
        prefix=prefix, dir=artifact.parent, ignore_cleanup_errors=sys.platform == "win32"
    )
    with temporary as name, _locked(Path(name)):
        small = Path(name, artifact.name)
        os.replace(artifact, small)
        yield small, Path(name)


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Whether no living process had the folder locked."""
    if sys.platform == "win32":
        yield False  # Windows removes nothing that is open, and tells nobody's from somebody's: leave it be
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        yield False
    else:
        yield True
    finally:
        os.close(descriptor)


def without(
    members: Iterable[Member], folders: tuple[str, ...], root: str, is_own_archive: Callable[[str], bool]
) -> Iterator[Member]:
    """The members but those below `folders` of the archive's `root`, and but the project's own archives: what builds
    wrote is never packed again.

    Hatchling leaves out `dist` alone, whatever folder it was told to write into.
    """
    above = prefix_of(root)
    unwanted = tuple(f"{above}{folder}/" for folder in folders)
    return (
        member
        for member in members
        if not member.path.startswith(unwanted) and not is_own_archive(member.path.removeprefix(above))
    )


def wheel_members(wheel: Path, placed: Mapping[str, str], spool: Path) -> Iterator[Member]:
    """The wheel's members but its RECORD; those that came from the tree are to be read there again.

    :param placed: path in the wheel → source on disk, for what Hatchling selected.
    :param spool: a folder for large members that came from elsewhere.
    """
    with zipfile.ZipFile(wheel) as archive:
        for info in archive.infolist():
            if is_record(info.filename):
                continue
            with archive.open(info) as stream:
                executable = bool((info.external_attr >> 16) & _EXECUTABLE)
                yield _member(info.filename, stream, info.file_size, placed, spool, executable=executable)


def sdist_members(sdist: Path, placed: Mapping[str, str], spool: Path) -> Iterator[Member]:
    """The sdist's files, links resolved to what they led to in the tree; `placed` is relative to its root folder."""
    with tarfile.open(sdist, "r:gz") as archive:
        for info in archive:
            path = info.name.partition("/")[2]
            source = placed.get(path) if path != _METADATA else None  # its own, whatever an unpacked sdist has there
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
        content = FileContent(source=placed[name], size=size, expected=sha256_of_blocks(read_blocks(stream.read)))
    elif size <= _AT_HAND:
        content = BytesContent(data=stream.read())
    else:
        content = _spooled(name, stream, size, spool)
    return Member(path=ArchivePath(name), content=content, executable=executable)


def _spooled(name: str, stream: IO[bytes], size: int, spool: Path) -> FileContent:
    target = spool / sha256_of_name(name)
    running = RunningSha256()
    with target.open("wb") as file:
        for block in read_blocks(stream.read):
            running.update(block)
            file.write(block)
    return FileContent(source=str(target), size=size, expected=running.digest())
