"""Each archive has one bill of materials of ours, whatever else of that kind the project brings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.building import build, project_in
from tests.finished import members_of, named_by, unpacked
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

INFO = "lantern_chat-0.2.0.dist-info"
OURS = f"{INFO}/sboms/lantern_chat.cdx.json"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the example, with its base beside it."""
    return project_in(tmp_path)


def with_sboms(project: Path, *paths: str) -> None:
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[tool.hatch.build.targets.wheel]\nsbom-files = {json.dumps(paths)}\n")


def sboms(wheel: Path) -> list[str]:
    return sorted(path for path in members_of(wheel) if "/sboms/" in path)


def test_a_wheel_has_the_project_s_own_beside_ours(project: Path) -> None:
    (project / "sbom").mkdir()
    (project / "sbom" / "python.cdx.json").write_text('{"bomFormat": "CycloneDX"}', encoding="utf-8")
    with_sboms(project, "sbom/python.cdx.json")

    built = build(project, "-t", "wheel")

    [wheel] = (project / "dist").glob("*.whl")
    assert 0 == built.returncode, built.stderr
    assert [OURS, f"{INFO}/sboms/python.cdx.json"] == sboms(wheel)
    assert [] == named_by(wheel)


def test_one_in_the_place_of_ours_is_refused_by_the_check_and_by_the_build(project: Path) -> None:
    (project / "lantern_chat.cdx.json").write_text("{}", encoding="utf-8")
    with_sboms(project, "lantern_chat.cdx.json")

    checked, built = run("check", "--root", project), build(project, "-t", "wheel")

    assert (2, 1) == (checked.exit_code, built.returncode)
    assert f"{OURS}: every wheel gets a bill of materials of this name" in checked.stderr
    assert f"{OURS}：每个 wheel 都会包含由 hatch-oaml 写入的同名物料清单" in built.stderr


@pytest.mark.parametrize("path", ["OAML-BOM.cdx.json", "./OAML-BOM.cdx.json"])
def test_that_of_an_unpacked_sdist_is_packed_no_second_time(project: Path, path: str, tmp_path: Path) -> None:
    with_sboms(project, path)
    assert 0 == build(project, "-t", "sdist").returncode
    [sdist] = (project / "dist").glob("*.tar.gz")
    again = unpacked(members_of(sdist), tmp_path / "again")

    built = build(again, "-t", "wheel", "-t", "sdist", "-t", "oaml")

    assert 0 == built.returncode, built.stderr
    [wheel] = (again / "dist").glob("*.whl")
    assert [OURS] == sboms(wheel)
    assert [] == named_by(wheel)
    assert sdist.read_bytes() == next((again / "dist").glob("*.tar.gz")).read_bytes()


def test_that_of_a_base_is_a_file_like_any_other_whose_notices_nobody_reads(project: Path, tmp_path: Path) -> None:
    base = tmp_path / "original-release"
    assert 0 == build(base, "-t", "oaml").returncode
    [archive] = (base / "dist-oaml").glob("*.tar")
    (project / "third_party").mkdir()
    bill = next(data for path, data in members_of(archive).items() if path.endswith("/OAML-BOM.cdx.json"))
    (project / "third_party" / "OAML-BOM.cdx.json").write_bytes(bill)
    with_sboms(project, "third_party/OAML-BOM.cdx.json")

    built = build(project, "-t", "wheel")

    [wheel] = (project / "dist").glob("*.whl")
    assert 0 == built.returncode, built.stderr
    assert [f"{INFO}/sboms/OAML-BOM.cdx.json", OURS] == sboms(wheel)
    assert [] == named_by(wheel)


@pytest.mark.parametrize("form", ["archive", "folder", "unpacked"])
def test_a_record_of_a_release_leaves_it_out(project: Path, form: str, tmp_path: Path) -> None:
    assert 0 == build(project, "-t", "oaml").returncode
    [archive] = (project / "dist-oaml").glob("*.tar")
    source = archive if form == "archive" else unpacked(members_of(archive), tmp_path / "folder")
    if form == "folder":  # no release of ours any more, and yet what we wrote is nobody's file
        (source / "config.json").write_text("{}", encoding="utf-8")
    record = tmp_path / "record.toml"

    recorded = run("record", source, "--name", "a/b", "--version", "1", "--output", record)

    assert 0 == recorded.exit_code, recorded.stderr
    assert "OAML-BOM" not in record.read_text(encoding="utf-8")
