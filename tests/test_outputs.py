"""`--output`: a report goes into files, of one format or of several, whole or not at all, and the tree is judged once."""

from __future__ import annotations

import json
import os
import shlex
import stat
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.reports import report_names
from tests.building import project_in
from tests.finished import built, members_of, unpacked
from tests.signed import key_file, public_file
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_in(tmp_path)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "built"
    folder.mkdir()
    return built(project_in(folder))["tar"]


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


def _digests(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("before", ["", "json="])
@pytest.mark.parametrize(
    "name",
    [
        "LICENSE",
        "NOTICE",
        "README.md",
        "MODIFICATIONS.toml",
        "bases/lantern-tiny.toml",
        "pyproject.toml",
        "model-00001-of-00002.safetensors",
    ],
)
def test_no_file_of_the_project_is_written_over(project: Path, tmp_path: Path, name: str, before: str) -> None:
    stood = _digests(project)
    output = tmp_path / "link"
    output.symlink_to(project / name)

    for path in (project / name, output):
        result = run("check", "--root", project, "--output", f"{before}{path}")

        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{path}: is a file of the release itself, or of what is read here" in result.stderr
    assert _digests(project) == stood


def test_what_is_refused_for_its_output_mends_no_notice_before(project: Path) -> None:
    (project / "NOTICE").unlink()
    stood = _digests(project)

    assert run("check", "--root", project, "--fix-notices", "--output", project / "LICENSE").exit_code == 2
    assert _digests(project) == stood


@pytest.mark.parametrize("command", ["verify", "compare"])
def test_no_file_that_is_judged_is_written_over(archive: Path, tmp_path: Path, command: str) -> None:
    folder = unpacked(members_of(archive), tmp_path / "folder")
    linked = tmp_path / "second-name"
    os.link(archive, linked)
    stood = _digests(tmp_path)
    judged: list[list[Path]] = {"verify": [[archive], [folder]], "compare": [[archive, folder], [folder, archive]]}[
        command
    ]
    outputs = [archive, linked, folder / "LICENSE", folder / "model-00001-of-00002.safetensors"]

    for arguments in judged:
        for output in outputs:
            assert run(command, *arguments, "--output", output).exit_code == 2
    assert _digests(tmp_path) == stood


def test_an_archive_behind_a_forgotten_name_is_not_written_over(archive: Path, tmp_path: Path) -> None:
    other, weights = tmp_path / "other.oaml.tar", tmp_path / "model.safetensors"
    other.write_bytes(archive.read_bytes())
    weights.write_bytes(b"\x08" + bytes(7) + b'{"a":1} ')
    stood = _digests(tmp_path)

    for output in (other, weights):
        assert run("verify", "--output", output, archive).exit_code == 2
    assert _digests(tmp_path) == stood


def test_no_key_and_no_signature_is_written_over(archive: Path, tmp_path: Path) -> None:
    key, signature = key_file(tmp_path), archive.with_name(f"{archive.name}.sig")
    assert run("sign", archive, "--key", key).exit_code == 0
    public = public_file(tmp_path)
    stood = _digests(tmp_path)

    for output in (public, signature):
        assert run("verify", archive, "--key", public, "--output", output).exit_code == 2
    for output in (key, archive):
        assert run("sign", archive, "--key", key, "--output", output).exit_code == 2
    assert _digests(tmp_path) == stood
    assert run("sign", archive, "--key", key).exit_code == 0


def test_record_writes_over_no_file_of_its_source(project: Path, archive: Path, tmp_path: Path) -> None:
    stood = _digests(tmp_path)
    names = ("LICENSE", "bases/lantern-tiny.toml", "model-00001-of-00002.safetensors")

    for name in names:
        assert run("record", project, "--name", "a/b", "--version", "1", "--output", project / name).exit_code == 2
    assert run("record", archive, "--output", archive).exit_code == 2
    assert _digests(tmp_path) == stood


def test_a_record_is_made_anew_where_it_was_made(project: Path) -> None:
    command = ("record", project, "--name", "a/b", "--version", "1", "--output", project / "bases" / "new.toml")

    assert [0, 0] == [run(*command).exit_code for _ in range(2)]


@pytest.mark.parametrize("form", report_names())
def test_an_earlier_report_is_replaced_wherever_it_lies(
    project: Path, archive: Path, tmp_path: Path, form: str
) -> None:
    folder = unpacked(members_of(archive), tmp_path / "folder")

    commands: list[list[str | Path]] = [["check", "--root", project], ["verify", folder], ["compare", archive, folder]]
    for command in commands:
        for language in ("en", "zh", "zh"):
            output = (project if command[0] == "check" else folder) / f"report.{command[0]}"
            result = run(*command, "--format", form, "--lang", language, "--output", output)

            assert result.exit_code in {0, 1}, result.stderr


def test_a_file_that_nothing_is_read_from_is_replaced(project: Path, archive: Path, tmp_path: Path) -> None:
    for name, content in (("notes.txt", "nothing\n"), ("empty", "")):
        output = tmp_path / name
        output.write_text(content, encoding="utf-8")

        assert run("verify", archive, "--output", output).exit_code == 0
        assert run("check", "--root", project, "--output", output).exit_code == 0


@pytest.mark.parametrize("letter", ["r", "模"])
def test_the_longest_name_is_written_and_a_longer_one_is_told(archive: Path, tmp_path: Path, letter: str) -> None:
    longest = letter * (255 // len(letter.encode()))

    for command in ("verify", "record"):
        assert run(command, archive, "--output", tmp_path / longest).exit_code == 0
        result = run(command, archive, "--output", tmp_path / (longest + letter))

        assert (result.exit_code, result.stdout) == (2, "")
        assert "is too long for the name of a file" in result.stderr
        (tmp_path / longest).unlink()


@pytest.mark.end_to_end
@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="this system names no open files")
@pytest.mark.parametrize("command", ["verify", "record", "compare", "sign"])
@pytest.mark.parametrize("reader", ["| cat", "> file", "> >(cat; sleep 0.1)"])
def test_standard_output_by_its_name_is_written_into(archive: Path, tmp_path: Path, command: str, reader: str) -> None:
    """Of a link of one's own: a test that failed would take the system's away."""
    link = tmp_path / "stdout"
    link.symlink_to("/proc/self/fd/1")
    before = os.readlink(link)
    more = {"sign": f"--key {key_file(tmp_path)}", "compare": str(archive)}.get(command, "")
    words = f"-m hatch_oaml {command} {archive} {more} --output {link}"

    done = subprocess.run(
        ["bash", "-c", f"{{ echo first; {shlex.quote(sys.executable)} {words}; }} {reader}; sleep 0.2; cat file 2>&-"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert os.readlink(link) == before
    assert done.stdout.startswith("first\n"), done.stderr
    assert len(done.stdout) > 300


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="this system names no open files")
def test_a_report_goes_to_another_command_beside_the_one_that_is_shown(archive: Path, tmp_path: Path) -> None:
    words = shlex.join(["-m", "hatch_oaml", "verify", str(archive), "--output"])

    done = subprocess.run(
        ["bash", "-c", f"{shlex.quote(sys.executable)} {words} json=>(cat > report.json); sleep 0.5"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert "0 errors" in done.stdout
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["reports"]


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
