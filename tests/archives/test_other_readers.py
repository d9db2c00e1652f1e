"""What others read from our archives: the standard library, and the system's own tools where they are."""

from __future__ import annotations

import base64
import csv
import gzip
import hashlib
import io
import json
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

from hatch_oaml.archives import archive_formats
from hatch_oaml.archives._zstd import LIBRARY
from hatch_oaml.records.members import BytesContent, FileContent, LateContent, Member
from hatch_oaml.storage.draft import drafted
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hatch_oaml.records.members import Digests

    Written = Callable[..., tuple[Path, Digests]]

every_format = pytest.mark.parametrize("name", list(archive_formats()))


def decompressed(path: Path) -> bytes:
    """The tar inside, by a decompressor that is not ours."""
    if path.suffix != ".zst":
        return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    zstandard = pytest.importorskip("zstandard")
    with zstandard.ZstdDecompressor().stream_reader(path.read_bytes(), read_across_frames=True) as stream:
        data = stream.read()
    assert isinstance(data, bytes)
    return data


def contents_by_the_standard_library(path: Path) -> dict[str, bytes]:
    if path.suffix in {".zip", ".whl"}:
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            return {info.filename: archive.read(info) for info in archive.infolist()}
    with tarfile.open(fileobj=io.BytesIO(decompressed(path))) as tar:
        files = {info.name: tar.extractfile(info) for info in tar}
        found = {name: file.read() for name, file in files.items() if file}
    return files_of_layout(found) if "oci-layout" in found else found


def files_of_layout(found: Mapping[str, bytes]) -> dict[str, bytes]:
    """As whoever pulls an image layout has them, each blob held against its name."""
    blobs = {name.rpartition("/")[2]: data for name, data in found.items() if name.startswith("blobs/sha256/")}
    assert all(sha256_of(data) == digest for digest, data in blobs.items())
    [at] = json.loads(found["index.json"])["manifests"]
    manifest = json.loads(blobs[at["digest"].removeprefix("sha256:")])
    root = manifest["annotations"].get("org.opencontainers.image.title", "")
    layers = [(layer["annotations"], blobs[layer["digest"].removeprefix("sha256:")]) for layer in manifest["layers"]]
    return {"/".join(filter(None, (root, told["org.opencontainers.image.title"]))): data for told, data in layers}


@every_format
def test_the_standard_library_finds_what_went_in(
    name: str, mixed_members: Sequence[Member], contents: Mapping[str, bytes], written: Written
) -> None:
    path, digests = written(name, mixed_members)

    found = contents_by_the_standard_library(path)

    assert digests == {member: sha256_of(data) for member, data in found.items()}
    assert contents == {member: data for member, data in found.items() if member in contents}
    assert [member.path for member in mixed_members] == [*found][: len(mixed_members)]


SIZES = st.sampled_from(
    [0, 1, 511, 512, 513, 65534, 65535, 65536, 131071, 131072, (1 << 20) - 1, 1 << 20, (1 << 20) + 1]
)
PARTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0/\\:"), min_size=1, max_size=60)
PATHS = st.lists(PARTS.filter(lambda part: part not in {".", ".."}), min_size=1, max_size=6).map("/".join)


def _regardless(data: bytes, _digests: Digests) -> list[bytes]:
    return [data]


@st.composite
def member_lists(draw: st.DrawFn) -> list[Member]:
    members = {
        archive_path("demo.dist-info/METADATA"): Member(
            path=archive_path("demo.dist-info/METADATA"), content=BytesContent(data=b"")
        )
    }
    for number, name in enumerate(draw(st.lists(PATHS, max_size=8, unique=True))):
        path = archive_path(f"{number}/{name}")
        size = draw(SIZES)
        kind = draw(st.sampled_from(["bytes", "file", "late"]))
        data = hashlib.shake_128(path.encode()).digest(size)
        content: BytesContent | LateContent | FileContent = BytesContent(data=data)
        if kind == "late":
            content = LateContent(size=size, pieces=partial(_regardless, data))
        if kind == "file":
            content = FileContent(source=path, size=size)
        members[path] = Member(path=path, content=content, executable=draw(st.booleans()))
    return list(members.values())


