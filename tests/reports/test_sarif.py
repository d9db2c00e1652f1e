"""The SARIF report is as the standard's own schema has it, and says nothing that its readers take for more than words."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes, urlsplit

import jsonschema
import pytest

from hatch_oaml.checks import all_checks, page
from hatch_oaml.findings import ADVISORY, ERROR, Finding, Report, Ruling, Unread
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.reports._sarif_text import literal, uri
from hatch_oaml.reports.sarif import render_sarif, render_sarif_of_archives
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from tests.building import project_in
from tests.conftest import FIXTURES
from tests.faults import FAULTS
from tests.finished import built
from tests.poison import POISON, acts
from tests.shipping import LANTERN, recorded, shipped
from tests.test_cli import run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.findings import Severity
    from tests.conftest import ReleaseWith

ROOT = Path(__file__).parent.parent.parent
SCHEMA: dict[str, Any] = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.schema.json").read_text("utf-8"))
"""The standard's, as https://www.schemastore.org publishes it."""

SAID = Bilingual(en="a notice is gone", zh="声明缺失")
MEND = Bilingual(en="put it back", zh="请恢复")


def ruling(path: str = "demo.py", line: int | None = 2, said: Bilingual = SAID, severity: Severity = ERROR) -> Ruling:
    check = "dropped-notice" if severity == ERROR else "moved-notice"
    finding = Finding(path=path, line=line, message=said, fix=MEND)
    return Ruling(check=check, clause="3.1 2)", severity=severity, finding=finding)


def run_in(document: str) -> dict[str, Any]:
    """The one run of a document that is as the schema has it."""
    values = json.loads(document)
    jsonschema.validate(values, SCHEMA, cls=jsonschema.Draft4Validator)
    [found] = values["runs"]
    return dict(found)


def of_project(release_with: ReleaseWith, *rulings: Ruling) -> dict[str, Any]:
    return run_in(render_sarif(Report.of(release_with(), rulings)))


def archive_with(release_with: ReleaseWith, name: str, *rulings: Ruling) -> Report:
    return Report.of(release_with(integrity=Integrity(archive=name, has_manifest=True)), rulings)


def fingerprints(found: dict[str, Any]) -> list[str]:
    return [result["partialFingerprints"]["hatchOaml/v1"] for result in found["results"]]


def places(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [result["locations"][0]["physicalLocation"] for result in found["results"]]


def test_the_schema_is_one_and_refuses() -> None:
    jsonschema.Draft4Validator.check_schema(SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": "2.1.0", "runs": [{}]}, SCHEMA, cls=jsonschema.Draft4Validator)


def test_a_finding_is_a_result_of_its_check_in_both_languages(release_with: ReleaseWith) -> None:
    found = of_project(release_with, ruling())
    [result] = found["results"]
    [fingerprint] = fingerprints(found)

    assert re.fullmatch("[0-9a-f]{32}:0", fingerprint)
    assert {
        "ruleId": "dropped-notice",
        "ruleIndex": list(all_checks()).index("dropped-notice"),
        "level": "error",
        "message": {"text": "a notice is gone\nfix: put it back\n\n声明缺失\n修复：请恢复"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "demo.py", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 2},
                }
            }
        ],
        "partialFingerprints": {"hatchOaml/v1": fingerprint},
    } == result
    assert [{"executionSuccessful": True, "exitCode": 1}] == found["invocations"]


def test_an_advisory_is_a_note_and_what_is_said_of_a_whole_file_stands_at_its_first_line(
    release_with: ReleaseWith,
) -> None:
    found = of_project(release_with, ruling(line=None, severity=ADVISORY))

    assert ["note"] == [result["level"] for result in found["results"]]
    assert [{"startLine": 1}] == [place["region"] for place in places(found)]
    assert [{"executionSuccessful": True, "exitCode": 0}] == found["invocations"]


