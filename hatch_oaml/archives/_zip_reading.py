"""A ZIP file is read as strictly as one from a stranger must be."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from hatch_oaml.archives._listing import consistent, safe_path
from hatch_oaml.archives._zip import zip_directory, zip_head
from hatch_oaml.records.members import FileContent, Member, StoredMember
from hatch_oaml.storage.bytes_at import Window, blocks_at
from hatch_oaml.storage.crc32 import crc32
from hatch_oaml.storage.damage import damaged, damaged_at, deviates_at, refuse_inflation, unsafe, unsupported
from hatch_oaml.values.digests import BLOCK
from hatch_oaml.values.zip_directory import directory_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import WriteableBuffer

    from hatch_oaml.records.members import Digests
    from hatch_oaml.storage.bytes_at import SizedBytesAt
    from hatch_oaml.values.bilingual import Bilingual

_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_LOCAL_MAGIC = b"PK\x03\x04"
_ENCRYPTED = 1
_UTF_8 = 0x800
_UNIX = 3
_LONGEST_DIRECTORY = 1 << 20
_OF_A_MEMBER = 600
"""Bytes, on the average: a name, and what others' writers put beside it."""
_FAULTS = (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, IndexError, EOFError, struct.error)


class ZipReading:
    """The members of a ZIP file, stored or deflated."""

    side_by_side = True
    tells_modes = True

    def __init__(self, source: SizedBytesAt) -> None:
        self.name = source.name
        self._source = source
        self._window = Window(source)
        self._infos: dict[str, zipfile.ZipInfo] = {}
        self.members = consistent(self.name, self._files())
        self._refuse_overlaps()
        refuse_inflation(
            self.name,
            sum(info.file_size for info in self._infos.values()),
            sum(info.compress_size for info in self._infos.values()),
        )

    def blocks(self, member: StoredMember) -> Iterator[memoryview]:
        info = self._infos[member.path]
        if info.compress_type == zipfile.ZIP_STORED:
            return blocks_at(self._source, member.offset, member.size)
        return self._inflated(member, info)

    def bare(self, member: StoredMember) -> FileContent | int | None:
        is_stored = self._infos[member.path].compress_type == zipfile.ZIP_STORED
        return member.offset if is_stored and self._source.are_bare else None

    def deviation(self, _digests: Digests, /, *, epoch: int) -> Bilingual | None:
        offset = self._first_deviation(epoch)
        return None if offset is None else deviates_at(self.name, offset)

    def close(self) -> None:
        self._source.close()

    def passes_over(self, info: zipfile.ZipInfo) -> bool:  # noqa: ARG002  # for who reads what others wrote
        """Is an entry no member, and no reason to refuse the archive? Of ours nothing is."""
        return False

    def _first_deviation(self, epoch: int) -> int | None:
        offset = 0
        for stored in self.members:
            head = zip_head(_as_member(stored), epoch=epoch, crc=self._infos[stored.path].CRC)
            if stored.offset != offset + len(head) or self._window.exactly(offset, len(head)) != head:
                return offset
            offset = stored.offset + stored.size
        crcs = {stored.path: self._infos[stored.path].CRC for stored in self.members}
        directory = zip_directory([_as_member(stored) for stored in self.members], crcs, epoch=epoch)
        if self._source.size != offset + len(directory):
            return min(offset + len(directory), self._source.size)
        return None if self._window.exactly(offset, len(directory)) == directory else offset

    def _files(self) -> Iterator[StoredMember]:
        self._refuse_a_long_directory()
        try:
            with zipfile.ZipFile(AsFile(self._source)) as directory:
                infos = directory.infolist()
        except _FAULTS as error:
            raise damaged(
                self.name,
                "its directory is missing or makes no sense",
                "缺少目录，或目录无法解读",
            ) from error
        for info in infos:
            is_folder = info.orig_filename.endswith("/") and info.file_size == 0
            if not is_folder and not self.passes_over(info):
                yield self._file(info)

    def _refuse_a_long_directory(self) -> None:
        """Python's reader holds all of it in memory."""
        told = directory_in(self._at, self._source.size)
        if told is not None and told.length > _LONGEST_DIRECTORY + _OF_A_MEMBER * told.members:
            raise damaged(
                self.name,
                f"its directory of {told.length:,} bytes is longer than that of {told.members:,} files can be",
                f"其目录长 {told.length:,} 字节，超出 {told.members:,} 个文件的目录所能达到的长度",
            )

    def _at(self, offset: int, size: int) -> bytes:
        buffer = bytearray(size)
        return bytes(buffer[: self._source.read_at(offset, memoryview(buffer))])

    def _file(self, info: zipfile.ZipInfo) -> StoredMember:
        name = info.orig_filename
        path = safe_path(self.name, name)
        mode = unix_mode(info)
        if stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
            raise unsafe(self.name, name, "a link or a device", "是链接或设备文件")
        if info.flag_bits & _ENCRYPTED or info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise unsupported(
                self.name, f"`{name}` is encrypted or compressed in another way", f"`{name}` 已加密或采用了其他压缩方式"
            )
        offset = self._content_offset(info)
        if info.compress_type == zipfile.ZIP_STORED and info.compress_size != info.file_size:
            raise damaged_at(self.name, info.header_offset)
        self._infos[path] = info
        return StoredMember(path=path, size=info.file_size, executable=bool(mode & stat.S_IXUSR), offset=offset)

    def _content_offset(self, info: zipfile.ZipInfo) -> int:
        """Where the content begins, by a local header that agrees with the directory."""
        if not 0 <= info.header_offset < self._source.size:  # a system's call takes no more than 63 bits
            raise damaged(self.name, f"`{info.orig_filename}` lies outside of it", f"`{info.orig_filename}` 在文件之外")
        header = _LOCAL_HEADER.unpack(self._window.exactly(info.header_offset, _LOCAL_HEADER.size))
        magic, _, flags, method, *_, name_size, extra_size = header
        name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF_8 else "cp437")
        start = info.header_offset + _LOCAL_HEADER.size
        agrees = (magic, flags, method, name_size) == (_LOCAL_MAGIC, info.flag_bits, info.compress_type, len(name))
        if not agrees or self._window.exactly(start, name_size) != name:
            raise damaged_at(self.name, info.header_offset)
        return start + int(name_size) + int(extra_size)

    def _refuse_overlaps(self) -> None:
        """No two members share bytes, as they do in an archive made to explode."""
        end = 0
        for member in sorted(self.members, key=lambda member: self._infos[member.path].header_offset):
            info = self._infos[member.path]
            if info.header_offset < end:
                raise unsafe(self.name, member.path, "which shares its bytes with another file", "与另一个文件共用数据")
            end = member.offset + info.compress_size
        if end > self._source.size:
            raise damaged_at(self.name, end)

    def _inflated(self, member: StoredMember, info: zipfile.ZipInfo) -> Iterator[memoryview]:
        decompressor = zlib.decompressobj(-zlib.MAX_WBITS)
        size = crc = 0
        for block in self._decompressed(decompressor, member, info):
            size += len(block)
            crc = crc32(block, crc)
            if size > member.size:
                break
            yield memoryview(block)
        if (size, crc) != (member.size, info.CRC) or not decompressor.eof:
            raise damaged(self.name, f"`{member.path}` is not what it should be", f"`{member.path}` 的内容不符")

    def _decompressed(
        self, decompressor: zlib._Decompress, member: StoredMember, info: zipfile.ZipInfo
    ) -> Iterator[bytes]:
        """In pieces of at most a block, however much is to come."""
        try:
            for block in blocks_at(self._source, member.offset, info.compress_size):
                rest = bytes(block)
                while rest and not decompressor.eof:
                    yield decompressor.decompress(rest, BLOCK)
                    rest = decompressor.unconsumed_tail
        except zlib.error as error:
            raise damaged_at(self.name, member.offset) from error


def unix_mode(info: zipfile.ZipInfo) -> int:
    return info.external_attr >> 16 if info.create_system == _UNIX else 0


class AsFile(io.RawIOBase):
    """What Python's own readers read from: `fetched` tells up to where they have."""

    def __init__(self, source: SizedBytesAt) -> None:
        self._source = source
        self._position = 0
        self.fetched = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        count = self._source.read_at(self._position, memoryview(buffer))
        self._position += count
        self.fetched = max(self.fetched, self._position)
        return count

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        position = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._source.size}[whence]
        if position < 0:
            raise ValueError(offset)
        self._position = position
        return position

    def tell(self) -> int:
        return self._position


def _as_member(stored: StoredMember) -> Member:
    """As the writer was given it, but for the content, of which there is only the size."""
    return Member(path=stored.path, content=FileContent(source="", size=stored.size), executable=stored.executable)
