"""`--output`: a report goes into files, of one format or of several, whole or not at all, and the tree is judged once."""

from __future__ import annotations

import json
import os
import stat
import threading
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.reports import report_names
from tests.building import project_in
from tests.finished import built
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_in(tmp_path)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return built(project_in(tmp_path))["tar"]


@pytest.mark.parametrize("form", report_names())
def test_the_file_holds_what_standard_output_would_have_held(project: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / "new" / "report"
    shown = run("check", "--root", project, "--format", form, "--lang", "zh")

    written = run("check", "--root", project, "--format", form, "--lang", "zh", "--output", file)

    assert (written.exit_code, written.stdout) == (shown.exit_code, "")
    assert json_or_text(file.read_text(encoding="utf-8")) == json_or_text(shown.stdout)


def json_or_text(document: str) -> object:
    return json.loads(document) if document.startswith("{") else document.strip()


@pytest.mark.parametrize("form", report_names())
def test_of_archives_too(archive: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / "report"
    shown = run("verify", archive, "--format", form)

    written = run("verify", archive, "--format", form, "--output", file)

    assert (written.exit_code, written.stdout) == (shown.exit_code, "")
    assert file.read_text(encoding="utf-8").strip() == shown.stdout.strip()


def test_one_call_writes_several_formats_beside_what_it_shows(project: Path, tmp_path: Path) -> None:
    sarif, summary = tmp_path / "report.sarif", tmp_path / "summary.md"

    result = run("check", "--root", project, "--output", f"sarif={sarif}", "--output", f"markdown={summary}")

    assert "0 errors" in result.stdout
    assert json.loads(sarif.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert summary.read_text(encoding="utf-8").startswith("## ")


def test_a_refusal_is_written_and_ends_with_1(project: Path, tmp_path: Path) -> None:
    (project / "LICENSE").unlink()
    file = tmp_path / "report.json"

    result = run("check", "--root", project, "--output", f"json={file}", "--quiet")

    assert (result.exit_code, result.stdout) == (1, "")
    assert json.loads(file.read_text(encoding="utf-8"))["summary"]["errors"] > 0


def test_an_archive_that_cannot_be_read_is_in_the_file(archive: Path, tmp_path: Path) -> None:
    broken, file = tmp_path / "broken.oaml.tar", tmp_path / "report.json"
    broken.write_bytes(b"no archive")

    result = run("verify", archive, broken, "--output", f"json={file}")

    assert result.exit_code == 2
    reports = json.loads(file.read_text(encoding="utf-8"))["reports"]
    assert [bool(report.get("error")) for report in reports] == [False, True]


def test_an_equals_sign_in_a_name_is_no_format(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "a=b"

    run("check", "--root", project, "--output", file)

    assert "0 errors" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("before", ["", "json="])
@pytest.mark.parametrize("kind", ["folder", "below a file", "nothing", "twice"])
def test_what_takes_no_report_is_told_before_anything_is_judged(tmp_path: Path, before: str, kind: str) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    named = {"folder": tmp_path, "below a file": tmp_path / "file" / "x", "nothing": "", "twice": tmp_path / "new"}
    outputs = ["--output", f"{before}{named[kind]}"] * (2 if kind == "twice" else 1)

    result = run("check", "--root", tmp_path, *outputs)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--output: " in result.stderr
    assert "pyproject" not in result.stderr
    assert (tmp_path / "file").read_bytes() == b"kept"


@pytest.mark.skipif(os.name == "nt", reason="there are no devices in the tree of files")
def test_a_pipe_is_written_to_and_not_replaced(project: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()

    result = run("check", "--root", project, "--output", pipe)
    reader.join(timeout=30)

    assert result.exit_code == 0
    assert "0 errors" in read[0]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_and_its_file_is_written(project: Path, tmp_path: Path) -> None:
    link, file = tmp_path / "link", tmp_path / "file"
    link.symlink_to(file)

    run("check", "--root", project, "--output", link)

    assert link.is_symlink()
    assert "0 errors" in file.read_text(encoding="utf-8")


def test_a_folder_that_refuses_ends_with_2_and_says_so(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("hatch_oaml.storage.draft._new_draft", refuse)

    result = run("check", "--root", project, "--output", tmp_path / "report")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "report" in result.stderr
    assert not (tmp_path / "report").exists()
