"""Every way in which a derivative can break the license, done to a copy of the example."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHARD = "model-00002-of-00002.safetensors"
REFUSED_BY_A_PROCESS = ("NOTICE deleted", "modified weights are not listed", "Hatchling would ship the weights")
"""What is told without digests, what with them and what of the configuration: asked of real processes too."""


def _edit(path: str, pattern: str, replacement: str) -> Callable[[Path], None]:
    def edit(project: Path) -> None:
        file = project / path
        before = file.read_text(encoding="utf-8")
        after = re.sub(pattern, replacement, before, flags=re.DOTALL | re.MULTILINE)
        assert before != after, (path, pattern)
        file.write_text(after, encoding="utf-8")

    return edit


def _remove(path: str) -> Callable[[Path], None]:
    def remove(project: Path) -> None:
        (project / path).unlink()

    return remove


def _keep_paragraphs(*, chinese: bool) -> Callable[[Path], None]:
    def keep(project: Path) -> None:
        license_file = project / "LICENSE"
        paragraphs = license_file.read_text(encoding="utf-8").split("\n\n")
        kept = [text for text in paragraphs if bool(re.search(r"[\u4e00-\u9fff]", text)) == chinese]
        license_file.write_text("\n\n".join(kept), encoding="utf-8")

    return keep


def _point_to_large_file_storage(project: Path) -> None:
    oid = "0" * 63 + "1"
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize 6424\n"
    (project / SHARD).write_text(pointer, encoding="utf-8")


def _bring_code_of_the_base(project: Path) -> None:
    shutil.copytree(project.parent / "original-release" / "lantern_tiny", project / "lantern_tiny")
    _edit("MODIFICATIONS.toml", r"\Z", _ENTRY)(project)


_ENTRY = """
[[change]]
files = ["lantern_tiny/__init__.py"]
relation = "modified"
how.en = "Loads the shards lazily."
how.zh = "改为惰性加载各分片。"
date = 2026-11-02
"""


def _delete_a_copyright_line(project: Path) -> None:
    _bring_code_of_the_base(project)
    _edit("lantern_tiny/__init__.py", r"^# Copyright 2024 .*?\n", "")(project)
    _edit("NOTICE", r"^From lantern_tiny.*\Z", "")(project)


def _replace_a_holder(project: Path) -> None:
    _bring_code_of_the_base(project)
    _edit("lantern_tiny/__init__.py", "Wick and Glass Ltd.", "Beacon Works")(project)
    _edit("NOTICE", r"^From lantern_tiny.*\Z", "")(project)


def _remove_the_model(project: Path) -> None:
    for file in project.glob("*.safetensors"):
        file.unlink()


FAULTS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "license missing": ("missing-license", _remove("LICENSE")),
    "one word of the license changed": (
        "altered-license",
        _edit("LICENSE", "You must retain all", "You may retain all"),
    ),
    "Chinese half missing": ("missing-license-edition", _keep_paragraphs(chinese=False)),
    "English half missing": ("missing-license-edition", _keep_paragraphs(chinese=True)),
    "license id not declared": ("undeclared-license", _edit("pyproject.toml", r'^license = ".*?"$', 'license = "MIT"')),
    "a copyright line deleted": ("dropped-notice", _delete_a_copyright_line),
    "a holder replaced": ("altered-notice", _replace_a_holder),
    "NOTICE deleted": ("dropped-notice-file", _remove("NOTICE")),
    "changelog missing": ("missing-modifications", _remove("MODIFICATIONS.toml")),
    "how is empty": (
        "unexplained-modification",
        _edit("MODIFICATIONS.toml", r'^how\.(en|zh) = ".*?"$', r'how.\1 = ""'),
    ),
    "a modified file is not listed": ("unlisted-modification", _edit("config.json", "float16", "float32")),
    "modified weights are not listed": (
        "unlisted-modification",
        _edit("MODIFICATIONS.toml", "model-00002", "model-00001"),
    ),
    "an entry covers nothing": ("stale-modification", _edit("MODIFICATIONS.toml", "model-00002", "model-00009")),
    "neither original nor bases": ("undeclared-base", _edit("pyproject.toml", r"^bases = .*?$", "")),
    "weights are LFS pointers": ("git-lfs-pointer", _point_to_large_file_storage),
    "no model": ("missing-model", _remove_the_model),
    "Hatchling would ship the weights": ("unguarded-weights", _edit("pyproject.toml", r"^exclude = .*?$", "")),
}
"""What was done → the check that must name it, and the doing."""
