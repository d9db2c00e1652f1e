"""What the page is laid out with is in our own archives: who installs one has all of it."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.building import project_in
from tests.pages import Page, faults_of

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = ROOT / "hatch_oaml" / "reports" / "_page" / "templates"


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def test_wheel_and_sdist_hold_every_template(archives: Path) -> None:
    wanted = {file.relative_to(ROOT).as_posix() for file in TEMPLATES.rglob("*") if file.is_file()}
    with zipfile.ZipFile(next(archives.glob("*.whl"))) as wheel:
        in_wheel = set(wheel.namelist())
    with tarfile.open(next(archives.glob("*.tar.gz"))) as sdist:
        in_sdist = {name.partition("/")[2] for name in sdist.getnames()}

    assert len(wanted) > 10
    assert set() == wanted - in_wheel
    assert set() == wanted - in_sdist


def test_a_page_is_written_by_what_the_wheel_holds(archives: Path, tmp_path: Path) -> None:
    wheel = next(archives.glob("*.whl"))
    command = [sys.executable, "-m", "hatch_oaml", "check", "--format", "html", "--root", str(project_in(tmp_path))]

    kept = {
        name: value for name, value in os.environ.items() if not name.startswith("COV")
    }  # it is not this tree that runs
    done = subprocess.run(
        command,
        env={**kept, "PYTHONPATH": str(wheel), "PYTHONUTF8": "1"},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert [] == faults_of(Page(done.stdout))
    assert "lantern_chat 0.2.0 may be released" in Page(done.stdout).text
