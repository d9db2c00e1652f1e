"""Foreign text that would act on a terminal or on a build log, and the places where a stranger may write it."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

from hatch_oaml.values.invisible import UNSEEN
from tests.building import PROJECTS, project_in
from tests.test_cli import run
from tests.weights.conftest import entry, safetensors

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

POISON = "x\x1b[31m\n::error::kelp\r::stop-commands::\u202e\u2028##[warning]\x9b2J\u200b"
"""Colors, new lines of three kinds, orders to a workflow, letters turned round, a control character of the second set."""
NAMED = "kelp"
"""What is left of it however it is shown."""
QUOTED = json.dumps(POISON)
"""As a string of TOML, of JSON and of YAML."""

_RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ORDER = re.compile(r"^\s*::|##\[", re.MULTILINE)
_OWN_COMMAND = re.compile(
    r"^::(?:error|notice) (?:file=[^:,\n]*,(?:line=[1-9][0-9]*,)?)?title=[^:,\n]*::(?=\S)", re.MULTILINE
)
"""Where a report for GitHub begins an annotation; no other command, and no other property."""


def acts(text: str) -> list[str]:
    """What in `text` would act on a terminal or on the keeper of a log, with its surroundings."""
    return [*unseen(text), *_found(_ORDER, text)]


def without_commands(text: str) -> str:
    """A report for GitHub without the openings of our own commands, and with nothing left out of what they say."""
    return _OWN_COMMAND.sub("", text)


def unseen(text: str) -> list[str]:
    """What no reader of `text` sees, with its surroundings."""
    return [*_found(_RAW, text), *_found(UNSEEN, text)]


def _found(expression: re.Pattern[str], text: str) -> list[str]:
    return [repr(text[max(0, found.start() - 40) : found.end() + 20]) for found in expression.finditer(text)]


def _edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def _settings(lines: str) -> Callable[[Path], None]:
    return lambda project: _edit(project / "pyproject.toml", "[tool.oaml]\n", f"[tool.oaml]\n{lines}\n")


def _project(before: str, after: str) -> Callable[[Path], None]:
    return lambda project: _edit(project / "pyproject.toml", before, after)


def _changelog(before: str, after: str) -> Callable[[Path], None]:
    return lambda project: _edit(project / "MODIFICATIONS.toml", before, after)


def _entry(lines: str) -> Callable[[Path], None]:
    return lambda project: _edit(
        project / "MODIFICATIONS.toml",
        "[[change]]",
        f'[[change]]\nrelation = "modified"\nhow.en = "Shortened the opening hours."\ndate = 2026-11-01\n{lines}\n\n[[change]]',
    )


def _card(line: str) -> Callable[[Path], None]:
    def plant(project: Path) -> None:
        card = project / "README.md"
        lines = card.read_text(encoding="utf-8").split("\n")
        key = line.partition(":")[0]
        kept = [old for old in lines[1:] if not old.startswith(f"{key}:")]
        card.write_text("\n".join(["---", line, *kept]), encoding="utf-8")

    return plant


def _file(name: str, data: bytes | str) -> Callable[[Path], None]:
    def plant(project: Path) -> None:
        target = project / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data.encode() if isinstance(data, str) else data)

    return plant


def _link(project: Path, text: str) -> None:
    outside = project.parent / f"outside{text}"
    outside.mkdir()
    (outside / "w.safetensors").write_bytes(weights())
    (project / "linked.safetensors").symlink_to(outside / "w.safetensors")


def weights(name: str = "w", metadata: dict[str, str] | None = None) -> bytes:
    header = {name: entry("F32", [1], 0, 4), **({"__metadata__": metadata} if metadata else {})}
    return safetensors(json.dumps(header).encode(), b"\0\0\0\0")


def _recorded(*options: str, notice: str = "", file: str = "") -> Callable[[Path], None]:
    """The base recorded anew with these, and its notices lost."""

    def plant(project: Path) -> None:
        base = project.parent / "base"
        shutil.copytree(PROJECTS / "original-release", base)
        if file:
            (base / file).write_text("# Copyright 2019 Kelp kelp.\n", encoding="utf-8")
        if notice:
            (base / "NOTICE").write_text(f"Lantern\n\nCopyright 2019 {notice}\n", encoding="utf-8", newline="")
        record = project / "bases" / "lantern-tiny.toml"
        record.unlink()
        done = run("record", base, "--output", record, "--version", "1.0.0", "--name", "example-lab/L", *options)
        assert 0 == done.exit_code, done.stderr
        assert [] == acts(done.output)
        assert [] == acts(record.read_text(encoding="utf-8")), "a record is read at terminals too"
        (project / "NOTICE").write_text("Lantern-Chat\n", encoding="utf-8")

    return plant


def _tensors(project: Path, text: str) -> None:
    """Of a base that has a tensor of such a name, in the middle of others that were changed."""
    base, record = project.parent / "base", project / "bases" / "lantern-tiny.toml"
    shutil.copytree(PROJECTS / "original-release", base)
    (base / "new.safetensors").write_bytes(weights(text))
    (project / "new.safetensors").write_bytes(weights(text)[:-4] + b"kelp")
    record.unlink()
    done = run("record", base, "--output", record, "--version", "1.0.0", "--name", "example-lab/L", "--tensors")
    assert 0 == done.exit_code, done.stderr


def _global(module: str, name: str) -> bytes:
    """A pickle that imports this."""
    texts = b"".join(b"X" + len(text.encode()).to_bytes(4, "little") + text.encode() for text in (module, name))
    return b"\x80\x04" + texts + b"\x93."


def sources_of(text: str) -> dict[str, Callable[[Path], None]]:
    """Where a project, or what it is made from, may hold foreign text, each with what puts `text` there."""
    quoted = json.dumps(text)
    one_line = text.replace("\n", " ").replace("\r", " ").replace("\u2028", " ")
    return {
        "name of new weights": _file(f"{text}.safetensors", weights()),
        "name of weights that begins like an order": _file("::error::kelp.safetensors", weights()),
        "name of a folder": _file(f"{text}/notes.txt", "SPDX-License-Identifier: MIT\nkelp\n"),
        "name of a folder with a license": _file(f"{text}/LICENSE", "kelp kelp kelp\n" * 20),
        "name of a file of unknown role": _file(f"{text}.dat", "words"),
        "name of a secret": _file(f"{text}.pem", "words"),
        "name of damaged weights": _file(f"{text}.safetensors", b"\xff" * 16),
        "name of a pointer": _file(
            f"{text}.safetensors",
            f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 12\n",
        ),
        "target of a link": lambda project: _link(project, text),
        "base's tensor": lambda project: _tensors(project, text),
        "import of a pickle": _file("new.pkl", _global(text, text)),
        "Modelfile": _file("Modelfile", f"FROM {one_line}\n"),
        "merge": _file("mergekit_config.yml", f"merge_method: linear\nmodels:\n  - model: {quoted}\n"),
        "adapter's base": _file("adapter_config.json", f'{{"peft_type": "LORA", "base_model_name_or_path": {quoted}}}'),
        "tensor's name": _file("new.safetensors", weights(text)),
        "weights' metadata": _file("new.safetensors", weights(metadata={"base_model": text, "license": text})),
        "key of the settings": _settings(f"{quoted} = 1"),
        "profile": _settings(f"profile = {quoted}"),
        "license's path": _settings(f"license = {quoted}"),
        "changelog's path": _settings(f"modifications = {quoted}"),
        "model's pattern": _settings(f"model = [{quoted}]"),
        "notices' pattern": _settings(f"notices = [{quoted}]"),
        "own base": _settings(f"own-bases = [{quoted}]"),
        "blobs": _settings(f"blobs = [{quoted}]\noriginal = {quoted}"),
        "role's pattern": _settings(f'roles = {{ {quoted} = "x" }}'),
        "role": _settings(f'roles = {{ "*.txt" = {quoted} }}'),
        "part": _settings(f'part = [{{ files = [{quoted}], license = "MIT" }}]'),
        "part's license": _settings(f'part = [{{ files = ["data/*"], license = {quoted} }}]'),
        "waiver": _settings(f"waiver = [{{ notice = {quoted}, base = {quoted}, reason = {quoted} }}]"),
        "waiver without reason": _settings(
            f'waiver = [{{ notice = {quoted}, base = "example-lab/Lantern-Tiny", reason = "TODO" }}]'
        ),
        "bases": _project('bases = ["bases/lantern-tiny.toml"]', f"bases = [{quoted}]"),
        "project's license": _project('license = "LicenseRef-scancode-openatom-model-1.0"', f"license = {quoted}"),
        "project's name": _project('name = "lantern-chat"', f"name = {quoted}"),
        "project's version": _project('version = "0.2.0"', f"version = {quoted}"),
        "classifier": _project('version = "0.2.0"', f'version = "0.2.0"\nclassifiers = [{quoted}]'),
        "project's readme": _project('readme = "README.md"', f"readme = {quoted}"),
        "build requirement": _project('"hatch-oaml"]', f'"hatch-oaml", {quoted}]'),
        "Hatch's own option": _project("[tool.hatch.build]\n", f"[tool.hatch.build]\nartifacts = {{ {quoted} = 1 }}\n"),
        "option at the hook": _project(
            "[tool.hatch.build.hooks.oaml]\n", f"[tool.hatch.build.hooks.oaml]\n{quoted} = 1\n"
        ),
        "no TOML": _project("[tool.oaml]\n", f"[tool.oaml]\nx = 1\nx = {quoted}\n{text}"),
        "key of the changelog": _changelog("format = 1", f"format = 1\n{quoted} = 1"),
        "relation": _changelog('relation = "finetune"', f"relation = {quoted}"),
        "changed files": _entry(f"files = [{quoted}]"),
        "changed base": _entry(f'files = ["README.md"]\nbase = {quoted}'),
        "changed how": _changelog(
            'how.en = "Describes the fine-tuned model; adds the notices of Beacon Works."',
            f'how.en = "TODO: {quoted[1:]}',
        ),
        "renamed": _entry(f'files = ["README.md"]\nrenamed = {{ {quoted} = {quoted} }}'),
        "card's license": _card(f"license: {quoted}"),
        "card's base": _card(f"base_model: {quoted}"),
        "card's relation": _card(f"base_model_relation: {quoted}"),
        "base's name": _recorded("--name", text),
        "base's version": _recorded("--version", text),
        "base's license": _recorded("--license", text),
        "base's address": _recorded("--url", text),
        "base's notice": _recorded(notice="Kelp kelp \u202eCorp \x1b[31mLumen\x9b2J"),
        "base's file": _recorded(file=f"{text}.py"),
    }


SOURCES = sources_of(POISON)


UNTOLD = frozenset(
    {
        *("base's address", "base's file", "base's license", "base's version", "blobs", "build requirement"),
        *("card's relation", "Hatch's own option", "Modelfile", "merge", "no TOML", "project's name", "tensor's name"),
    }
)
"""What no finding of a check speaks of, and other commands may."""


def poisoned(folder: Path, source: str, text: str = POISON) -> Path:
    project = project_in(folder)
    sources_of(text)[source](project)
    return project
