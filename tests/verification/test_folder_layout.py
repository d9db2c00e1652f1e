"""A release is judged as it lies on a receiver's disk: from git, a hub, an installer, whole or in part."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from hatch_oaml.cli import main
from hatch_oaml.records.generated import MANIFEST
from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.storage.volumes import drafted_volumes
from hatch_oaml.verification import folder_layout, folder_walk
from hatch_oaml.verification.verdict import verify_archive
from tests.building import project_in
from tests.finished import built, members_of, named_by, unpacked
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.buckets import Bucket

    Archives = Mapping[str, Path]

PACKAGE = "lantern_chat"
INFO = "lantern_chat-0.2.0.dist-info"


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Archives:
    return built(project_in(tmp_path_factory.mktemp("project")))


@pytest.fixture
def folder(archives: Archives, tmp_path: Path) -> Path:
    return unpacked(members_of(archives["tar"]), tmp_path)


@pytest.fixture
def site(archives: Archives, tmp_path: Path) -> Path:
    """The wheel, installed as pip does, in an environment that has something else too."""
    site = tmp_path / "site-packages"
    unpacked(members_of(archives["wheel"]), site)
    put(site / "other-1.0.dist-info" / "METADATA", "Name: other\n")
    put(site / "other-1.0.dist-info" / "RECORD", "other.py,,\n")
    put(site / "other.py", "import os\n")
    return as_installed(site)


def put(path: Path, text: str = "x\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def as_installed(site: Path) -> Path:
    """What pip adds, and RECORD as it writes it anew: sorted, with rows of what it added."""
    put(site / INFO / "INSTALLER", "pip\n")
    put(site / INFO / "REQUESTED", "")
    put(site / PACKAGE / "__pycache__" / "__init__.cpython-311.pyc")
    record = site / INFO / "RECORD"
    rows = [
        *record.read_text(encoding="utf-8").splitlines(),
        f"{INFO}/INSTALLER,sha256=zuuue4knoyJ-UwPPXg8fezS7VCrXJQrAP7zeNuwvFQg,4",
        f"{INFO}/REQUESTED,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0",
        f"{PACKAGE}/__pycache__/__init__.cpython-311.pyc,,",
        "../../bin/lantern,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0",
    ]
    record.write_text("".join(f"{row}\n" for row in sorted(rows)), encoding="utf-8")
    return site


def told_by(path: Path) -> list[str]:
    """The checks that found something, errors first."""
    return [ruling.check for ruling in verify_archive(path, silent).rulings]


def verify(*paths: Path, form: str = "text") -> Result:
    return CliRunner().invoke(main, ["verify", "--format", form, "--lang", "en", *map(str, paths)])


def test_what_tools_put_beside_a_release_is_told_once_and_refuses_nothing(folder: Path) -> None:
    for path in (".git/HEAD", ".git/objects/ab/cd", ".gitattributes", ".DS_Store", "data/Thumbs.db", "model.sig"):
        put(folder / path)
    put(folder / ".cache/huggingface/download/config.json.metadata")

    assert ["companion-file"] == told_by(folder)
    assert ["companion-file"] == told_by(folder.rename(folder.parent / "renamed"))


def test_the_folder_above_a_release_may_be_given_too(folder: Path) -> None:
    put(folder / ".git/HEAD")
    put(folder.parent / ".DS_Store")

    assert ["companion-file"] == told_by(folder.parent)


@pytest.mark.parametrize(
    "path",
    [
        "run.sh",
        ".hidden/x.safetensors",
        "data/.git/x",
        "lantern_chat/__pycache__/evil.cpython-311.pyc",
        "bases/model.sig",
    ],
)
def test_anything_else_that_the_manifest_does_not_list_is_refused(path: str, folder: Path) -> None:
    put(folder / path)

    assert ("extra-member", f"lantern_chat-0.2.0/{path}") in named_by(folder)


def test_history_is_not_read_whatever_lies_in_it(folder: Path) -> None:
    (folder / ".git").mkdir()
    os.mkfifo(folder / ".git" / "pipe")

    assert ["companion-file"] == told_by(folder)


def test_an_archive_has_no_companions(archives: Archives, tmp_path: Path) -> None:
    archive = shutil.copy(archives["zip"], tmp_path)
    with zipfile.ZipFile(archive, "a") as zipped:
        zipped.writestr("lantern_chat-0.2.0/.DS_Store", b"x")

    assert [("extra-member", "lantern_chat-0.2.0/.DS_Store")] == named_by(Path(archive))


def test_a_hub_s_cache_of_links_to_its_blobs_is_read(folder: Path, tmp_path: Path) -> None:
    snapshot = tmp_path / "models--example-lab--lantern" / "snapshots" / ("0" * 40)
    blobs = snapshot.parent.parent / "blobs"
    blobs.mkdir(parents=True)
    for file in [file for file in folder.rglob("*") if file.is_file()]:
        blob = blobs / hashlib.sha256(file.read_bytes()).hexdigest()
        place = snapshot / file.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, blob)
        place.symlink_to(os.path.relpath(blob, place.parent))

    assert [] == told_by(snapshot)
    (snapshot / "config.json").resolve().write_bytes(b"another")
    assert ("altered-member", "lantern_chat-0.2.0/config.json") in named_by(snapshot)


def test_the_package_folder_of_a_wheel_is_judged_as_that_part(site: Path, tmp_path: Path) -> None:
    alone = tmp_path / "elsewhere"
    shutil.copytree(site / PACKAGE, alone)

    assert ["companion-file", "partial-release"] == sorted(told_by(site / PACKAGE))
    assert ["companion-file", "partial-release"] == sorted(told_by(alone))
    assert 11 == len(verify_archive(alone, silent).release.inventory.files)
    put(alone / "extra.py")
    (alone / "config.json").write_bytes(b"{}")
    (alone / "NOTICE").unlink()
    assert {("extra-member", f"{PACKAGE}/extra.py"), ("altered-member", f"{PACKAGE}/config.json")} <= set(
        named_by(alone)
    )
    assert ("missing-member", f"{PACKAGE}/NOTICE") in named_by(alone)


def test_an_installed_wheel_is_judged_by_its_metadata_folder(site: Path) -> None:
    assert ["companion-file"] == told_by(site / INFO)


@pytest.mark.parametrize(
    ("path", "check"),
    [
        (f"{PACKAGE}/extra.py", "extra-member"),
        (f"{PACKAGE}/data/weights.bin", "extra-member"),
        (f"{PACKAGE}/__pycache__/evil.cpython-311.pyc", "extra-member"),
        (f"{INFO}/extra.txt", "extra-member"),
        (f"{PACKAGE}/config.json", "altered-member"),
        (f"{INFO}/METADATA", "altered-member"),
        (f"{INFO}/licenses/LICENSE", "altered-member"),
    ],
)
def test_what_somebody_changed_in_an_installed_wheel_is_refused(path: str, check: str, site: Path) -> None:
    put(site / path)

    assert (check, path) in named_by(site / INFO)


def test_a_record_of_files_that_are_not_there_is_refused(site: Path) -> None:
    record = site / INFO / "RECORD"
    row = f"{PACKAGE}/gone.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\n"
    record.write_text(record.read_text(encoding="utf-8") + row, encoding="utf-8")

    assert "altered-envelope" in told_by(site / INFO)


def test_of_an_environment_each_release_is_named_and_judged(site: Path) -> None:
    told = verify(site)

    assert 0 == told.exit_code
    assert f"{INFO} agrees with its own manifest" in told.stdout
    put(site / PACKAGE / "extra.py")
    assert 1 == verify(site).exit_code


def test_an_environment_without_a_release_is_told(site: Path) -> None:
    shutil.rmtree(site / INFO)
    shutil.rmtree(site / PACKAGE)

    told = verify(site)

    assert 2 == told.exit_code
    assert f"{site}: no release of hatch-oaml is installed there" in told.stderr


def test_volumes_and_what_lies_beside_them_count_as_one_archive(archives: Archives, tmp_path: Path) -> None:
    whole = archives["tar"].read_bytes()
    name = archives["tar"].name
    with drafted_volumes(tmp_path / name, 20_000) as volumes:
        volumes.reserve(len(whole))
        volumes.write_at(0, whole)
        volumes.truncate(len(whole))
    put(tmp_path / f"{name}.sig")
    files = sorted(tmp_path.iterdir())

    told = verify(*files)

    assert 5 < len(files)
    assert 0 == told.exit_code
    assert 1 == told.stdout.count("agrees with its own manifest")
    assert 2 == told.stderr.count("no archive, but what lies beside one; it was not checked")
    assert 1 == verify(*files, form="json").stdout.count('"findings"')
    (tmp_path / f"{name}.002").unlink()
    assert 2 == verify(*sorted(tmp_path.iterdir())).exit_code


def test_what_lies_beside_no_archive_that_was_named_is_no_archive(archives: Archives, tmp_path: Path) -> None:
    alone = put(tmp_path / "x.oaml.tar.sig")
    sums = put(tmp_path / "SHA256SUMS")

    assert 2 == verify(alone).exit_code
    assert 2 == verify(sums, archives["tar"]).exit_code


def test_what_pip_installed_is_clean(archives: Archives, tmp_path: Path) -> None:
    if subprocess.run([sys.executable, "-m", "pip", "--version"], check=False, capture_output=True).returncode:
        pytest.skip("no pip in this environment")
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        str(tmp_path / "site"),
    ]
    subprocess.run([*install, str(archives["wheel"])], check=True, capture_output=True)

    assert ["companion-file"] == told_by(tmp_path / "site")
    assert ["companion-file"] == told_by(tmp_path / "site" / INFO)
    assert json.loads(verify(tmp_path / "site", form="json").stdout)


@pytest.mark.parametrize("lies", ["on a disk", "in a store"])
def test_what_is_longer_than_any_manifest_is_read_as_none(
    lies: str, folder: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = folder / MANIFEST
    size = manifest.stat().st_size
    bucket.put({f"release/{MANIFEST}": manifest.read_bytes()})
    place = folder if lies == "on a disk" else StorePath.of("s3://models/release").as_folder()

    def laid_out_with(bound: int) -> set[str]:
        monkeypatch.setattr(folder_walk, "_LONGEST", bound)
        return {file.path for file in folder_layout.lay_out(place).files if file.path.endswith(MANIFEST)}

    assert {f"{folder.name}/{MANIFEST}"} == laid_out_with(size)
    assert {MANIFEST} == laid_out_with(size - 1)
