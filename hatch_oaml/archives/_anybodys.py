"""An archive that anybody wrote, by its first bytes: as strict as with ours in what could harm, lenient in what cannot."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from hatch_oaml.archives._streamed import StreamedBytes, gunzipped, unzstd
from hatch_oaml.archives._tar_reading import TarReading
from hatch_oaml.archives._zip_reading import ZipReading, unix_mode
from hatch_oaml.storage.bytes_at import exactly
from hatch_oaml.storage.damage import UnsupportedError
from hatch_oaml.storage.opening import opened
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError

if TYPE_CHECKING:
    import zipfile
    from pathlib import Path

    from hatch_oaml.archives._contract import AnybodysReading
    from hatch_oaml.storage.bytes_at import BytesAt, SizedBytesAt

_LINKS = frozenset({b"1", b"2"})
_GZIP, _ZSTD, _ZIP = b"\x1f\x8b", b"\x28\xb5\x2f\xfd", (b"PK\x03\x04", b"PK\x05\x06")
_SKIPPABLE = range(0x184D2A50, 0x184D2A60)
"""Frames that may stand before those of Zstandard (RFC 8878, section 3.1.2)."""
_SMALLEST = 512
"""Bytes of a tar."""


class AnybodysTar(TarReading):
    """Links are no members: nobody follows them."""

    def __init__(self, source: BytesAt) -> None:
        self.links: list[str] = []
        super().__init__(source)

    def passes_over(self, kind: bytes, name: str) -> bool:
        if kind in _LINKS:
            self.links.append(name)
        return kind in _LINKS


class AnybodysZip(ZipReading):
    """Likewise."""

    def __init__(self, source: SizedBytesAt) -> None:
        self.links: list[str] = []
        super().__init__(source)

    def passes_over(self, info: zipfile.ZipInfo) -> bool:
        is_link = stat.S_ISLNK(unix_mode(info))
        if is_link:
            self.links.append(info.orig_filename)
        return is_link


def read_anybodys(path: Path) -> AnybodysReading:
    """The tar, plain or compressed with gzip or Zstandard, the ZIP file or the wheel at `path`, whatever its name.

    :raises SourceError: it is none of these, is damaged or cut short, or is unsafe to unpack.
    """
    try:
        return opened(path, _parsed)
    except UnsupportedError as error:
        seen = error.seen
        raise SourceError(
            Bilingual(
                en=f"{path.name}: {seen.en}, which is not read here; unpack it and point to the folder",
                zh=f"{path.name}：{seen.zh}，此处不予读取；请解包后指向其文件夹",
            )
        ) from error


def _parsed(source: SizedBytesAt) -> AnybodysReading:
    start = exactly(source, 0, min(source.size, 4))
    if start.startswith(_ZIP):
        return AnybodysZip(source)
    if start.startswith(_GZIP):
        return AnybodysTar(StreamedBytes(source, gunzipped))
    if start == _ZSTD or int.from_bytes(start, "little") in _SKIPPABLE:
        return AnybodysTar(StreamedBytes(source, unzstd))
    if source.size < _SMALLEST:
        raise _no_archive(source.name)
    try:
        return AnybodysTar(source)
    except SourceError as error:
        if exactly(source, 257, 5) == b"ustar":
            raise
        raise _no_archive(source.name) from error


def _no_archive(name: str) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{name}: is no tar, tar.gz, tar.zst, ZIP file or wheel; unpack it and point to the folder",
            zh=f"{name}：不是 tar、tar.gz、tar.zst、ZIP 文件或 wheel；请解包后指向其文件夹",
        )
    )
