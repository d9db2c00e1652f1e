"""The command `compare`: what it prints in which format and language, and with which status it ends."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import jsonschema
import pytest

from hatch_oaml.checks import all_checks
from hatch_oaml.reports import report_names
from tests.conftest import FIXTURES
from tests.reports.test_json_schema import SCHEMA
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

BASE = FIXTURES / "projects" / "original-release"
RECORD = FIXTURES / "projects" / "derivative-finetune" / "bases" / "lantern-tiny.toml"
CLEAN = (
    "release, held against example-lab/Lantern-Tiny 1.0.0: no fault found in what was compared (license verbatim; files: 5 same,"
    " 4 modified, 0 renamed, 2 added, 1 gone; of 3 to be told of, 3 told, 0 not; notices: 5 kept, 0 moved, 0 altered, 0 dropped,"
    " 2 gone with their files; 0 advisories)"
)
CLEAN_ZH = (
    "release 与 example-lab/Lantern-Tiny 1.0.0 比对：所比对的内容（许可证文本与原文一致；文件：相同 5，经过修改 4，改名 0，新增 2，"
    "不再存在 1；应予说明的 3 个文件中，已说明 3 个，未说明 0 个；声明：保留 5，移动 0，被改动 0，丢失 0，随其文件一同不再发布 2；0 条提示）中未发现问题"
)


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return shutil.copytree(
        FIXTURES / "projects" / "derivative-finetune", tmp_path / "release", ignore=shutil.ignore_patterns("dist*")
    )


def test_the_verdict_says_what_was_compared_and_no_more(release: Path) -> None:
    english, chinese = run("compare", RECORD, release, "--lang", "en"), run("compare", RECORD, release, "--lang", "zh")

    assert (0, 0) == (english.exit_code, chinese.exit_code)
    assert CLEAN in english.stdout.splitlines()
    assert CLEAN_ZH in chinese.stdout.splitlines()
    assert "lawful;" not in english.stdout


def test_what_was_modified_and_what_is_gone_is_named_with_where_it_is_told(release: Path) -> None:
    lines = run("compare", RECORD, release).stdout.splitlines()

    start = lines.index("modified files: 4")
    assert ["  MODIFICATIONS.toml", "  NOTICE: told in MODIFICATIONS.toml:11"] == lines[start + 1 : start + 3]
    assert "files of the base that are gone: 1" in lines


@pytest.mark.parametrize("form", report_names())
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_fault_is_told_in_every_format_and_is_status_one(release: Path, form: str, language: str) -> None:
    (release / "config.json").write_text("{}", encoding="utf-8")

    told = run("compare", BASE, release, "--format", form, "--lang", language)

    assert 1 == told.exit_code
    assert "silent-modification" in told.stdout
    assert "config.json" in told.stdout


def test_the_json_is_as_the_schema_has_it(release: Path) -> None:
    (release / "NOTICE").write_text("Copyright 2024 Example Lab\n", encoding="utf-8")

    answer = json.loads(run("compare", BASE, release, "--format", "json").stdout)

    jsonschema.validate(answer, SCHEMA)
    assert {"path": "release", "name": "lantern-chat", "version": "0.2.0"} == answer["release"]
    assert 4 == answer["comparison"]["counts"]["files"]["modified"]


def test_what_is_found_is_of_the_release_and_of_no_file_of_this_repository(release: Path) -> None:
    (release / "config.json").write_text("{}", encoding="utf-8")

    annotation = run("compare", BASE, release, "--format", "github").stdout.splitlines()[0]
    sarif = json.loads(run("compare", BASE, release, "--format", "sarif").stdout)

    assert annotation.startswith("::error title=silent-modification (clause 3.1 3))::release: config.json: ")
    [found] = sarif["runs"][0]["results"]
    assert "release: config.json" == found["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]
    assert "hatch-oaml/compare/release/" == sarif["runs"][0]["automationDetails"]["id"]


def test_further_bases_are_named_by_an_option(release: Path) -> None:
    told = run("compare", RECORD, release, "--base", BASE, "--format", "json")

    assert ["example-lab/Lantern-Tiny", "lantern-tiny"] == [
        base["name"] for base in json.loads(told.stdout)["comparison"]["bases"]
    ]


def test_a_report_may_go_into_files_beside_what_is_shown(tmp_path: Path, release: Path) -> None:
    told = run("compare", RECORD, release, "--output", f"json={tmp_path / 'report.json'}")

    assert CLEAN in told.stdout
    assert "release" in json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))


def test_a_file_of_another_license_keeps_its_notices(tmp_path: Path) -> None:
    for name, years in (("base", "2022"), ("release", "2022-2025")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "LICENSE").write_text(
            f"MIT License\n\nCopyright (c) {years} Mina Halloway\n", encoding="utf-8"
        )
        (tmp_path / name / "README.md").write_text("---\nlicense: mit\n---\n# Loom\n", encoding="utf-8")
    result = run("compare", tmp_path / "base", tmp_path / "release", "--lang", "en")

    assert "notices: 1 kept" in result.output
    assert "altered-notice" not in result.output


def test_quiet_tells_by_the_status_alone(release: Path) -> None:
    (release / "LICENSE").unlink()

    told = run("compare", RECORD, release, "--quiet")

    assert (1, "", "") == (told.exit_code, told.stdout, told.stderr)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_base_that_is_none_ends_with_two(tmp_path: Path, release: Path, language: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "no-record.toml").write_text("a = 1\n")

    for base in (tmp_path / "empty", tmp_path / "no-record.toml"):
        told = run("compare", base, release, "--lang", language)
        assert (2, "") == (told.exit_code, told.stdout)
        assert base.name in told.stderr
        assert "Traceback" not in told.stderr


def test_tensors_are_compared_where_the_record_or_the_option_asks(tmp_path: Path, release: Path) -> None:
    record = tmp_path / "with-tensors.toml"
    run("record", BASE, "--tensors", "--output", record)

    for call in (("compare", record, release), ("compare", BASE, release, "--tensors")):
        assert any(line.startswith("tensors (lantern-tiny): ") for line in run(*call).stdout.splitlines())
    assert "tensors (" not in run("compare", BASE, release).stdout


def test_what_is_asked_of_two_trees_is_what_two_trees_can_answer() -> None:
    assert [
        *("altered-license", "altered-notice", "dropped-notice", "dropped-notice-file", "foreign-base"),
        *("general-modification", "missing-license", "missing-license-edition", "moved-notice", "silent-modification"),
        *("typographic-license", "unjustified-waiver", "unread-notice-source"),
    ] == [check.name for check in all_checks().values() if "comparison" in check.asked_of]


@pytest.mark.parametrize(
    "example",
    sorted({path.parent.parent for path in (FIXTURES / "projects").glob("*/bases/*.toml")}),
    ids=lambda path: path.name,
)
def test_an_example_is_clean_against_its_own_records_unless_it_owes_more_to_whom_it_is_handed(example: Path) -> None:
    first, *more = sorted((example / "bases").glob("*.toml"))

    told = run("compare", first, example, *(part for record in more for part in ("--base", record)))

    assert (1 if example.name == "hosted-service" else 0) == told.exit_code
