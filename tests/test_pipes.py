"""A pipe in the place of a file is refused at once: nobody waits for what never comes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.building import project_in
from tests.finished import built, members_of, unpacked
from tests.forked import run_to_its_end

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")

PATIENCE = 30
PLACES = [
    "pyproject.toml",
    "hatch.toml",
    "LICENSE",
    "NOTICE",
    "MODIFICATIONS.toml",
    "README.md",
    ".gitignore",
    "bases/lantern-tiny.toml",
    "model-00002-of-00002.safetensors",
    "data/more.jsonl",
]


def run(module: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return run_to_its_end(module, *arguments, cwd=folder, timeout=PATIENCE)


def _piped(project: Path, place: str) -> None:
    (project / place).unlink(missing_ok=True)
    os.mkfifo(project / place)


@pytest.mark.parametrize("place", PLACES)
def test_no_command_waits_for_a_pipe_in_a_project(tmp_path: Path, place: str) -> None:
    project = project_in(tmp_path)
    _piped(project, place)
    commands = ["check", "draft", "init", "record . --name a/b --version 1"]

    done = {command: run("hatch_oaml", *command.split(" "), folder=project) for command in commands}

    assert {} == {command: one.stderr for command, one in done.items() if "Traceback" in one.stderr}
    assert {0, 1, 2} >= {one.returncode for one in done.values()}
    if place not in {".gitignore", "hatch.toml", "pyproject.toml"}:
        assert 2 == done["check"].returncode
        assert place in done["check"].stderr
    assert (project / place).is_fifo(), "nothing is put in its place"


@pytest.mark.parametrize("place", sorted({*PLACES} - {"pyproject.toml", "hatch.toml", ".gitignore", "README.md"}))
def test_no_build_waits_for_a_pipe(tmp_path: Path, place: str) -> None:
    """But for the files that Hatchling opens by itself, before any plugin is asked."""
    project = project_in(tmp_path)
    _piped(project, place)

    done = run("hatchling", "build", "-t", "oaml", folder=project)

    assert 1 == done.returncode
    assert "is no regular file but" in done.stderr


@pytest.mark.parametrize(
    "name", ["x.oaml.tar", "x.oaml.zip", "x-1-py3-none-any.whl", "x.tar.gz", "x.oaml.tar.zst", "x.oaml.tar.001"]
)
@pytest.mark.parametrize("command", ["verify", "record"])
def test_a_pipe_is_no_archive(tmp_path: Path, name: str, command: str) -> None:
    os.mkfifo(tmp_path / name)

    done = run("hatch_oaml", command, name, folder=tmp_path)

    assert 2 == done.returncode
    assert f"{name}: is no regular file but a folder, pipe, socket or device" in done.stderr


@pytest.mark.parametrize("place", ["OAML-MANIFEST.json", "LICENSE", "new"])
def test_no_pipe_in_an_unpacked_archive_is_waited_for(tmp_path: Path, place: str) -> None:
    """What the manifest does not list is nothing that `record` reads."""
    folder = unpacked(members_of(built(project_in(tmp_path))["tar"]), tmp_path / "unpacked")
    _piped(folder, place)

    verified = run("hatch_oaml", "verify", str(folder), folder=tmp_path)
    recorded = run("hatch_oaml", "record", "--name", "a/b", "--version", "1", str(folder), folder=tmp_path)

    assert 2 == verified.returncode
    assert place in verified.stderr
    assert (2 if place == "LICENSE" else 0) == recorded.returncode
