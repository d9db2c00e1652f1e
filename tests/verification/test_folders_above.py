"""Who points to a folder that holds releases, and is none, is told what to point to."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.verification.environments import lying_below
from tests.building import project_in
from tests.finished import built, members_of, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    Archives = Mapping[str, Path]

ROOT = "lantern_chat-0.2.0"


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Archives:
    return built(project_in(tmp_path_factory.mktemp("project")))


def copied(archives: Archives, folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        shutil.copy(archives[name], folder)
    return folder


def test_the_folder_that_builds_write_into_is_told_with_what_lies_there(archives: Archives, tmp_path: Path) -> None:
    folder = copied(archives, tmp_path / "dist-oaml", "tar", "zip")
    (folder / f"{ROOT}.oaml.tar.sig").write_bytes(b"{}")
    (folder / "SHA256SUMS").write_bytes(b"")
    unpacked(members_of(archives["tar"]), folder)

    told = CliRunner().invoke(main, ["verify", "--lang", "en", str(folder)])
    chinese = CliRunner().invoke(main, ["verify", "--lang", "zh", str(folder)])

    listed = f"`{ROOT}`, `{ROOT}.oaml.tar`, `{ROOT}.oaml.zip`"
    assert 2 == told.exit_code
    assert f"{folder}: is no release itself, and in it lie {listed}; point to what is to be verified" in told.stderr
    assert f"{folder}：本身不是发布，其中有 {listed}；请指明要验证的对象" in chinese.stderr


def test_volumes_are_told_as_the_archive_that_they_are(archives: Archives, tmp_path: Path) -> None:
    data = archives["tar"].read_bytes()
    for number in (1, 2):
        (tmp_path / f"{ROOT}.oaml.tar.{number:03}").write_bytes(data[(number - 1) * 50_000 :][:50_000])

    assert (f"{ROOT}.oaml.tar",) == lying_below(tmp_path)


def test_wheel_and_sdist_are_told(archives: Archives, tmp_path: Path) -> None:
    copied(archives, tmp_path, "wheel", "sdist")

    assert (archives["wheel"].name, archives["sdist"].name) == lying_below(tmp_path)


@pytest.mark.parametrize("above", ["models/org", "models/org/more"])
def test_a_release_further_below_is_told(above: str, archives: Archives, tmp_path: Path) -> None:
    unpacked(members_of(archives["tar"]), tmp_path / above)

    assert (f"{above}/{ROOT}",) == lying_below(tmp_path)


def test_a_folder_of_downloads_is_told_whatever_else_lies_there(archives: Archives, tmp_path: Path) -> None:
    unpacked(members_of(archives["tar"]), tmp_path)
    copied(archives, tmp_path, "tar")
    (tmp_path / "photo.jpg").write_bytes(b"x")

    assert (ROOT, f"{ROOT}.oaml.tar") == lying_below(tmp_path)


@pytest.mark.parametrize("name", ["tar", "sdist", "wheel", "oci"])
def test_a_release_and_the_folder_that_it_was_unpacked_into_are_judged(
    name: str, archives: Archives, tmp_path: Path
) -> None:
    folder = tmp_path / "here"
    release = unpacked(members_of(archives[name]), folder)
    (folder / ".DS_Store").write_bytes(b"x")

    assert () == lying_below(release)
    assert () == lying_below(folder)


def test_a_folder_of_files_with_an_archive_among_them_is_no_folder_of_archives(tmp_path: Path) -> None:
    (tmp_path / "weights.zip").write_bytes(b"x")
    (tmp_path / "config.json").write_bytes(b"{}")

    assert () == lying_below(tmp_path)
    assert () == lying_below(tmp_path / "nothing")
