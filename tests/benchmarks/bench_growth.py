"""CPU seconds and peak memory by the number of files, changelog entries, shards, tensors and notices; no test.

    python tests/benchmarks/bench_growth.py                     the whole table, up to 10,000 of each
    python tests/benchmarks/bench_growth.py --files 100000      one row of it
    python tests/benchmarks/bench_growth.py --files 10000 --most 80    and exits with 1 if any process takes more megabytes

Each figure is of one whole process, without a cache but where it says so. `loop` opens, reads and hashes the same files; `tar` is `tar cf` of them. On a machine that
does other things too the same work takes up to twice the CPU seconds: compare within one row only.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.growth_projects import Size, make

ROWS = (
    Size(files=1000),
    Size(files=10_000),
    Size(files=10_000, entries=100),
    Size(files=10_000, entries=1000),
    Size(files=10_000, entries=10_000),
    Size(files=10, shards=100),
    Size(files=10, shards=1000),
    Size(files=10, shards=10_000),
    Size(files=10, tensors=10_000),
    Size(files=10, shards=10, tensors=10_000),
    Size(files=10, tensors=100_000),
    Size(files=10, notices=1000),
    Size(files=10, notices=10_000),
)
LOOP = """
import hashlib, os
for folder, _, names in os.walk("release"):
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            hashlib.sha256(file.read()).digest()
"""
OAML = (sys.executable, "-m", "hatch_oaml")


class Usage(NamedTuple):
    """What a process took: CPU seconds, and megabytes at its peak."""

    seconds: float
    memory: float

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s {self.memory:.0f} MB"


def measured(*command: str, folder: Path, cache: str = "off") -> Usage:
    """What a process took that must succeed."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "HATCH_OAML_CACHE": cache},
    )
    said = process.stderr.read() if process.stderr else ""
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: {said}")
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(size: Size, folder: Path) -> list[Usage]:
    make(folder, size)
    release, tensors = folder / "release", ("--tensors",) if size.tensors > 1 else ()
    record = (*OAML, "record", "../base", "--name", "lab/base", "--version", "1", "--output", "bases/base.toml")
    return [
        measured(*record, *tensors, folder=release),
        measured(*OAML, "check", folder=release),
        measured(*OAML, "check", folder=release, cache=str(folder / "cache")),
        measured(*OAML, "check", folder=release, cache=str(folder / "cache")),
        measured(sys.executable, "-m", "hatchling", "build", "-t", "oaml", folder=release),
        measured(*OAML, "verify", "dist-oaml/growth-1.0.oaml.tar", folder=release),
        measured(sys.executable, "-c", LOOP, folder=folder),
        measured("tar", "-cf", "release.tar", "release/data", folder=folder),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in Size._field_defaults.items():
        parser.add_argument(f"--{name}", type=int, help=f"how many {name}; else {default}")
    parser.add_argument("--most", type=float, help="megabytes that no process may go beyond", default=float("inf"))
    arguments = vars(parser.parse_args())
    most = arguments.pop("most")
    asked = {name: value for name, value in arguments.items() if value is not None}
    peak = 0.0
    print(
        "| files | entries | shards | tensors | notices | record | check | check that fills a cache | check with it | build | verify | loop | tar |"
    )
    print("| --- " * 13 + "|")
    for size in [Size(**asked)] if asked else ROWS:
        with tempfile.TemporaryDirectory() as name:
            row = measure(size, Path(name))
        print(f"| {' | '.join(map(str, (*size, *row)))} |", flush=True)
        peak = max(peak, *(usage.memory for usage in row))
    if peak > most:
        raise SystemExit(f"{peak:.0f} MB, and {most:.0f} at most")


if __name__ == "__main__":
    main()
