"""The files in a ZIP, a tar or a compressed file, told by its bytes: what is packed keeps its notices.

Of any of them no more is unpacked than `LARGEST` bytes, as much as is searched of a text, in `MOST` files.
"""

from __future__ import annotations

import bz2
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from typing import TYPE_CHECKING, Protocol

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.binary import is_binary
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.packing_marks import BZIP2, GZIP, LZ4, RAR, SEVEN_ZIP, XZ, ZIP, ZSTANDARD, is_packed, is_tar
from hatch_oaml.values.paths import ArchivePath
from hatch_oaml.values.zstandard_start import zstandard_start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

LARGEST = 16 << 20
MOST = 10_000
_MOST_SEEN = 4 * MOST
"""Files of which the beginning is looked at."""
_HEAD = 8192
_MEMORY = 256 << 20
"""Bytes that an xz stream may ask for."""
_UNOPENED = (SEVEN_ZIP, RAR, LZ4)
_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
"""Of documents, pictures and spreadsheets, which are told by what a reader of theirs shows."""
_ENTRY_MARK = b"PK\1\2"
_ENCRYPTED = 1
_PARTS = expression(r"[/\\]")
_FAULTS = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, OSError, EOFError, RuntimeError),
    *(NotImplementedError, ValueError, MemoryError, LookupError, ArithmeticError, struct.error),
)

_FORM = Bilingual(
    en="it is packed in a form that is not opened here (7z, RAR, LZ4)",
    zh="它以此处无法打开的形式打包（7z、RAR、LZ4）",
)
_CUT = Bilingual(
    en=f"it is packed: only the first {LARGEST:,} bytes of its first {MOST:,} files were searched",
    zh=f"它是打包文件：只查找了前 {MOST:,} 个文件中的前 {LARGEST:,} 字节",
)
_DAMAGED = Bilingual(
    en="it is packed, and damaged: what it holds could not be read", zh="它是打包文件，但已损坏：无法读取其中的内容"
)
_LOCKED = Bilingual(en="it is packed, and some of it is encrypted", zh="它是打包文件，部分内容已加密")
NESTED = Bilingual(
    en="it is packed, and holds packed files in its turn, which were not opened",
    zh="它是打包文件，其中还有打包文件，后者未被打开",
)


class Stream(Protocol):
    """A decompressor of the standard library."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


@frozen
class Packed:
    """`files` are paths and bytes, in the order of the archive; `unread` says why there may be more.

    `is_document` tells of a ZIP that a document, slides or a table is stored as, which have a reader of their own.
    """

    files: tuple[tuple[str, bytes], ...] = ()
    unread: Bilingual | None = None
    is_document: bool = False


def path_inside(archive: ArchivePath, name: str) -> ArchivePath:
    """As if `archive` were a folder, whatever its writer put into `name`."""
    parts = (part for part in _PARTS.split(name.replace("\0", "")) if part not in {"", ".", ".."})
    return ArchivePath("/".join((archive, *parts)))


def unpacked(name: str, data: bytes) -> Packed:
    """What `data` holds; a compressed file that is no tar holds one, which is called as it is without its suffix."""
    if data.startswith(_UNOPENED):
        return Packed(unread=_FORM)
    try:
        if data.startswith(ZIP):
            return _of_zip(data)
        whole, is_cut = _decompressed(data)
        if is_tar(whole):
            return _of_tar(whole, is_cut=is_cut)
        if is_binary(whole) and not is_packed(whole):
            return Packed()
        return Packed(files=((name.rpartition(".")[0] or name, whole),), unread=_CUT if is_cut else None)
    except _FAULTS:
        return Packed(unread=_DAMAGED)


def _of_zip(data: bytes) -> Packed:
    if data.count(_ENTRY_MARK) > _MOST_SEEN:  # to list them all would take more room than they do
        return Packed(unread=_CUT)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
        if any(info.filename in _OFFICE for info in infos):
            return Packed(is_document=True)
        is_locked = any(info.flag_bits & _ENCRYPTED for info in infos)
        free = [info for info in infos if not info.flag_bits & _ENCRYPTED]
        found: list[tuple[str, bytes]] = []
        try:
            is_cut = _gather(found, ((info.filename, archive.open(info)) for info in free))
        except _FAULTS:
            return Packed(files=tuple(found), unread=_DAMAGED)
    return Packed(files=tuple(found), unread=_LOCKED if is_locked else _CUT if is_cut else None)


def _of_tar(data: bytes, *, is_cut: bool) -> Packed:
    found: list[tuple[str, bytes]] = []
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            opened = ((member.name, archive.extractfile(member)) for member in archive if member.isfile())
            is_bounded = _gather(found, ((name, stream) for name, stream in opened if stream is not None))
    except _FAULTS:
        return Packed(files=tuple(found), unread=_CUT if is_cut else _DAMAGED)
    return Packed(files=tuple(found), unread=_CUT if is_cut or is_bounded else None)


def _gather(found: list[tuple[str, bytes]], streams: Iterator[tuple[str, IO[bytes]]]) -> bool:
    """Are there more files than are read into `found`, or is one longer? Pictures and arrays are none, and not read on."""
    left = LARGEST
    for number, (name, stream) in enumerate(streams):
        if len(found) == MOST or number == _MOST_SEEN or not left:
            return True
        with stream:
            content = stream.read(min(left, _HEAD))
            if is_binary(content) and not is_packed(content):
                continue
            content += stream.read(left - len(content))
            is_whole = not stream.read(1)
        found.append((name, content))
        left -= len(content)
        if not is_whole:
            return True
    return False


def _decompressed(data: bytes) -> tuple[bytes, bool]:
    """As much as is looked at, and whether there is more: such files may be several, one behind the other."""
    if data.startswith(ZSTANDARD):
        start = zstandard_start(data, LARGEST + 1)
        return start[:LARGEST], not start or len(start) > LARGEST
    found = bytearray()
    while data and len(found) < LARGEST:
        stream = _stream(data)
        if stream is None:
            return (bytes(found), False) if found else (data, False)  # what is no stream behind one is padding
        found += stream.decompress(data, LARGEST - len(found))
        if not stream.eof:
            return bytes(found), True
        data = stream.unused_data
    return bytes(found), bool(data)


def _stream(data: bytes) -> Stream | None:
    if data.startswith(GZIP):
        return zlib.decompressobj(wbits=31)
    if data.startswith(BZIP2):
        return bz2.BZ2Decompressor()
    return lzma.LZMADecompressor(memlimit=_MEMORY) if data.startswith(XZ) else None
