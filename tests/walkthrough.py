"""The commands that README tells a newcomer to type, with what a person does between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.conftest import FIXTURES
from tests.hub_folders import as_hubs_hand_it_out, tuned

if TYPE_CHECKING:
    from pathlib import Path

ROOT = FIXTURES.parent
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_BEGINS = "$ hatch-oaml init"
HOW = "在两百条客服对话上训练最后一层的秩 1 增量。"


def commands_in(text: str) -> list[str]:
    """Each line after a `$`, without what is said of it."""
    return [line[2:].partition("  #")[0].rstrip() for line in text.splitlines() if line.startswith("$ ")]


def _of_readme() -> list[list[str]]:
    """The block of each half."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return [commands_in(block) for block in _BLOCK.findall(text) if block.startswith(_BEGINS)]


WALKS = {f"README {at}": commands for at, commands in enumerate(_of_readme(), 1)}
DISTINCT = [walk for at, walk in enumerate(WALKS) if WALKS[walk] not in list(WALKS.values())[:at]]
"""To run one twice tells nothing more."""


def folders_of_a_newcomer(folder: Path) -> Path:
    """The base as a hub handed it out, and beside it what became of it: the folder that the commands are typed in."""
    as_hubs_hand_it_out("original-release", folder / "the-base-model")
    return tuned(folder / "my-model")


def say_how(root: Path) -> None:
    """What is left to a person after `init`: one edit for each entry."""
    changelog = root / "MODIFICATIONS.toml"
    text = changelog.read_text(encoding="utf-8")
    changelog.write_text(text.replace('how.zh = ""', f'how.zh = "{HOW}"'), encoding="utf-8")
