"""The walk-through typed into a real shell, with the real `hatch` and its isolated builds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.walkthrough import DISTINCT, WALKS, folders_of_a_newcomer, say_how

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.end_to_end.conftest import Frontend

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(sys.platform == "win32", reason="the commands are written for a shell of Unix"),
]


@pytest.mark.parametrize("walk", DISTINCT)
def test_every_command_ends_well_in_a_shell(walk: str, tmp_path: Path, frontends: Mapping[str, Frontend]) -> None:
    root = folders_of_a_newcomer(tmp_path)
    environment = {
        **os.environ,
        **frontends["hatch build"].environment,
        "PYTHONUTF8": "1",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    }

    for command in WALKS[walk]:
        done = subprocess.run(
            ["/bin/sh", "-c", command], cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert 0 == done.returncode, f"{command}\n{done.stdout}{done.stderr}"
        if command.startswith("hatch-oaml init"):
            say_how(root)

    assert 1 == len(list((root / "dist-oaml").iterdir()))
