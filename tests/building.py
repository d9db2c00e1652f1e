"""Builds by Hatchling: in this process where another adds nothing, by a fork or a fresh interpreter where it does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING
from unittest.mock import patch

from hatchling.cli import hatchling

from tests.conftest import FIXTURES
from tests.forked import run_to_its_end

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROJECTS = FIXTURES / "projects"

Done = subprocess.CompletedProcess[str]


def project_in(folder: Path) -> Path:
    """A copy of the example derivative, with its base beside it."""
    for name in ("original-release", "derivative-finetune"):
        shutil.copytree(PROJECTS / name, folder / name, ignore=shutil.ignore_patterns("dist*"))
    return folder / "derivative-finetune"


def build_by_a_process(project: Path, *arguments: str, **environment: str) -> Done:
    """As a user's frontend does: an interpreter of its own that knows nothing yet."""
    return subprocess.run(
        [sys.executable, "-m", "hatchling", "build", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def build_by_a_fork(project: Path, *arguments: str, **environment: str) -> Done:
    """By a process of its own, of which the interpreter's start is nothing that the test is about."""
    return run_to_its_end("hatchling", "build", *arguments, cwd=project, environment=environment)


def build(project: Path, *arguments: str, **environment: str) -> Done:
    """The same command without a second's start of an interpreter; an exception fails the test with its traceback."""
    command = ["hatchling", "build", *arguments]
    stdout, stderr = StringIO(), StringIO()
    with (
        _working_in(project),
        patch.dict(os.environ, environment),  # Hatchling tells its hooks by the environment
        patch.object(sys, "argv", command),
        redirect_stdout(stdout),
        redirect_stderr(stderr),
    ):
        status = _status()
    return subprocess.CompletedProcess(command, status, stdout.getvalue(), stderr.getvalue())


def _status() -> int:
    try:
        return hatchling()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)


@contextmanager
def _working_in(folder: Path) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
