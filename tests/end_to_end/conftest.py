"""Real frontends, as a user has them: each builds in an environment of its own, with this plugin from a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parent.parent.parent
PROJECTS = ROOT / "fixtures" / "projects"


@dataclass(frozen=True)
class Frontend:
    """A command that builds the project in the working folder into `dist`."""

    command: tuple[str, ...]
    environment: Mapping[str, str]

    def build(self, project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*self.command, *arguments],
            cwd=project,
            env={**os.environ, "PYTHONUTF8": "1", **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="session")
def wheelhouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with this project's own wheel: where frontends find the plugin before it is on any index."""
    folder = tmp_path_factory.mktemp("wheelhouse")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="session")
def frontends(wheelhouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Frontend]:
    found = {"PIP_FIND_LINKS": str(wheelhouse), "UV_FIND_LINKS": str(wheelhouse)}
    data = str(tmp_path_factory.mktemp("hatch"))
    python = (sys.executable, "-m")
    return {
        "hatch build": Frontend(
            (*python, "hatch", "build"), {**found, "HATCH_DATA_DIR": data, "HATCH_CACHE_DIR": data}
        ),
        "python -m build": Frontend((*python, "build"), found),
        "uv build": Frontend((*python, "uv", "build", "--python", sys.executable), found),
        "pip wheel": Frontend((*python, "pip", "wheel", "--no-deps", "--wheel-dir", "dist", "."), found),
    }


@pytest.fixture
def derivative(tmp_path: Path) -> Path:
    """A copy of the example, with its base beside it."""
    for name in ("original-release", "derivative-finetune"):
        shutil.copytree(PROJECTS / name, tmp_path / name, ignore=shutil.ignore_patterns("dist*"))
    return tmp_path / "derivative-finetune"


def environment_with(folder: Path, *packages: str) -> Path:
    """The folder of programs of a new virtual environment, `python` among them, that has the packages and nothing else."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    if packages:
        command = [str(programs / "python"), "-m", "pip", "install", "--quiet", *packages]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False)
        assert 0 == done.returncode, done.stdout
    return programs


@pytest.fixture
def empty_environment(tmp_path: Path) -> Path:
    """The Python of a new virtual environment."""
    return environment_with(tmp_path / "environment") / "python"
