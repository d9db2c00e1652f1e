"""A number of thousands of digits, which Python neither reads nor writes, is a mistake like any other: told, and not whole."""

from __future__ import annotations

import json
import re
import struct
from typing import TYPE_CHECKING

import pytest

from tests.building import build, project_in
from tests.finished import built, members_of, packed
from tests.test_cli import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WRITTEN, UNWRITTEN, HEXADECIMAL = "9" * 4000, "9" * 5000, "0x" + "f" * 6000
"""What Python can still write in decimal digits, what it refuses to read, and what it reads and refuses to write."""
LONGEST_LINE = 1700


def _edit(name: str, before: str, after: str) -> Callable[[Path], None]:
    def plant(project: Path) -> None:
        file = project / name
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")

    return plant


def _file(name: str, data: bytes | str) -> Callable[[Path], None]:
    def plant(project: Path) -> None:
        (project / name).write_bytes(data.encode() if isinstance(data, str) else data)

    return plant


def _header(number: str) -> bytes:
    text = f'{{"w": {{"dtype": "F32", "shape": [{number}], "data_offsets": [0, 4]}}}}'.encode()
    return struct.pack("<Q", len(text)) + text + b"\0\0\0\0"


def _settings(lines: str) -> Callable[[Path], None]:
    return _edit("pyproject.toml", "[tool.oaml]\n", f"[tool.oaml]\n{lines}\n")


def _places(number: str) -> dict[str, Callable[[Path], None]]:
    return {
        "license": _settings(f"license = {number}"),
        "bases": _edit("pyproject.toml", 'bases = ["bases/lantern-tiny.toml"]', f"bases = [{number}]"),
        "waiver": _settings(f'waiver = [{{ notice = "Kelp", base = "x", reason = "y", expect = {number} }}]'),
        "parts": _settings(f"part = [{number}]"),
        "unknown key": _settings(f"x = {number}"),
        "changelog's format": _edit("MODIFICATIONS.toml", "format = 1", f"format = {number}"),
        "changelog's date": _edit("MODIFICATIONS.toml", "date = 2026-11-01", f"date = {number}"),
        "record's size": _edit("bases/lantern-tiny.toml", "size = ", f"size = {number} # "),
        "record's line": _edit("bases/lantern-tiny.toml", "line = ", f"line = {number} # "),
        "Hatch's own": _edit("pyproject.toml", 'version = "0.2.0"', f"version = {number}"),
        "volumes": _edit(
            "pyproject.toml",
            "[tool.oaml]\n",
            f"[tool.hatch.build.targets.oaml]\nvolume-size = {number}\n\n[tool.oaml]\n",
        ),
    }


PLACES = {
    f"{place}, {name}": plant
    for name, number in (("written", WRITTEN), ("unwritten", UNWRITTEN), ("hexadecimal", HEXADECIMAL))
    for place, plant in _places(number).items()
} | {
    "configuration": _file("adapter_config.json", f'{{"base_model_name_or_path": "a/b", "r": {UNWRITTEN}}}'),
    "index": _file("new.safetensors.index.json", f'{{"metadata": {{"total_size": {UNWRITTEN}}}, "weight_map": {{}}}}'),
    "notebook": _file("x.ipynb", f'{{"cells": [], "nbformat": {UNWRITTEN}}}'),
    "rows": _file("x.jsonl", f'{{"a": {UNWRITTEN}}}\n'),
    "header": _file("new.safetensors", _header(UNWRITTEN)),
    "header, written": _file("new.safetensors", _header(WRITTEN)),
    "card": _edit("README.md", "license: other", f"license: {UNWRITTEN}"),
    "pickle": _file("new.pkl", f"I{UNWRITTEN}\n.".encode()),
    "long of a pickle": _file("new.pkl", f"L{UNWRITTEN}L\n.".encode()),
    "pointer": _file(
        "new.safetensors",
        f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize {UNWRITTEN}\n",
    ),
}


def _is_short(text: str) -> bool:
    return max(map(len, text.splitlines()), default=0) < LONGEST_LINE


@pytest.mark.parametrize("place", PLACES)
def test_a_project_with_such_a_number_is_judged_or_refused(tmp_path: Path, place: str) -> None:
    project = project_in(tmp_path)
    PLACES[place](project)

    for arguments in (("check", "--lang", "en"), ("check", "--lang", "zh"), ("draft",), ("init",)):
        done = run(*arguments, "--root", project)
        assert done.exit_code in {0, 1, 2}
        assert _is_short(done.output)
    recorded = run("record", project, "--name", "a/b", "--version", "1", "--output", tmp_path / "b.toml")
    assert recorded.exit_code in {0, 2}
    assert _is_short(recorded.stderr)
    if place.startswith("volumes") and UNWRITTEN not in (project / "pyproject.toml").read_text(encoding="utf-8"):
        told = build(project, "-t", "oaml")
        assert 1 == told.returncode
        assert _is_short(told.stderr)


@pytest.mark.parametrize("number", [WRITTEN, UNWRITTEN], ids=["written", "unwritten"])
@pytest.mark.parametrize("place", [r'"epoch": \d+', r'"size": \d+', r'"format": \d+', r'"settings": \{'])
def test_a_manifest_with_such_a_number_is_refused(tmp_path: Path, place: str, number: str) -> None:
    members = members_of(built(project_in(tmp_path))["tar"])
    path = next(path for path in members if path.endswith("OAML-MANIFEST.json"))
    after = place.replace(r"\d+", number).replace(r"\{", f'{{"x": {number}, ')
    members[path] = re.sub(place, lambda _: after, members[path].decode(), count=1).encode()
    archive = packed(members, tmp_path / "x.oaml.tar")

    done = run("verify", archive)

    assert 2 == done.exit_code
    assert _is_short(done.output)


def test_a_tensor_of_a_record_with_such_a_number_is_refused(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    record = project / "bases" / "lantern-tiny.toml"
    lines = f'\n[[file.tensor]]\nname = "w"\ndtype = "F32"\nshape = "{UNWRITTEN}"\n'
    record.write_text(record.read_text(encoding="utf-8") + lines, encoding="utf-8")

    done = run("check", "--root", project)

    assert 2 == done.exit_code
    assert "expected whole numbers of at most 19 digits" in done.stderr
    assert _is_short(done.output)


@pytest.mark.parametrize("number", [WRITTEN, UNWRITTEN], ids=["written", "unwritten"])
def test_the_environment_with_such_a_number_is_refused(tmp_path: Path, number: str) -> None:
    done = build(project_in(tmp_path), "-t", "oaml", SOURCE_DATE_EPOCH=number)

    assert 1 == done.returncode
    assert _is_short(done.stderr)


def test_a_report_of_such_a_number_is_json(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    PLACES["configuration"](project)

    assert json.loads(run("check", "--root", project, "--format", "json").stdout)
