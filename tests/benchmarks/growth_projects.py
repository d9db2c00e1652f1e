"""Releases of any number of files, changelog entries, shards, tensors and notices, for `bench_growth.py`."""

from __future__ import annotations

import hashlib
import json
import shutil
import struct
from pathlib import Path
from typing import NamedTuple

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
_CHANGE = """[[change]]
files = {files}
relation = "modified"
how.en = "Line endings of part {number} unified."
how.zh = "统一了行尾符。"
date = 2026-11-01
"""
_MODIFIED = 10
"""One file of so many was edited."""


class Size(NamedTuple):
    """How much there is of what; one entry names all edited files, several name them in equal parts.

    The notices are those of a notice file: the release keeps all of them, and adds one.
    """

    files: int = 1000
    entries: int = 1
    shards: int = 1
    tensors: int = 1
    notices: int = 0


def make(folder: Path, size: Size) -> None:
    """A derivative below `release`, of the base below `base`; its shards lie at its root, where no Python package is."""
    paths = [f"data/{number // 500:03}/part-{number:06}.jsonl" for number in range(size.files)]
    edited = paths[:: 1 if size.entries * _MODIFIED > size.files else _MODIFIED]
    for side in ("base", "release"):
        for number, path in enumerate(paths):
            file = folder / side / path
            if number % 500 == 0:
                file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_text(number))
        shutil.copy(LICENSE, folder / side / "LICENSE")
        for number in range(size.shards):
            (folder / side / f"part-{number:06}.safetensors").write_bytes(_weights(size.tensors, number))
    if size.notices:
        holders = "".join(f"Copyright (c) 2020 Loom {number}\n" for number in range(size.notices))
        (folder / "base" / "NOTICE").write_text(holders)
        (folder / "release" / "NOTICE").write_text(f"{holders}Copyright (c) 2026 Growth\n")
    for path in edited:
        with (folder / "release" / path).open("a") as text:
            text.write('{"text": "added"}\n')
    (folder / "release" / "bases").mkdir()
    (folder / "release" / "pyproject.toml").write_text(PYPROJECT)
    (folder / "release" / "MODIFICATIONS.toml").write_text(
        "format = 1\n" + _changes(edited, size.entries, named=size.notices > 0)
    )


def _text(number: int) -> str:
    """About 2 KB of lines that no other file has."""
    words = [hashlib.sha256(f"{number} {word}".encode()).hexdigest()[:8] for word in range(200)]
    return "".join(f"{json.dumps({'text': ' '.join(words[first : first + 10])})}\n" for first in range(0, 200, 10))


def _weights(tensors: int, number: int) -> bytes:
    one = {"dtype": "U8", "shape": [1]}
    header = json.dumps({f"w{at}": {**one, "data_offsets": [at, at + 1]} for at in range(tensors)}).encode()
    return struct.pack("<Q", len(header)) + header + bytes([number % 256]) * tensors


def _changes(edited: list[str], entries: int, *, named: bool) -> str:
    """:param named: whether the notice file is one of the edited files."""
    step = -(-len(edited) // entries)
    parts = [edited[first : first + step] for first in range(0, len(edited), step)]
    every = [*parts, ["NOTICE"]] if named else parts
    return "".join(_CHANGE.format(files=json.dumps(part), number=number) for number, part in enumerate(every))
