"""The commands of a page, run and compared with what the page shows."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from docs.transcripts import agrees, environment_of, failures, prepare, run, steps
from tests.docs.pages import DOCS

if TYPE_CHECKING:
    from collections.abc import Mapping

ISOLATED = re.compile(r"(?:^|\W)(?:hatch build|pip|uv|pipx|python3 hatch-oaml/\w+)(?: |$)")
"""What makes an environment of its own, and asks an index for what belongs there."""
ELSEWHERE = re.compile(r"registry\.example\.org")
"""What asks a machine of somebody else's: a test of its own has one."""
INSTEAD = {
    "git clone https://github.com/hatch-oaml/hatch-oaml": "test -f hatch-oaml/pyproject.toml",
    "pipx install": "uv tool run pipx install",
    "uv tool install": "UV_TOOL_BIN_DIR=$PWD/commands uv tool install",
    "python3 hatch-oaml/tests": f"OAML_VENV={Path(sys.executable).parent.parent} python3 hatch-oaml/tests --collect-only -q tests/docs/test_transcripts.py;",
}
"""What a test has in the place of a command: the checkout lies there already, pipx does not, and the suite is not run by itself."""


def pages(*, isolated: bool) -> list[str]:
    """The pages with commands, with or without such builds, below `docs`."""
    found = {file.relative_to(DOCS).as_posix(): file.read_text(encoding="utf-8") for file in sorted(DOCS.rglob("*.md"))}
    commands = {name: [step.text for step in steps(text) if hasattr(step, "answer")] for name, text in found.items()}
    return [
        name
        for name, texts in commands.items()
        if texts and isolated == any(map(ISOLATED.search, texts)) and not any(map(ELSEWHERE.search, texts))
    ]


def told_otherwise(
    name: str, folder: Path, environment: Mapping[str, str], others: Mapping[str, str] | None = None
) -> list[str]:
    """What fails, or answers something else than the page shows.

    :param folder: empty; the reader's home and working folder are made in it.
    :param others: what is run in the place of commands, beside `INSTEAD`.
    """
    home, working = folder / "home", folder / "working"
    home.mkdir()
    working.mkdir()
    prepare(working)
    page = (DOCS / name).read_text(encoding="utf-8")
    for command, instead in {**INSTEAD, **(others or {})}.items():
        page = page.replace(f"$ {command}", f"$ {instead}")
    ran = run(page, working, {**environment_of(name.partition("/")[0], home), **environment})
    wrong = [one for one in ran if not agrees(one.command.answer, one.answer)]
    shown = ["\n".join((f"$ {one.command.text}", *one.answer)) for one in wrong]
    return [*(f"failed: {command}" for command in failures(ran)), *shown]
