"""An archive, or the folder it was unpacked into, taken apart: nothing hostile gets by, and headers are read anywhere."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import zipfile
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from hatch_oaml import weights
from hatch_oaml.project.file_facts import WHOLE
from hatch_oaml.project.named import Named
from hatch_oaml.records.manifest import parse_manifest
from hatch_oaml.records.members import StoredMember
from hatch_oaml.values.digests import BLOCK, sha256_of
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import archive_path
from hatch_oaml.verification.opening import LONGEST_LIST, manifest_of, open_archive, read_small
from hatch_oaml.verification.unpacking import read_once
from tests.finished import members_of, packed, unpacked
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hatch_oaml.records.inventory import ReleaseFile

MODEL = archive_path("demo-1.0/model.bin")


def facts_of(archive: Path, path: str, role: Any = "model") -> ReleaseFile:
    """Of one member, as a release file."""
    with closing(open_archive(archive)) as reading:
        member = next(member for member in reading.members if member.path == path)
        return read_once(reading, silent).release_file(member, archive_path(path), Named(role, "weights"))


def stored(target: Path, path: str, source: Path) -> Path:
    """An archive of one large file, uncompressed, by the standard library."""
    if target.suffix == ".zip":
        with zipfile.ZipFile(target, "w") as archive:
            archive.write(source, path)
        return target
    with tarfile.open(target, "w") as archive:
        archive.add(source, path)
    return target


@pytest.fixture
def wide_array(tmp_path: Path) -> Path:
    """A file of several arrays, whose headers are spread over more than what is kept of either end."""
    source = tmp_path / "weights.npz"
    arrays: dict[str, Any] = {f"layer{number}": np.zeros(1 << 20) for number in range(4)}
    np.savez(source, **arrays)
    assert source.stat().st_size > 20 << 20
    return source


@pytest.mark.parametrize("name", ["a.oaml.tar", "a.oaml.zip", "folder"])
def test_a_header_that_is_spread_over_the_whole_file_is_read_where_it_lies(
    name: str, wide_array: Path, tmp_path: Path
) -> None:
    path = archive_path("demo-1.0/weights.npz")
    if name == "folder":
        (tmp_path / name / "demo-1.0").mkdir(parents=True)
        wide_array.rename(tmp_path / name / path)
        expected = weights.inspect(path, tmp_path / name / path)
        archive = tmp_path / name
    else:
        expected = weights.inspect(path, wide_array)
        archive = stored(tmp_path / name, path, wide_array)

    found = facts_of(archive, path)

    assert expected is not None
    assert () == expected.faults
    assert expected == found.weights


def test_of_a_member_that_somebody_compressed_the_two_ends_are_read(tmp_path: Path) -> None:
    header = json.dumps({"w": {"dtype": "U8", "shape": [30 << 20], "data_offsets": [0, 30 << 20]}}).encode()
    source = tmp_path / "model.safetensors"
    source.write_bytes(len(header).to_bytes(8, "little") + header + bytes(30 << 20))
    path = archive_path("demo-1.0/model.safetensors")
    expected = weights.inspect(path, source)
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz", compresslevel=1) as archive:
        archive.add(source, path)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.write(source, path)

    assert expected is not None
    assert () == expected.faults
    assert expected == facts_of(tmp_path / "a.tar.gz", path).weights
    assert expected == facts_of(tmp_path / "a.zip", path).weights


def test_the_end_of_a_compressed_member_is_kept_too(tmp_path: Path) -> None:
    source = tmp_path / "weights.npz"
    np.savez(source, only=np.zeros(20 << 20, dtype=np.uint8))
    path = archive_path("demo-1.0/weights.npz")
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz", compresslevel=1) as archive:
        archive.add(source, path)

    assert weights.inspect(path, source) == facts_of(tmp_path / "a.tar.gz", path).weights


def test_a_model_file_that_is_a_pointer_is_known_as_one(tmp_path: Path) -> None:
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{sha256_of(b'w')}\nsize 12345\n"
    archive = packed({MODEL: pointer.encode()}, tmp_path / "a.tar")

    found = facts_of(archive, MODEL).pointer

    assert found is not None
    assert (sha256_of(b"w"), 12345) == (found.sha256, found.size)


def test_an_index_that_is_called_a_part_of_the_model_is_read_as_one(tmp_path: Path) -> None:
    index = json.dumps({"metadata": {}, "weight_map": {"w": "model-00001-of-00001.safetensors"}}).encode()
    path = archive_path("demo-1.0/model.safetensors.index.json")

    found = facts_of(packed({path: index}, tmp_path / "a.tar"), path)

    assert weights.inspect_index(path, index) == found.shards
    assert found.shards is not None


def test_of_a_long_text_the_start_is_searched_and_its_size_is_known(tmp_path: Path) -> None:
    text = b"# Copyright 2023 vivo.\n" + b"x = 1\n" * (WHOLE // 4)
    archive = packed({"demo-1.0/long.py": text}, tmp_path / "a.tar")

    found = facts_of(archive, "demo-1.0/long.py", "complementary")

    assert ["Copyright 2023 vivo."] == [notice.text for notice in found.notices]
    assert (len(text), sha256_of(text)) == (found.size, found.sha256)
    assert found.unread is not None


def test_of_a_text_every_mib_is_searched_and_of_a_record_of_ours_the_first(tmp_path: Path) -> None:
    notice = "Copyright 2023 Mina Halloway\n"
    (tmp_path / "weave.md").write_text(f"{'woven again and again ' * 3}\n" * (BLOCK // 60) + notice)
    (tmp_path / "base.toml").write_text(
        'format = 1\nname = "a"\ndigest = "b"\n\n[[file]]\n' + "# more\n" * BLOCK + notice
    )
    text = facts_of(stored(tmp_path / "a.tar", "weave.md", tmp_path / "weave.md"), "weave.md", "complementary")
    record = facts_of(stored(tmp_path / "b.tar", "base.toml", tmp_path / "base.toml"), "base.toml", "complementary")

    assert text.size > BLOCK + len(notice)
    assert [notice.rstrip()] == [found.text for found in text.notices]
    assert () == record.notices
    assert None is text.unread is record.unread


def test_an_unpacked_folder_has_the_members_of_the_archive_whatever_it_is_called(tmp_path: Path) -> None:
    tool = {"name": "hatch-oaml", "version": "1"}
    manifest: dict[str, Any] = {"tool": tool, "format": 1, "root": "demo-1.0", "files": [], "notices": []}
    manifest |= {"project": dict.fromkeys(("name", "version", "import_name", "license"), ""), "settings": {}}
    manifest |= {"publisher": [], "license": {"path": "LICENSE"}, "writer": {"target": "oaml", "epoch": 0}}
    members = {"demo-1.0/OAML-MANIFEST.json": json.dumps(manifest).encode(), "demo-1.0/模型/权重.bin": b"1"}

    folder = unpacked(members, tmp_path)

    assert members == members_of(folder)
    assert members == members_of(folder.rename(tmp_path / "renamed"))
    assert members == members_of(tmp_path / "renamed")


@pytest.fixture
def deep_folder(tmp_path: Path) -> Iterator[Path]:
    """Deeper than Python recurses; taken away here, since pytest's own way to do so recurses."""
    folders = [f"{tmp_path}/deep{'/d' * depth}" for depth in range(1200)]
    for folder in folders:
        os.mkdir(folder)
    yield tmp_path / "deep"
    for folder in reversed(folders):
        os.rmdir(folder)


