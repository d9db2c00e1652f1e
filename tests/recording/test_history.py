"""The record of a release carries its changelog and what it was made from, wherever it was received."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.recording.base import Told, record_base
from hatch_oaml.records.base_record import parse_base
from hatch_oaml.records.modifications import parse_modifications
from tests.building import project_in
from tests.finished import built, members_of, unpacked
from tests.members import silent

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.records.base_record import BaseRecord

TOLD = Told(name="example-lab/Lantern-Chat", version="0.2.0")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project_in(tmp_path_factory.mktemp("project"))


def expected_history(project: Path) -> tuple[object, object]:
    changelog = parse_modifications((project / "MODIFICATIONS.toml").read_bytes(), "m")
    base = parse_base((project / "bases" / "lantern-tiny.toml").read_bytes(), "b")
    assert changelog.changes
    return [change.how_en for change in changelog.changes], (base.as_ancestor,)


def history(record: BaseRecord) -> tuple[object, object]:
    return [change.how_en for change in record.changes], record.bases


def test_an_archive_and_every_folder_of_it_carry_the_same_history(project: Path, tmp_path: Path) -> None:
    archives = built(project)
    folders = [unpacked(members_of(archive), tmp_path / name) for name, archive in archives.items()]

    found = [history(record_base(source, TOLD, silent).record) for source in (project, *archives.values(), *folders)]

    assert [expected_history(project)] * len(found) == found


def test_without_the_project_s_table_the_usual_places_are_looked_at(project: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(project, tmp_path / "copy", ignore=shutil.ignore_patterns("dist", "pyproject.toml"))

    assert expected_history(project) == history(record_base(copy, TOLD, silent).record)


def test_a_history_that_cannot_be_read_is_told_and_left_behind(project: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(project, tmp_path / "copy", ignore=shutil.ignore_patterns("dist"))
    (copy / "MODIFICATIONS.toml").write_text("not ours", encoding="utf-8")
    record = copy / "bases" / "lantern-tiny.toml"
    record.write_text(record.read_text(encoding="utf-8").replace("size = ", "size = 1"), encoding="utf-8")

    made = record_base(copy, TOLD, silent)

    assert ((), ()) == (made.record.changes, made.record.bases)
    assert [
        "the base's own history is not carried along: MODIFICATIONS.toml:1:5",
        "bases/lantern-tiny.toml: digest",
    ] == [
        made.notes[0].en.partition(": not valid")[0],
        made.notes[1].en.partition("along: ")[2].partition(": the record")[0],
    ]
    assert all(note.zh.startswith("未能带入该基础模型自身的修改历史：") for note in made.notes)
