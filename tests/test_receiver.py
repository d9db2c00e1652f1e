"""Whoever was handed an archive is told what a receiver can do, never to edit a project that he does not have."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks import all_checks
from hatch_oaml.findings import PROJECT, Finding
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.values.bilingual import Bilingual
from tests.building import build, project_in
from tests.conftest import FIXTURES
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Gathered, ReleaseWith

A_PUBLISHERS = re.compile(
    r"tool\.oaml|tool\.hatch|pyproject|\.gitignore|hatch-oaml (?:init|draft|record|check)|force-include"
)
BOTH = sorted(name for name, check in all_checks().items() if {"project", "archive"} <= check.asked_of)


def projects_of(check: str) -> list[Path]:
    return [file.parent for file in (FIXTURES / check / "faulty").glob("**/pyproject.toml")]


@pytest.mark.parametrize("check", BOTH)
def test_no_fix_of_an_archive_is_a_publisher_s(check: str, gathered: Gathered) -> None:
    for folder in projects_of(check):
        release = replace(gathered(folder), integrity=Integrity(archive="x.oaml.tar", has_manifest=True))
        for one in all_checks().values():
            for ruling in one.rulings(release):
                for fix in (ruling.finding.fix.en, ruling.finding.fix.zh):
                    assert not A_PUBLISHERS.search(fix)


def test_there_are_samples_of_most_checks() -> None:
    assert len(BOTH) - 5 < sum(1 for check in BOTH if projects_of(check))


@pytest.mark.parametrize("check", BOTH)
def test_whatever_a_check_would_have_a_publisher_do_a_receiver_is_told_something_else(
    check: str, release_with: ReleaseWith
) -> None:
    edit = Bilingual(en="edit `[tool.oaml]`", zh="请编辑 `[tool.oaml]`")
    asked = replace(
        all_checks()[check], run=lambda _: iter([Finding(path="a", message=Bilingual(en="x", zh="x"), fix=edit)])
    )
    project = release_with()
    archive = release_with(integrity=Integrity(archive="x.oaml.tar", has_manifest=True))

    assert [edit] == [ruling.finding.fix for ruling in asked.rulings(project)]
    (told,) = (ruling.finding.fix for ruling in asked.rulings(archive))
    assert edit != told
    assert told.en
    assert told.zh


def test_a_check_of_archives_alone_has_a_receiver_s_fix_already(release_with: ReleaseWith) -> None:
    archive = release_with(integrity=Integrity(archive="x.oaml.tar", has_manifest=True))

    for check in all_checks().values():
        if check.asked_of.isdisjoint(PROJECT):
            assert check.fix_for_receiver is None
            assert not any(A_PUBLISHERS.search(ruling.finding.fix.en) for ruling in check.rulings(archive))


def test_the_publisher_is_told_to_say_a_role_and_the_receiver_is_not(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    (project / "thing.dat").write_text("words\n")
    built_now = build(project, "-t", "oaml")
    (archive,) = project.glob("dist-oaml/*.tar")

    assert "[tool.oaml.roles]" in built_now.stderr
    said = run("verify", archive, "--lang", "en").stdout
    assert "thing.dat: advisory[unclassified-file]" in said
    assert "fix: you need do nothing; if it matters to your use of the model, ask the publisher" in said
