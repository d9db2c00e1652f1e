"""How long `hatchling build` takes with a model, against plain Hatchling and against `openssl dgst -sha256` of the shards.

    python tests/benchmarks/bench_build.py --size 2GiB --plain

It is no test, and asserts nothing about time. Each figure is the median of whole processes in one run; peak memory is
the largest process's. Plain Hatchling packs the same files with no plugin, once, since it takes minutes. "hot": the
same process writes over the last archive in place, which no real build does; in a folder in memory, such as one below
/dev/shm, that shows what the code takes, without the disk and without the kernel's new pages.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hatch_oaml.values.weight_names import WEIGHT_PATTERNS

ROOT = Path(__file__).resolve().parent.parent.parent
UNITS = {"MiB": 1 << 20, "GiB": 1 << 30}
SHARDS = 4
BLOCK = 1 << 22
HOT = """
import sys
from contextlib import contextmanager
from hatch_oaml.packing import writing

@contextmanager
def in_place(target, *, room):
    with target.open("r+b") as file:
        yield file
        file.flush()

writing.drafted = in_place
from hatchling.cli import hatchling
sys.exit(hatchling())
"""
"""A build whose archive is written over the one that is there; wheel and sdist come to their names otherwise."""

PROJECT = """
[build-system]
requires = ["hatchling", "hatch-oaml"]
build-backend = "hatchling.build"

[project]
name = "big"
version = "1.0"
license = "LicenseRef-scancode-openatom-model-1.0"
"""
GATED = f"""
[tool.hatch.build]
exclude = {list(WEIGHT_PATTERNS)}

[tool.hatch.build.hooks.oaml]

[tool.oaml]
original = true
"""
PLAIN = """
[tool.hatch.build.targets.wheel]
include = ["*"]
"""


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="bench-build-") as name:
        project = Path(name)
        _make(project, options.size)
        shards = [str(path) for path in sorted(project.glob("*.safetensors"))]
        print(f"{options.size / (1 << 30):g} GiB in {SHARDS} shards, medians of {options.runs}")
        yardstick = _row("openssl dgst -sha256", [["openssl", "dgst", "-sha256", *shards]] * options.runs, project)
        for target in options.targets:
            command = [sys.executable, "-m", "hatchling", "build", "-t", target]
            _row(f"hatchling build -t {target}, with hatch-oaml", [command] * options.runs, project, yardstick)
            if options.hot and target.startswith("oaml:"):
                hot = [sys.executable, "-c", HOT, "build", "-t", target]
                _row(f"hatchling build -t {target}, hot", [hot] * options.runs, project, yardstick)
            for archive in sorted(project.glob("dist*/**/*.*")):
                if options.verify and archive.is_file():
                    verify = [sys.executable, "-m", "hatch_oaml", "verify", str(archive)]
                    _row(f"hatch-oaml verify {archive.name}", [verify] * options.runs, project, yardstick)
            for folder in project.glob("dist*"):
                shutil.rmtree(folder)
        if options.plain:
            (project / "pyproject.toml").write_text(PROJECT + PLAIN)
            for target in ("wheel", "sdist"):
                command = [sys.executable, "-m", "hatchling", "build", "-t", target]
                _row(f"hatchling build -t {target}, plain", [command], project, yardstick)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default="2GiB", type=_size, help="of all shards together")
    parser.add_argument("--runs", default=3, type=int)
    parser.add_argument("--targets", nargs="+", default=["wheel", "sdist", "oaml:tar", "oaml:zip"])
    parser.add_argument("--folder", default=None, help="where to work; the system's temporary folder by default")
    parser.add_argument("--plain", action="store_true", help="build with plain Hatchling too")
    parser.add_argument("--hot", action="store_true", help="write over the last archive too, where that is possible")
    parser.add_argument("--verify", action="store_true", help="verify each archive too")
    return parser.parse_args()


def _size(text: str) -> int:
    return int(float(text[:-3]) * UNITS[text[-3:]])


def _make(project: Path, size: int) -> None:
    (project / "pyproject.toml").write_text(PROJECT + GATED)
    shutil.copy(ROOT / "hatch_oaml" / "license" / "OpenAtom-Model-License-1.0.txt", project / "LICENSE")
    (project / "MODIFICATIONS.toml").write_text("format = 1\noriginal = true\n")
    for number in range(1, SHARDS + 1):
        _write_shard(project / f"model-{number:05}-of-{SHARDS:05}.safetensors", number, size // SHARDS)


def _write_shard(path: Path, seed: int, size: int) -> None:
    """A safetensors file of one bf16 tensor: the low byte of each value is noise, the high one has few values."""
    count = size // 2
    header = f'{{"weight.{seed}":{{"dtype":"BF16","shape":[{count}],"data_offsets":[0,{2 * count}]}}}}'.encode()
    header += b" " * (-len(header) % 8)
    noise = random.Random(seed)  # noqa: S311  # noise, no secret
    with path.open("wb") as file:
        file.write(len(header).to_bytes(8, "little") + header)
        left = 2 * count
        while left:
            block = bytearray(noise.randbytes(min(BLOCK, left)))
            block[1::2] = bytes(0x3C + (value & 3) | (value & 0x80) for value in block[1::2])
            file.write(block)
            left -= len(block)


def _row(label: str, commands: list[list[str]], project: Path, yardstick: float | None = None) -> float:
    seconds, peaks = zip(*(_run(command, project) for command in commands), strict=True)
    median = float(statistics.median(seconds))
    ratio = "" if yardstick is None else f"{median / yardstick:6.2f} × openssl"
    print(f"{label:50} {median:8.2f} s {ratio:18} peak {max(peaks) / 1024:6.0f} MiB", flush=True)
    return median


def _run(command: list[str], project: Path) -> tuple[float, int]:
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return seconds, usage.ru_maxrss


if __name__ == "__main__":
    main()
