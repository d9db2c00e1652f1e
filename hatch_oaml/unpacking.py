"""A finished archive of ours, or the folder that one was unpacked into, taken apart again."""

from __future__ import annotations

import io
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hatch_oaml import notices
from hatch_oaml.archives import format_of
from hatch_oaml.archives._contract import FileContent, LateContent, Member, StoredMember
from hatch_oaml.archives._digesting import digests_of
from hatch_oaml.archives.wheel import with_record
from hatch_oaml.bilingual import Bilingual
from hatch_oaml.digests import sha256_of
from hatch_oaml.errors import SourceError
from hatch_oaml.inventory import ReleaseFile
from hatch_oaml.manifest import parse_manifest
from hatch_oaml.paths import ArchivePath, sort_key
from hatch_oaml.reading import BLOCK, WHOLE, parse_pointer, read_text, unreadable
from hatch_oaml.release import MANIFEST
from hatch_oaml.weights import LARGEST_INDEX, _inspect, digest_tensors, inspect_index, is_index
from hatch_oaml.weights._contract import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _typeshed import WriteableBuffer

    from hatch_oaml.archives._contract import Digests, Progress, Reading
    from hatch_oaml.manifest import Manifest, ManifestFile
    from hatch_oaml.tensors import Weights

_LONGEST = 256 << 20
"""Of what is parsed in one piece: more than the manifest of a million files takes."""
_HEAD = 16 << 20
_TAIL = 1 << 20
_WINDOW = 1 << 16
_MOST_OF_A_POINTER = 1024


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
        return StoredMember(path=path, size=status.st_size, executable=bool(status.st_mode & 0o100), place=0)

    def blocks(self, member: StoredMember) -> Iterator[memoryview]:
        source = self._sources[member.path]
        buffer = memoryview(bytearray(min(BLOCK, member.size)))
        left = member.size
        try:
            with open(source, "rb", buffering=0) as file:
                file.seek(member.place)
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
        record = next((member for member in self.members if _is_record(member.path)), None)
        if record is None or _rebuilt_record(self.members, digests) == digests[record.path]:
            return None
        return Bilingual(
            en=f"{self._name}: `{record.path}` does not tell of just the files that are there",
            zh=f"{self._name}：`{record.path}` 所列与实际文件不一致",
        )

    def close(self) -> None:
        pass


def _is_record(path: str) -> bool:
    return path.endswith(".dist-info/RECORD") and path.count("/") == 1


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


def manifest_of(reading: Reading, archive: str) -> tuple[StoredMember, Manifest] | None:
    """The manifest nearest to the top, with the member that holds it; None without one.

    :raises SourceError: it is there and damaged.
    """
    found = (member for member in reading.members if member.path.rpartition("/")[2] == MANIFEST)
    member = min(found, key=lambda member: (member.path.count("/"), member.path), default=None)
    if member is None:
        return None
    try:
        return member, parse_manifest(whole(reading, member))
    except ValueError as error:
        raise SourceError(
            Bilingual(
                en=f"{archive}: {member.path} is no manifest that hatch-oaml wrote ({error}); fetch the archive again",
                zh=f"{archive}：{member.path} 不是 hatch-oaml 写出的清单（{error}）；请重新获取该归档",
            )
        ) from error


def whole(reading: Reading, member: StoredMember) -> bytes:
    """All bytes of a member that is small in every archive of ours.

    :raises SourceError: this one is not, or the archive is damaged.
    """
    if member.size > _LONGEST:
        raise SourceError(
            Bilingual(
                en=f"{member.path}: its {member.size:,} bytes are more than such a file ever has; do not unpack the archive",
                zh=f"{member.path}：大小为 {member.size:,} 字节，远超此类文件应有的大小；请勿解压该归档",
            )
        )
    return b"".join(map(bytes, reading.blocks(member)))


def read_once(reading: Reading, progress: Progress) -> Contents:
    """Every member hashed, side by side, each byte read once.

    :raises SourceError: the archive is damaged.
    """
    return Contents(reading, digests_of(reading, progress))


