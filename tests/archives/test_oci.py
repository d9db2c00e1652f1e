"""An image layout tells of a release what registries and ModelPack's readers ask, and holds equal files once."""

from __future__ import annotations

import io
import json
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings, strategies

from hatch_oaml.archives import _oci_writing, archive_formats, digests_of
from hatch_oaml.archives._oci_layout import tag_of
from hatch_oaml.records.members import BytesContent, FileContent, LateContent, Member
from hatch_oaml.storage.bytes_at import blocks_at
from hatch_oaml.storage.draft import drafted
from hatch_oaml.storage.volumes import drafted_volumes
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import WriteError
from hatch_oaml.values.paths import archive_path
from tests.building import build, project_in
from tests.layouts import documents_of, files_of
from tests.members import content_of, silent

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping
    from pathlib import Path

    from hatch_oaml.records.members import Digests

OCI = archive_formats()["oci"]
EPOCH = 1580601600
LARGE = (1 << 17) + 1
"""Bytes of a file that is written while others are, and of which nobody knows before what it holds."""


def in_files(contents: Mapping[str, bytes], folder: Path) -> list[Member]:
    folder.mkdir(exist_ok=True)
    members = []
    for number, (path, data) in enumerate(contents.items()):
        source = folder / str(number)
        source.write_bytes(data)
        members.append(Member(path=archive_path(path), content=FileContent(source=str(source), size=len(data))))
    return members


def regardless(data: bytes, _digests: Digests) -> list[bytes]:
    return [data]


def written(members: list[Member], target: Path) -> Path:
    with drafted(target) as file:
        OCI.write(file, members, epoch=EPOCH, progress=silent)
    return target


def read(path: Path) -> dict[str, bytes]:
    """The members, of an archive that is just what is written."""
    with closing(OCI.read(path)) as reading:
        assert reading.deviation(digests_of(reading, silent), epoch=EPOCH) is None
        return {member.path: content_of(reading, member) for member in reading.members}


def blobs_in(path: Path) -> list[bytes]:
    """Without the two documents that are addressed by their digests."""
    return [data for name, data in files_of(path).items() if name.startswith("blobs/")][:-2]


SAME = {
    "two small ones": {"a/1": b"x", "a/2": b"y", "a/3": b"x"},
    "two empty ones": {"a/1": b"", "a/2": b"y", "a/3": b""},
    "two large ones": {"a/1": b"x" * LARGE, "a/2": b"y" * (LARGE + 1), "a/3": b"x" * LARGE, "a/4": b"z"},
    "large ones of one size, two of them equal": {
        f"a/{number}": letter * LARGE for number, letter in enumerate((b"x", b"y", b"x", b"z", b"y"))
    },
    "two groups": {
        "a/1": b"x" * LARGE, "a/2": b"x" * LARGE, "a/3": b"y" * 3 * LARGE, "a/4": b"y" * 3 * LARGE, "a/5": b"z" * LARGE,
    },
    "all": {f"a/{number}": b"x" * LARGE for number in range(5)},
    "one that is called as a document is": {"a/1": b'{"imageLayoutVersion":"1.0.0"}', "a/2": b"y"},
}  # fmt: skip


@pytest.mark.parametrize("what", SAME)
@pytest.mark.parametrize("known", ["files", "bytes", "late"])
def test_files_of_the_same_bytes_are_one_blob(what: str, known: str, tmp_path: Path) -> None:
    contents = SAME[what]
    members = in_files(contents, tmp_path / "files")
    if known != "files":
        members = [
            Member(
                path=archive_path(path),
                content=BytesContent(data=data)
                if known == "bytes"
                else LateContent(size=len(data), pieces=partial(regardless, data)),
            )
            for path, data in contents.items()
        ]

    path = written(members, tmp_path / "a.oci.tar")

    assert contents == read(path)
    assert sorted(set(contents.values())) == sorted(blobs_in(path))
    assert path.stat().st_size <= OCI.capacity(members)


