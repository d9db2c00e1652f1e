"""The JSON report is as its published schema has it."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from hatch_oaml import reports
from hatch_oaml.findings import ERROR, Finding, Report, Ruling, Unread
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.reports.json import render_json, render_json_of_archives
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from tests.building import project_in
from tests.conftest import FIXTURES, LICENSE_ID
from tests.faults import FAULTS
from tests.finished import built
from tests.shipping import LANTERN, recorded, shipped
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import ReleaseWith

SCHEMA: dict[str, Any] = json.loads(files(reports).joinpath("report-1.schema.json").read_text(encoding="utf-8"))
SAID = Bilingual(en="seen", zh="发现")
FINDING = Ruling(check="x-y", clause="", severity=ERROR, finding=Finding(path="a", message=SAID, fix=SAID))


def is_valid(answer: object) -> bool:
    return bool(jsonschema.Draft202012Validator(SCHEMA).is_valid(answer))


@pytest.fixture
def report(release_with: ReleaseWith) -> Report:
    """One that has something under every key."""
    waiver = {"notice": "Ostrava Loom", "base": LANTERN, "reason": "The demo's weaving code was removed."}
    release = release_with(
        files=[shipped("demo.py", "x"), replace(shipped("a.pdf", "x"), unread=SAID)],
        bases=[recorded({"demo.py": "# Copyright 2023 Ostrava Loom\n"})],
        config={
            "waiver": [waiver],
            "own-bases": ["a/b"],
            "part": [{"files": ["a.pdf"], "license": "MIT"}],
        },
    )
    return Report.of(release, [FINDING])


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_report_of_a_project_is_as_the_schema_has_it(report: Report) -> None:
    answer = json.loads(render_json(report))

    jsonschema.validate(answer, SCHEMA)
    assert [] == [key for key, value in answer.items() if value in ([], {}, "")]


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_is_found_is_as_the_schema_has_it(tmp_path: Path, fault: str) -> None:
    project = project_in(tmp_path)
    FAULTS[fault][1](project)

    jsonschema.validate(json.loads(run("check", "--root", project, "--format", "json").stdout), SCHEMA)


def test_what_is_said_of_archives_is_as_the_schema_has_it(tmp_path: Path) -> None:
    archives = built(project_in(tmp_path)).values()
    ungated = next((FIXTURES / "ungated-archive" / "faulty").iterdir())
    (tmp_path / "broken.oaml.tar").write_bytes(b"x")
    calls = ([*archives], [ungated], [tmp_path / "broken.oaml.tar"], [*archives, ungated, tmp_path / "broken.oaml.tar"])

    for paths in calls:
        answer = json.loads(run("verify", *paths, "--format", "json").stdout)
        jsonschema.validate(answer, SCHEMA)
        assert len(paths) == len(answer["reports"])
    jsonschema.validate(json.loads(render_json_of_archives([])), SCHEMA)


def test_the_schema_names_every_key_that_is_written(report: Report, release_with: ReleaseWith) -> None:
    defined = SCHEMA["$defs"]
    of_archive = Report.of(release_with(integrity=Integrity(archive="x", has_manifest=True)), [])
    unread = Unread(archive="x", error=SourceError(SAID))
    document = json.loads(render_json_of_archives([of_archive, unread]))

    assert set(json.loads(render_json(report))) == {*defined["report"]["properties"], "project"}
    assert set(document["reports"][0]) == {
        *defined["report"]["properties"],
        "archive",
        "signature",
    }
    assert set(document["reports"][1]) == {*defined["unreadArchive"]["properties"]} - {"findings"}
    assert set(document) == set(defined["archives"]["properties"])


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": 2},
        {"license": {"id": LICENSE_ID, "path": "LICENSE", "state": "lawful"}},
        {"files": [{}]},
        {"findings": [{"check": "x"}]},
        {"summary": {}},
        {"project": None},
        {"archive": {"path": "x", "name": "x", "version": "1"}},
    ],
    ids=str,
)
def test_what_is_written_otherwise_is_not(report: Report, wrong: dict[str, object]) -> None:
    answer = json.loads(render_json(report))

    assert is_valid(answer)
    assert not is_valid(answer | wrong)
