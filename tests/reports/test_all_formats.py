"""Every format of the report tells all that was found, in the language that was asked for or in both, and changes no status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.findings import ADVISORY, ERROR, Finding, Report, Ruling
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.reports import report_format, report_names
from hatch_oaml.values.bilingual import LANGUAGES, Bilingual
from hatch_oaml.values.look import PLAIN
from tests.building import project_in
from tests.conftest import FIXTURES
from tests.faults import FAULTS
from tests.finished import built
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import ReleaseWith

FORMATS = report_names()
SAID = {"en": ("what was seen", "how to mend it"), "zh": ("看到的内容", "修复的方法")}


def ruling(check: str, path: str, clause: str = "") -> Ruling:
    return Ruling(
        check=check,
        clause=clause,
        severity=ERROR if clause else ADVISORY,
        finding=Finding(
            path=path,
            line=7,
            message=Bilingual(en=SAID["en"][0], zh=SAID["zh"][0]),
            fix=Bilingual(en=SAID["en"][1], zh=SAID["zh"][1]),
        ),
    )


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("archive", [None, "lantern.oaml.tar"])
def test_each_finding_is_told_with_its_place_its_clause_what_was_seen_and_the_fix(
    release_with: ReleaseWith, form: str, language: str, archive: str | None
) -> None:
    integrity = Integrity(archive=archive, has_manifest=True) if archive else None
    rulings = [ruling("dropped-notice", "demo.py", "3.1 2)"), ruling("unclassified-file", "mystery")]
    report = Report.of(release_with(integrity=integrity), rulings)
    written = report_format(form)

    told = written.render_several([report], language, PLAIN) if archive else written.render(report, language, PLAIN)  # type: ignore[arg-type]

    for words in ("dropped-notice", "demo.py", "unclassified-file", "mystery", "3.1", archive or "", *SAID[language]):
        assert words in told
    assert not told.endswith("\n")


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_changes_the_status_or_leaves_out_a_check(tmp_path: Path, form: str) -> None:
    clean = project_in(tmp_path)
    assert 0 == run("check", "--root", clean, "--format", form).exit_code

    FAULTS[next(iter(FAULTS))][1](clean)
    found = json.loads(run("check", "--root", clean, "--format", "json").stdout)["findings"]
    told = run("check", "--root", clean, "--format", form)

    assert 1 == told.exit_code
    assert [] == [one["check"] for one in found if one["check"] not in told.stdout]
    assert "" == run("check", "--root", clean, "--format", form, "--quiet").output


@pytest.mark.parametrize("form", FORMATS)
def test_each_of_several_archives_is_told_of_the_unreadable_one_too(tmp_path: Path, form: str) -> None:
    whole = built(project_in(tmp_path))["zip"]
    ungated = next((FIXTURES / "ungated-archive" / "faulty").iterdir())
    broken = tmp_path / "broken.oaml.tar"
    broken.write_bytes(b"x")

    told = run("verify", whole, broken, ungated, "--format", form)

    assert 2 == told.exit_code
    assert [] == [path.name for path in (whole, broken, ungated) if path.name not in told.output]
    if report_format(form).at_once:
        assert broken.name in told.stdout
    assert "ungated-archive" in told.stdout
