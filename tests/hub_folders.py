"""Models as people have them on their disks before they have a project: downloaded from a hub, or tuned from there."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.building import PROJECTS

if TYPE_CHECKING:
    from pathlib import Path

COMMIT = "5f0b02c75b57c5855da9ae460ce51323ea669d8a"


def as_hubs_hand_it_out(project: str, folder: Path, commit: str = COMMIT) -> Path:
    """What a hub's client downloads: no project's files, and beside the others which commit each is of."""
    shutil.copytree(PROJECTS / project, folder, ignore=shutil.ignore_patterns("pyproject.toml", "MODIF*", "bases"))
    downloads = folder / ".cache" / "huggingface" / "download"
    downloads.mkdir(parents=True)
    (downloads / "README.md.metadata").write_text(f"{commit}\netag\n1.0\n", encoding="utf-8")
    return folder


def tuned(folder: Path) -> Path:
    """A fine-tune as it lies on its author's disk: the base's files, other weights, a card of its own, a header lost."""
    shutil.copytree(PROJECTS / "original-release", folder, ignore=shutil.ignore_patterns("pyproject.toml", "MODIF*"))
    for name in ("model-00002-of-00002.safetensors", "README.md"):
        shutil.copy(PROJECTS / "derivative-finetune" / name, folder / name)
    code = folder / "lantern_tiny" / "__init__.py"
    code.write_text(code.read_text(encoding="utf-8").partition("\n")[2], encoding="utf-8")
    return folder
