"""How fast weight headers are read and tensors hashed: `python tests/benchmarks/bench_weights.py [FOLDER]`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import inspect, tensor_digests

if TYPE_CHECKING:
    from collections.abc import Callable

SHARDS = 1000
TENSORS_IN_A_SHARD = 60
GIBIBYTES = 4
TENSORS = 291
ROUNDS = 3


def write_sparse(path: Path, tensors: int, each: int) -> None:
    """A whole safetensors file of which only the header takes room."""
    header = {
        f"model.layers.{number}.mlp.up_proj.weight": {
            "dtype": "U8",
            "shape": [each],
            "data_offsets": [number * each, (number + 1) * each],
        }
        for number in range(tensors)
    }
    text = json.dumps(header).encode()
    with path.open("wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        file.truncate(8 + len(text) + tensors * each)


def seconds(action: Callable[[], object]) -> float:
    """The median of a few runs."""
    return paired(action)[0]


def paired(*actions: Callable[[], object]) -> list[float]:
    """The median of each, run in turns: what else the machine does falls on all alike."""
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(ROUNDS):
        for action, taken in zip(actions, times, strict=True):
            began = time.perf_counter()
            action()
            taken.append(time.perf_counter() - began)
    return [median(taken) for taken in times]


def openssl(path: Path, count: int) -> None:
    """Two at once show what two cores can do at best: the file and its tensors are hashed apart."""
    command = ["openssl", "dgst", "-sha256", str(path)]
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(count)]
    if any(process.wait() for process in running):
        raise OSError(command)


def shards(folder: Path) -> None:
    paths = [folder / f"model-{number:05}-of-{SHARDS:05}.safetensors" for number in range(1, SHARDS + 1)]
    for path in paths:
        write_sparse(path, TENSORS_IN_A_SHARD, 4096)
    taken = seconds(lambda: [inspect(archive_path(path.name), path) for path in paths])
    sys.stdout.write(f"headers: {SHARDS / taken:,.0f} shards a second, of {TENSORS_IN_A_SHARD} tensors each\n")


def large_checkpoint(folder: Path) -> None:
    path = folder / "large.safetensors"
    write_sparse(path, TENSORS, 10 * 10**9 // TENSORS)
    taken = seconds(lambda: inspect(archive_path(path.name), path))
    sys.stdout.write(f"sparse checkpoint of 10 GB: {taken * 1000:.1f} ms\n")


def digests(folder: Path) -> None:
    path = folder / "digested.safetensors"
    write_sparse(path, TENSORS, GIBIBYTES * 2**30 // TENSORS)
    with path.open("r+b") as file:
        file.seek(1_000_000)
        for number in range(GIBIBYTES * 1024 - 1):
            file.write(number.to_bytes(8, "little") * 2**17)
    taken = paired(
        lambda: tensor_digests(archive_path(path.name), path), lambda: openssl(path, 1), lambda: openssl(path, 2)
    )
    own, once, twice = taken
    sys.stdout.write(
        f"digests of {GIBIBYTES} GiB: {own:.2f} s, openssl {once:.2f} s, ratio {own / once:.2f};"
        f" two openssl at once {twice:.2f} s, ratio {own / twice:.2f}\n"
    )
    path.unlink()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as name:
        for benchmark in (shards, large_checkpoint, digests):
            benchmark(Path(name))
