"""Every command of the walk-through does what is said of it, in both languages' halves."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from tests.building import build
from tests.walkthrough import DISTINCT, WALKS, folders_of_a_newcomer, say_how

if TYPE_CHECKING:
    from pathlib import Path


def ends_with(command: str, root: Path) -> tuple[int, str]:
    """In this process; `hatch build` is Hatchling's, which it calls."""
    program, *words = shlex.split(command)
    if program == "hatch":
        assert "build" == words[0]
        done = build(root, *words[1:])
        return done.returncode, done.stdout + done.stderr
    assert "hatch-oaml" == program
    arguments = [str(path) for word in words for path in (sorted(root.glob(word)) if "*" in word else [word])]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, result.output


def test_there_is_a_walk_in_each_half() -> None:
    assert ["README 1", "README 2"] == list(WALKS)
    assert WALKS["README 1"] == WALKS["README 2"]


@pytest.mark.parametrize("walk", DISTINCT)
def test_every_command_ends_well(walk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = folders_of_a_newcomer(tmp_path)
    monkeypatch.chdir(root)

    for command in WALKS[walk]:
        status, said = ends_with(command, root)
        assert 0 == status, f"{command}\n{said}"
        if command.startswith("hatch-oaml init"):
            say_how(root)

    built = {path.name for path in root.glob("dist*/*")}
    assert {"my_model-0.1.0-py3-none-any.whl", "my_model-0.1.0.tar.gz", "my_model-0.1.0.oaml.tar"} == built
