"""What a check of the small example takes, as a ratio to `python -m hatchling version`: `python bench_startup.py`.

Without the cache of what earlier commands have read, and with it.
"""

from __future__ import annotations

import compileall
import os
import resource
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
CACHE = "HATCH_OAML_CACHE"
RUNS = 15
UNCHANGED = 2.5
"""Seconds that a file must have stood as it is before what was read of it is kept."""


class Times(NamedTuple):
    """Seconds of one run: of the processor, and by the clock."""

    cpu: float
    wall: float


def run(command: list[str], folder: Path, cache: str) -> Times:
    before, began = _processor(), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, env={**_environment(), CACHE: cache})
    return Times(_processor() - before, time.perf_counter() - began)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _environment() -> dict[str, str]:
    """As users have it: with bytecode that is kept."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    compileall.compile_dir(ROOT / "hatch_oaml", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        shutil.copytree(EXAMPLE, project)
        time.sleep(UNCHANGED)
        check = [sys.executable, "-m", "hatch_oaml", "check"]
        version = [sys.executable, "-m", "hatchling", "version"]
        caches = {"without cache": "off", "with cache": str(Path(folder, "cache"))}
        rounds = [
            ([run(check, project, cache) for cache in caches.values()], run(version, project, "off"))
            for _ in range(RUNS + 1)
        ][1:]
    for number, label in enumerate(caches):
        for which, name in enumerate(Times._fields):
            ours = statistics.median(checks[number][which] for checks, _ in rounds)
            theirs = statistics.median(other[which] for _, other in rounds)
            ratio = statistics.median(checks[number][which] / other[which] for checks, other in rounds)
            print(f"{label}, {name}: check {ours:.3f} s, hatchling version {theirs:.3f} s, ratio {ratio:.2f}")
    print(f"{RUNS} rounds, medians")


if __name__ == "__main__":
    main()
