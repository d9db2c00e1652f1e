"""The commands on a page, run as a reader would: `python -m docs.transcripts PAGE…` writes what they answer anew.

A block of `console` holds commands behind `$`, and below each what it answers; `…` stands for what differs from run to run. A block with a
title is a file to write. A command that fails is followed by `echo $?`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
LOCALES = {"en": "C.UTF-8", "zh": "zh_CN.UTF-8"}
UNASKED = "?"
"""In the place of an answer: write it."""

_FENCE = re.compile(r"(?ms)^(?P<indent> *)```(?P<kind>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^ *```$")
_MARK = "\x1e"


@dataclass(frozen=True)
class Command:
    """`answer` are the lines below it; `line` its own number on the page, from 0."""

    text: str
    answer: tuple[str, ...]
    line: int
    indent: str


@dataclass(frozen=True)
class Written:
    """A file that the page has one write."""

    path: str
    text: str


@dataclass(frozen=True)
class Ran:
    """A command, what it really answered, and its status."""

    command: Command
    answer: tuple[str, ...]
    status: int


def steps(page: str) -> Iterator[Command | Written]:
    for fence in _FENCE.finditer(page):
        indent = fence["indent"]
        lines = [line.removeprefix(indent) for line in fence["text"].split("\n")[:-1]]
        if fence["kind"] == "console":
            yield from _commands(lines, page.count("\n", 0, fence.start("text")), indent)
        elif fence["title"]:
            yield Written(fence["title"], "\n".join([*lines, ""]))


def _commands(lines: Sequence[str], first: int, indent: str) -> Iterator[Command]:
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Command(lines[start][2:], tuple(lines[start + 1 : end]), first + start, indent)


def run(page: str, folder: Path, environment: Mapping[str, str]) -> list[Ran]:
    """What the page's commands answer in one shell, in the empty `folder`.

    :raises RuntimeError: the shell ended before the page did.
    """
    told = list(steps(page))
    commands = [step for step in told if isinstance(step, Command)]
    done = subprocess.run(
        ["bash", "-c", "".join(map(_script, told))],
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    parts = re.findall(rf"{_MARK}(.*?){_MARK}(\d+)\n", done.stdout, re.DOTALL)
    if len(parts) < len(commands):
        raise RuntimeError(f"ended after {len(parts)} of {len(commands)} commands: {done.stdout[-2000:]}")
    return [
        Ran(command, tuple(answer.rstrip("\n").split("\n")) if answer.strip() else (), int(status))
        for command, (answer, status) in zip(commands, parts, strict=True)
    ]


def _script(step: Command | Written) -> str:
    if isinstance(step, Written):
        return f"mkdir -p \"$(dirname '{step.path}')\"\ncat > '{step.path}' <<'END_OF_BLOCK'\n{step.text}END_OF_BLOCK\n"
    return f"printf '{_MARK}'; (exit ${{_status:-0}})\n{step.text}\n_status=$?; printf '{_MARK}%d\\n' $_status\n"


def agrees(expected: Sequence[str], found: Sequence[str]) -> bool:
    """Is what was found what the page shows? A page that shows nothing promises nothing."""
    if not expected:
        return True
    pattern = "\n".join(
        ".*" if line.strip() == "…" else re.escape(line.rstrip()).replace("…", "[^\n]*") for line in expected
    )
    return re.fullmatch(pattern, "\n".join(line.rstrip() for line in found), re.DOTALL) is not None


def failures(ran: Sequence[Ran]) -> list[str]:
    """The commands that failed and whose status the page does not show."""
    follower = [*(one.command.text for one in ran[1:]), ""]
    return [one.command.text for one, then in zip(ran, follower, strict=True) if one.status and then != "echo $?"]


def environment_of(language: str, home: Path) -> dict[str, str]:
    """As a reader of that language has it."""
    bin_folder = Path(sys.executable).parent
    return {
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "LANG": LOCALES[language],
        "LC_ALL": "",
        "LC_MESSAGES": "",
        "LC_COLLATE": "C",
        "HOME": str(home),
        "COLUMNS": "110",
        "NO_COLOR": "1",
        "CI": "",
        "PYTHONUTF8": "1",
        "OAML_VENV": str(bin_folder.parent),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }


def builds_with(wheels: Path) -> dict[str, str]:
    """Isolated builds find the plugin in the folder `wheels`, as the page on installing tells."""
    return {"PIP_FIND_LINKS": str(wheels), "UV_FIND_LINKS": str(wheels)}


def prepare(folder: Path) -> None:
    """The checkout of this project lies beside the reader's own folders."""
    (folder / "hatch-oaml").symlink_to(ROOT)


def with_answers(page: str, ran: Sequence[Ran]) -> str:
    """The page with what its commands really answer, where it shows something else."""
    lines = page.split("\n")
    for one in reversed(ran):
        if agrees(one.command.answer, one.answer):
            continue
        start = one.command.line + 1
        lines[start : start + len(one.command.answer)] = [f"{one.command.indent}{line}".rstrip() for line in one.answer]
    return "\n".join(lines)


def _lasting(line: str, folder: str) -> str:
    """Without what is another one on the next run."""
    today = datetime.now(tz=timezone.utc).date().isoformat()
    return line.replace(folder, "…").replace(f"date = {today}", "date = …")


def renew(path: Path, environment: Mapping[str, str]) -> None:
    page = path.read_text(encoding="utf-8")
    language = path.relative_to(ROOT / "docs").parts[0]
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
        prepare(Path(folder))
        ran = run(page, Path(folder), {**environment_of(language, Path(home)), **environment})
    ran = [replace(one, answer=tuple(_lasting(line, folder) for line in one.answer)) for one in ran]
    path.write_text(with_answers(page, ran), encoding="utf-8")
    for command in failures(ran):
        sys.stderr.write(f"{path.relative_to(ROOT)}: `{command}` failed\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as wheels:
        subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", wheels], cwd=ROOT, check=True)
        for name in sys.argv[1:]:
            renew(Path(name).absolute(), builds_with(Path(wheels)))
