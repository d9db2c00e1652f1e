"""A lawful model in many shards, of as many bytes as a test can bear."""

from __future__ import annotations

import json
import random
import shutil
from typing import TYPE_CHECKING

from tests.conftest import FIXTURES

if TYPE_CHECKING:
    from pathlib import Path


def sharded_project(folder: Path, size: int, shards: int = 40) -> Path:
    """The original release of the examples with other weights, of about `size` bytes in all; no two shards are as long."""
    project = folder / "original-release"
    shutil.copytree(FIXTURES / "projects/original-release", project, ignore=shutil.ignore_patterns("dist*"))
    for path in project.glob("model*"):
        path.unlink()
    shard_size = size // shards
    block = random.Random(0).randbytes(1 << 20)  # noqa: S311  # no secret
    names = [f"model-{number:05}-of-{shards:05}.safetensors" for number in range(1, shards + 1)]
    for number, name in enumerate(names):
        _write_shard(project / name, number, shard_size + 1000 * number, block)
    index = {"metadata": {}, "weight_map": {f"w{number}": name for number, name in enumerate(names)}}
    (project / "model.safetensors.index.json").write_text(json.dumps(index), encoding="utf-8")
    return project


def _write_shard(path: Path, number: int, size: int, block: bytes) -> None:
    header = json.dumps({f"w{number}": {"dtype": "U8", "shape": [size], "data_offsets": [0, size]}}).encode()
    with path.open("wb") as file:
        file.write(len(header).to_bytes(8, "little") + header)
        left = size
        while left:
            piece = (bytes([number]) + block)[:left]
            file.write(piece)
            left -= len(piece)
