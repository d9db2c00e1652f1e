"""What `verify` accepts is what every extractor unpacks: the same names, bytes and modes, whichever tool a receiver has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.building import project_in
from tests.finished import built, members_of, named_by

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pytestmark = pytest.mark.end_to_end

EXTRACTORS = {
    "tar": ("tar", ["tar", "-xf", "{archive}", "-C", "{folder}"], ("tar", "sdist", "tar-zst")),
    "bsdtar": ("bsdtar", ["bsdtar", "-xf", "{archive}", "-C", "{folder}"], ("tar", "sdist", "tar-zst", "zip", "wheel")),
    "unzip": ("unzip", ["unzip", "-q", "{archive}", "-d", "{folder}"], ("zip", "wheel")),
    "7z": ("7z", ["7z", "x", "-bso0", "-bsp0", "-o{folder}", "{archive}"], ("tar", "zip", "wheel")),
    "zipfile": (sys.executable, [sys.executable, "-m", "zipfile", "-e", "{archive}", "{folder}"], ("zip", "wheel")),
    "tarfile": (sys.executable, [sys.executable, "-m", "tarfile", "-e", "{archive}", "{folder}"], ("tar", "sdist")),
}
KEEP_NO_MODES = {"zipfile"}
CASES = [(tool, form) for tool, (_, _, forms) in EXTRACTORS.items() for form in forms]
TEXTS = {"资料/说明.md": "# 说明\n", "docs/a b & c's.md": "# Blanks\n", "run.sh": "#!/bin/sh\n"}


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    project = project_in(tmp_path_factory.mktemp("project"))
    for path, text in TEXTS.items():
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    (project / "run.sh").chmod(0o755)
    made = built(project)
    assert [[]] * len(made) == [named_by(archive) for archive in made.values()]
    return made


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def executable_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and path.stat().st_mode & 0o111)


@pytest.mark.parametrize(("tool", "form"), CASES, ids=[f"{tool}-{form}" for tool, form in CASES])
def test_an_extractor_unpacks_what_was_verified(
    tool: str, form: str, archives: Mapping[str, Path], tmp_path: Path
) -> None:
    program, command, _ = EXTRACTORS[tool]
    if shutil.which(program) is None:
        pytest.skip(f"there is no {program} here")
    words = [word.format(archive=archives[form], folder=tmp_path) for word in command]

    done = subprocess.run(words, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})

    assert 0 == done.returncode, done.stderr
    assert members_of(archives[form]) == files_in(tmp_path)
    assert ([] if tool in KEEP_NO_MODES else ["run.sh"]) == executable_in(tmp_path)


def installers() -> dict[str, list[str]]:
    """Those that are here, each with how it installs a wheel into a folder."""
    found = {}
    if subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0:
        found["pip"] = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--no-deps",
            "--no-index",
            "--no-compile",
            "--target",
        ]
    if subprocess.run([sys.executable, "-m", "uv", "--version"], capture_output=True, check=False).returncode == 0:
        found["uv"] = [
            sys.executable,
            "-m",
            "uv",
            "pip",
            "install",
            "-q",
            "--no-deps",
            "--no-index",
            "--python",
            sys.executable,
            "--target",
        ]
    return found


@pytest.mark.parametrize("installer", ["pip", "uv"])
def test_an_installer_installs_what_was_verified(installer: str, archives: Mapping[str, Path], tmp_path: Path) -> None:
    command = installers().get(installer)
    if command is None:
        pytest.skip(f"there is no {installer} here")

    done = subprocess.run(
        [*command, str(tmp_path), str(archives["wheel"])], capture_output=True, text=True, check=False
    )

    assert 0 == done.returncode, done.stderr
    members = members_of(archives["wheel"])
    there = files_in(tmp_path)
    of_installers = {
        path for path in there if path.rpartition("/")[2] in {".lock", "INSTALLER", "REQUESTED", "direct_url.json"}
    }
    rewritten = {path for path in members if path.endswith(".dist-info/RECORD")}
    assert members.keys() == there.keys() - of_installers - {path for path in there if "uv_" in path}
    assert {path for path in members if there[path] != members[path]} <= rewritten
    assert ["run.sh"] == executable_in(tmp_path)
    assert [] == named_by(tmp_path / "lantern_chat")
