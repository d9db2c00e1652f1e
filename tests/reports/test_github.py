"""The report for GitHub's log: every finding a command that its runner understands, and no command of anybody else's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.findings import ADVISORY, ERROR, Finding, Report, Ruling, Unread
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.reports.github import render_github, render_github_of_archives
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError, SourceError
from tests.poison import POISON, acts, without_commands
from tests.shipping import LANTERN, recorded, shipped

if TYPE_CHECKING:
    from hatch_oaml.findings import Severity
    from tests.conftest import ReleaseWith

_COMMAND = re.compile(r"::(?P<level>[a-z]+) (?P<properties>[^:\n]*)::(?P<text>[^\r\n]*)")


def ruling(severity: Severity = ERROR, **changes: object) -> Ruling:
    values: dict[str, object] = {
        "path": "demo.py",
        "line": 2,
        "message": Bilingual(en="a notice is gone:\n\n    100% ours", zh="声明缺失：\n\n    100% ours"),
        "fix": Bilingual(en="put it back", zh="请恢复"),
    }
    finding = Finding(**(values | changes))  # type: ignore[arg-type]
    return Ruling(
        check="dropped-notice", clause="3.1 2)" if severity == ERROR else "", severity=severity, finding=finding
    )


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """As the runner reads them: the level, the properties and the message of each line that is a command."""
    found = [_COMMAND.fullmatch(line) for line in text.split("\n")]
    return [
        (one["level"], dict(_property(part) for part in one["properties"].split(",")), _unescaped(one["text"]))
        for one in found
        if one
    ]


def _property(part: str) -> tuple[str, str]:
    key, _, value = part.partition("=")
    return key, _unescaped(value.replace("%3A", ":").replace("%2C", ","))


def _unescaped(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def test_a_finding_is_an_annotation_at_its_line_and_the_verdict_a_line_of_the_log(release_with: ReleaseWith) -> None:
    report = Report.of(release_with(), [ruling()])

    expected = """\
::error file=demo.py,line=2,title=dropped-notice (clause 3.1 2))::demo.py:2: a notice is gone:%0A%0A    100%25 ours%0Afix: put it back
example_model 1.0 refused: 1 error, 0 advisories; 3 files, 0 bases, license verbatim
No software can check clause 3.1 4): lawful use is the publisher's own responsibility."""

    assert expected == render_github(report, "en")


def test_it_speaks_the_language_that_was_asked_for(release_with: ReleaseWith) -> None:
    [(level, properties, text)] = commands(render_github(Report.of(release_with(), [ruling()]), "zh"))

    assert "error" == level
    assert {"file": "demo.py", "line": "2", "title": "dropped-notice（第 3.1 款第 2）项）"} == properties
    assert "demo.py:2: 声明缺失：\n\n    100% ours\n修复：请恢复" == text


def test_an_advisory_is_a_notice_and_a_finding_without_a_line_has_none(release_with: ReleaseWith) -> None:
    [(level, properties, _)] = commands(render_github(Report.of(release_with(), [ruling(ADVISORY, line=None)]), "en"))

    assert "notice" == level
    assert {"file": "demo.py", "title": "dropped-notice"} == properties


@pytest.mark.parametrize(
    "path", ["a,line=9::b.py", "100%25.py", "a:b,c%2C", "模型.gguf", "a b.txt", "::error::x", POISON]
)
def test_no_name_of_a_file_ends_its_property_or_begins_another(release_with: ReleaseWith, path: str) -> None:
    told = render_github(Report.of(release_with(), [ruling(path=path)]), "en")

    [(level, properties, text)] = commands(told)

    assert ("error", ["file", "line", "title"]) == (level, [*properties])
    assert [] == acts(properties["file"].replace("::", "", 1) if path.startswith("::") else properties["file"])
    assert [] == acts(without_commands(told))
    assert [] == acts(text)
    if path.isprintable() and not path.startswith("::"):
        assert path == properties["file"]


def test_no_text_of_a_stranger_is_a_command_however_the_runner_unfolds_it(release_with: ReleaseWith) -> None:
    said = Bilingual(en=f"x\n::error::kelp\n{POISON}", zh=f"x%0A::error::kelp\n{POISON}")
    report = Report.of(release_with(), [ruling(message=said, fix=said)])

    for language in ("en", "zh"):
        told = render_github(report, language)
        assert 1 == len(commands(told))
        assert [] == acts(without_commands(told))
        assert [] == [found for _, _, text in commands(told) for found in acts(text)]


def test_what_is_found_in_an_archive_annotates_no_file_of_the_repository(release_with: ReleaseWith) -> None:
    release = release_with(integrity=Integrity(archive="lantern-1.0.oaml.tar", has_manifest=True))

    [(_, properties, text)] = commands(render_github(Report.of(release, [ruling()]), "en"))

    assert {"title": "dropped-notice (clause 3.1 2))"} == properties
    assert text.startswith("lantern-1.0.oaml.tar: demo.py:2: a notice is gone")


def test_an_archive_that_could_not_be_read_is_an_error_among_the_others(release_with: ReleaseWith) -> None:
    good = Report.of(release_with(integrity=Integrity(archive="a.oaml.tar", has_manifest=True)), [])
    wrong = Bilingual(en="b.oaml.tar: cannot be read", zh="b.oaml.tar：无法读取")
    bad = Unread(archive="b.oaml.tar", error=SourceError(wrong))

    told = render_github_of_archives([good, bad, good], "en")

    assert [("error", {"title": "hatch-oaml"}, "b.oaml.tar: cannot be read")] == commands(told)
    assert 2 == told.count("a.oaml.tar agrees with its own manifest; no fault found in what was checked")


def test_lines_to_paste_are_in_the_error_that_speaks_of_them() -> None:
    wrong = ConfigurationError(Bilingual(en="write this", zh="请写入"), below="[tool.oaml]\noriginal = true")

    assert [("error", {"title": "hatch-oaml"}, "write this\n[tool.oaml]\noriginal = true")] == commands(
        render_github_of_archives([Unread(archive="x", error=wrong)], "en")
    )


def test_what_holds_by_the_publisher_s_word_is_told(release_with: ReleaseWith) -> None:
    waiver = {"notice": "Ostrava Loom", "base": LANTERN, "reason": "The demo's weaving code was removed."}
    release = release_with(
        files=[shipped("demo.py", "x")],
        bases=[recorded({"demo.py": "# Copyright 2023 Ostrava Loom\n"})],
        config={"waiver": [waiver], "own-bases": ["a/b"], "profile": "hosted-service"},
    )

    told = commands(render_github(Report.of(release, []), "en"))

    assert ["notice"] * 3 == [level for level, _, _ in told]
    for expected, (_, _, text) in zip(("profile hosted-service", "a/b", "The demo's weaving code"), told, strict=True):
        assert expected in text
