"""The folder that an archive of ours was unpacked into, read as the archive would be."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from hatch_oaml.archives.oci import store_of
from hatch_oaml.archives.wheel import with_record
from hatch_oaml.project.on_disk import unreadable
from hatch_oaml.records.members import FileContent, LateContent, Member, StoredMember
from hatch_oaml.records.wheel_record import parse_record
from hatch_oaml.storage.opening import INDEX, LAYOUT
from hatch_oaml.storage.source import stretch
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import BLOCK, sha256_of
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.paths import ArchivePath
from hatch_oaml.values.wheel_names import is_data, is_record, member_order
from hatch_oaml.verification.companions import companions_among
from hatch_oaml.verification.folder_layout import Layout, lay_out
from hatch_oaml.verification.folder_walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from hatch_oaml.archives import Reading
    from hatch_oaml.records.members import Digests
    from hatch_oaml.verification.folder_walk import FolderFile


_OF_A_LAYOUT = expression(rf"{re.escape(LAYOUT)}|{re.escape(INDEX)}|blobs/\w+/[0-9a-f]+")


class FolderReading:
    """An unpacked archive: its files under the names that they had in it."""

    side_by_side = True
    tells_modes = False

    def __init__(self, folder: Path, layout: Layout | None = None) -> None:
        """:param layout: what of the folder is an archive's; found out where it is not known."""
        self._name = folder.name
        self.layout = layout or lay_out(folder)
        files = sorted(self.layout.files, key=lambda file: member_order(file.path))
        self._files = {ArchivePath(file.path): file for file in files}
        self.members = tuple(
            StoredMember(path=ArchivePath(file.path), size=file.size, executable=file.executable, offset=0)
            for file in files
        )

    def blocks(self, member: StoredMember) -> Iterator[memoryview]:
        file = self._files[member.path]
        if file.pin is not None:
            yield from stretch(member.path, _content(file), member.offset, member.size)
            return
        buffer = memoryview(bytearray(min(BLOCK, member.size)))
        left = member.size
        try:
            with open(file.source, "rb", buffering=0) as opened:
                opened.seek(member.offset)
                while left and (count := opened.readinto(buffer[:left])):
                    yield buffer[:count]
                    left -= count
        except OSError as error:
            raise unreadable(file.source, error) from error
        if left:
            raise SourceError(
                Bilingual(
                    en=f"{file.source}: became shorter while it was read", zh=f"{file.source}：读取过程中文件变短了"
                )
            )

    def bare(self, member: StoredMember) -> FileContent | int | None:
        return _content(self._files[member.path])

    def deviation(self, digests: Digests, /, *, epoch: int) -> Bilingual | None:  # noqa: ARG002  # the protocol's
        """Of a wheel its RECORD stays, which tells of what the manifest does not."""
        record = next((member for member in self.members if is_record(member.path)), None)
        if record is None or _rebuilt_record(self.members, digests) == digests[record.path]:
            return None
        if self.layout.is_installed and self._is_told_of_by(record, digests):
            return None
        return Bilingual(
            en=f"{self._name}: `{record.path}` does not tell of just the files that are there",
            zh=f"{self._name}：`{record.path}` 所列与实际文件不一致",
        )

    def close(self) -> None:
        pass

    def _is_told_of_by(self, record: StoredMember, digests: Digests) -> bool:
        """An installer writes RECORD anew: in an order of its own, without what it put elsewhere, and with rows of what it put beside."""
        told = dict(parse_record(b"".join(map(bytes, self.blocks(record)))))
        there = {
            member.path: digests[member.path]
            for member in self.members
            if member.path != record.path and not is_data(member.path)
        }
        beside = dict(self.layout.companions)
        return there.items() <= told.items() and all(
            path in there or path in beside or not _is_inside(path, there) for path in told
        )


def _content(file: FolderFile) -> FileContent:
    """With an address, or a path that means the same to every process."""
    source = os.path.abspath(file.source) if file.pin is None else file.source
    return FileContent(source=source, size=file.size, pin=file.pin)


def layout_store(folder: Path) -> FolderReading:
    """All that lies in an image layout but what tools put there.

    :raises SourceError: something in the folder is no file, or cannot be read.
    """
    files = tuple(walk(str(folder)))
    own = [file.path for file in files if _OF_A_LAYOUT.fullmatch(file.path)]
    found = companions_among({file.path: file.size for file in files}, own, ("",))
    return FolderReading(
        folder,
        Layout(
            files=tuple(file for file in files if file.path not in found and not file.is_folder),
            companions=tuple((path, row.who) for path, row in sorted(found.items())),
        ),
    )


def layout_of(reading: Reading) -> Layout:
    """How what was read lies on disk; of an archive there is nothing to tell."""
    store = store_of(reading)
    return store.layout if isinstance(store, FolderReading) else Layout(files=())


def _is_inside(path: str, there: Iterable[str]) -> bool:
    """Does `path` lie in a folder of the wheel? Commands and shared data lie outside of `site-packages`, or in folders of their own."""
    return path.partition("/")[0] in {known.partition("/")[0] for known in there}


def _rebuilt_record(members: Sequence[StoredMember], digests: Digests) -> str | None:
    """The digest of the RECORD that the writer of wheels makes for `members`; None if it makes none."""
    with suppress(ValueError):
        *_, record = with_record(
            [Member(path=member.path, content=FileContent(source="", size=member.size)) for member in members]
        )
        if isinstance(record.content, LateContent):
            return sha256_of(record.content.render(digests))
    return None