def test_a_folder_is_read_at_any_depth(deep_folder: Path) -> None:
    with closing(open_archive(deep_folder)) as reading:
        assert () == reading.members


def test_a_link_to_a_file_is_the_file_that_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "blobs").mkdir()
    (tmp_path / "blobs" / "abc").write_bytes(b"12345")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "config.json").symlink_to("../blobs/abc")

    assert {"config.json": b"12345"} == members_of(tmp_path / "folder")


@pytest.mark.parametrize("name", ["a folder", "nothing", "itself", "a device", "a pipe"])
def test_a_folder_with_what_is_no_file_is_refused(name: str, tmp_path: Path) -> None:
    other, place = tmp_path / "other", tmp_path / "folder" / "here"
    other.mkdir()
    os.mkfifo(tmp_path / "pipe")
    place.parent.mkdir()
    targets: dict[str, Path] = {
        "a folder": other,
        "nothing": tmp_path / "gone",
        "itself": place,
        "a device": tmp_path / "/dev/zero",
    }
    place.symlink_to(targets.get(name, tmp_path / "pipe"))

    with pytest.raises(SourceError) as caught:
        open_archive(place.parent)
    assert (
        f"{place}: a link to something else than a file, a device or a pipe, which no archive of hatch-oaml holds;"
        " put the file there, or delete it"
    ) == caught.value.messages[0].en
    assert (
        f"{place}：是指向非文件的链接、设备文件或管道，hatch-oaml 的归档中不会有；请将所需文件放在此处，或将其删除"
    ) == caught.value.messages[0].zh


def test_a_folder_with_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(SourceError, match="a device or a pipe"):
        open_archive(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"1")
    (tmp_path / "file").chmod(0)

    with closing(open_archive(tmp_path)) as reading, pytest.raises(SourceError, match="cannot be read"):
        read_once(reading, silent)


