"""A wheel that was installed into one folder, commands and shared data too, is judged as it lies there."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.records.wheel_record import render_record
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path
from hatch_oaml.verification.verdict import verify_archive
from tests.building import build, project_in
from tests.finished import members_of, named_by, unpacked
from tests.members import silent

if TYPE_CHECKING:
    from pathlib import Path

    from tests.finished import Members

WHEEL = "lantern_chat-0.2.0-py3-none-any.whl"
INFO = "lantern_chat-0.2.0.dist-info"
DATA = "lantern_chat-0.2.0.data"
COMMAND = b"#!/usr/bin/python\nimport lantern_chat\n"
TABLES = """
[project.scripts]
lantern = "lantern_chat:folder"

[project.gui-scripts]
lantern-window = "lantern_chat:folder"

[project.entry-points."lantern.models"]
evil = "lantern_chat:folder"

[tool.hatch.build.targets.wheel]
shared-data = { "data/eval.jsonl" = "share/lantern/eval.jsonl" }
shared-scripts = { "run.py" = "run.py" }
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = project_in(tmp_path_factory.mktemp("project"))
    (project / "run.py").write_text("#!/usr/bin/env python\nimport lantern_chat\n", encoding="utf-8")
    file = project / "pyproject.toml"
    file.write_text(file.read_text(encoding="utf-8") + TABLES, encoding="utf-8")
    done = build(project, "-t", "wheel")
    assert 0 == done.returncode, done.stderr
    return project


@pytest.fixture
def installed(project: Path) -> Members:
    """As `pip install --target` leaves it: `bin/run.py` has another first line."""
    found = members_of(project / "dist" / WHEEL)
    moved = {path.replace(f"{DATA}/data/", ""): data for path, data in found.items() if f"{DATA}/scripts/" not in path}
    made = {f"bin/{name}": COMMAND for name in ("lantern", "lantern-window", "run.py")}
    return {**moved, **made, f"{INFO}/INSTALLER": b"pip\n"}


def put(members: Members, folder: Path, above: str = "../../", told: tuple[str, ...] = ()) -> Path:
    """With RECORD as an installer writes it, of `told` files too."""
    record = archive_path(f"{INFO}/RECORD")
    outside = ("bin/", "share/", *told)
    rows = [
        (archive_path(path) if not path.startswith(outside) else above + path, sha256_of(data), len(data))
        for path, data in members.items()
        if path != record
    ]
    return unpacked({**members, record: render_record(record, rows)}, folder)  # type: ignore[arg-type]  # pip's paths


@pytest.mark.parametrize("above", ["../../", "../../../", ""])
def test_commands_and_shared_data_are_where_the_installer_puts_them(
    above: str, installed: Members, tmp_path: Path
) -> None:
    folder = put(installed, tmp_path / "target", above)

    report = verify_archive(folder, silent)

    assert () == report.errors
    told = dict(report.release.held_against_manifest.companions)
    assert {"bin/lantern", "bin/lantern-window", "bin/run.py", f"{INFO}/INSTALLER"} == set(told)
    assert (f"{DATA}/scripts/run.py",) == report.release.held_against_manifest.elsewhere


@pytest.mark.parametrize("path", ["bin/evil", "bin/lantern.py", "share/lantern/other.jsonl", "tool", "sub/bin/lantern"])
def test_what_no_command_and_no_data_of_the_wheel_is_was_put_in(path: str, installed: Members, tmp_path: Path) -> None:
    folder = put({**installed, path: COMMAND}, tmp_path / "target", told=(path,))

    assert [("extra-member", path)] == named_by(folder)


def test_a_command_that_record_does_not_tell_of_was_put_in(installed: Members, tmp_path: Path) -> None:
    folder = put(installed, tmp_path / "target")
    (folder / "bin/lantern").write_bytes(b"import os\n")

    assert [("extra-member", "bin/lantern")] == named_by(folder)


def test_shared_data_are_held_against_the_manifest_whatever_record_says(installed: Members, tmp_path: Path) -> None:
    folder = put({**installed, "share/lantern/eval.jsonl": b"{}\n"}, tmp_path / "target")

    assert [("altered-member", f"{DATA}/data/share/lantern/eval.jsonl")] == named_by(folder)


def test_without_an_installer_there_are_no_commands(installed: Members, tmp_path: Path) -> None:
    folder = put({path: data for path, data in installed.items() if path != f"{INFO}/INSTALLER"}, tmp_path / "target")

    assert ("extra-member", "bin/lantern") in named_by(folder)


def test_what_pip_installs_into_one_folder_is_clean(project: Path, tmp_path: Path) -> None:
    if subprocess.run([sys.executable, "-m", "pip", "--version"], check=False, capture_output=True).returncode:
        pytest.skip("no pip in this environment")
    target = tmp_path / "target"
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(target)]
    subprocess.run([*install, str(project / "dist" / WHEEL)], check=True)

    assert (target / "bin").is_dir() or (target / "Scripts").is_dir()
    assert [] == named_by(target)
