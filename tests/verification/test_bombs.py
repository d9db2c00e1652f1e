"""A bomb is refused before it is unpacked, and a number that no file can have before it is used."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives._gzip_reading import InflatedBytes
from hatch_oaml.storage.bytes_at import FileBytes
from hatch_oaml.values.errors import SourceError
from hatch_oaml.verification.archived_release import read_archive
from hatch_oaml.verification.opening import open_archive
from tests.finished import members_of, named_by, packed
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMATS = Path(__file__).parent.parent.parent / "fixtures" / "formats" / "1"
INFLATING = zlib.decompressobj
ZEROS = "lantern_chat-0.2.0/zeros"


class Counted:
    """What inflates, and how many bytes that gave."""

    total = 0

    def __init__(self, wbits: int = zlib.MAX_WBITS) -> None:
        self._inflating = INFLATING(wbits)

    def decompress(self, data: bytes, at_most: int = 0) -> bytes:
        inflated = self._inflating.decompress(data, at_most)
        Counted.total += len(inflated)
        return inflated

    def __getattr__(self, name: str) -> object:
        return getattr(self._inflating, name)


@pytest.fixture
def inflated(monkeypatch: pytest.MonkeyPatch) -> type[Counted]:
    monkeypatch.setattr(Counted, "total", 0)
    monkeypatch.setattr(zlib, "decompressobj", Counted)
    return Counted


@pytest.fixture
def members() -> Mapping[str, bytes]:
    return members_of(FORMATS / "lantern_chat-0.2.0.oaml.zip")


def with_zeros(members: Mapping[str, bytes], target: Path, size: int) -> Path:
    packed(members, target)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(ZEROS, "w") as file:
        for _ in range(size >> 20):
            file.write(bytes(1 << 20))
    return target


def test_what_no_manifest_lists_is_not_unpacked_to_more_than_the_archive(
    members: Mapping[str, bytes], inflated: type[Counted], tmp_path: Path
) -> None:
    bomb = with_zeros(members, tmp_path / "a.oaml.zip", 48 << 20)

    with pytest.raises(SourceError) as caught:
        read_archive(bomb, silent)

    assert inflated.total == 0
    assert (
        f"a.oaml.zip: holds `{ZEROS}`, which the manifest does not list, and which with others of its kind unpacks to"
        " 50,331,648 bytes, more than the archive is; do not unpack it"
    ) == caught.value.messages[0].en
    assert (
        f"a.oaml.zip：其中的 `{ZEROS}` 未列于清单，且此类文件解压后共 50,331,648 字节，超过归档本身的大小；请勿解压"
    ) == caught.value.messages[0].zh


def test_what_is_small_is_named_as_any_other_extra_file(members: Mapping[str, bytes], tmp_path: Path) -> None:
    archive = packed({**members, ZEROS: bytes(1000)}, tmp_path / "a.oaml.zip")

    assert ("extra-member", ZEROS) in named_by(archive)


def header(size: bytes, kind: bytes = b"0") -> bytes:
    """Of a tar."""
    block = bytearray(512)
    block[0:1], block[100:108], block[108:116], block[116:124] = b"x", b"0000644\0", b"0000000\0", b"0000000\0"
    block[124:136], block[136:148], block[156:157], block[257:265] = size, b"00000000000\0", kind, b"ustar\x0000"
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


@pytest.mark.parametrize("kind", [b"0", b"5", b"x", b"g", b"L"])
@pytest.mark.parametrize(
    "size",
    [
        *(b"\x80" + number.to_bytes(11, "big") for number in (1 << 60, 1 << 62, (1 << 63) - 1, 1 << 63, (1 << 88) - 1)),
        b"\xff" * 12,
        b"\xff" + bytes(11),
        b"777777777777",
        b"-0000000001\0",
        b"+0000000001\0",
        b"0_000000001\0",
        b"0x000000001\0",
    ],
)
def test_a_size_that_no_file_can_have_is_damage(size: bytes, kind: bytes, tmp_path: Path) -> None:
    archive = tmp_path / "a.oaml.tar"
    archive.write_bytes(header(size, kind) + bytes(1024))

    with pytest.raises(SourceError):
        open_archive(archive)


@pytest.mark.parametrize("size", [1 << 59, (1 << 60) - 512])
def test_sizes_that_add_up_to_what_no_file_can_have_are_damage(size: int, tmp_path: Path) -> None:
    archive = tmp_path / "a.oaml.tar"
    archive.write_bytes((header(b"\x80" + size.to_bytes(11, "big")) + bytes(512)) * 4 + bytes(1024))

    with pytest.raises(SourceError):
        open_archive(archive)


@pytest.mark.parametrize("size", ["9" * 18, "9" * 19, "9" * 5000, "-1", "1_0", "0x1", "", "１"])
def test_a_size_in_an_extra_header_that_no_file_can_have_is_damage(size: str, tmp_path: Path) -> None:
    record = f" size={size}\n".encode()
    length = len(record) + 1
    while len(f"{length}") + len(record) != length:
        length += 1
    data = f"{length}".encode() + record
    padded = data + bytes(-len(data) % 512)
    archive = tmp_path / "a.oaml.tar"
    archive.write_bytes(header(b"%011o\0" % len(data), b"x") + padded + header(b"00000000000\0") + bytes(1024))

    with pytest.raises(SourceError):
        open_archive(archive)


def test_a_member_that_a_forged_manifest_lists_is_not_inflated_for_ever(
    members: Mapping[str, bytes], inflated: type[Counted], tmp_path: Path
) -> None:
    bomb = tmp_path / "a.oaml.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in members.items():
            with archive.open(path, "w", force_zip64=True) as file:
                for _ in range(256 if path.endswith("model.safetensors") else 1):
                    file.write(bytes(1 << 20) if path.endswith("model.safetensors") else data)

    with pytest.raises(SourceError) as caught:
        read_archive(bomb, silent)

    assert inflated.total == 0
    assert "unpacks to more than 64 times its size" in caught.value.messages[0].en


def test_a_gzip_bomb_is_left_while_it_is_inflated(inflated: type[Counted], tmp_path: Path) -> None:
    bomb = tmp_path / "a-1.0.tar.gz"
    with gzip.open(bomb, "w") as file:
        for _ in range(512):
            file.write(bytes(1 << 20))

    with closing(InflatedBytes(FileBytes(bomb))) as content, pytest.raises(SourceError) as caught:
        content.read_at(400 << 20, memoryview(bytearray(1)))

    assert 0 < inflated.total < (64 << 20) + 65 * bomb.stat().st_size < 400 << 20
    assert "解压后超过自身大小的 64 倍" in caught.value.messages[0].zh


def test_what_somebody_deflated_anew_is_read_to_its_end(members: Mapping[str, bytes], tmp_path: Path) -> None:
    again = tmp_path / "a.oaml.zip"
    with zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in members.items():
            archive.writestr(path, data)

    assert ["altered-envelope"] == [check for check, _ in named_by(again)]
