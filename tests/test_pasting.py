"""What a finding, or `draft`, would have one write can be pasted as it is, whatever the file is called."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.values.toml_tables import parse_toml
from tests.building import project_in
from tests.poison import POISON, acts, weights
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [
    "plain",
    'quo"te',
    "back`tick",
    "star*and[brackets]?",
    "sp ace at the end ",
    "#comment",
    "!taken back",
    "##[error]x",
    "::error::x",
    "模型\u3000名",
    "e\u0301 combining",
    "\U0001f600 face",
    "'single'",
    "tab\there",
    POISON,
]

if os.name == "nt":
    NAMES = ["plain", "模型", "[brackets]", "#comment", "!taken back"]


def blocks(text: str) -> list[str]:
    """The parts of a fix that are set off to be pasted."""
    return re.findall(r"(?:^ {4}.*\n?)+", text, re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("suffix", [".safetensors", ".dat", "/LICENSE", "/code.py"])
def test_what_a_fix_has_one_add_is_toml_that_reaches_the_file(tmp_path: Path, name: str, suffix: str) -> None:
    project = project_in(tmp_path)
    target = project / f"{name}{suffix}"
    target.parent.mkdir(exist_ok=True)
    text = "# SPDX-License-Identifier: MIT\n" * 9
    target.write_bytes(weights() if suffix == ".safetensors" else text.encode())

    told = json.loads(run("check", "--root", project, "--format", "json").stdout)["findings"]
    shown = run("check", "--root", project, "--lang", "en").stdout

    fixes = [block for finding in told for block in blocks(finding["fix"]["en"])]
    assert fixes
    for fix in fixes:
        values = parse_toml(
            re.sub(r"^ {4}", "", fix, flags=re.MULTILINE).replace('relation = ""', 'relation = "x"').encode(), "x"
        )
        assert values
        assert all(line.strip() in shown for line in fix.splitlines()), "the terminal shows what can be pasted"


@pytest.mark.parametrize("name", NAMES)
def test_a_drafted_entry_names_the_file_and_shows_nothing_raw(tmp_path: Path, name: str) -> None:
    project = project_in(tmp_path)
    (project / f"{name}.safetensors").write_bytes(weights())

    done = run("draft", "--root", project)

    changelog = (project / "MODIFICATIONS.toml").read_bytes()
    changes = parse_modifications(changelog, "MODIFICATIONS.toml").changes
    assert (0, []) == (done.exit_code, acts(done.output))
    assert any(change.files.match(f"{name}.safetensors") for change in changes)
    assert "unlisted-modification" not in run("check", "--root", project).output
