"""The text report says everything in the languages that were asked for, and in colour only where there is a terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import click
import pytest

from hatch_oaml.checks import all_checks
from hatch_oaml.findings import ADVISORY, ERROR, Finding, Report, Ruling
from hatch_oaml.pipeline import judge
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.reports._duties import DUTIES
from hatch_oaml.reports.text import render_error, render_log, render_text
from hatch_oaml.values.bilingual import LANGUAGES, Bilingual
from hatch_oaml.values.columns import width_of
from hatch_oaml.values.errors import ChangedWhileReadingError, ConfigurationError
from hatch_oaml.values.look import Look
from tests.shipping import LANTERN, recorded, shipped

if TYPE_CHECKING:
    from hatch_oaml.findings import Check
    from hatch_oaml.values.bilingual import Language
    from tests.conftest import BaseWith, FileWith, Gathered, ReleaseWith, Sample

DROPPED = Ruling(
    check="dropped-notice",
    clause="3.1 2)",
    severity=ERROR,
    finding=Finding(
        path="demo.py",
        line=2,
        message=Bilingual(en="a notice is gone:\n\n> Copyright", zh="声明缺失：\n\n> Copyright"),
        fix=Bilingual(en="put it back:\n\n# Copyright", zh="请恢复：\n\n# Copyright"),
    ),
)
ODD = Ruling(
    check="unclassified-file",
    clause="",
    severity=ADVISORY,
    finding=Finding(
        path="mystery", message=Bilingual(en="what is it?", zh="这是什么？"), fix=Bilingual(en="say", zh="说明")
    ),
)
DUTY_EN = "No software can check clause 3.1 4): lawful use is the publisher's own responsibility."
DUTY_ZH = "第 3.1 款第 4）项无法由软件检查：合法使用由发布者自行负责。"


@pytest.fixture
def refused(release_with: ReleaseWith) -> Report:
    return Report.of(release_with(), [ODD, DROPPED])


def test_a_build_log_has_both_languages(refused: Report) -> None:
    expected = f"""\
demo.py:2: error/错误[dropped-notice] (clause/条款 3.1 2))
  a notice is gone:

    > Copyright
  声明缺失：

    > Copyright
  fix: put it back:

    # Copyright
  修复：请恢复：

    # Copyright

mystery: advisory/提示[unclassified-file]
  what is it?
  这是什么？
  fix: say
  修复：说明

example_model 1.0 refused: 1 error, 1 advisory; 3 files, 0 bases, license verbatim
example_model 1.0 不得发布：1 个错误，1 条提示；3 个文件，0 个基础模型，许可证文本与原文一致
{DUTY_EN}
{DUTY_ZH}"""

    assert expected == render_log(refused)


TABLE_EN = """\
  ✓ 3.1 1) Give the license along                  no fault found
  {tick} 3.1 2) Retain every notice                     {notices}
  ✓ 3.1 3) Say which files were modified, and how  no fault found
  · 3.1 4) Use it lawfully                         no software can check this"""
TABLE_ZH = """\
  ✓ 第 3.1 款第 1）项 提供许可证副本                  未发现问题
  {tick} 第 3.1 款第 2）项 保留所有声明                    {notices}
  ✓ 第 3.1 款第 3）项 说明修改了哪些文件以及如何修改  未发现问题
  · 第 3.1 款第 4）项 合法使用                        软件无法检查"""


def test_who_ran_a_command_reads_the_verdict_first_then_the_duties_then_what_to_mend(refused: Report) -> None:
    english = f"""\
example_model 1.0 refused: 1 error, 1 advisory; 3 files, 0 bases, license verbatim
{DUTY_EN}

{TABLE_EN.format(tick="✗", notices="1 fault found")}

demo.py:2: error[dropped-notice] (clause 3.1 2))
  a notice is gone:

    > Copyright
  fix: put it back:

    # Copyright

mystery: advisory[unclassified-file]
  what is it?
  fix: say"""
    chinese = f"""\
example_model 1.0 不得发布：1 个错误，1 条提示；3 个文件，0 个基础模型，许可证文本与原文一致
{DUTY_ZH}

{TABLE_ZH.format(tick="✗", notices="1 个问题")}

demo.py:2: 错误[dropped-notice]（第 3.1 款第 2）项）
  声明缺失：

    > Copyright
  修复：请恢复：

    # Copyright