@pytest.mark.parametrize("change", ["shorter", "gone"])
def test_a_file_that_does_not_stay_while_the_folder_is_read_is_told(change: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"12345")

    with closing(open_archive(tmp_path)) as reading:
        if change == "gone":
            file.unlink()
        else:
            file.write_bytes(b"1")
        with pytest.raises(SourceError) as caught:
            read_once(reading, silent)
    assert caught.value.messages[0].en.startswith(f"{file}: ")
    assert caught.value.messages[0].zh.startswith(f"{file}：")


def test_a_file_that_grows_while_the_folder_is_read_yields_no_more_than_its_size(tmp_path: Path) -> None:
    size = BLOCK + 5
    (tmp_path / "file").write_bytes(bytes(size))

    with closing(open_archive(tmp_path)) as reading:
        (tmp_path / "file").write_bytes(bytes(2 * size))

        assert size == len(read_small(reading, reading.members[0]))


def test_a_name_that_tells_of_no_format_is_told(tmp_path: Path) -> None:
    path = tmp_path / "model.rar"
    path.write_bytes(b"Rar!")

    with pytest.raises(SourceError) as caught:
        open_archive(path)
    assert f"{path}: no archive that hatch-oaml writes, by its name; unpack it and point to the folder" == (
        caught.value.messages[0].en
    )
    assert f"{path}：从名称看不是 hatch-oaml 生成的归档；请解包后指向其文件夹" == caught.value.messages[0].zh


def test_what_is_parsed_in_one_piece_is_bounded(tmp_path: Path) -> None:
    with closing(open_archive(tmp_path)) as reading:
        bomb = StoredMember(path=archive_path("a/LICENSE"), size=1 << 40, executable=False, offset=0)

        with pytest.raises(SourceError, match="its 1,099,511,627,776 bytes are more than such a file ever has"):
            read_small(reading, bomb)


class Claiming:
    """A reading that yields few bytes, whatever is claimed of them."""

    def blocks(self, _member: StoredMember) -> Iterator[memoryview]:
        yield memoryview(b"12345")


@pytest.mark.parametrize(
    ("bounds", "most"), [((), 256 << 20), ((LONGEST_LIST,), 1 << 30), ((5,), 5)], ids=["text", "list", "said"]
)
def test_as_much_as_the_bound_is_read_and_no_byte_more(bounds: tuple[int, ...], most: int) -> None:
    reading: Any = Claiming()
    file = StoredMember(path=archive_path("a/LICENSE"), size=most, executable=False, offset=0)

    assert b"12345" == read_small(reading, file, *bounds)
    with pytest.raises(SourceError, match=f"its {most + 1:,} bytes are more"):
        read_small(reading, replace(file, size=most + 1), *bounds)


def test_the_manifest_nearest_to_the_top_counts(tmp_path: Path) -> None:
    archive = packed(
        {"demo-1.0/OAML-MANIFEST.json": b"{}", "a/b/OAML-MANIFEST.json": b"deeper"}, tmp_path / "a.oaml.tar"
    )

    with closing(open_archive(archive)) as reading, pytest.raises(SourceError) as caught:
        manifest_of(reading, "a.oaml.tar")
    assert (
        "a.oaml.tar: demo-1.0/OAML-MANIFEST.json is no manifest that hatch-oaml wrote (it lacks 'tool');"
        " fetch the archive again"
    ) == caught.value.messages[0].en
    assert (
        "a.oaml.tar：demo-1.0/OAML-MANIFEST.json 不是 hatch-oaml 写出的清单（it lacks 'tool'）；请重新获取该归档"
    ) == caught.value.messages[0].zh


HOSTILE_VALUES: list[Callable[[dict[str, Any]], object]] = [
    lambda manifest: manifest.update(root="../up"),
    lambda manifest: manifest.update(root=3),
    lambda manifest: manifest.update(settings=[["original", True]]),
    lambda manifest: manifest.update(settings={"license": "\ud800"}),
    lambda manifest: manifest.update(files=3),
    lambda manifest: manifest["writer"].update(epoch=10**30),
    lambda manifest: manifest["writer"].update(epoch=-1),
    lambda manifest: manifest["writer"].update(epoch=float("inf")),
    lambda manifest: manifest["files"][0].update(path="/etc/passwd"),
    lambda manifest: manifest["files"][0].update(path="\ud800"),
    lambda manifest: manifest["files"][0].update(release="../up"),
    lambda manifest: manifest["files"][0].update(size=1e400),
    lambda manifest: manifest["files"][0].update(role="innocent"),
    lambda manifest: manifest["files"][0].update(role=[]),
    lambda manifest: manifest["files"][0].update(kind={}),
    lambda manifest: manifest["files"][0].update(sha256="0"),
    lambda manifest: manifest["files"].append(dict(manifest["files"][0])),
    lambda manifest: manifest["files"].append({**manifest["files"][0], "path": "other"}),
    lambda manifest: manifest["files"].append({**manifest["files"][0], "release": None}),
    lambda manifest: manifest["notices"].append({"base": "b", "path": "p", "kind": "rumour", "text": "t"}),
    lambda manifest: manifest["notices"].append({"base": "b", "path": "p", "kind": "copyright", "text": None}),
    lambda manifest: manifest.update(format=2),
    lambda manifest: manifest["tool"].update(name="other"),
    lambda manifest: manifest.pop("project"),
]


