"""Members and archives beyond what 32 bits count; sparse files make them cheap."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives import archive_formats, digests_of
from hatch_oaml.records.members import BytesContent, FileContent, Member
from hatch_oaml.storage.output import FileStorage
from hatch_oaml.values.paths import archive_path
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hatch_oaml.records.members import Digests
    from hatch_oaml.storage.output import Bytes

pytestmark = pytest.mark.huge

every_format = pytest.mark.parametrize("name", list(archive_formats()))
EPOCH = 1580601600
ZEROS = bytes(1 << 16)
METADATA = Member(path=archive_path("demo.dist-info/METADATA"), content=BytesContent(data=b"Name: demo\n"))
LISTERS = {
    "tar": [["tar", "tf"], ["bsdtar", "tf"], ["7z", "l"]],
    "sdist": [["tar", "tzf"], ["bsdtar", "tf"]],
    "zip": [["bsdtar", "tf"], ["unzip", "-l"], ["7z", "l"]],
    "wheel": [["bsdtar", "tf"], ["unzip", "-l"]],
    "tar-zst": [["bsdtar", "tf"]],
    "oci": [["tar", "tf"], ["bsdtar", "tf"]],
}


class SparseStorage(FileStorage):
    """A new file in which zeros take no room: the archives of this module need a small disk only."""

    def reserve(self, size: int) -> None:
        self.truncate(size)

    def write_pieces_at(self, offset: int, pieces: Sequence[Bytes]) -> None:
        for piece in pieces:
            for start in range(0, len(piece), len(ZEROS)):
                data = bytes(piece[start : start + len(ZEROS)])
                if data != ZEROS[: len(data)]:
                    super().write_pieces_at(offset + start, [data])
            offset += len(piece)


def sparse_member(folder: Path, name: str, size: int) -> Member:
    source = folder / name
    with source.open("wb") as file:
        file.truncate(size)
    return Member(path=archive_path(f"demo/{name}"), content=FileContent(source=str(source), size=size))


def write(name: str, members: Sequence[Member], folder: Path) -> tuple[Path, Digests]:
    path = folder / f"archive{archive_formats()[name].suffix}"
    with path.open("xb") as file:
        return path, archive_formats()[name].write(SparseStorage(file), members, epoch=EPOCH, progress=silent)


def assert_it_is_read_back(name: str, path: Path, digests: Digests) -> None:
    with closing(archive_formats()[name].read(path)) as reading:
        assert digests == digests_of(reading, silent)
        assert reading.deviation(digests, epoch=EPOCH) is None


def named_in(name: str, member: Member, digests: Digests) -> str:
    """What other programs call it: in an image layout a blob, by its digest."""
    return f"blobs/sha256/{digests[member.path]}" if name == "oci" else member.path


def assert_others_list_it(name: str, path: Path, expected: Sequence[str]) -> None:
    for command in LISTERS[name]:
        if shutil.which(command[0]):
            result = subprocess.run([*command, path], check=True, stdout=subprocess.PIPE, text=True)
            assert all(entry in result.stdout for entry in expected), command


@every_format
@pytest.mark.parametrize("size", [5 << 30, 9 << 30], ids=["5GiB", "9GiB"])
def test_members_larger_than_32_bits_count(name: str, size: int, tmp_path: Path) -> None:
    members = [sparse_member(tmp_path, "model.bin", size), sparse_member(tmp_path, "small.bin", 3), METADATA]

    path, digests = write(name, members, tmp_path)

    assert_it_is_read_back(name, path, digests)
    assert_others_list_it(name, path, [named_in(name, member, digests) for member in members])
    if name in {"zip", "wheel"}:
        with zipfile.ZipFile(path) as archive:
            assert size == archive.getinfo("demo/model.bin").file_size
            assert archive.read("demo/small.bin") == bytes(3)
    if name == "tar":
        with tarfile.open(path) as tar:
            assert size == tar.getmember("demo/model.bin").size
            assert b"Name: demo\n" == tar.extractfile(METADATA.path).read()  # type: ignore[union-attr]


@pytest.mark.parametrize("name", [name for name in archive_formats() if name != "oci"])  # no registry takes so many
def test_more_members_than_16_bits_count(name: str, tmp_path: Path) -> None:
    members = [
        *(
            Member(path=archive_path(f"demo/{number}"), content=BytesContent(data=b"%d" % number))
            for number in range(70_000)
        ),
        METADATA,
    ]

    path, digests = write(name, members, tmp_path)

    assert_it_is_read_back(name, path, digests)
    assert_others_list_it(name, path, ["demo/0", "demo/65536", "demo/69999"])
    if name == "zip":
        with zipfile.ZipFile(path) as archive:
            assert archive.read("demo/69999") == b"69999"


@pytest.mark.parametrize("size", [0xFFFFFFFE, 0xFFFFFFFF, 0x100000000])
def test_a_zip_member_whose_size_is_where_32_bits_end(size: int, tmp_path: Path) -> None:
    members = [sparse_member(tmp_path, "model.bin", size), sparse_member(tmp_path, "small.bin", 3)]

    path, digests = write("zip", members, tmp_path)

    assert_it_is_read_back("zip", path, digests)
    if size != 0xFFFFFFFF:  # there Info-ZIP's unzip 6.0 stumbles, over what `zipfile` writes too
        assert_others_list_it("zip", path, ["demo/model.bin", "demo/small.bin"])
    with zipfile.ZipFile(path) as archive:
        assert [size, 3] == [info.file_size for info in archive.infolist()]
        assert archive.read("demo/small.bin") == bytes(3)


@pytest.mark.parametrize("size", [8**11 - 1, 8**11])
def test_a_tar_member_whose_size_is_where_eleven_octal_digits_end(size: int, tmp_path: Path) -> None:
    members = [sparse_member(tmp_path, "model.bin", size), METADATA]

    path, digests = write("tar", members, tmp_path)

    assert_it_is_read_back("tar", path, digests)
    with tarfile.open(path) as tar:
        assert [size, 11] == [info.size for info in tar]