mystery: 提示[unclassified-file]
  这是什么？
  修复：说明"""

    assert english == render_text(refused, "en")
    assert chinese == render_text(refused, "zh")


def test_errors_stand_in_the_order_of_the_license_whatever_their_place(release_with: ReleaseWith) -> None:
    clauses = ["", "1.2", "3.1 3)", "3.1 1)", "1.3", "9.9", "3.1 2)"]
    rulings = [replace(DROPPED, check=f"check-{clause}", clause=clause) for clause in clauses]

    text = render_text(Report.of(release_with(), rulings), "en")

    told = re.findall(r"\[check-(.*?)\]", text)
    assert ["3.1 1)", "3.1 2)", "1.3", "3.1 3)", "1.2", "", "9.9"] == told


@pytest.mark.parametrize("check", all_checks().values(), ids=lambda check: check.name)
def test_each_check_is_asked_by_one_duty(check: Check) -> None:
    assert [check.clause] == [clause for duty in DUTIES for clause in duty.clauses if clause == check.clause]


@pytest.mark.parametrize("language", LANGUAGES)
def test_color_is_all_that_color_adds(refused: Report, language: Language) -> None:
    plain, colorful = (render_text(refused, language, Look(color=color)) for color in (False, True))

    assert "\x1b" not in plain
    for color in ("\x1b[31m", "\x1b[33m", "\x1b[32m"):
        assert color in colorful
    assert plain == click.unstyle(colorful)


def test_folded_advisories_have_a_line_for_each_check_with_its_count(release_with: ReleaseWith) -> None:
    rulings = [DROPPED, ODD, ODD, replace(ODD, check="secret-file", finding=replace(ODD.finding, path="other"))]

    text = render_text(Report.of(release_with(), rulings), "en", Look(folded=True))

    assert text.endswith("""

    # Copyright

advisories, a line for each check; with --advisories each in full:
  2 × unclassified-file  mystery: what is it?
  1 × secret-file  other: what is it?""")


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_the_terminal_but_what_is_to_be_pasted(
    gathered: Gathered, sample: Sample, columns: int, language: Language
) -> None:
    for check in ("dropped-notice", "sweeping-modification", "unguarded-weights", "unlisted-modification"):
        report = judge(gathered(sample(check, "faulty")))
        whole = render_text(report, language)

        folded, text = (
            render_text(report, language, Look(columns=columns, folded=folded, color=True)) for folded in (True, False)
        )

        lines = [line for line in f"{folded}\n{text}".split("\n") if not line.startswith(" " * 8)]
        assert [] == [line for line in lines if width_of(line) > columns]
        assert "".join(whole.split()) == "".join(click.unstyle(text).split()), "nothing is lost where a line is broken"


def test_a_clean_release_may_be_released(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> None:
    release = release_with(files=[file_with("a")], bases=[base_with()])

    assert (
        "example_model 1.0 may be released: 0 errors, 0 advisories; 1 file, 1 base, license verbatim\n"
        f"{DUTY_EN}\n\n{TABLE_EN.format(tick='✓', notices='no fault found')}"
        == render_text(Report.of(release, []), "en")
    )
    assert (
        "example_model 1.0 可以发布：0 个错误，0 条提示；1 个文件，1 个基础模型，许可证文本与原文一致\n"
        f"{DUTY_ZH}\n\n{TABLE_ZH.format(tick='✓', notices='未发现问题')}" == render_text(Report.of(release, []), "zh")
    )


def test_a_release_without_a_license_says_so(release_with: ReleaseWith) -> None:
    text = render_text(Report.of(release_with(license=None), []), "en")

    assert text.startswith(
        "example_model 1.0 may be released: 0 errors, 0 advisories; 3 files, 0 bases, license missing\n"
    )


@pytest.mark.parametrize(
    ("rulings", "en", "zh"),
    [
        (
            [],
            (
                "agrees with its own manifest; no fault found in what was checked"
                " (0 notices, 0 modifications, 0 parts, 0 files unread); no signature was checked\n"
            ),
            (
                "与其自身清单一致；所检查的内容（0 条声明、0 条修改、0 个适用其他条款的部分、0 个未能读取的文件）中未发现问题；"
                "未检查签名\n0 个错误，0 条提示；"
            ),
        ),
        ([DROPPED], "is refused: 1 error, ", "验证未通过：1 个错误，"),
    ],
    ids=["lawful", "refused"],
)
def test_of_an_archive_the_verdict_names_the_archive(
    release_with: ReleaseWith, rulings: list[Ruling], en: str, zh: str
) -> None:
    release = release_with(integrity=Integrity(archive="x-1.0.oaml.tar", has_manifest=True))
    report = Report.of(release, rulings)

    assert f"x-1.0.oaml.tar {en}" in render_text(report, "en")
    assert f"x-1.0.oaml.tar {zh}" in render_text(report, "zh")
    assert f"x-1.0.oaml.tar {en}" in render_log(report)


def test_what_an_archive_lacks_stands_in_no_line_that_finds_no_fault(release_with: ReleaseWith) -> None:
    release = release_with(license=None, integrity=Integrity(archive="x-1.0.oaml.tar", has_manifest=True))

    report = Report.of(release, [])
    lines = [line for language in LANGUAGES for line in render_text(report, language).splitlines()]

    assert [] == [line for line in lines if "no fault" in line and "missing" in line]
    assert [] == [line for line in lines if "未发现问题" in line and "缺失" in line]
    assert [True, True] == [any(word in line for line in lines) for word in ("license missing", "许可证文本缺失")]


def test_a_name_that_would_move_the_cursor_is_shown_escaped(release_with: ReleaseWith) -> None:
    finding = Finding(path="a\x1b[2Jb\n\udcff权重", message=ODD.finding.message, fix=ODD.finding.fix)
    report = Report.of(release_with(), [Ruling(check="x", clause="", severity=ADVISORY, finding=finding)])

    text = render_text(report, "en")

    assert "\n\na\\x1b[2Jb\\n\\udcff权重: advisory[x]\n" in text
    assert text.encode()


def test_mistakes_are_told_one_after_the_other_in_both_languages() -> None:
    error = ConfigurationError(Bilingual(en="a: is missing", zh="a：缺少该键"), Bilingual(en="b: is odd", zh="b：不对"))

    expected = """\
