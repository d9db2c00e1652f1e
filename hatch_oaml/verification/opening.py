"""A finished archive opened, and its members being hashed while what judges it is still being loaded."""

from __future__ import annotations

from contextlib import closing, contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from hatch_oaml.archives import format_of, hashing
from hatch_oaml.archives.oci import FORMAT as LAYOUT_FORMAT, read_layout
from hatch_oaml.records.generated import MANIFEST
from hatch_oaml.records.manifest import parse_manifest
from hatch_oaml.storage.opening import is_layout, size_of
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.many import column
from hatch_oaml.verification.bombs import Source, refuse_bomb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hatch_oaml.archives import ArchiveFormat, Reading
    from hatch_oaml.records.manifest import Manifest
    from hatch_oaml.records.members import Digests, Progress, StoredMember
    from hatch_oaml.verification.by_workers import Workers

_LONGEST = 256 << 20
"""Bytes of what is parsed in one piece."""
LONGEST_LIST = 1 << 30
"""Bytes of what has a line for each file: more than the manifest and the bill of materials of a million take."""


def form_at(path: Path) -> ArchiveFormat | None:
    """That of the archive at `path`, packed or unpacked, by its name or what lies in it; None for any other folder."""
    if is_layout(path):
        return LAYOUT_FORMAT
    return None if path.is_dir() else format_of(path)


def open_archive(path: Path) -> Reading:
    """:raises SourceError: `path` is no archive of a format of ours, or it is damaged or unsafe."""
    if path.is_dir():
        return _open_folder(path)
    archive_format = form_at(path)
    if archive_format is None:
        raise SourceError(
            Bilingual(
                en=f"{path}: no archive that hatch-oaml writes, by its name; unpack it and point to the folder",
                zh=f"{path}：从名称看不是 hatch-oaml 生成的归档；请解包后指向其文件夹",
            )
        )
    return archive_format.read(path)


def _open_folder(path: Path) -> Reading:
    # an archive is no folder, and is being hashed the sooner
    from hatch_oaml.verification.unpacked_folder import FolderReading, layout_store  # noqa: PLC0415

    return read_layout(layout_store(path), path.name) if is_layout(path) else FolderReading(path)


def manifest_of(reading: Reading, archive: str) -> tuple[StoredMember, Manifest] | None:
    """The manifest nearest to the top, with the member that holds it; None without one.

    :raises SourceError: it is there and damaged.
    """
    paths = enumerate(column(reading.members, "path"))
    found = ((path.count("/"), path, at) for at, path in paths if path.rpartition("/")[2] == MANIFEST)
    nearest = min(found, default=None)
    if nearest is None:
        return None
    member = reading.members[nearest[2]]
    try:
        return member, parse_manifest(read_list(reading, member), column(reading.members, "path"))
    except ValueError as error:
        raise SourceError(
            Bilingual(
                en=f"{archive}: {member.path} is no manifest that hatch-oaml wrote ({error}); fetch the archive again",
                zh=f"{archive}：{member.path} 不是 hatch-oaml 写出的清单（{error}）；请重新获取该归档",
            )
        ) from error


def read_small(reading: Reading, member: StoredMember, at_most: int = _LONGEST) -> bytes:
    """All bytes of a member that is small in every archive of ours.

    :raises SourceError: this one is not, or the archive is damaged.
    """
    _refuse_longer(member, at_most)
    return _joined(reading.blocks(member))


def read_list(reading: Reading, member: StoredMember) -> bytes:
    """As `read_small`, of a text that has a line for each file; of what is no text, no more than its beginning.

    :raises SourceError: likewise.
    """
    _refuse_longer(member, LONGEST_LIST)
    return _joined(_while_text(reading.blocks(member)))


def _refuse_longer(member: StoredMember, at_most: int) -> None:
    if member.size > at_most:
        raise SourceError(
            Bilingual(
                en=f"{member.path}: its {member.size:,} bytes are more than such a file ever has; do not unpack the archive",
                zh=f"{member.path}：大小为 {member.size:,} 字节，远超此类文件应有的大小；请勿解压该归档",
            )
        )


def _joined(blocks: Iterable[memoryview]) -> bytes:
    read = BytesIO()  # which gives its bytes away without a second copy
    for block in blocks:
        read.write(block)
    return read.getvalue()


def _while_text(blocks: Iterable[memoryview]) -> Iterator[memoryview]:
    """Up to the first with a NUL byte, which no text has: of a gigabyte of them nothing is kept."""
    for block in blocks:
        yield block
        if b"\0" in bytes(block):
            return


@frozen
class Opened:
    """`manifest` is there with the member that holds it, unless nobody judged the archive when it was written; then
    `digests` is empty.
    """

    archive: Path
    reading: Reading
    manifest: tuple[StoredMember, Manifest] | None
    digests: Digests

    @property
    def name(self) -> str:
        return _name_of(self.archive)


def _name_of(archive: Path) -> str:
    return archive.name or str(archive.absolute())


@contextmanager
def opened(archive: Path, progress: Progress, workers: Workers | None = None) -> Iterator[Opened]:
    """Every member is hashed, each byte read once: a digest that is not known yet is waited for where it is asked.

    :param workers: who hashes large members, if not the threads of this process.
    :raises SourceError: it cannot be read: damaged, cut short, or unsafe to unpack; at the start, where a digest is
        asked, or at the end.
    """
    name = _name_of(archive)
    with closing(open_archive(archive)) as reading:
        found = manifest_of(reading, name)
        if found is None:
            yield Opened(archive=archive, reading=reading, manifest=None, digests={})
            return
        member, manifest = found
        if not archive.is_dir():
            refuse_bomb(reading, member.path, manifest, Source(name=name, size=size_of(archive)))
        others = workers.others(archive, reading) if workers else None
        with hashing(
            reading,
            progress,
            others,
            dict(zip(column(manifest.files, "path"), column(manifest.files, "sha256"), strict=True)),
        ) as digests:
            yield Opened(archive=archive, reading=reading, manifest=found, digests=digests)
