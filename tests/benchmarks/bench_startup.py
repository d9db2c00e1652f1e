"""What a check of the small example takes, as a ratio to `python -m hatchling version`: `python bench_startup.py`."""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "fixtures" / "projects" / "derivative-finetune"
RUNS = 15


class Times(NamedTuple):
    """Seconds of one run: of the processor, and by the clock."""

    cpu: float
    wall: float


def run(command: list[str], folder: Path) -> Times:
    before, began = os.times(), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, env=_environment())
    after, ended = os.times(), time.perf_counter()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Times(cpu, ended - began)


def _environment() -> dict[str, str]:
    """As users have it: with bytecode that is kept."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    compileall.compile_dir(ROOT / "hatch_oaml", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        shutil.copytree(EXAMPLE, project)
        check = [sys.executable, "-m", "hatch_oaml", "check"]
        version = [sys.executable, "-m", "hatchling", "version"]
        pairs = [(run(check, project), run(version, project)) for _ in range(RUNS + 1)][1:]
    for which, name in enumerate(Times._fields):
        ours, theirs = (statistics.median(times[which] for times in side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(mine[which] / other[which] for mine, other in pairs)
        print(f"{name}: hatch-oaml check {ours:.3f} s, hatchling version {theirs:.3f} s, ratio {ratio:.2f}")
    print(f"{RUNS} pairs, medians")


if __name__ == "__main__":
    main()
