"""What was written is read back, and what changed on the way refuses the archive."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from hatch_oaml import archives
from hatch_oaml.packing.writing import write_release
from hatch_oaml.pipeline import judge
from hatch_oaml.project.gathering import gather
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.epoch import DEFAULT
from hatch_oaml.values.errors import WriteError
from hatch_oaml.values.paths import archive_path
from tests.building import project_in
from tests.members import silent

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.findings import Report


@pytest.fixture
def report(tmp_path: Path) -> Report:
    found = judge(gather(ProjectMetadata(str(project_in(tmp_path)), PluginManager())))
    assert () == found.errors
    return found


def test_a_release_is_written_whole(report: Report, tmp_path: Path) -> None:
    target = tmp_path / "a.oaml.tar"

    assert () == write_release(report, target, "tar", DEFAULT, silent).errors
    assert target.exists()


def test_what_does_not_read_back_is_not_kept(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tar = archives.archive_formats()["tar"]

    def lying(*arguments: Any, **options: Any) -> Any:
        digests = tar.write(*arguments, **options)
        return {path: sha256_of(b"other") for path in digests}

    monkeypatch.setitem(archives.archive_formats(), "tar", replace(tar, write=lying))

    with pytest.raises(WriteError, match="does not read back"):
        write_release(report, tmp_path / "a.oaml.tar", "tar", DEFAULT, silent)
    assert not (tmp_path / "a.oaml.tar").exists()


def test_a_member_too_much_or_too_few_is_not_kept(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tar = archives.archive_formats()["tar"]

    def forgetting(*arguments: Any, **options: Any) -> Any:
        digests = tar.write(*arguments, **options)
        return {path: digest for path, digest in digests.items() if not path.endswith("config.json")}

    def inventing(*arguments: Any, **options: Any) -> Any:
        return {**tar.write(*arguments, **options), archive_path("invented.json"): sha256_of(b"")}

    for write in (forgetting, inventing):
        monkeypatch.setitem(archives.archive_formats(), "tar", replace(tar, write=write))
        with pytest.raises(WriteError, match="does not read back"):
            write_release(report, tmp_path / "a.oaml.tar", "tar", DEFAULT, silent)
        assert not (tmp_path / "a.oaml.tar").exists()


def test_a_file_that_changes_while_it_is_written_refuses_the_archive(report: Report, tmp_path: Path) -> None:
    changed = next(file for file in report.release.inventory if file.path == "README.md")
    with open(changed.source, "a", encoding="utf-8") as file:
        file.write("more\n")

    final = write_release(report, tmp_path / "a.oaml.tar", "tar", DEFAULT, silent)

    assert ["changed-while-reading"] == [ruling.check for ruling in final.errors]
    assert ["README.md"] == [ruling.finding.path for ruling in final.errors]
    assert not (tmp_path / "a.oaml.tar").exists()
