"""A project in which there is something of everything that a page tells: faults, waivers, moves, tensors, parts, a history."""

from __future__ import annotations

import datetime
import json
import shutil
import struct
from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.records.base_record import parse_base, render_base
from hatch_oaml.records.lineage import Ancestor
from hatch_oaml.records.modifications import Change
from hatch_oaml.values.patterns import Patterns
from tests.building import PROJECTS, project_in
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

LAYERS = 24
WIDTH = 8

_UPSTREAM = {
    "lib/attention.py": '# Copyright 2023 Lumen Institute for Model Studies\n"""Attention."""\n\n\ndef attend(x):\n    return x\n',
    "lib/tokens.py": "# Copyright 2022 Harbour Typeworks GmbH\n# Adapted from tinytok (https://example.org/tinytok)\n\nTOKENS = 3\n",
    "lib/cache.py": "# Copyright 2021 Mina Halloway <mina@example.org>\n\n\ndef keep(x):\n    kept = [x]\n    return kept[0]\n",
    "lib/unused.py": "# Copyright 2019 Ostrava Loom s.r.o.\n\nNOTHING = None\n",
    "demo.py": "# Copyright 2024 Wick and Glass Ltd.\n\n\ndef main():\n    print('lantern')\n\n\nif __name__ == '__main__':\n    main()\n",
}
_OURS = {
    "lib/attention.py": _UPSTREAM["lib/attention.py"].replace(
        "2023 Lumen Institute for Model Studies", "2023-2026 Lumen"
    ),
    "lib/tokens.py": "TOKENS = 4\n",
    "lib/cache.py": _UPSTREAM["lib/cache.py"].partition("\n")[2] + "\n\ndef drop(x):\n    return None\n",
    "demo/chat.py": _UPSTREAM["demo.py"],
    "third/kernel.py": "# SPDX-License-Identifier: MIT\n# Copyright 2020 Kernel Collective\n\nFAST = True\n",
}
_NOTICE = """
From lib/cache.py of Lantern-Tiny:

Copyright 2021 Mina Halloway <mina@example.org>
"""
_SETTINGS = """
[[tool.oaml.part]]
files = ["third/**"]
license = "MIT"

[[tool.oaml.waiver]]
notice = "Copyright 2022 Harbour Typeworks GmbH"
base = "example-lab/Lantern-Tiny"
reason = "The tokenizer of Harbour Typeworks was taken out; the table that is left was written anew."
"""
_CHANGES = """
[[change]]
files = ["model.safetensors"]
relation = "finetune"
how.en = "Attention trained on in layers 12 to 23, the head replaced, embeddings rounded to bf16."
how.zh = "第 12 至 23 层的注意力继续训练，输出层更换，词嵌入舍入为 bf16。"
date = 2026-11-02
by = "Beacon Works <models@example.org>"

[[change]]
files = ["lib/cache.py", "lib/attention.py", "demo/chat.py"]
relation = "modified"
how.zh = "缓存可以清空；演示程序移入 demo 文件夹。"
date = 2026-11-03
by = "王灯塔 <wang@beacon.example>"
"""


def showcase(folder: Path) -> Path:
    """The project's folder; it is refused."""
    project = project_in(folder)
    base = folder / "upstream"
    shutil.copytree(PROJECTS / "original-release", base)
    for model in (base, project):
        for shard in model.glob("model*"):
            shard.unlink()
    changelog = project / "MODIFICATIONS.toml"
    shards, kept = changelog.read_text(encoding="utf-8").split("[[change]]")[1:]
    assert "model-0" in shards
    changelog.write_text(f"format = 1\n\n[[change]]{kept}", encoding="utf-8")
    _write(base, _UPSTREAM)
    (base / "model.safetensors").write_bytes(_weights("F32", trained=False))
    _write(project, _OURS)
    (project / "model.safetensors").write_bytes(_weights("BF16", trained=True))
    _append(project / "NOTICE", _NOTICE)
    _append(project / "pyproject.toml", _SETTINGS)
    _append(changelog, _CHANGES)
    license_text = project / "LICENSE"
    text = license_text.read_text(encoding="utf-8")
    license_text.write_text(text.replace("You must retain", "You should retain"), encoding="utf-8")
    _record(base, project / "bases" / "lantern-tiny.toml")
    return project


def _write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def _weights(embedding: str, *, trained: bool) -> bytes:
    """A model of layers, in safetensors; of the trained one the attention of the upper half differs."""
    header: dict[str, object] = {}
    data = bytearray()
    for name, dtype in _tensors(embedding, trained=trained):
        size = WIDTH * WIDTH * (2 if dtype == "BF16" else 4)
        is_other = trained and ("lm_head" in name or (".self_attn." in name and int(name.split(".")[2]) >= LAYERS // 2))
        header[name] = {"dtype": dtype, "shape": [WIDTH, WIDTH], "data_offsets": [len(data), len(data) + size]}
        data += bytes([1 if is_other else 0, *name.encode()]).ljust(size, b"\0")
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + bytes(data)


def _tensors(embedding: str, *, trained: bool) -> list[tuple[str, str]]:
    layers = [
        (f"model.layers.{layer}.{part}.weight", "F32")
        for layer in range(LAYERS)
        for part in ("self_attn.q_proj", "self_attn.k_proj", "mlp.up_proj", "mlp.down_proj")
    ]
    head = [
        ("lm_head.weight", "F32"),
        *([("model.adapter.weight", "F32")] if trained else [("model.old.weight", "F32")]),
    ]
    return [("model.embed_tokens.weight", embedding), *layers, *head]


def _record(base: Path, record: Path) -> None:
    record.unlink()
    done = run(
        *("record", base, "--output", record, "--tensors", "--name", "example-lab/Lantern-Tiny", "--version", "1.0.0"),
        *("--license", "LicenseRef-scancode-openatom-model-1.0", "--url", "https://example.org/lantern-tiny"),
    )
    assert 0 == done.exit_code, done.stderr
    found = replace(parse_base(record.read_bytes(), record.name), changes=(_pruned(),), bases=_ancestors())
    record.write_text(render_base(found), encoding="utf-8")


def _pruned() -> Change:
    return Change(
        files=Patterns(("*.safetensors",)),
        relation="pruned",
        how_en="Eight of 32 layers were taken out.",
        how_zh="移除了 32 层中的 8 层。",
        date=datetime.date(2025, 6, 1),
        by="Example Lab",
        base=None,
        line=None,
    )


def _ancestors() -> tuple[Ancestor, ...]:
    roots = (
        Ancestor(name="示例实验室/灯笼大模型", version="0.9", license="Apache-2.0"),
        Ancestor(name="harbour/Wick-7B-with-a-name-that-is-longer-than-any-box", version="2024-12-25", license="MIT"),
    )
    merge = replace(_pruned(), relation="merge", how_en="SLERP of both, t = 0.4.", how_zh="")
    return (
        Ancestor(
            name="example-lab/Lantern-Large",
            version="1.0",
            url="https://example.org/lantern-large",
            license="LicenseRef-scancode-openatom-model-1.0",
            changes=(merge,),
            bases=roots,
        ),
    )
