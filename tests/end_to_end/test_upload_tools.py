"""Upload tools take what lies in `dist` after every target was built."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.building import build

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end


def test_twine_finds_nothing_wrong_with_all_that_lies_in_dist(derivative: Path, empty_environment: Path) -> None:
    for targets in (("-t", "sdist", "-t", "wheel"), ("-t", "oaml"), ("-t", "oaml:zip")):
        built = build(derivative, *targets)
        assert 0 == built.returncode, built.stderr
    subprocess.run([str(empty_environment), "-m", "pip", "install", "--quiet", "twine"], check=True)
    files = sorted(str(path) for path in (derivative / "dist").iterdir())

    checked = subprocess.run(
        [str(empty_environment), "-m", "twine", "check", "--strict", *files],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert 2 == len(files)
    assert (0, 2) == (checked.returncode, checked.stdout.count("PASSED")), checked.stdout