@pytest.fixture(scope="module")
def manifest_bytes() -> bytes:
    file = {"path": "a", "release": "a", "role": "model", "kind": "weights", "size": 1, "mode": "0644"}
    project = {"name": "demo", "version": "1.0", "import_name": "demo", "license": ""}
    manifest = {
        "format": 1,
        "tool": {"name": "hatch-oaml", "version": "1"},
        "project": project,
        "publisher": [],
        "root": "demo-1.0",
        "license": {"id": "", "path": "LICENSE"},
        "settings": {},
        "bases": [],
        "files": [{**file, "sha256": sha256_of(b"")}],
        "notices": [],
        "writer": {"target": "oaml", "epoch": 0},
    }
    return json.dumps(manifest).encode()


def test_a_manifest_is_parsed(manifest_bytes: bytes) -> None:
    assert ["demo-1.0/a"] == [file.path for file in parse_manifest(manifest_bytes).files]


@pytest.mark.parametrize("change", HOSTILE_VALUES, ids=range(len(HOSTILE_VALUES)))
def test_a_manifest_that_no_writer_of_ours_made_is_a_value_error(
    change: Callable[[dict[str, Any]], object], manifest_bytes: bytes
) -> None:
    manifest = json.loads(manifest_bytes)
    change(manifest)

    with pytest.raises(ValueError, match=r"\S"):
        parse_manifest(json.dumps(manifest).encode())


@pytest.mark.parametrize("data", [b"", b"null", b"[]", b"{", b"\xff", b"[" * 200_000, b"1" * 5000, b"NaN"])
def test_what_is_no_manifest_at_all_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        parse_manifest(data)


def info_of(name: str, kind: bytes = tarfile.REGTYPE, size: int = 0) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.size, info.linkname = kind, size, "/etc/passwd"
    return info


HOSTILE_MEMBERS = {
    "absolute": [info_of("/etc/cron.d/x")],
    "upwards": [info_of("demo-1.0/../../x")],
    "symbolic link": [info_of("demo-1.0/x", tarfile.SYMTYPE)],
    "hard link": [info_of("demo-1.0/x", tarfile.LNKTYPE)],
    "device": [info_of("demo-1.0/x", tarfile.CHRTYPE)],
    "pipe": [info_of("demo-1.0/x", tarfile.FIFOTYPE)],
    "twice": [info_of("demo-1.0/x"), info_of("demo-1.0/x")],
    "file and folder": [info_of("demo-1.0/x"), info_of("demo-1.0/x/y")],
    "larger than the archive": [info_of("demo-1.0/x", size=1 << 50)],
}


@pytest.mark.parametrize("compressed", [False, True], ids=["tar", "sdist"])
@pytest.mark.parametrize("infos", HOSTILE_MEMBERS.values(), ids=HOSTILE_MEMBERS)
def test_a_hostile_archive_is_refused_before_anything_is_written(
    infos: list[tarfile.TarInfo],
    compressed: bool,  # noqa: FBT001  # a parameter of the test
    tmp_path: Path,
) -> None:
    data = b"".join(info.tobuf(tarfile.PAX_FORMAT) for info in infos) + bytes(1024)
    path = tmp_path / ("a.tar.gz" if compressed else "a.tar")
    path.write_bytes(gzip.compress(data) if compressed else data)

    with pytest.raises(SourceError) as caught, closing(open_archive(path)) as reading:
        read_once(reading, silent)
    assert caught.value.messages[0].en.startswith(f"{path.name}: ")
    assert caught.value.messages[0].zh.startswith(f"{path.name}：")
    assert [path] == list(tmp_path.iterdir())


def test_a_zip_bomb_is_read_no_further_than_its_declared_size(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("demo-1.0/OAML-MANIFEST.json", bytes(50_000_000))
    path = tmp_path / "a.zip"
    path.write_bytes(buffer.getvalue().replace((50_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little")))

    with closing(open_archive(path)) as reading, pytest.raises(SourceError, match="is not what it should be"):
        manifest_of(reading, "a.zip")
