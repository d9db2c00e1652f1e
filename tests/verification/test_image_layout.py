"""An image layout, packed or unpacked, is the release that was written or is refused, whatever was changed in it and made to fit."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.recording.archives import record_archive
from hatch_oaml.recording.base import Told, record_base, record_base_with_tensors
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import SourceError
from hatch_oaml.verification.verdict import verify_archive
from tests.building import project_in
from tests.finished import built, errors_of, members_of, named_by, packed
from tests.layouts import blob_of, documents_of, files_of, packed_layout, rewritten, unpacked_layout, written
from tests.members import silent
from tests.poison import NAMED, POISON, acts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.layouts import Documents, Files

    Archives = Mapping[str, Path]

NAME = "lantern_chat-0.2.0.oaml.oci.tar"
WAYS = {"packed": lambda files, folder: packed_layout(files, folder / NAME), "unpacked": unpacked_layout}
both_ways = pytest.mark.parametrize("way", WAYS)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Archives:
    return built(project_in(tmp_path_factory.mktemp("project")))


@pytest.fixture(scope="module")
def files(archives: Archives) -> Files:
    return files_of(archives["oci"])


def is_refused(archive: Path) -> bool:
    try:
        return bool(errors_of(archive))
    except SourceError:
        return True


@both_ways
def test_what_was_written_is_told_to_be_without_a_fault(way: str, files: Files, tmp_path: Path) -> None:
    assert () == verify_archive(WAYS[way](files, tmp_path), silent).rulings


def test_it_is_packed_as_a_tar_of_the_same_blobs_would_be(archives: Archives, files: Files, tmp_path: Path) -> None:
    assert archives["oci"].read_bytes() == packed_layout(files, tmp_path / NAME).read_bytes()


@both_ways
def test_it_is_recorded_as_any_archive_is(way: str, archives: Archives, files: Files, tmp_path: Path) -> None:
    layout = WAYS[way](files, tmp_path)

    assert record_archive(archives["tar"], silent) == record_archive(layout, silent)
    for record in (record_base, record_base_with_tensors):
        assert record(archives["tar"], Told(), silent) == record(layout, Told(), silent)


def layer(documents: Documents, path: str) -> dict[str, Any]:
    [found] = [
        layer
        for layer in documents["manifest"]["layers"]
        if path == layer["annotations"]["org.opencontainers.image.title"]
    ]
    assert isinstance(found, dict)
    return found


def renamed(documents: Documents, before: str, after: str) -> None:
    layer(documents, before)["annotations"] |= {
        "org.opencontainers.image.title": after,
        "org.cncf.model.filepath": after,
    }


def told_of_file(documents: Documents, **facts: object) -> None:
    annotations = layer(documents, "README.md")["annotations"]
    key = "org.cncf.model.file.metadata+json"
    annotations[key] = written(json.loads(annotations[key]) | facts).decode()


def annotated(documents: Documents, key: str, value: object) -> None:
    documents["manifest"]["annotations"][key] = value


IMAGE, MODEL = "org.opencontainers.image", "org.cncf.model"

REWRITES: dict[str, Callable[[Documents], object]] = {
    "another title": lambda all_: layer(all_, "README.md")["annotations"].update({f"{IMAGE}.title": "OTHER.md"}),
    "another file path": lambda all_: layer(all_, "README.md")["annotations"].update({f"{MODEL}.filepath": "OTHER.md"}),
    "another name": lambda all_: renamed(all_, "README.md", "OTHER.md"),
    "a name that leads out": lambda all_: renamed(all_, "README.md", "../README.md"),
    "an absolute name": lambda all_: renamed(all_, "README.md", "/README.md"),
    "a name twice": lambda all_: renamed(all_, "README.md", "config.json"),
    "a file as a folder": lambda all_: renamed(all_, "README.md", "config.json/README.md"),
    "another media type": lambda all_: layer(all_, "README.md").update(mediaType=f"application/vnd.{MODEL[4:]}.code.v1.raw"),
    "a packed layer": lambda all_: layer(all_, "README.md").update(mediaType="application/vnd.cncf.model.doc.v1.tar"),
    "weights as documents": lambda all_: layer(all_, "model-00001-of-00002.safetensors").update(
        mediaType="application/vnd.cncf.model.doc.v1.raw"
    ),
    "another mode": lambda all_: told_of_file(all_, mode=0o755),
    "a mode that no member has": lambda all_: told_of_file(all_, mode=0o777),
    "another owner": lambda all_: told_of_file(all_, uid=1000),
    "another size in the facts": lambda all_: told_of_file(all_, size=1),
    "another time": lambda all_: told_of_file(all_, mtime="2021-02-02T00:00:00Z"),
    "another kind of file": lambda all_: told_of_file(all_, typeflag=50),
    "an untested type": lambda all_: layer(all_, "README.md")["annotations"].update(
        {f"{MODEL}.file.mediatype.untested": "true"}
    ),
    "one annotation more": lambda all_: layer(all_, "README.md")["annotations"].update({"note": "hello"}),
    "no annotations": lambda all_: layer(all_, "README.md").pop("annotations"),
    "addresses of a layer": lambda all_: layer(all_, "README.md").update(urls=["https://example.org"]),
    "another size": lambda all_: layer(all_, "README.md").update(size=1),
    "the bytes of another": lambda all_: layer(all_, "README.md").update(
        {key: layer(all_, "config.json")[key] for key in ("digest", "size")}
    ),
    "a digest of another kind": lambda all_: layer(all_, "README.md").update(digest="sha512:" + "0" * 128),
    "a digest that is none": lambda all_: layer(all_, "README.md").update(digest="sha256:../../etc"),
    "a layer less": lambda all_: all_["manifest"]["layers"].remove(layer(all_, "README.md")),
    "a layer twice": lambda all_: all_["manifest"]["layers"].append(layer(all_, "README.md")),
    "no layer": lambda all_: all_["manifest"].update(layers=[]),
    "layers in another order": lambda all_: all_["manifest"]["layers"].reverse(),
    "layers that are no list": lambda all_: all_["manifest"].update(layers={"0": 1}),
    "another license in the config": lambda all_: all_["config"]["descriptor"].update(licenses=["Apache-2.0"]),
    "another name in the config": lambda all_: all_["config"]["descriptor"].update(name="other"),
    "another version in the config": lambda all_: all_["config"]["descriptor"].update(version="9"),
    "another author in the config": lambda all_: all_["config"]["descriptor"].update(authors=["Mallory"]),
    "another time in the config": lambda all_: all_["config"]["descriptor"].update(createdAt="2021-02-02T00:00:00Z"),
    "another format in the config": lambda all_: all_["config"]["config"].update(format="gguf"),
    "digests of others in the config": lambda all_: all_["config"]["modelfs"]["diffIds"].reverse(),
    "more in the config": lambda all_: all_["config"].update(more=1),
    "another media type of the config": lambda all_: all_["manifest"]["config"].update(mediaType="application/json"),
    "a file for a config": lambda all_: all_["manifest"].update(
        config={**all_["manifest"]["config"], **{key: layer(all_, "config.json")[key] for key in ("digest", "size")}}
    ),
    "another license": lambda all_: annotated(all_, f"{IMAGE}.licenses", "Apache-2.0"),
    "no license": lambda all_: all_["manifest"]["annotations"].pop(f"{IMAGE}.licenses"),
    "another version": lambda all_: annotated(all_, f"{IMAGE}.version", "9"),
    "another folder": lambda all_: annotated(all_, f"{IMAGE}.title", "lantern_chat-9"),
    "no folder": lambda all_: all_["manifest"]["annotations"].pop(f"{IMAGE}.title"),
    "another time of the manifest": lambda all_: annotated(all_, f"{IMAGE}.created", "2021-02-02T00:00:00Z"),
    "other bases": lambda all_: annotated(all_, "io.github.hatch-oaml.bases", "[]"),
    "no bases": lambda all_: all_["manifest"]["annotations"].pop("io.github.hatch-oaml.bases"),
    "more annotations": lambda all_: annotated(all_, f"{IMAGE}.vendor", "Mallory"),
    "an annotation that is no text": lambda all_: annotated(all_, f"{IMAGE}.title", ["x"]),
    "another kind of artifact": lambda all_: all_["manifest"].update(artifactType="application/json"),
    "another schema": lambda all_: all_["manifest"].update(schemaVersion=1),
    "a subject": lambda all_: all_["manifest"].update(subject=dict(all_["manifest"]["config"])),
    "two manifests": lambda all_: all_["index"]["manifests"].append(dict(all_["index"]["manifests"][0])),
    "no manifest": lambda all_: all_["index"].update(manifests=[]),
    "manifests that are no list": lambda all_: all_["index"].update(manifests={}),
    "an index in an index": lambda all_: all_["index"]["manifests"][0].update(
        mediaType="application/vnd.oci.image.index.v1+json"
    ),
    "another kind of artifact in the index": lambda all_: all_["index"]["manifests"][0].update(artifactType="x"),
    "the tag of another version": lambda all_: all_["index"]["manifests"][0].update(
        annotations={f"{IMAGE}.ref.name": "0.2.1"}
    ),
    "more than a tag": lambda all_: all_["index"]["manifests"][0]["annotations"].update({"note": "hello"}),
    "a platform": lambda all_: all_["index"]["manifests"][0].update(platform={"os": "linux"}),
    "addresses of the manifest": lambda all_: all_["index"]["manifests"][0].update(urls=["https://example.org"]),
    "annotations of the index": lambda all_: all_["index"].update(annotations={"note": "hello"}),
    "another size of the manifest": lambda all_: all_["index"]["manifests"][0].update(digest="sha256:" + "0" * 64),
    "another schema of the index": lambda all_: all_["index"].update(schemaVersion=1),
}  # fmt: skip


@both_ways
@pytest.mark.parametrize("what", REWRITES)
def test_a_document_that_says_something_else_is_refused(way: str, what: str, files: Files, tmp_path: Path) -> None:
    changed = rewritten(files, REWRITES[what])
    assert changed != files

    assert is_refused(WAYS[way](changed, tmp_path))


@both_ways
def test_documents_that_were_only_written_again_are_not(way: str, files: Files, tmp_path: Path) -> None:
    assert not is_refused(WAYS[way](rewritten(files, lambda _documents: None), tmp_path))


def without(files: Files, name: str) -> Files:
    return {other: data for other, data in files.items() if other != name}


@both_ways
def test_any_file_of_it_that_is_gone_is_missed(way: str, files: Files, tmp_path: Path) -> None:
    for number, name in enumerate(files):
        (tmp_path / str(number)).mkdir()
        found = WAYS[way](without(files, name), tmp_path / str(number))
        assert is_refused(found), name


@both_ways
@pytest.mark.parametrize("name", ["blobs/sha256/" + "0" * 64, "blobs/sha512/x", "notes.txt", "x/.git/HEAD"])
def test_any_file_more_is_refused(way: str, name: str, files: Files, tmp_path: Path) -> None:
    assert is_refused(WAYS[way]({**files, name: b"more"}, tmp_path))


@both_ways
def test_a_blob_more_under_its_right_name_is_refused(way: str, files: Files, tmp_path: Path) -> None:
    assert is_refused(WAYS[way]({**files, f"blobs/sha256/{sha256_of(b'more')}": b"more"}, tmp_path))


@both_ways
def test_other_bytes_under_the_name_of_a_blob_are_refused(way: str, files: Files, tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311  # reproducible
    for number, (name, data) in enumerate(files.items()):
        for turn in range(4):
            changed = bytearray(data)
            changed[chance.randrange(len(data))] ^= 1 << chance.randrange(7)
            folder = tmp_path / f"{number}-{turn}"
            folder.mkdir()
            found = WAYS[way]({**files, name: bytes(changed)}, folder)
            assert is_refused(found) or (way == "unpacked" and is_other_tag(bytes(changed), data)), (name, changed)


def is_other_tag(changed: bytes, data: bytes) -> bool:
    """How who copied it called it is said nowhere else."""
    [one], [other] = (json.loads(text)["manifests"] for text in (changed, data))
    return bool({**one, "annotations": {}} == {**other, "annotations": {}})


@pytest.mark.parametrize(("step", "count"), [(53, 50), pytest.param(7, 300, marks=pytest.mark.huge)])
def test_no_byte_of_the_tar_can_be_flipped(archives: Archives, tmp_path: Path, step: int, count: int) -> None:
    data = archives["oci"].read_bytes()
    chance = random.Random(2)  # noqa: S311  # reproducible
    target = tmp_path / NAME
    for offset in (*range(0, 1024, step), *(chance.randrange(len(data)) for _ in range(count)), len(data) - 1):
        changed = bytearray(data)
        changed[offset] ^= 1 << chance.randrange(8)
        target.write_bytes(changed)
        assert is_refused(target), offset


def test_a_document_without_a_digest_that_says_the_same_in_other_letters_is_altered_in_a_tar_alone(
    files: Files, tmp_path: Path
) -> None:
    changed = {**files, "oci-layout": b'{"imageLayoutVersion": "1.0.0"}'}

    assert ["altered-envelope"] == [check for check, _ in named_by(packed_layout(changed, tmp_path / NAME))]
    assert [] == named_by(unpacked_layout(changed, tmp_path / "layout"))


@pytest.mark.parametrize("end", [b"", b"\0" * 512, b"x"])
def test_what_follows_the_tar_or_is_cut_off_is_refused(end: bytes, archives: Archives, tmp_path: Path) -> None:
    data = archives["oci"].read_bytes()
    target = tmp_path / NAME
    target.write_bytes(data + end if end else data[:-512])

    assert is_refused(target)


def test_blobs_in_another_order_are_no_tar_of_ours(files: Files, tmp_path: Path) -> None:
    reverse = packed_layout(dict(reversed(files.items())), tmp_path / NAME)

    assert ["altered-envelope"] == [check for check, _ in named_by(reverse)]


@pytest.mark.parametrize("tag", ["latest", "stable", "0.2.0", "v0.2.0", "0", "0.2", None])
def test_a_layout_that_others_copied_under_a_tag_of_their_own_is_the_release(
    tag: str | None, files: Files, tmp_path: Path
) -> None:
    def copied(documents: Documents) -> None:
        """As skopeo writes an index."""
        [manifest] = documents["index"]["manifests"]
        del manifest["artifactType"], manifest["annotations"], documents["index"]["mediaType"]
        if tag is not None:
            manifest["annotations"] = {f"{IMAGE}.ref.name": tag}

    assert () == verify_archive(unpacked_layout(rewritten(files, copied), tmp_path), silent).rulings
    packed = packed_layout(rewritten(files, copied), tmp_path / NAME)
    assert ["altered-envelope"] == [check for check, _ in named_by(packed)], "the tar is another's"


@pytest.mark.parametrize(
    "path", [".DS_Store", "blobs/.DS_Store", "blobs/sha256/.DS_Store", "Thumbs.db", ".git/HEAD", "._index.json"]
)
def test_what_tools_put_into_an_unpacked_layout_is_told_and_refuses_nothing(
    path: str, files: Files, tmp_path: Path
) -> None:
    layout = unpacked_layout({**files, path: b"x"}, tmp_path / "layout")

    report = verify_archive(layout, silent)

    assert ["companion-file"] == [ruling.check for ruling in report.rulings]
    assert ["altered-envelope"] == [
        check for check, _ in named_by(packed_layout({**files, path: b"x"}, tmp_path / NAME))
    ]


@pytest.mark.parametrize("path", ["run.sh", "blobs/sha256/" + "0" * 64, "blobs/sha256/x", "data/.git/x"])
def test_what_nobody_s_tool_puts_into_a_layout_is_refused(path: str, files: Files, tmp_path: Path) -> None:
    layout = unpacked_layout({**files, path: b"x"}, tmp_path / "layout")

    assert ["altered-envelope"] == [check for check, _ in named_by(layout)]


@pytest.mark.parametrize("name", ["sdist", "wheel"])
def test_what_another_target_holds_is_no_layout_of_ours(name: str, archives: Archives, tmp_path: Path) -> None:
    archive = packed(members_of(archives[name]), tmp_path / NAME)
    layout = unpacked_layout(files_of(archive), tmp_path / "layout")

    assert "altered-envelope" in {check for check, _ in named_by(archive)}
    assert "altered-envelope" in {check for check, _ in named_by(layout)}


HOSTILE = {
    "no JSON": b"\xff",
    "nested too deep": b'{"a":' * 100_000,
    "a number too long": b'{"schemaVersion":' + b"9" * 100_000 + b"}",
    "a list": b"[]",
    "half a letter": b'{"schemaVersion":2,"manifests":[{"mediaType":"\\ud800"}]}',
    "a key twice": b'{"schemaVersion":2,"schemaVersion":2}',
    "longer than a registry takes": b" " * ((4 << 20) + 1),
    "nothing": b"",
    "numbers that are none": b'{"schemaVersion":2,"manifests":[{"mediaType":NaN}]}',
}


def with_bytes(files: Files, name: str, data: bytes) -> Files:
    """In the place of one of its documents, all others telling of it rightly."""
    if name in files:
        return {**files, name: data}
    documents = documents_of(files)
    manifest = documents["manifest"]
    told = {"digest": f"sha256:{sha256_of(data)}", "size": len(data)}
    if name == "manifest":
        documents["index"]["manifests"][0] |= told
        return {**files, blob_of(told): data, "index.json": written(documents["index"])}
    manifest["config"] |= told
    return with_bytes({**files, blob_of(told): data}, "manifest", written(manifest))


@both_ways
@pytest.mark.parametrize("name", ["oci-layout", "index.json", "manifest", "config"])
@pytest.mark.parametrize("what", HOSTILE)
def test_any_bytes_in_the_place_of_a_document_are_refused_in_a_sentence(
    way: str, name: str, what: str, files: Files, tmp_path: Path
) -> None:
    archive = WAYS[way](with_bytes(files, name, HOSTILE[what]), tmp_path)

    if name == "config" and len(HOSTILE[what]) < 1 << 20:
        assert ["altered-envelope"] == [check for check, _ in named_by(archive)]
    else:
        with pytest.raises(SourceError, match="it is no image layout of a model"):
            errors_of(archive)


@both_ways
def test_many_files_of_one_large_blob_are_a_bomb(way: str, files: Files, tmp_path: Path) -> None:
    large = bytes(4 << 20)
    digest = sha256_of(large)

    def repeated(documents: Documents) -> None:
        first = layer(documents, "README.md")
        for number in range(300):
            told = {**first["annotations"], f"{IMAGE}.title": f"{number}.bin", f"{MODEL}.filepath": f"{number}.bin"}
            added = {**first, "digest": f"sha256:{digest}", "size": len(large), "annotations": told}
            documents["manifest"]["layers"].append(added)

    changed = rewritten({**files, f"blobs/sha256/{digest}": large}, repeated)

    with pytest.raises(SourceError, match="unpacks to more than 64 times its size"):
        errors_of(WAYS[way](changed, tmp_path))


POISONED: dict[str, Callable[[Documents], object]] = {
    "a name": lambda all_: renamed(all_, "README.md", POISON),
    "a title alone": lambda all_: layer(all_, "README.md")["annotations"].update({f"{IMAGE}.title": POISON}),
    "the folder": lambda all_: annotated(all_, f"{IMAGE}.title", POISON),
    "a folder that leads out": lambda all_: annotated(all_, f"{IMAGE}.title", f"../{POISON}"),
    "a digest": lambda all_: layer(all_, "README.md").update(digest=f"sha256:{POISON}"),
    "a kind of digest": lambda all_: layer(all_, "README.md").update(digest=f"{POISON}:{'0' * 64}"),
    "a media type": lambda all_: layer(all_, "README.md").update(mediaType=POISON),
    "facts of a file": lambda all_: told_of_file(all_, mode=POISON),
    "a tag": lambda all_: all_["index"]["manifests"][0].update(annotations={f"{IMAGE}.ref.name": POISON}),
    "an annotation": lambda all_: annotated(all_, POISON, POISON),
}


def told(archive: Path) -> str:
    done = CliRunner().invoke(main, ["verify", str(archive)], env={"LC_ALL": "en_US.UTF-8"}, catch_exceptions=False)
    return done.output


@both_ways
@pytest.mark.parametrize("what", POISONED)
def test_no_word_of_a_document_acts_on_a_terminal(way: str, what: str, files: Files, tmp_path: Path) -> None:
    assert [] == acts(told(WAYS[way](rewritten(files, POISONED[what]), tmp_path)))


@both_ways
def test_no_name_of_a_file_acts_on_a_terminal(way: str, files: Files, tmp_path: Path) -> None:
    said = told(WAYS[way]({**files, POISON: b"more"}, tmp_path))

    assert NAMED in said
    assert [] == acts(said)
