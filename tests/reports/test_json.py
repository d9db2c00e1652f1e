"""The JSON report is as the design has it, sorted, and the same on every run."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hatch_oaml import __version__
from hatch_oaml.findings import ADVISORY, ERROR, Finding, Report, Ruling, Unread
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.records.notice import Notice
from hatch_oaml.reports.json import render_json, render_json_of_archives
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import SourceError
from tests.conftest import FIXTURES, LICENSE_ID
from tests.shipping import LANTERN, recorded, shipped

if TYPE_CHECKING:
    from hatch_oaml.findings import Severity
    from hatch_oaml.release import Release
    from tests.conftest import BaseWith, FileWith, ReleaseWith


def ruling(check: str, severity: Severity, path: str, line: int | None = None) -> Ruling:
    return Ruling(
        check=check,
        clause="3.1 2)" if severity == ERROR else "",
        severity=severity,
        finding=Finding(
            path=path,
            line=line,
            message=Bilingual(en=f"{check} seen", zh=f"发现 {check}"),
            fix=Bilingual(en="mend it", zh="请修复"),
        ),
    )


@pytest.fixture
def release(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> Release:
    notice = Notice(kind="copyright", text="Copyright 2023 vivo.", line=2, end_line=2)
    upstream = file_with("demo.py", "old", notices=(notice, notice))
    return release_with(
        files=[file_with("模型.gguf", "m", sha256=None), file_with("demo.py", "new"), file_with("LICENSE", "L")],
        bases=[
            base_with(upstream, name="b", version="2"),
            base_with(name="a", version="9"),
            base_with(name="b", version="1"),
        ],
    )


def test_a_whole_report_is_as_the_design_has_it(release: Release) -> None:
    report = Report.of(release, [ruling("moved-notice", ADVISORY, "a.py"), ruling("dropped-notice", ERROR, "z.py", 2)])

    expected = {
        "format": 1,
        "tool": {"name": "hatch-oaml", "version": __version__},
        "project": {"name": "example_model", "version": "1.0"},
        "profile": "distribution",
        "license": {"id": LICENSE_ID, "path": "LICENSE", "state": "verbatim"},
        "bases": [
            {"name": "a", "version": "9", "files": 0, "notices": 0},
            {"name": "b", "version": "1", "files": 0, "notices": 0},
            {"name": "b", "version": "2", "files": 1, "notices": 2},
        ],
        "own_bases": [],
        "files": [
            {
                "path": "LICENSE",
                "role": "legal",
                "kind": "license",
                "size": 1,
                "sha256": sha256_of(b"L"),
                "change": "added",
                "was": None,
            },
            {
                "path": "demo.py",
                "role": "complementary",
                "kind": "code",
                "size": 3,
                "sha256": sha256_of(b"new"),
                "change": "modified",
                "was": None,
            },
            {
                "path": "模型.gguf",
                "role": "model",
                "kind": "weights",
                "size": 1,
                "sha256": None,
                "change": "added",
                "was": None,
            },
        ],
        "waived": [],
        "findings": [
            {
                "check": "dropped-notice",
                "severity": "error",
                "clause": "3.1 2)",
                "path": "z.py",
                "line": 2,
                "message": {"en": "dropped-notice seen", "zh": "发现 dropped-notice"},
                "fix": {"en": "mend it", "zh": "请修复"},
            },
            {
                "check": "moved-notice",
                "severity": "advisory",
                "clause": "",
                "path": "a.py",
                "line": None,
                "message": {"en": "moved-notice seen", "zh": "发现 moved-notice"},
                "fix": {"en": "mend it", "zh": "请修复"},
            },
        ],
        "parts": [],
        "unread": [],
        "summary": {
            "errors": 1,
            "advisories": 1,
            "notices": {"retained": 0, "moved": 0, "waived": 0, "lost": 1},
            "modifications": 0,
            "parts": 0,
            "unread": 0,
        },
    }
    rendered = json.loads(render_json(report))
    assert expected == rendered
    assert list(expected) == list(rendered)


def test_of_an_archive_its_name_stands_beside_the_project_s(release_with: ReleaseWith) -> None:
    report = Report.of(release_with(integrity=Integrity(archive="x.oaml.tar", has_manifest=True)), [])

    rendered = json.loads(render_json(report))

    assert "project" not in rendered
    assert {"path": "x.oaml.tar", "name": "example_model", "version": "1.0"} == rendered["archive"]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_reports_of_archives_have_one_shape_however_many_they_are(release: Release, count: int) -> None:
    reports = [Report.of(release, [])] * count

    assert {"format": 1, "reports": [json.loads(render_json(report)) for report in reports]} == json.loads(
        render_json_of_archives(reports)
    )


def test_an_archive_that_could_not_be_read_stands_with_its_error_among_the_others(release: Release) -> None:
    error = SourceError(Bilingual(en="x: is damaged", zh="x：文件已损坏"))

    answer = json.loads(render_json_of_archives([Unread(archive="x.oaml.tar", error=error), Report.of(release, [])]))

    assert {
        "format": 1,
        "tool": {"name": "hatch-oaml", "version": __version__},
        "archive": {"path": "x.oaml.tar"},
        "error": {"en": "x: is damaged", "zh": "x：文件已损坏"},
    } == answer["reports"][0]
    assert 2 == len(answer["reports"])


def test_what_was_not_read_and_the_parts_are_told(release_with: ReleaseWith, file_with: FileWith) -> None:
    reason = Bilingual(en="it is no text", zh="不是文本")
    release = release_with(
        files=[file_with("a.pdf", "x", unread=reason)], config={"part": [{"files": ["/a.pdf"], "license": "MIT"}]}
    )

    answer = json.loads(render_json(Report.of(release, [])))

    assert [{"path": "a.pdf", "reason": {"en": "it is no text", "zh": "不是文本"}}] == answer["unread"]
    assert [{"files": ["/a.pdf"], "license": "MIT"}] == answer["parts"]
    assert (1, 1) == (answer["summary"]["parts"], answer["summary"]["unread"])


def test_a_release_without_a_license_says_missing(release_with: ReleaseWith) -> None:
    rendered = json.loads(render_json(Report.of(release_with(license=None), [])))

    assert {"id": LICENSE_ID, "path": "LICENSE", "state": "missing"} == rendered["license"]


def test_chinese_is_written_as_it_is_and_the_text_ends_without_a_line_break(release: Release) -> None:
    text = render_json(Report.of(release, []))

    assert "模型.gguf" in text
    assert text.endswith("}")


def test_the_order_in_which_checks_report_does_not_matter(release: Release) -> None:
    rulings = [
        ruling("b", ADVISORY, "a"),
        ruling("b", ERROR, "b", 10),
        ruling("b", ERROR, "b", 9),
        ruling("a", ERROR, "b", 9),
        ruling("b", ERROR, "b"),
        ruling("z", ERROR, "a"),
    ]

    forward, backward = Report.of(release, rulings), Report.of(release, rulings[::-1])

    assert render_json(forward) == render_json(backward)
    assert [("z", "a", None), ("b", "b", None), ("a", "b", 9), ("b", "b", 9), ("b", "b", 10), ("b", "a", None)] == [
        (found["check"], found["path"], found["line"]) for found in json.loads(render_json(forward))["findings"]
    ]


def test_every_run_writes_the_same_bytes() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-m", "hatch_oaml", "check", "--format", "json", "--lang", lang],
            cwd=FIXTURES / "projects" / "derivative-finetune",
            env={"PYTHONHASHSEED": seed, "PATH": "", "LC_ALL": locale},
            capture_output=True,
            check=True,
        ).stdout
        for seed, lang, locale in (("0", "en", "C"), ("1", "zh", "C.UTF-8"))
    }

    assert 1 == len(runs)
    assert 1 == json.loads(runs.pop())["format"]


def test_each_notice_that_was_waived_is_told_with_its_reason(release_with: ReleaseWith) -> None:
    waiver = {"notice": "Ostrava Loom", "base": LANTERN, "reason": "The demo's weaving code was removed."}
    release = release_with(
        files=[shipped("demo.py", "x")],
        bases=[recorded({"demo.py": "# Copyright 2023 Ostrava Loom\n"})],
        config={"waiver": [waiver]},
    )

    expected = {
        "base": LANTERN,
        "path": "demo.py",
        "line": 1,
        "notice": "Copyright 2023 Ostrava Loom",
        "reason": "The demo's weaving code was removed.",
        "ships": "demo.py",
    }
    assert [expected] == json.loads(render_json(Report.of(release, [])))["waived"]
