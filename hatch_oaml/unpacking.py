"""A finished archive of ours, or the folder that one was unpacked into, taken apart again."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hatch_oaml import notices, weights
from hatch_oaml.archives import format_of
from hatch_oaml.archives._contract import StoredMember
from hatch_oaml.archives._digesting import digests_of
from hatch_oaml.bilingual import Bilingual
from hatch_oaml.errors import SourceError
from hatch_oaml.inventory import ReleaseFile
from hatch_oaml.manifest import parse_manifest
from hatch_oaml.paths import ArchivePath
from hatch_oaml.reading import BLOCK, WHOLE, read_text, unreadable
from hatch_oaml.release import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from hatch_oaml.archives._contract import Digests, Progress, Reading
    from hatch_oaml.manifest import Manifest, ManifestFile

_LONGEST_MANIFEST = 256 << 20
_HEAD = 16 << 20
_TAIL = 1 << 20


def open_archive(path: Path) -> Reading:
    """:raises SourceError: `path` is no archive of a format of ours, or it is damaged or unsafe."""
    if path.is_dir():
        return _Folder(path)
    archive_format = format_of(path)
    if archive_format is None:
        raise SourceError(
            Bilingual(
                en=f"{path}: no archive that hatch-oaml writes, by its name; unpack it and point to the folder",
                zh=f"{path}：从名称看不是 hatch-oaml 生成的归档；请解包后指向其文件夹",
            )
        )
    return archive_format.read(path)


class _Folder:
    """An unpacked archive: its files under the names that they had in it."""

    side_by_side = True

    def __init__(self, folder: Path) -> None:
        self._sources: dict[ArchivePath, str] = {}
        paths = sorted(_files(str(folder.absolute())))
        root = _unpacked_root(folder)
        for path, source in paths:
            self._sources[ArchivePath(f"{root}{path}")] = source
        self.members = tuple(self._member(path, source) for path, source in self._sources.items())

    def _member(self, path: ArchivePath, source: str) -> StoredMember:
        status = os.stat(source)
        return StoredMember(path=path, size=status.st_size, executable=bool(status.st_mode & 0o100), place=0)

    def blocks(self, member: StoredMember) -> Iterator[memoryview]:
        buffer = memoryview(bytearray(BLOCK))
        try:
            with open(self._sources[member.path], "rb", buffering=0) as file:
                while count := file.readinto(buffer):
                    yield buffer[:count]
        except OSError as error:
            raise unreadable(self._sources[member.path], error) from error

    def deviation(self, _digests: Digests, /, *, epoch: int) -> Bilingual | None:  # noqa: ARG002  # the protocol's
        return None

    def close(self) -> None:
        pass


def _files(folder: str, prefix: str = "") -> Iterator[tuple[str, str]]:
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        raise unreadable(folder, error) from error
    for entry in entries:
        path = f"{prefix}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{path}/")
        elif entry.is_file(follow_symlinks=False):
            yield path, entry.path
        else:
            raise SourceError(
                Bilingual(
                    en=f"{entry.path}: a link or a device, which no archive of hatch-oaml holds",
                    zh=f"{entry.path}：是链接或设备文件，hatch-oaml 的归档中不会有",
                )
            )


def _unpacked_root(folder: Path) -> str:
    """The archive's folder at the top, whatever the unpacked one is called now."""
    with suppress(OSError, ValueError):
        root = parse_manifest((folder / MANIFEST).read_bytes()).root
        return f"{root}/" if root else ""
    return ""


def manifest_of(reading: Reading, archive: str) -> tuple[StoredMember, Manifest] | None:
    """The manifest nearest to the top, with the member that holds it; None without one.

    :raises SourceError: it is there and damaged.
    """
    found = (member for member in reading.members if member.path.rpartition("/")[2] == MANIFEST)
    member = min(found, key=lambda member: (member.path.count("/"), member.path), default=None)
    if member is None:
        return None
    try:
        if member.size > _LONGEST_MANIFEST:
            raise ValueError(f"{member.size:,} bytes are too many")  # noqa: TRY301  # one place says what is wrong
        return member, parse_manifest(whole(reading, member))
    except ValueError as error:
        raise SourceError(
            Bilingual(
                en=f"{archive}: {member.path} is no manifest that hatch-oaml wrote ({error}); fetch the archive again",
                zh=f"{archive}：{member.path} 不是 hatch-oaml 写出的清单（{error}）；请重新获取该归档",
            )
        ) from error


def whole(reading: Reading, member: StoredMember) -> bytes:
    """All bytes of a small member."""
    return b"".join(map(bytes, reading.blocks(member)))


@contextmanager
def read_once(reading: Reading, wanted: Collection[ArchivePath], progress: Progress) -> Iterator[Contents]:
    """Every member hashed, side by side, each byte read once; of the `wanted` ones the headers are kept on the way.

    :raises SourceError: the archive is damaged.
    """
    with tempfile.TemporaryDirectory() as folder:
        keeper = _HeaderKeeper(reading, {path: os.path.join(folder, str(n)) for n, path in enumerate(sorted(wanted))})
        yield Contents(reading, digests_of(keeper, progress), keeper.headers)


class _HeaderKeeper:
    """A reading that keeps, of some members, the two ends, where every format has its header.

    They go into files of the members' own sizes, with a hole in the middle.
    """

    def __init__(self, reading: Reading, headers: Mapping[ArchivePath, str]) -> None:
        self._reading = reading
        self.headers = headers
        self.members = reading.members
        self.side_by_side = reading.side_by_side

    def blocks(self, member: StoredMember) -> Iterator[memoryview]:
        if member.path not in self.headers:
            yield from self._reading.blocks(member)
            return
        with open(self.headers[member.path], "wb") as file:
            offset = 0
            for block in self._reading.blocks(member):
                if offset < _HEAD or offset + len(block) > member.size - _TAIL:
                    file.seek(offset)
                    file.write(block)
                offset += len(block)
                yield block
            file.truncate(member.size)

    def deviation(self, digests: Digests, /, *, epoch: int) -> Bilingual | None:
        return self._reading.deviation(digests, epoch=epoch)

    def close(self) -> None:
        self._reading.close()


@dataclass(frozen=True, slots=True)
class Contents:
    """An archive whose members have all been hashed."""

    reading: Reading
    digests: Digests
    headers: Mapping[ArchivePath, str]

    def release_file(self, member: StoredMember, listed: ManifestFile) -> ReleaseFile:
        """The facts of a release file, as `reading.read_file` has them from a tree."""
        release = listed.release or listed.path
        if listed.role == "model":
            facts = self._model_file(member, listed, release)
        else:
            facts = read_text(release, listed.role, listed.kind, self._start(member))
        return replace(facts, size=member.size, sha256=self.digests[member.path], executable=member.executable)

    def _model_file(self, member: StoredMember, listed: ManifestFile, release: ArchivePath) -> ReleaseFile:
        header = weights.inspect(release, self.headers[member.path])
        found = notices.extract_metadata(release, header.metadata) if header else ()
        return ReleaseFile(
            path=release, source="", role="model", kind=listed.kind, size=member.size, weights=header, notices=found
        )

    def _start(self, member: StoredMember) -> Iterator[memoryview]:
        """Of a long text only what is searched for notices, and one block more to show that it is longer."""
        seen = 0
        for block in self.reading.blocks(member):
            if seen > WHOLE:
                return
            yield block
            seen += len(block)
