"""Hatchling's archive never has the final name, and what the system refuses is told."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING, NoReturn

import pytest
from hatchling.builders import sdist, utils, wheel

from hatch_oaml.packing import handing_over
from hatch_oaml.verification.verdict import verify_archive
from tests.building import build, build_by_a_process, project_in
from tests.failing import temporary_files_in
from tests.hooks import add_hook_before, add_hook_behind
from tests.members import silent

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {"sdist": "lantern_chat-0.2.0.tar.gz", "wheel": "lantern_chat-0.2.0-py3-none-any.whl"}
every_target = pytest.mark.parametrize("target", NAMES)


@pytest.fixture
def derivative(tmp_path: Path) -> Path:
    """A copy of the example, with its base beside it."""
    return project_in(tmp_path)


@every_target
def test_hatchling_writes_elsewhere_and_nothing_of_it_is_left(derivative: Path, tmp_path: Path, target: str) -> None:
    with temporary_files_in(tmp_path / "temporary"):
        built = build(derivative, "-t", target)

    assert 0 == built.returncode, built.stderr
    assert [] == list((tmp_path / "temporary").iterdir())
    assert [NAMES[target]] == os.listdir(derivative / "dist")
    assert vars(utils)["replace_file"] is vars(wheel)["replace_file"] is vars(sdist)["replace_file"]


@every_target
def test_what_fails_in_hatchling_s_own_writing_is_told_and_leaves_nothing(
    derivative: Path, tmp_path: Path, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Refusing:
        def __init__(self, *_: object, **__: object) -> None:
            tempfile.mkstemp()
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(wheel, "WheelArchive", Refusing)
    monkeypatch.setattr(sdist, "SdistArchive", Refusing)

    with temporary_files_in(tmp_path / "temporary"):
        built = build(derivative, "-t", target)

    assert 1 == built.returncode
    assert "the archive cannot be built (Input/output error); mend that, then build again" in built.stderr
    assert "无法构建归档（Input/output error）；请排除该问题后重新构建" in built.stderr
    assert [] == list((tmp_path / "temporary").iterdir())
    assert [] == os.listdir(derivative / "dist")


@every_target
def test_where_no_temporary_folder_can_be_made_that_is_told(
    derivative: Path, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: object, **__: object) -> NoReturn:
        raise FileNotFoundError(2, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr(tempfile, "mkdtemp", refusing)

    built = build(derivative, "-t", target)

    assert 1 == built.returncode
    assert "the archive cannot be built (No usable temporary directory found in ['/tmp'])" in built.stderr
    assert [] == os.listdir(derivative / "dist")


@every_target
def test_a_file_that_is_gone_when_hatchling_packs_it_is_told(derivative: Path, target: str) -> None:
    add_hook_behind(derivative, initialize="build_data['force_include'][str(Path(self.root, 'gone'))] = 'x'")

    built = build_by_a_process(derivative, "-t", target)

    assert 1 == built.returncode
    assert "Traceback" not in built.stderr
    assert f"Forced include not found: {derivative / 'gone'}" in built.stderr
    assert [] == os.listdir(derivative / "dist")


@every_target
def test_by_a_hatchling_that_names_its_archives_otherwise_the_same_is_built(
    derivative: Path, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_hook_before(derivative, finalize="Path(self.root).with_name('small').write_bytes(Path(artifact).read_bytes())")
    assert 0 == build(derivative, "-t", target).returncode
    archive = derivative / "dist" / NAMES[target]
    before = archive.read_bytes()
    assert before == derivative.with_name("small").read_bytes()
    monkeypatch.setattr(handing_over, "_NAMING", "no_longer_there")

    built = build(derivative, "-t", target)

    assert 0 == built.returncode, built.stderr
    assert before == archive.read_bytes()
    assert before != derivative.with_name("small").read_bytes()
    assert () == verify_archive(archive, silent).errors
    assert [NAMES[target]] == os.listdir(derivative / "dist")


@every_target
def test_by_such_a_hatchling_too_what_fails_leaves_nothing(
    derivative: Path, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: object, **__: object) -> NoReturn:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(handing_over, "_NAMING", "no_longer_there")
    monkeypatch.setattr("hatch_oaml.packing.hatchling_archives.tempfile.TemporaryDirectory", refusing)

    built = build(derivative, "-t", target)

    assert 1 == built.returncode
    assert "cannot be written (Input/output error)" in built.stderr
    assert [] == os.listdir(derivative / "dist")
