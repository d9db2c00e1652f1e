"""What a newcomer types and writes until his goal is reached, for seven roles: by the single commands, and by `init --base`.

`python -m tests.benchmarks.bench_newcomer`; with PYTHONPATH at an earlier checkout, `--by-hand` alone measures that. Commands and edits are counted while they
are done; minutes are those of the machine, with a quarter for each command (to read what the last one said, and to type) and one
for each edit (to find the place, and to write a sentence or a line).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PROJECTS = Path(__file__).resolve().parents[2] / "fixtures" / "projects"
MINUTES_A_COMMAND, MINUTES_AN_EDIT = 0.25, 1.0
HOW = "在两百条客服对话上训练最后一层的秩 1 增量。"
NAMES = {
    "original-release": "example-lab/Lantern-Tiny",
    "derivative-finetune": "beacon-works/Lantern-Chat",
    "monorepo/lantern-verse": "inkstone/Lantern-Verse",
}
NO_PROJECT = shutil.ignore_patterns("pyproject.toml", "MODIF*", "bases", "REUSE*")


class Desk:
    """Counts what is done in the folder `mine`."""

    def __init__(self, folder: Path) -> None:
        self.mine = folder / "mine"
        self.commands = self.edits = 0
        self.seconds = 0.0

    def run(self, *words: str, module: str = "hatch_oaml", expected: Sequence[int] = (0, 1)) -> str:
        begun = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", module, *words],
            cwd=self.mine,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )
        self.seconds += time.perf_counter() - begun
        self.commands += 1
        if done.returncode not in expected:
            raise SystemExit(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def edit(self, name: str, before: str, after: str) -> None:
        file = self.mine / name
        text = file.read_text(encoding="utf-8")
        if before not in text:
            raise SystemExit(f"{file}: has no {before!r}")
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
        self.edits += 1

    @property
    def minutes(self) -> float:
        return self.seconds / 60 + self.commands * MINUTES_A_COMMAND + self.edits * MINUTES_AN_EDIT


def mend_and_build(desk: Desk) -> None:
    """Looks, does what is asked, looks again; then builds."""
    while asked := {finding["check"]: finding for finding in _errors(desk)}:
        if "unlisted-modification" in asked:
            desk.run("draft")
        elif "dropped-notice" in asked or "dropped-notice-file" in asked:
            desk.run("check", "--fix-notices")
        elif "unexplained-modification" in asked:
            say_how(desk)
        elif "missing-modifications" in asked:
            desk.edit("MODIFICATIONS.toml", "format = 1\n", "format = 1\noriginal = true\n")
        else:
            raise SystemExit(f"nobody has said how to mend {sorted(asked)}")
    desk.run("build", module="hatchling", expected=(0,))


def say_how(desk: Desk) -> None:
    while 'how.zh = ""' in (desk.mine / "MODIFICATIONS.toml").read_text(encoding="utf-8"):
        desk.edit("MODIFICATIONS.toml", 'how.zh = ""', f'how.zh = "{HOW}"')


def _errors(desk: Desk) -> list[dict[str, str]]:
    findings: list[dict[str, str]] = json.loads(desk.run("check", "--format", "json"))["findings"]
    return [finding for finding in findings if finding["severity"] == "error"]


def by_hand(desk: Desk, bases: Sequence[str]) -> None:
    said = desk.run("init")
    for _ in re.findall(r"^! README", said, re.MULTILINE):
        desk.edits += 1
    if not bases:
        desk.edit("pyproject.toml", "# original = true ", "original = true #")
        return
    records = []
    for base in bases:
        record = f"bases/{NAMES[base].rpartition('/')[2].lower()}.toml"
        desk.run("record", str(PROJECTS / base), "--name", NAMES[base], "--version", "1.0", "--output", record)
        records.append(f'"{record}"')
    desk.edit("pyproject.toml", '# bases = ["bases/NAME.toml"] ', f"bases = [{', '.join(records)}] #")


def by_init(desk: Desk, bases: Sequence[str], *more: str) -> None:
    named = [word for base in bases for word in ("--base", str(PROJECTS / base), "--base-name", NAMES[base])]
    versions = [word for _ in bases for word in ("--base-version", "1.0")]
    said = desk.run("init", *(("--original",) if not bases else ()), *named, *versions, *more)
    for _ in re.findall(r"^! README", said, re.MULTILINE):
        desk.edits += 1
    say_how(desk)  # it listed them


def begin_with(project: str, bases: Sequence[str]) -> Callable[[Desk, bool], None]:
    """A publisher's role: the folder of `project` before it was one, made from `bases`."""

    def play(desk: Desk, is_by_hand: bool) -> None:  # noqa: FBT001
        shutil.copytree(PROJECTS / project, desk.mine, ignore=NO_PROJECT)
        is_hosted = project == "hosted-service"
        if not is_by_hand:
            by_init(desk, bases, *(("--profile", project) if is_hosted else ()))
        else:
            by_hand(desk, bases)
        if is_by_hand and is_hosted:
            desk.edit("pyproject.toml", "[tool.oaml]\n", f'[tool.oaml]\nprofile = "{project}"\n')
        mend_and_build(desk)

    return play


def receive(desk: Desk, _is_by_hand: bool) -> None:  # noqa: FBT001
    archive = next((PROJECTS.parent / "formats" / "1").glob("*.oaml.tar"))
    desk.mine.mkdir()
    desk.run("verify", str(archive), expected=(0,))


def ask_as_a_lawyer(desk: Desk, is_by_hand: bool) -> None:  # noqa: FBT001
    """Does this derivative keep what that model's license asks?"""
    base, release = PROJECTS / "original-release", PROJECTS / "derivative-finetune"
    if is_by_hand:
        shutil.copytree(release, desk.mine, ignore=NO_PROJECT)
        by_hand(desk, ["original-release"])
        desk.run("check")
    else:
        desk.mine.mkdir()
        desk.run("compare", str(base), str(release), "--output", "html=page.html")


ROLES: dict[str, Callable[[Desk, bool], None]] = {
    "publisher": begin_with("original-release", ()),
    "fine-tuner": begin_with("derivative-finetune", ("original-release",)),
    "quantizer": begin_with("gguf-quantization", ("original-release",)),
    "merger": begin_with("merge-of-two", ("derivative-finetune", "monorepo/lantern-verse")),
    "platform": begin_with("hosted-service", ("derivative-finetune",)),
    "recipient": receive,
    "lawyer": ask_as_a_lawyer,
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--by-hand", action="store_true", help="measure the single commands alone")
    ways = [True] if parser.parse_args().by_hand else [True, False]
    for role, play in ROLES.items():
        told = []
        for is_by_hand in ways:
            with tempfile.TemporaryDirectory() as folder:
                desk = Desk(Path(folder))
                play(desk, is_by_hand)
            told.append(f"{desk.commands} commands, {desk.edits} edits, {desk.minutes:.1f} minutes")
        print(f"{role:<12} {' → '.join(told)}", flush=True)


if __name__ == "__main__":
    main()
