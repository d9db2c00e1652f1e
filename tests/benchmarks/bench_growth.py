"""CPU seconds of `check` by files, entries and shards, without a cache, filling one, and with it: `python bench_growth.py [FILES ENTRIES SHARDS]`."""

from __future__ import annotations

import os
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LICENSE = ROOT / "hatch_oaml" / "license" / "OpenAtom-Model-License-1.0.txt"
PYPROJECT = """[build-system]
requires = ["hatchling", "hatch-oaml"]
build-backend = "hatchling.build"

[project]
name = "growth"
version = "1.0"
license = "LicenseRef-scancode-openatom-model-1.0"
license-files = ["LICENSE"]

[tool.hatch.build]
exclude = ["*.safetensors"]

[tool.hatch.build.hooks.oaml]

[tool.oaml]
bases = ["bases/base.toml"]
"""
SIZES = ((1000, 1, 1), (1000, 100, 1), (1000, 1, 1000), (10000, 1, 1), (10000, 1000, 1))


def make(folder: Path, files: int, entries: int, shards: int) -> None:
    """A derivative of whose base every file was edited: `entries` of the changelog name them in equal parts."""
    header = b'{"w":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}'
    paths = [f"data/{number // 1000:03}/part-{number:06}.txt" for number in range(files)]
    for side in ("base", "release"):
        for number, path in enumerate(paths):
            file = folder / side / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{side} {number}\n" * 100)
    for number in range(shards):
        (folder / "release" / f"part{number}.safetensors").write_bytes(
            struct.pack("<Q", len(header)) + header + bytes([number % 256])
        )
    shutil.copy(LICENSE, folder / "release" / "LICENSE")
    (folder / "release" / "pyproject.toml").write_text(PYPROJECT)
    step = max(1, files // entries)
    lines = ["format = 1\n"]
    for first in range(0, files, step):
        named = ["*.safetensors", *paths[first : first + step]] if entries > 1 else ["data/**", "*.safetensors"]
        lines.append(
            f'[[change]]\nfiles = {named}\nrelation = "modified"\nhow.en = "Line endings of part {first} unified."\n'
            'how.zh = "统一了行尾符。"\ndate = 2026-11-01\n'
        )
    (folder / "release" / "MODIFICATIONS.toml").write_text("\n".join(lines))


def seconds(*arguments: str, folder: Path, cache: str = "off") -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "hatch_oaml", *arguments],
        cwd=folder,
        check=False,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "HATCH_OAML_CACHE": cache},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    sizes = [tuple(map(int, sys.argv[1:4]))] if len(sys.argv) > 3 else SIZES
    print("files entries shards: record, check, check that fills a cache, check with it, in CPU seconds")
    for files, entries, shards in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make(folder, files, entries, shards)
            record = ("record", "base", "--name", "lab/base", "--version", "1", "--output", "release/bases/base.toml")
            recording = seconds(*record, folder=folder)
            checks = [
                seconds("check", folder=folder / "release", cache=cache)
                for cache in ("off", f"{name}/cache", f"{name}/cache")
            ]
            told = ", ".join(f"{taken:.2f}" for taken in (recording, *checks))
            print(f"{files:>6} {entries:>6} {shards:>6}: {told}", flush=True)


if __name__ == "__main__":
    main()