@settings(max_examples=40, deadline=None)
@given(
    sizes=strategies.lists(strategies.sampled_from([0, 1, 511, 512, LARGE, LARGE + 512]), max_size=9),
    letters=strategies.randoms(),
)
def test_whichever_files_are_equal_the_bytes_are_those_of_the_members(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], letters: random.Random
) -> None:
    folder = tmp_path_factory.mktemp("layout")
    contents = {f"a/{number}": letters.choice([b"x", b"y"]) * size for number, size in enumerate(sizes)} or {"a/b": b""}
    members = in_files(contents, folder / "files")

    first, second = written(members, folder / "a.oci.tar"), written(members, folder / "b.oci.tar")

    assert contents == read(first)
    assert sorted(set(contents.values())) == sorted(blobs_in(first))
    assert first.read_bytes() == second.read_bytes()


def test_small_files_that_are_equal_move_no_large_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contents = {"a/1": b"", "a/2": b"", "a/3": b"x" * LARGE, "a/4": b"y" * LARGE, "a/5": b"z" * 2 * LARGE, "a/6": b""}
    members = in_files(contents, tmp_path / "files")
    moved: list[int] = []
    original = blocks_at

    def counted(source: Any, offset: int, size: int) -> Any:
        moved.append(size)
        return original(source, offset, size)

    monkeypatch.setattr(_oci_writing, "blocks_at", counted)
    path = written(members, tmp_path / "a.oci.tar")

    assert contents == read(path)
    assert 0 < sum(moved) < 10_000


