"""What a check of the small example takes, as a ratio to `python -m hatchling version`: `python bench_startup.py`."""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "fixtures" / "projects" / "derivative-finetune"
RUNS = 15


def seconds(command: list[str], folder: Path) -> float:
    """CPU seconds of one run."""
    before = os.times()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    compileall.compile_dir(ROOT / "hatch_oaml", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        shutil.copytree(EXAMPLE, project)
        check = [sys.executable, "-m", "hatch_oaml", "check"]
        version = [sys.executable, "-m", "hatchling", "version"]
        pairs = [(seconds(check, project), seconds(version, project)) for _ in range(RUNS + 1)][1:]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(mine / other for mine, other in pairs)
    print(
        f"hatch-oaml check {ours:.3f} s, hatchling version {theirs:.3f} s of CPU: {ratio:.2f} x ({RUNS} pairs, medians)"
    )


if __name__ == "__main__":
    main()
