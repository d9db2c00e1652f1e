"""Each check is complete: page, test, samples, and a row in the table of the documentation."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hatch_oaml import checks
from hatch_oaml.checks import all_checks, page
from hatch_oaml.findings import ARCHIVE, COMPARISON, EVERY_RELEASE, EVERY_TREE, PROJECT, UNGATED_ARCHIVE
from hatch_oaml.records.generated import MANIFEST

if TYPE_CHECKING:
    from hatch_oaml.findings import Check
    from hatch_oaml.values.bilingual import Language
    from tests.conftest import Gathered, ReleaseWith

ROOT = Path(__file__).parent.parent
MODULES = Path(checks.__file__).parent


def _names(text: str) -> list[str]:
    return text.split()


PROMISED = {
    "error": _names("""
        missing-license altered-license missing-license-edition undeclared-license contradicted-license
        dropped-notice altered-notice dropped-notice-file unjustified-waiver stale-waiver lost-notice
        undeclared-base contradicted-origin missing-modifications unlisted-modification unexplained-modification
        stale-modification inherited-modification altered-page altered-metadata altered-bill-of-materials
        silent-modification
        not-a-contribution unlicensed-part
        missing-model git-lfs-pointer corrupt-weights incomplete-shards unguarded-weights mislabelled-weights
        escaping-link unportable-path secret-file changed-while-reading
        ungated-archive altered-member missing-member extra-member contradicted-manifest altered-envelope hosted-only
        unsigned-release foreign-signature
    """),
    "advisory": _names("""
        typographic-license doubtful-license unmarked-part foreign-base general-modification
        moved-notice unread-notice-source
        untranslated-modification sweeping-modification unrecorded-base contradicted-relation misplaced-base
        unsafe-pickle unknown-weights declared-data ignored-weights
        unclassified-file secret-text bookkeeping-file inactive-gate companion-file partial-release
    """),
}
"""The design's table of checks."""

CLAUSES = {"", "1.1", "1.2", "1.3", "1.5", "1.7", "3.1 1)", "3.1 2)", "3.1 3)", "3.2", "4.7"}

_SEVERITIES: dict[Language, dict[str, str]] = {
    "en": {"error": "error", "advisory": "advisory"},
    "zh": {"error": "错误", "advisory": "提示"},
}

every_check = pytest.mark.parametrize("check", all_checks().values(), ids=all_checks())


def project_samples(side: str) -> list[tuple[Check, Path]]:
    """The samples that are whole projects, each with its check."""
    folders = [(check, ROOT / "fixtures" / check.name / side) for check in all_checks().values()]
    return [
        (check, folder)
        for check, folder in folders
        if (folder / "pyproject.toml").is_file() and not (folder / MANIFEST).is_file()
    ]


def test_the_checks_are_those_that_the_design_promises() -> None:
    found = {
        severity: sorted(check.name for check in all_checks().values() if check.severity == severity)
        for severity in PROMISED
    }

    assert {severity: sorted(names) for severity, names in PROMISED.items()} == found


def test_the_checks_come_in_alphabetical_order() -> None:
    assert sorted(all_checks()) == list(all_checks())


@every_check
def test_a_check_has_the_name_of_its_file(check: Check) -> None:
    assert (MODULES / f"{check.name.replace('-', '_')}.py").is_file()


@every_check
def test_a_check_belongs_to_a_clause_or_to_safe_archives(check: Check) -> None:
    assert check.clause in CLAUSES


@every_check
def test_a_check_says_what_it_is_asked_of(check: Check) -> None:
    assert check.asked_of
    assert check.asked_of in {EVERY_RELEASE, EVERY_TREE, COMPARISON, PROJECT, ARCHIVE, UNGATED_ARCHIVE}


@every_check
def test_a_check_has_a_page_in_both_languages(check: Check) -> None:
    lines = page(check.name).splitlines()

    assert f"# {check.name}" == lines[0]
    assert ["## English", "## 中文"] == [line for line in lines if re.match(r"## ", line)]


@every_check
def test_the_page_quotes_the_check_in_an_example(check: Check) -> None:
    english, _, chinese = page(check.name).partition("## 中文")
    kind = {"error": "错误", "advisory": "提示"}[check.severity]

    assert f"{check.severity}[{check.name}]" in english
    assert f"{kind}[{check.name}]" in chinese


@every_check
def test_a_check_has_a_test(check: Check) -> None:
    file = ROOT / "tests" / "checks" / f"test_{check.name.replace('-', '_')}.py"

    assert "\ndef test_" in file.read_text(encoding="utf-8")


@every_check
@pytest.mark.parametrize("side", ["clean", "faulty"])
def test_a_check_has_samples_of_both_sides(check: Check, side: str) -> None:
    assert [] != list((ROOT / "fixtures" / check.name / side).iterdir())


@every_check
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_check_has_a_row_in_the_table_of_either_language(check: Check, language: Language) -> None:
    lines = (ROOT / "docs" / language / "checks.md").read_text(encoding="utf-8").splitlines()
    [row] = [line.strip("|").split("|") for line in lines if line.startswith(f"| `{check.name}` |")]
    _, clause, severity, *what = (cell.strip() for cell in row)

    assert (_clause(check, language), _SEVERITIES[language][check.severity]) == (clause, severity)
    assert any(what)


def _clause(check: Check, language: Language) -> str:
    if not check.clause:
        return {"en": "safe archives", "zh": "安全归档"}[language]
    if language == "en":
        return check.clause
    article, _, item = check.clause.partition(" ")
    return f"第 {article} 款第 {item.rstrip(')')}）项" if item else f"第 {article} 款"


def test_no_page_stands_without_its_check() -> None:
    assert {name.replace("-", "_") for name in all_checks()} == {file.stem for file in MODULES.glob("*.md")}


def test_a_lawful_release_passes_every_check(release_with: ReleaseWith) -> None:
    release = release_with()

    assert [] == [ruling for check in all_checks().values() for ruling in check.rulings(release)]


@pytest.mark.parametrize(("check", "folder"), project_samples("faulty"), ids=lambda value: getattr(value, "name", ""))
def test_a_check_finds_its_faulty_sample(check: Check, folder: Path, gathered: Gathered) -> None:
    if check.name == "escaping-link" and not any(file.is_symlink() for file in folder.iterdir()):
        pytest.skip("this copy of the samples has no symbolic links (an sdist, or Windows)")

    assert [] != list(check.run(gathered(folder)))


@pytest.mark.parametrize(("check", "folder"), project_samples("clean"), ids=lambda value: getattr(value, "name", ""))
def test_a_check_passes_its_clean_sample(check: Check, folder: Path, gathered: Gathered) -> None:
    assert [] == list(check.run(gathered(folder)))


def test_most_samples_are_whole_projects() -> None:
    assert len(project_samples("faulty")) > 10
    assert len(project_samples("clean")) > 10