@pytest.mark.parametrize("size", [20_000, 70_000, 1 << 20])
def test_volumes_join_into_the_same_tar_though_files_are_equal(size: int, tmp_path: Path) -> None:
    members = in_files(SAME["large ones of one size, two of them equal"], tmp_path / "files")
    whole = written(members, tmp_path / "a.oci.tar").read_bytes()

    with drafted_volumes(tmp_path / "b.oci.tar", size) as volumes:
        OCI.write(volumes, members, epoch=EPOCH, progress=silent)

    volumes_there = sorted(tmp_path.glob("b.oci.tar.*"))
    assert whole == b"".join(path.read_bytes() for path in volumes_there)
    assert -(-len(whole) // size) == len(volumes_there)
    assert read(tmp_path / "b.oci.tar.001") == SAME["large ones of one size, two of them equal"]


def test_members_that_tell_of_others_are_told_in_the_order_of_the_archive(tmp_path: Path) -> None:
    """Their sizes have them lie in another order."""
    late = [
        Member(path=archive_path(f"a/{path}"), content=LateContent(size=64, pieces=pieces))
        for path, pieces in (
            ("1", lambda digests: [digests[archive_path("a/z")].encode()]),
            ("2", lambda digests: [digests[archive_path("a/1")].encode()]),
        )
    ]
    contents = {"a/y": b"y" * 64, "a/z": b"z"}

    found = read(written([*late, *in_files(contents, tmp_path / "files")], tmp_path / "a.oci.tar"))

    assert sha256_of(b"z").encode() == found["a/1"]
    assert sha256_of(found["a/1"]).encode() == found["a/2"]


@pytest.mark.parametrize("manifest", [b"", b"{}", b'{"tool": {"name": "hatch-oaml"}}', b"\xff", b"[" * 9_000])
def test_what_is_no_release_of_ours_is_a_layout_that_tells_nothing_of_it(manifest: bytes, tmp_path: Path) -> None:
    contents = {"a/OAML-MANIFEST.json": manifest, "a/model.safetensors": b"x"}
    path = written(in_files(contents, tmp_path / "files"), tmp_path / "a.oci.tar")

    assert contents == read(path)
    documents = documents_of(files_of(path))
    assert {"createdAt"} == documents["config"]["descriptor"].keys()
    assert {"org.opencontainers.image.title", "org.opencontainers.image.created"} == set(
        documents["manifest"]["annotations"]
    )


def test_more_files_than_a_registry_takes_are_refused_before_a_byte_is_read() -> None:
    members = [
        Member(path=archive_path(f"a/{number:060}"), content=FileContent(source="/nowhere", size=1))
        for number in range(8_000)
    ]

    with pytest.raises(
        WriteError, match=r"(?s)8,000 files make an OCI manifest of [\d,]+ bytes.*8,000 个文件的 OCI 清单"
    ):
        OCI.capacity(members)
    assert OCI.capacity(members[:4_000])


@pytest.mark.parametrize(
    ("version", "tag"), [("1.0", "1.0"), ("1.0+gpu", "1.0_gpu"), ("1!2.0rc1", "1_2.0rc1"), ("", "")]
)
def test_a_tag_is_one_that_registries_take(version: str, tag: str) -> None:
    assert tag == tag_of(version)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Of the example, with a file of each kind."""
    project = project_in(tmp_path_factory.mktemp("project"))
    (project / "run.sh").write_text("exec python3\n", encoding="utf-8")
    (project / "run.sh").chmod(0o755)
    done = build(project, "-t", "oaml:oci")
    assert 0 == done.returncode, done.stderr
    return documents_of(files_of(next(project.glob("dist-oaml/*.oci.tar"))))


def test_each_file_is_a_layer_of_its_kind_under_its_own_name(documents: Any) -> None:
    layers = documents["manifest"]["layers"]
    told = {
        layer["annotations"]["org.cncf.model.filepath"]: layer["mediaType"].removeprefix("application/vnd.cncf.model.")
        for layer in layers
    }

    assert {
        "LICENSE": "doc.v1.raw",
        "MODIFICATIONS.md": "doc.v1.raw",
        "MODIFICATIONS.toml": "doc.v1.raw",
        "NOTICE": "doc.v1.raw",
        "README.md": "doc.v1.raw",
        "SHA256SUMS": "doc.v1.raw",
        "OAML-MANIFEST.json": "doc.v1.raw",
        "bases/lantern-tiny.toml": "doc.v1.raw",
        "config.json": "weight.config.v1.raw",
        "data/eval.jsonl": "dataset.v1.raw",
        "lantern_chat/__init__.py": "code.v1.raw",
        "model-00001-of-00002.safetensors": "weight.v1.raw",
        "model-00002-of-00002.safetensors": "weight.v1.raw",
        "run.sh": "code.v1.raw",
    }.items() <= told.items()
    assert [layer["annotations"]["org.opencontainers.image.title"] for layer in layers] == list(told)


def test_a_layer_tells_of_the_file_what_a_tar_would(documents: Any) -> None:
    told = {
        layer["annotations"]["org.cncf.model.filepath"]: json.loads(
            layer["annotations"]["org.cncf.model.file.metadata+json"]
        )
        for layer in documents["manifest"]["layers"]
    }

    assert {
        "name": "run.sh",
        "mode": 0o755,
        "uid": 0,
        "gid": 0,
        "size": 13,
        "mtime": "2020-02-02T00:00:00Z",
        "typeflag": ord("0"),
    } == told["run.sh"]
    assert ("__init__.py", 0o644) == (
        told["lantern_chat/__init__.py"]["name"],
        told["lantern_chat/__init__.py"]["mode"],
    )


def test_the_manifest_tells_license_version_and_bases(documents: Any) -> None:
    license_id = "LicenseRef-scancode-openatom-model-1.0"

    assert {
        "org.opencontainers.image.created": "2020-02-02T00:00:00Z",
        "org.opencontainers.image.licenses": license_id,
        "org.opencontainers.image.title": "lantern_chat-0.2.0",
        "org.opencontainers.image.version": "0.2.0",
        "io.github.hatch-oaml.bases": '[{"name": "example-lab/Lantern-Tiny", "version": "1.0.0"}]',
    } == documents["manifest"]["annotations"]
    assert {"org.opencontainers.image.ref.name": "0.2.0"} == documents["index"]["manifests"][0]["annotations"]
    descriptor = documents["config"]["descriptor"]
    assert ("lantern_chat", "0.2.0", [license_id]) == (
        descriptor["name"],
        descriptor["version"],
        descriptor["licenses"],
    )
    assert {"format": "safetensors"} == documents["config"]["config"]
    assert [layer["digest"] for layer in documents["manifest"]["layers"]] == documents["config"]["modelfs"]["diffIds"]


def test_each_byte_of_weights_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts: dict[str, int] = {}

    class Counted(io.FileIO):
        def readinto(self, buffer: Any, /) -> int:
            read = super().readinto(buffer)
            counts[str(self.name)] = counts.get(str(self.name), 0) + (read or 0)
            return read

    members = in_files(SAME["two groups"], tmp_path / "files")
    monkeypatch.setattr(io, "FileIO", Counted)

    written(members, tmp_path / "a.oci.tar")

    sources = {
        member.content.source: member.content.size for member in members if isinstance(member.content, FileContent)
    }
    assert sources == {name: count for name, count in counts.items() if name in sources}