@every_format
@given(member_lists())
@settings(max_examples=40, deadline=None)
def test_any_names_and_sizes_come_back_as_they_were(name: str, members: list[Member]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        placed = [in_folder(member, Path(folder)) for member in members]
        path = Path(folder, f"archive{archive_formats()[name].suffix}")
        with drafted(path) as file:
            digests = archive_formats()[name].write(file, placed, epoch=1, progress=silent)

        found = contents_by_the_standard_library(path)

    assert digests == {member: sha256_of(data) for member, data in found.items()}
    assert {
        member.path: sha256_of(hashlib.shake_128(member.path.encode()).digest(member.content.size))
        for member in members
    } == {member: sha256_of(data) for member, data in found.items() if not member.endswith("RECORD")}


def in_folder(member: Member, folder: Path) -> Member:
    """The same member, with a real file as its source if it has one."""
    if not isinstance(member.content, FileContent):
        return member
    size = member.content.size
    source = folder / hashlib.sha256(member.path.encode()).hexdigest()
    source.write_bytes(hashlib.shake_128(member.path.encode()).digest(size))
    return Member(path=member.path, content=FileContent(source=str(source), size=size), executable=member.executable)


@pytest.mark.parametrize("name", ["tar", "sdist", "tar-zst"])
def test_a_tar_is_byte_for_byte_what_tarfile_writes(
    name: str, mixed_members: Sequence[Member], written: Written, epoch: int
) -> None:
    path, _ = written(name, mixed_members)
    found = contents_by_the_standard_library(path)

    expected = io.BytesIO()
    with tarfile.open(fileobj=expected, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for member in mixed_members:
            info = tarfile.TarInfo(member.path)
            info.size = member.content.size
            info.mode = 0o755 if member.executable else 0o644
            info.mtime = epoch
            archive.addfile(info, io.BytesIO(found[member.path]))

    assert expected.getvalue() == decompressed(path)


@pytest.mark.parametrize("name", ["zip", "wheel"])
def test_a_zip_is_byte_for_byte_what_zipfile_writes(
    name: str, mixed_members: Sequence[Member], written: Written
) -> None:
    path, _ = written(name, mixed_members)

    expected = io.BytesIO()
    with zipfile.ZipFile(path) as ours, zipfile.ZipFile(expected, "w") as archive:
        executable = {member.path for member in mixed_members if member.executable}
        for found in ours.infolist():
            info = zipfile.ZipInfo(found.filename, (2020, 2, 2, 0, 0, 0))
            info.create_system = 3
            info.external_attr = (0o100755 if found.filename in executable else 0o100644) << 16
            archive.writestr(info, ours.read(found))

    assert expected.getvalue() == path.read_bytes()


def test_a_record_lists_every_file_of_the_wheel(mixed_members: Sequence[Member], written: Written) -> None:
    stale = Member(path=archive_path("demo-1.0.dist-info/RECORD"), content=BytesContent(data=b"stale"))
    path, _ = written("wheel", [stale, mixed_members[-1], *mixed_members[:-1]])

    found = contents_by_the_standard_library(path)

    assert [*found][-2:] == ["demo-1.0.dist-info/METADATA", "demo-1.0.dist-info/RECORD"]
    *rows, last = csv.reader(io.StringIO(found["demo-1.0.dist-info/RECORD"].decode(), newline=""))
    assert ["demo-1.0.dist-info/RECORD", "", ""] == last
    assert rows == [
        [name, "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("="), str(len(data))]
        for name, data in found.items()
        if not name.endswith("/RECORD")
    ]


@pytest.mark.parametrize("folders", [[], ["a.dist-info", "b.dist-info"]])
def test_a_wheel_has_one_dist_info_folder(folders: Sequence[str], tmp_path: Path) -> None:
    members = [Member(path=archive_path(f"{folder}/METADATA"), content=BytesContent(data=b"")) for folder in folders]

    with pytest.raises(ValueError, match=r"a wheel has one \.dist-info folder"), drafted(tmp_path / "a.whl") as file:
        archive_formats()["wheel"].write(file, members, epoch=0, progress=silent)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (0, (1980, 1, 1, 0, 0, 0)),
        (315532800, (1980, 1, 1, 0, 0, 0)),
        (1580601601, (2020, 2, 2, 0, 0, 0)),
        (4294967295, (2106, 2, 7, 6, 28, 14)),
        (10**11, (2107, 12, 31, 23, 59, 58)),
    ],
)
def test_a_zip_holds_the_nearest_date_that_it_can(at: int, expected: tuple[int, ...], written: Written) -> None:
    members = [Member(path=archive_path("a"), content=BytesContent(data=b""))]
    path, _ = written("zip", members, at=at)

    with zipfile.ZipFile(path) as archive:
        assert expected == archive.infolist()[0].date_time


GOLDEN = {
    "oci": "b7fbdf421d6c4d3dccaa6ee2b451e05235394ff343863ab1edaff9d00efa8086",
    "sdist": "d441ed0cdb0e243df008aff205b5ed89fcd2929633a33da282bfa4ed98ba03b8",
    "tar": "4c98abd317534f348191f4b14af2ff66ece7c1bdcac2afe2d24f67f8243170de",
    "tar-zst": "a69446c6f81d5bf1073de8356410705baef46add3b00ee7707f58d622a87bd04",
    "wheel": "09089de9de50ece233be4e58b059016001ba4de048849a0c7219cdc2c0cae84b",
    "zip": "2af11067e5dd870f4b80b8a947a9f769412495ce04f5804a79345583eb28e141",
}


@every_format
def test_the_bytes_are_the_same_on_every_python_and_system(
    name: str, mixed_members: Sequence[Member], written: Written
) -> None:
    path, _ = written(name, mixed_members)

    if name == "tar-zst":
        assert GOLDEN["tar"] == sha256_of(decompressed(path))
        if LIBRARY != "1.5.7":
            pytest.skip("the bytes of a compressed archive depend on the version of the library")
    assert GOLDEN[name] == sha256_of(path.read_bytes())


TOOLS = [
    ("tar", ["tar", "xf", "{archive}", "-C", "{folder}"]),
    ("sdist", ["tar", "xzf", "{archive}", "-C", "{folder}"]),
    ("tar", ["bsdtar", "xf", "{archive}", "-C", "{folder}"]),
    ("sdist", ["bsdtar", "xf", "{archive}", "-C", "{folder}"]),
    ("tar-zst", ["bsdtar", "xf", "{archive}", "-C", "{folder}"]),
    ("zip", ["bsdtar", "xf", "{archive}", "-C", "{folder}"]),
    ("zip", ["unzip", "-q", "{archive}", "-d", "{folder}"]),
    ("wheel", ["unzip", "-q", "{archive}", "-d", "{folder}"]),
    ("zip", ["7z", "x", "-bd", "-o{folder}", "{archive}"]),
    ("tar", ["7z", "x", "-bd", "-o{folder}", "{archive}"]),
    ("sdist", ["gzip", "-t", "{archive}"]),
    ("tar-zst", ["zstd", "-q", "-t", "{archive}"]),
    ("tar-zst", ["tar", "--zstd", "-xf", "{archive}", "-C", "{folder}"]),
]


@pytest.mark.parametrize(("name", "command"), TOOLS, ids=[f"{command[0]}-{name}" for name, command in TOOLS])
def test_tools_of_the_system_unpack_it(
    name: str, command: Sequence[str], mixed_members: Sequence[Member], written: Written, tmp_path: Path
) -> None:
    if shutil.which(command[0]) is None or ("--zstd" in command and shutil.which("zstd") is None):
        pytest.skip(f"{command[0]} is not installed")
    path, digests = written(name, mixed_members)
    folder = tmp_path / "unpacked"
    folder.mkdir()

    subprocess.run(
        [part.format(archive=path, folder=folder) for part in command],
        check=True,
        env={"LC_ALL": "C.UTF-8"},
        stdout=subprocess.DEVNULL,
    )

    for member, digest in digests.items() if "-t" not in command else ():
        assert digest == sha256_of((folder / member).read_bytes())