@dataclass(frozen=True, slots=True)
class Contents:
    """An archive whose members have all been hashed."""

    reading: Reading
    digests: Digests

    def release_file(self, member: StoredMember, listed: ManifestFile) -> ReleaseFile:
        """The facts of a release file, as `reading.read_file` has them from a tree."""
        release = listed.release or listed.path
        if listed.role == "model":
            facts = self._model_file(member, listed, release)
        else:
            facts = read_text(release, listed.role, listed.kind, self._start(member))
        return replace(facts, size=member.size, sha256=self.digests[member.path], executable=member.executable)

    def with_tensor_digests(self, member: StoredMember, file: ReleaseFile) -> ReleaseFile:
        """`file`, a model file's tensors digested: its bytes are read once more."""
        facts = file.weights
        if facts is None or not facts.tensors:
            return file
        return replace(file, weights=replace(facts, tensors=digest_tensors(self.reading.blocks(member), facts.tensors)))

    def _model_file(self, member: StoredMember, listed: ManifestFile, release: ArchivePath) -> ReleaseFile:
        pointer = parse_pointer(whole(self.reading, member)) if member.size < _MOST_OF_A_POINTER else None
        header = None if pointer else self._header(member, release)
        found = notices.extract_metadata(release, header.metadata) if header else ()
        index = self._first(member, LARGEST_INDEX + 1) if is_index(release) else None
        return ReleaseFile(
            path=release,
            source="",
            role="model",
            kind=listed.kind,
            size=member.size,
            pointer=pointer,
            weights=header,
            shards=None if index is None else inspect_index(release, index),
            notices=found,
        )

    def _header(self, member: StoredMember, release: ArchivePath) -> Weights | None:
        """Read where it lies, as in a tree: in many formats it is spread over the whole file."""
        if self.reading.side_by_side:
            with suppress(
                SourceError
            ):  # a ZIP member that somebody deflated: each block was read already, and is whole
                return _inspected(release, _Ranges(self.reading, member), member.size)
        return _inspected(release, _Ends(self.reading, member), member.size)

    def _first(self, member: StoredMember, at_most: int) -> bytes:
        data = bytearray()
        for block in self.reading.blocks(member):
            data += block[: at_most - len(data)]
            if len(data) == at_most:
                break
        return bytes(data)

    def _start(self, member: StoredMember) -> Iterator[memoryview]:
        """Of a long text only what is searched for notices, and one block more to show that it is longer."""
        seen = 0
        for block in self.reading.blocks(member):
            if seen > WHOLE:
                return
            yield block
            seen += len(block)


def _inspected(path: ArchivePath, file: io.RawIOBase, size: int) -> Weights | None:
    with io.BufferedReader(file, _WINDOW) as stream:
        return _inspect(Source(path, stream, size))


class _AsFile(io.RawIOBase):
    """A member as a file that the readers of weights can go about in."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._position = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        return self._position

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer)[: max(0, self._size - self._position)]
        self._read_at(self._position, target)
        self._position += len(target)
        return len(target)

    def _read_at(self, offset: int, target: memoryview) -> None:
        raise NotImplementedError


class _Ranges(_AsFile):
    """Fetched from where they lie, for a member whose bytes are stored as they are."""

    def __init__(self, reading: Reading, member: StoredMember) -> None:
        super().__init__(member.size)
        self._reading = reading
        self._member = member

    def _read_at(self, offset: int, target: memoryview) -> None:
        part = replace(self._member, place=self._member.place + offset, size=len(target))
        filled = 0
        for block in self._reading.blocks(part):
            target[filled : filled + len(block)] = block
            filled += len(block)


class _Ends(_AsFile):
    """Start and end alone, in memory, with zeros between: for what somebody compressed, which no archive of ours is."""

    def __init__(self, reading: Reading, member: StoredMember) -> None:
        super().__init__(member.size)
        self._head, self._tail = bytearray(), bytearray()
        for block in reading.blocks(member):
            self._head += block[: _HEAD - len(self._head)]
            self._tail = (self._tail + block)[-_TAIL:]

    def _read_at(self, offset: int, target: memoryview) -> None:
        target[:] = bytes(len(target))
        for start, data in ((0, self._head), (self._size - len(self._tail), self._tail)):
            first, last = max(start, offset), min(start + len(data), offset + len(target))
            if first < last:
                target[first - offset : last - offset] = data[first - start : last - start]