hatch-oaml: error/错误: a: is missing
  a：缺少该键
hatch-oaml: error/错误: b: is odd
  b：不对"""
    assert expected == render_error(error)
    assert "hatch-oaml: error: a: is missing\nhatch-oaml: error: b: is odd" == render_error(error, ("en",))
    assert "hatch-oaml: 错误: a：缺少该键\nhatch-oaml: 错误: b：不对" == render_error(error, ("zh",))


def test_a_file_that_changed_is_named() -> None:
    expected = "hatch-oaml: error: model.gguf: the file changed while it was being read"

    assert expected == render_error(ChangedWhileReadingError("model.gguf"), ("en",))


def test_a_waived_notice_is_told_in_both_languages(release_with: ReleaseWith) -> None:
    waiver = {"notice": "Ostrava Loom", "base": LANTERN, "reason": "The demo's weaving code was removed."}
    release = release_with(
        files=[shipped("demo.py", "x")],
        bases=[recorded({"demo.py": "# Copyright 2023 Ostrava Loom\n"})],
        config={"waiver": [waiver]},
    )

    report = Report.of(release, [])
    expected = """\
left out by the publisher's own word (`tool.oaml.waiver`, clause 3.1 2)): 1 notice
  example-lab/Lantern-7B, demo.py:1: Copyright 2023 Ostrava Loom
    reason: The demo's weaving code was removed. (what became of its file is shipped)
发布者自行决定不保留的声明（`tool.oaml.waiver`，第 3.1 款第 2）项）：1 条
  example-lab/Lantern-7B, demo.py:1：Copyright 2023 Ostrava Loom
    理由：The demo's weaving code was removed.（由其文件而来的内容仍在发布之中）

"""
    assert expected in render_log(report)
    for language, half in zip(LANGUAGES, expected.split("发布者自行", 1), strict=True):
        assert half.strip() in render_text(report, language)
    table = TABLE_EN.format(tick="!", notices="in part by the publisher's own word, told below")
    assert table in render_text(report, "en"), "not: no fault found"


def test_the_profile_of_a_hosted_service_is_told_first(release_with: ReleaseWith) -> None:
    log = render_log(Report.of(release_with(config={"profile": "hosted-service"}), [DROPPED]))

    assert log.startswith(
        "profile hosted-service: for the publisher's own hosted service; whoever hands it on distributes it, and owes what"
        " clause 3.1 1) and 3) ask\n用途 hosted-service：供发布者自行提供托管服务；将其交给他人即为分发，须履行第 3.1 款第 1）、3）项的义务\n\ndemo.py:2:"
    )


def test_the_report_tells_who_says_that_he_holds_the_rights(release_with: ReleaseWith) -> None:
    release = release_with(config={"own-bases": ["lab/one", "lab/two"]})
    log = render_log(Report.of(release, []))

    assert (
        "the publisher of example_model 1.0 says (`tool.oaml.own-bases`) that it holds all rights in lab/one, lab/two"
        in log
    )
    assert "example_model 1.0 的发布者声明（`tool.oaml.own-bases`）其拥有 lab/one、lab/two 的全部权利" in log
    assert Report.of(release, []).tells_something


def test_of_a_path_that_no_system_has_the_beginning_and_the_end_are_shown(release_with: ReleaseWith) -> None:
    said = Bilingual(en="It is gone.", zh="已丢失。")
    found = Finding(path=f"{'a' * 200_000}/LICENSE", line=7, message=said, fix=said)
    report = Report.of(release_with(), [Ruling(check="x", clause="", severity=ERROR, finding=found)])

    for text in (render_text(report, "en"), render_log(report)):
        [line] = [line for line in text.splitlines() if line.startswith("aaaa")]
        assert len(line) < 1600
        assert "aaaa/LICENSE:7: error" in line
