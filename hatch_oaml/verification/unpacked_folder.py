"""The folder that an archive of ours was unpacked into, read as the archive would be."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from hatch_oaml.archives.wheel import with_record
from hatch_oaml.project.file_facts import unreadable
from hatch_oaml.records.generated import MANIFEST
from hatch_oaml.records.manifest import parse_manifest
from hatch_oaml.records.members import FileContent, LateContent, Member, StoredMember
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import BLOCK, sha256_of
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import ArchivePath, sort_key
from hatch_oaml.values.wheel_names import is_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hatch_oaml.records.members import Digests


class FolderReading:
    """An unpacked archive: its files under the names that they had in it."""

    side_by_side = True
    tells_modes = False

    def __init__(self, folder: Path) -> None:
        self._name = folder.name
        self._sources: dict[ArchivePath, str] = {}
        paths = sorted(_files(str(folder.absolute())), key=lambda file: sort_key(file[0]))
        root = _unpacked_root(folder)
        for path, source in paths:
            self._sources[ArchivePath(f"{root}{path}")] = source
        self.members = tuple(self._member(path, source) for path, source in self._sources.items())

    def _member(self, path: ArchivePath, source: str) -> StoredMember:
        try:
            status = os.stat(source)
        except OSError as error:
            raise unreadable(source, error) from error
        return StoredMember(path=path, size=status.st_size, executable=bool(status.st_mode & 0o100), offset=0)

    def blocks(self, member: StoredMember) -> Iterator[memoryview]:
        source = self._sources[member.path]
        buffer = memoryview(bytearray(min(BLOCK, member.size)))
        left = member.size
        try:
            with open(source, "rb", buffering=0) as file:
                file.seek(member.offset)
                while left and (count := file.readinto(buffer[:left])):
                    yield buffer[:count]
                    left -= count
        except OSError as error:
            raise unreadable(source, error) from error
        if left:
            raise SourceError(
                Bilingual(en=f"{source}: became shorter while it was read", zh=f"{source}：读取过程中文件变短了")
            )

    def deviation(self, digests: Digests, /, *, epoch: int) -> Bilingual | None:  # noqa: ARG002  # the protocol's
        """Of a wheel its RECORD stays, which tells of what the manifest does not."""
        record = next((member for member in self.members if is_record(member.path)), None)
        if record is None or _rebuilt_record(self.members, digests) == digests[record.path]:
            return None
        return Bilingual(
            en=f"{self._name}: `{record.path}` does not tell of just the files that are there",
            zh=f"{self._name}：`{record.path}` 所列与实际文件不一致",
        )

    def close(self) -> None:
        pass


def _rebuilt_record(members: tuple[StoredMember, ...], digests: Digests) -> str | None:
    """The digest of the RECORD that the writer of wheels makes for `members`; None if it makes none."""
    with suppress(ValueError):
        *_, record = with_record(
            [Member(path=member.path, content=FileContent(source="", size=member.size)) for member in members]
        )
        if isinstance(record.content, LateContent):
            return sha256_of(record.content.render(digests))
    return None


def _files(root: str) -> Iterator[tuple[str, str]]:
    folders = [("", root)]
    while folders:
        prefix, folder = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            raise unreadable(folder, error) from error
        for entry in entries:
            path = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                folders.append((f"{path}/", entry.path))
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
