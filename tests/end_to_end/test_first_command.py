"""The first command that README names, as a newcomer has it: a checkout, Python, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MADE = shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".*_cache", ".hypothesis", "examples", "dist*")

pytestmark = pytest.mark.end_to_end


def test_the_example_is_built_and_shown_with_what_the_project_itself_installs(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    shutil.copytree(ROOT, checkout, ignore=MADE)
    ours = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("OAML_", "PYTHON", "VIRTUAL_ENV", "COV"))
    }

    done = subprocess.run(
        [sys.executable, "fixtures"], cwd=checkout, env=ours, capture_output=True, encoding="utf-8", check=False
    )

    assert 0 == done.returncode, done.stderr
    assert (checkout / "examples" / "derivative-finetune" / "page.html").is_file()
