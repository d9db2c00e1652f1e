"""Each example project is a release as its publisher has it: it is judged clean, built, and verified by its receiver."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from gallery import DEFAULT, GALLERY, copied, descriptions, names, profile, projects

from hatch_oaml.commands._project import examined
from hatch_oaml.recording.base import Told, record_base, record_base_with_tensors
from hatch_oaml.records.base_record import parse_base, render_base
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.values.bilingual import LANGUAGES
from hatch_oaml.values.profiles import PROFILES
from hatch_oaml.verification.verdict import verify_archive
from tests.building import build
from tests.conftest import FIXTURES
from tests.members import silent

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.records.base_record import BaseRecord

TARGETS = ("sdist", "wheel", "oaml")
SITUATIONS = {
    "derivative-finetune",
    "distillation",
    "gguf-quantization",
    "hosted-service",
    "lora-adapter",
    "merge-of-two",
    "monorepo",
    "original-release",
    "parts-under-other-terms",
    "three-generations",
}
LARGEST = 300_000
"""Bytes of a repository."""

RELEASED_IN = {
    "example-lab/Lantern-Tiny": GALLERY / "original-release",
    "beacon-works/Lantern-Chat": GALLERY / "derivative-finetune",
    "inkstone/Lantern-Verse": GALLERY / "monorepo" / "lantern-verse",
}
each_project = pytest.mark.parametrize("project", projects(), ids=lambda path: path.relative_to(GALLERY).as_posix())


def records(project: Path) -> list[BaseRecord]:
    files = sorted((project / "bases").glob("*.toml"))
    return [parse_base(file.read_bytes(), file.name) for file in files]


@each_project
def test_a_project_is_judged_clean_built_in_every_door_and_verified(project: Path, tmp_path: Path) -> None:
    mine = copied(project, tmp_path)
    receiver = next(known for known in PROFILES if known == profile(project))

    report = examined(mine, is_quiet=True)
    done = build(mine, *(part for target in TARGETS for part in ("-t", target)))

    assert [] == list(report.rulings), "no advisory either: it is an example"
    assert 0 == done.returncode, done.stderr
    archives = [path for path in mine.glob("dist*/*") if path.is_file()]
    assert len(TARGETS) == len(archives)
    assert {path.name: [] for path in archives} == {
        path.name: list(verify_archive(path, silent, receiver).errors) for path in archives
    }


@each_project
def test_a_record_is_what_recording_makes_of_its_base(project: Path) -> None:
    own = records(project)
    of_folders = [record for record in own if record.url]  # the others are of archives, and tell of what was built

    for record in of_folders:
        make = record_base_with_tensors if record.has_tensors else record_base
        told = Told(name=record.name, version=record.version, url=record.url, license=record.license)
        assert render_base(make(RELEASED_IN[record.name], told, silent).record) == render_base(record)


@each_project
def test_a_record_of_an_archive_holds_the_files_and_notices_of_the_project_that_it_was_built_from(
    project: Path,
) -> None:
    for record in records(project):
        there = RELEASED_IN[record.name]
        files = {file.path: file for file in record_base(there, Told(name="x", version="1"), silent).record.files}
        shared = [file for file in record.files if file.path in files]
        assert shared
        assert [(file.path, file.sha256, file.notices) for file in shared] == [
            (file.path, files[file.path].sha256, files[file.path].notices) for file in shared
        ]


def test_every_situation_is_there_each_small() -> None:
    sizes = {
        name: sum(file.stat().st_size for file in (GALLERY / name).rglob("*") if file.is_file()) for name in names()
    }

    assert SITUATIONS <= sizes.keys()
    assert {} == {name: size for name, size in sizes.items() if size > LARGEST}


def test_the_third_generation_carries_what_was_done_before_it() -> None:
    [chat] = records(GALLERY / "three-generations")

    assert ["example-lab/Lantern-Tiny"] == [base.name for base in chat.bases]
    assert ["finetune", "modified"] == [change.relation for change in chat.changes]


def test_every_relation_that_hubs_know_and_distillation_and_pruning_are_shown() -> None:
    told = {
        change.relation
        for project in projects()
        if (file := project / "MODIFICATIONS.toml").exists()
        for change in parse_modifications(file.read_bytes(), file.name).changes
    }

    assert {"finetune", "adapter", "quantized", "merge", "distilled", "pruned", "modified"} == told


def test_the_list_tells_what_each_is() -> None:
    listed = subprocess.run(
        [sys.executable, str(FIXTURES), "--list"], capture_output=True, encoding="utf-8", check=True
    ).stdout

    assert [*descriptions()] == listed.splitlines()
    assert names() == [line.split()[0] for line in listed.splitlines()]
    assert DEFAULT in names()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_documentation_has_a_row_for_each(language: str) -> None:
    text = (FIXTURES.parent / "docs" / language / "examples.md").read_text(encoding="utf-8")

    assert names() == sorted(re.findall(r"^\| `([\w-]+)` \| ", text, re.MULTILINE))


@pytest.mark.end_to_end
def test_the_command_shows_the_archives_and_leaves_them_beside_the_page(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    command = runpy.run_path(str(FIXTURES / "__main__.py"))

    command["_release"](sys.executable, copied(GALLERY / "lora-adapter", tmp_path), tmp_path / "kept")

    shown = capfd.readouterr().out
    names = {"lantern_poems-0.1.0.tar.gz", "lantern_poems-0.1.0-py3-none-any.whl", "lantern_poems-0.1.0.oaml.tar"}
    assert {*names, "page.html"} == {path.name for path in (tmp_path / "kept").iterdir()}
    assert names == {name for name in names if f"\n{name}\n" in shown}
    assert "lantern_poems" in (tmp_path / "kept" / "page.html").read_text(encoding="utf-8")