def test_every_check_is_a_rule_with_its_page(release_with: ReleaseWith) -> None:
    driver = of_project(release_with)["tool"]["driver"]
    home = f"{driver['informationUri']}/blob/main/"

    assert list(all_checks()) == [rule["id"] for rule in driver["rules"]]
    assert re.fullmatch(r"\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?", driver["semanticVersion"])
    assert f'Homepage = "{driver["informationUri"]}"' in (ROOT / "pyproject.toml").read_text("utf-8")
    for rule, check in zip(driver["rules"], all_checks().values(), strict=True):
        assert (ROOT / rule["helpUri"].removeprefix(home)).is_file()
        assert page(check.name) == rule["help"]["markdown"]
        assert ("error" if check.severity == ERROR else "note") == rule["defaultConfiguration"]["level"]
        for text in (rule["shortDescription"]["text"], rule["fullDescription"]["text"], rule["help"]["text"]):
            assert re.search("[a-z]{3}", text), rule["id"]
            assert re.search("[\u4e00-\u9fff]{3}", text), rule["id"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_same_bytes_come_of_every_run_and_language(tmp_path: Path, language: str) -> None:
    project = project_in(tmp_path)
    FAULTS[next(iter(FAULTS))][1](project)
    call = ("check", "--root", project, "--format", "sarif")

    assert run(*call).stdout == run(*call, "--lang", language).stdout


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_is_found_is_as_the_schema_has_it_and_names_no_folder_of_this_machine(
    tmp_path: Path, fault: str
) -> None:
    project = project_in(tmp_path)
    FAULTS[fault][1](project)

    told = run("check", "--root", project, "--format", "sarif").stdout

    found = run_in(told)
    assert found["results"]
    assert str(tmp_path) not in told
    assert [] == [result["ruleId"] for result in found["results"] if result["ruleId"] not in all_checks()]


def test_archives_are_one_run_and_the_unreadable_one_is_a_notification_in_it(tmp_path: Path) -> None:
    archives = [*built(project_in(tmp_path)).values()]
    ungated = next((FIXTURES / "ungated-archive" / "faulty").iterdir())
    broken = tmp_path / "broken.oaml.tar"
    broken.write_bytes(b"x")

    clean = run_in(run("verify", *archives, "--format", "sarif").stdout)
    told = run("verify", *archives, ungated, broken, "--format", "sarif").stdout
    found = run_in(told)

    assert ([], [{"executionSuccessful": True, "exitCode": 0}]) == (clean["results"], clean["invocations"])
    assert ["ungated-archive"] == [result["ruleId"] for result in found["results"]]
    [invocation] = found["invocations"]
    [notification] = invocation["toolExecutionNotifications"]
    assert (False, 2, "error") == (invocation["executionSuccessful"], invocation["exitCode"], notification["level"])
    assert "broken.oaml.tar" == notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert list(dict.fromkeys(path.name for path in (*archives, ungated, broken))) == [
        one["location"]["uri"] for one in found["artifacts"]
    ]
    assert str(tmp_path) not in told


def test_nothing_at_all_is_a_document_too() -> None:
    assert [] == run_in(render_sarif_of_archives([]))["results"]


def test_what_is_found_of_a_member_stands_below_its_archive(release_with: ReleaseWith) -> None:
    name = "模型 1.0.oaml.tar"
    reports = [archive_with(release_with, name, ruling(), ruling(path=name)), archive_with(release_with, "b", ruling())]

    found = run_in(render_sarif_of_archives(reports))

    target = {"roles": ["analysisTarget"]}
    assert [
        {"location": {"uri": "%E6%A8%A1%E5%9E%8B%201.0.oaml.tar"}, **target},
        {"location": {"uri": "b"}, **target},
        {"location": {"uri": "demo.py"}, "parentIndex": 0},
        {"location": {"uri": "demo.py"}, "parentIndex": 1},
    ] == found["artifacts"]
    indexes = [place["artifactLocation"]["index"] for place in places(found)]
    assert [2, 0, 3] == indexes
    assert [place["artifactLocation"]["uri"] for place in places(found)] == [
        found["artifacts"][index]["location"]["uri"] for index in indexes
    ]
    assert f"{name}: demo.py" == found["results"][0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]


def test_a_finding_is_known_again_where_its_line_and_the_findings_around_it_are_others(
    release_with: ReleaseWith,
) -> None:
    other = ruling(path="a.py", said=Bilingual(en="another", zh="另一条"))
    before = fingerprints(of_project(release_with, ruling()))
    after = fingerprints(of_project(release_with, other, ruling(line=40)))

    assert before == after[1:]
    assert before != after[:1]


def test_equal_findings_are_told_apart_and_those_of_archives_by_the_archive(release_with: ReleaseWith) -> None:
    twice = fingerprints(of_project(release_with, ruling(), ruling(line=3)))
    reports = [archive_with(release_with, name, ruling()) for name in ("a", "b")]

    assert [twice[0].replace(":0", ":1")] == twice[1:]
    assert 2 == len(set(fingerprints(run_in(render_sarif_of_archives(reports)))))


PATHS = [
    *("a b.py", "模型/权重.gguf", "100%25.py", "x:y.py", "//host/x", "/etc/passwd", "a?b#c", "\udcff.bin"),
    *("\ud800.bin", "[x](y)", "a\nb", POISON),
]


@pytest.mark.parametrize("path", PATHS)
def test_a_path_is_a_relative_reference_that_says_it_whole(release_with: ReleaseWith, path: str) -> None:
    [place] = places(of_project(release_with, ruling(path=path)))
    address = place["artifactLocation"]["uri"]
    parts = urlsplit(address)

    assert ("", "", "", "") == (parts.scheme, parts.netloc, parts.query, parts.fragment)
    assert not address.startswith("/")
    assert address.isascii()
    assert path == unquote_to_bytes(address).decode("utf-8", "surrogatepass" if "\ud800" in path else "surrogateescape")


def test_two_paths_have_two_references() -> None:
    assert all(uri(one) != uri(other) for one, other in pairwise(sorted(PATHS)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[click](https://example.org)", r"[click\](https://example.org)"),
        ("[a[b]](3)", r"[a[b]\](3)"),
        ("of {0} and {12}", "of {{0}} and {{12}}"),
        ('roles = { "a" = "data" }', 'roles = { "a" = "data" }'),
        ("[[change]]\nfiles = [1]", "[[change]]\nfiles = [1]"),
    ],
)
def test_no_text_of_a_stranger_is_a_link_or_a_placeholder(text: str, expected: str) -> None:
    assert expected == literal(text)


def test_nothing_of_a_stranger_acts_where_the_strings_are_shown(release_with: ReleaseWith) -> None:
    said = Bilingual(en=f"x\n::error::kelp\n{POISON}", zh=f"{POISON}")
    reports: list[Report | Unread] = [
        archive_with(release_with, POISON, ruling(path=POISON, said=said)),
        Unread(archive=POISON, error=SourceError(said)),
    ]

    document = render_sarif_of_archives(reports)
    found = run_in(document)

    assert [] == acts(document)
    shown = [*(result["message"]["text"] for result in found["results"])]
    shown += [one["message"]["text"] for one in found["invocations"][0]["toolExecutionNotifications"]]
    shown += [result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] for result in found["results"]]
    assert [] == [line for text in shown for line in acts(text)]
    assert 3 == len(shown)


def test_what_holds_by_the_publisher_s_word_is_a_note(release_with: ReleaseWith) -> None:
    waiver = {"notice": "Ostrava Loom", "base": LANTERN, "reason": "The demo's weaving code was removed."}
    release = release_with(
        files=[shipped("demo.py", "x")],
        bases=[recorded({"demo.py": "# Copyright 2023 Ostrava Loom\n"})],
        config={"waiver": [waiver], "own-bases": ["a/b"], "profile": "hosted-service"},
    )

    [invocation] = run_in(render_sarif(Report.of(release, [])))["invocations"]

    told: Sequence[dict[str, Any]] = invocation["toolExecutionNotifications"]
    assert ["note"] * 3 == [one["level"] for one in told]
    for words, one in zip(("hosted-service", "a/b", "The demo's weaving code"), told, strict=True):
        assert words in one["message"]["text"]
