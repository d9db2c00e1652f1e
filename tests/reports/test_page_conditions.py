"""Each duty on the page is told with what was found, with whose word it rests on, and with the license's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks import all_checks
from hatch_oaml.findings import ERROR, Finding, Report, Ruling
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.reports._duties import CONDITIONS, DUTIES
from hatch_oaml.reports._page.conditions import Condition, condition
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from hatch_oaml.release import Release
    from tests.conftest import BaseWith, FileWith, ReleaseWith

SAID = Bilingual(en="x", zh="x")


def conditions_of(release: Release, *clauses: str) -> dict[str, Condition]:
    names = {check.clause: check.name for check in all_checks().values() if check.severity == ERROR}
    finding = Finding(path="a", message=SAID, fix=SAID)
    rulings = [Ruling(check=names[clause], clause=clause, severity=ERROR, finding=finding) for clause in clauses]
    report = Report.of(release, rulings)
    return {duty.id: condition(duty, report) for duty in DUTIES}


def test_every_clause_that_a_check_asks_for_belongs_to_one_duty() -> None:
    clauses = [clause for duty in DUTIES for clause in duty.clauses]

    assert sorted({check.clause for check in all_checks().values()}) == sorted(clauses)


@pytest.mark.parametrize("duty", CONDITIONS, ids=lambda duty: duty.id)
def test_a_condition_is_quoted_word_for_word(release_with: ReleaseWith, duty: object) -> None:
    quoted = conditions_of(release_with())[duty.id].quoted  # type: ignore[attr-defined]

    assert quoted is not None
    assert quoted.en.startswith(f"{duty.id[-2]}) You ")  # type: ignore[attr-defined]
    assert quoted.zh.startswith(f"{duty.id[-2]}） 您")  # type: ignore[attr-defined]


def test_without_faults_no_more_is_said_than_that_none_was_found(release_with: ReleaseWith) -> None:
    told = {name: one.verdict.en for name, one in conditions_of(release_with()).items()}

    assert {**dict.fromkeys(told, "no fault found"), "3.1 4)": "no software can check this"} == told


def test_a_fault_is_told_at_the_duty_that_its_clause_belongs_to(release_with: ReleaseWith) -> None:
    told = conditions_of(release_with(), "4.7", "1.3")

    assert {"3.1 1)", "3.1 3)"} == {name for name, one in told.items() if one.state == "fault"}
    assert Bilingual(en="1 fault found", zh="1 个问题") == told["3.1 1)"].verdict


def test_what_the_license_lifts_from_a_hosted_service_is_told_as_lifted(release_with: ReleaseWith) -> None:
    told = conditions_of(release_with(config={"profile": "hosted-service"}))

    assert {"3.1 1)", "3.1 3)"} == {name for name, one in told.items() if one.state == "lifted"}


def test_of_an_archive_that_nobody_judged_nothing_is_said_to_be_in_order(release_with: ReleaseWith) -> None:
    told = conditions_of(release_with(integrity=Integrity(archive="a.tar", has_manifest=False)))

    assert set() == {name for name, one in told.items() if one.state == "clear"}
    assert {()} == {one.seen for one in told.values()}


def test_where_the_records_of_the_bases_are_gone_nobody_can_tell(release_with: ReleaseWith) -> None:
    told = conditions_of(release_with(upstream_is_known=False))

    assert {"3.1 2)", "3.1 3)"} == {name for name, one in told.items() if one.state == "unknown"}


def test_whose_word_was_taken_is_told_at_the_duty_that_it_bears_on(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    original = conditions_of(release_with(config={"own-bases": ["lab/a"]}))
    derived = conditions_of(release_with(bases=[base_with(file_with("a.py"), name="lab/b", version="2")]))

    assert "`original = true`" in original["3.1 3)"].own_word[0].en
    assert any("holds all rights in lab/a" in said.en for said in original["3.1 2)"].own_word)
    assert "What the bases shipped is taken from the publisher’s own records of them: lab/b 2." == (
        derived["3.1 2)"].own_word[0].en
    )
