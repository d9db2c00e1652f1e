"""A tar is read as strictly as one from a stranger must be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.archives._listing import consistent, safe_path
from hatch_oaml.archives._tar import sum_of, tar_entries, tar_size
from hatch_oaml.records.members import FileContent, Member, StoredMember
from hatch_oaml.storage.bytes_at import Window, blocks_at
from hatch_oaml.storage.damage import damaged_at, deviates_at, unsafe, unsupported
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.members import Digests
    from hatch_oaml.storage.bytes_at import BytesAt
    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.paths import ArchivePath

_BLOCK = 512
_MODE, _SIZE, _CHECKSUM = slice(100, 108), slice(124, 136), slice(148, 156)
_BINARY = 0x80
_FILES = frozenset({b"0", b"\0"})
_FOLDER = b"5"
_FOR_ALL, _LONG_NAME, _LONG_TARGET = b"g", b"L", b"K"
_METADATA = frozenset({b"x", _FOR_ALL, _LONG_NAME, _LONG_TARGET})
_UNSAFE = {
    b"1": ("a hard link", "是硬链接"),
    b"2": ("a symbolic link", "是符号链接"),
    b"3": ("a device", "是设备文件"),
    b"4": ("a device", "是设备文件"),
    b"6": ("a pipe", "是管道文件"),
}
_MOST_METADATA = 1 << 20  # bytes, far more than the longest name takes
_MOST_PADDING = 1 << 20  # bytes, more than any blocking factor makes
_MOST = (
    1 << 60
)  # bytes, more than any system stores in one file; with any offset the sum is still one that it can be asked for
_LENGTH = expression(rb"([1-9]\d{0,7}) ")


class TarReading:
    """The members of a tar, wherever its bytes come from."""

    tells_modes = True

    def __init__(self, source: BytesAt) -> None:
        self._source = source
        self._window = Window(source)
        self.side_by_side = source.side_by_side
        self.members = consistent(source.name, self._files())

    def blocks(self, member: StoredMember) -> Iterator[memoryview]:
        return blocks_at(self._source, member.offset, member.size)

    def bare(self, member: StoredMember) -> FileContent | int | None:
        return member.offset if self._source.are_bare else None

    def deviation(self, _digests: Digests, /, *, epoch: int) -> Bilingual | None:
        offset = self.first_deviation(_AsMembers(self.members), epoch)
        return None if offset is None else deviates_at(self._source.name, offset)

    def close(self) -> None:
        self._source.close()

    def passes_over(self, kind: bytes, name: str) -> bool:  # noqa: ARG002  # for who reads what others wrote
        """Is an entry of this kind no member, and no reason to refuse the archive? Of ours nothing is."""
        return False

    def first_deviation(self, members: Iterable[Member], epoch: int) -> int | None:
        """Where something stands that is not what our writer puts around the `members`, whatever their contents."""
        offset = 0
        for entry in tar_entries(members, epoch=epoch):
            if self._window.exactly(offset, len(entry.head)) != entry.head:
                return offset
            offset += entry.size
            if any(self._window.exactly(offset - entry.tail, entry.tail)):
                return offset - entry.tail
        end = tar_size(members)
        if any(self._window.exactly(offset, end - offset)):
            return offset
        return end if self._source.read_at(end, memoryview(bytearray(1))) else None

    def _files(self) -> Iterator[StoredMember]:
        offset = 0
        known: dict[str, str] = {}
        while any(header := self._header(offset)):
            kind = header[156:157]
            offset = offset + _BLOCK
            if kind in _METADATA:
                size = self._number(header, _SIZE, offset)
                known |= self._metadata(kind, offset, size)
            else:
                size = int(known["size"]) if "size" in known else self._number(header, _SIZE, offset)
                name = known.get("path") or self._name(header, offset)
                if kind != _FOLDER and not self.passes_over(kind, name):
                    executable = bool(self._number(header, _MODE, offset) & 0o100)
                    path = self._path(kind, name)
                    yield StoredMember(path=path, size=size, executable=executable, offset=offset)
                known = {}
            offset = offset + -(-size // _BLOCK) * _BLOCK
            if offset > 2 * _MOST:
                raise damaged_at(self._source.name, offset)
        self._refuse_what_follows(offset)

    def _header(self, offset: int) -> bytes:
        header = self._window.exactly(offset, _BLOCK)
        if any(header):
            checksum = sum_of(header) - sum(header[_CHECKSUM]) + 8 * ord(" ")
            if checksum != self._number(header, _CHECKSUM, offset):
                raise damaged_at(self._source.name, offset)
        return header

    def _number(self, header: bytes, field: slice, offset: int) -> int:
        digits = header[field]
        if digits[0] == _BINARY:  # as GNU tar writes what octal digits cannot hold
            number = int.from_bytes(digits[1:], "big")
            if number > _MOST:
                raise damaged_at(self._source.name, offset)
            return number
        digits = digits.strip(b"\0 ")
        if not digits:
            return 0
        if not digits.isdigit() or b"8" in digits or b"9" in digits:  # `int` would take a sign and underscores too
            raise damaged_at(self._source.name, offset)
        return int(digits, 8)

    def _name(self, header: bytes, offset: int) -> str:
        name = header[:100].partition(b"\0")[0]
        prefix = header[345:500].partition(b"\0")[0] if header[257:263] == b"ustar\0" else b""
        return self._decoded(prefix + b"/" + name if prefix else name, offset)

    def _decoded(self, text: bytes, offset: int) -> str:
        try:
            return text.decode()
        except UnicodeDecodeError as error:
            raise damaged_at(self._source.name, offset) from error

    def _path(self, kind: bytes, name: str) -> ArchivePath:
        if kind in _UNSAFE:
            raise unsafe(self._source.name, name, *_UNSAFE[kind])
        if kind not in _FILES:
            raise unsupported(
                self._source.name, f"`{name}` is of the unknown kind {kind!r}", f"`{name}` 的类型 {kind!r} 无法识别"
            )
        return safe_path(self._source.name, name.removeprefix("./"))

    def _metadata(self, kind: bytes, offset: int, size: int) -> dict[str, str]:
        """What an extra header says of the member behind it."""
        if size > _MOST_METADATA:
            raise damaged_at(self._source.name, offset)
        data = self._window.exactly(offset, size)
        if kind == _LONG_TARGET:
            return {}
        if kind == _LONG_NAME:
            return {"path": self._decoded(data.rstrip(b"\0"), offset)}
        records = dict(self._records(data, offset))
        if kind == _FOR_ALL:
            records = {key: "" for key in records if key in {"path", "size"}}
        if any(key.startswith("GNU.sparse.") for key in records) or "" in records.values():
            raise unsupported(self._source.name, "it has sparse or nameless members", "其中有稀疏或无名的成员")
        if not re.fullmatch(r"[0-9]{1,18}", records.get("size", "0")):  # less than _MOST
            raise damaged_at(self._source.name, offset)
        return {key: records[key] for key in ("path", "size") if key in records}

    def _records(self, data: bytes, offset: int) -> Iterator[tuple[str, str]]:
        while data:
            length = _LENGTH.match(data)
            record = data[: int(length[1])] if length else b""
            if length is None or len(record) != int(length[1]) or not record.endswith(b"\n"):
                raise damaged_at(self._source.name, offset)
            key, separator, value = self._decoded(record[length.end() : -1], offset).partition("=")
            if not separator:
                raise damaged_at(self._source.name, offset)
            yield key, value
            data = data[len(record) :]

    def _refuse_what_follows(self, offset: int) -> None:
        """Behind the end there may be a little padding, of zeros."""
        rest = memoryview(bytearray(_MOST_PADDING))
        count = self._source.read_at(offset, rest)
        if count == _MOST_PADDING or any(rest[:count]):
            raise unsupported(self._source.name, "something follows its end", "结尾之后还有其他内容")


class _AsMembers:
    """`stored` as the writer was given them, each made anew whenever they are gone through: of very many, all take much room."""

    def __init__(self, stored: Iterable[StoredMember]) -> None:
        self._stored = stored

    def __iter__(self) -> Iterator[Member]:
        return map(as_member, self._stored)


def as_member(stored: StoredMember) -> Member:
    """As the writer was given it, but for the content, of which there is only the size."""
    return Member(path=stored.path, content=FileContent(source="", size=stored.size), executable=stored.executable)
