"""The text report says everything in the languages that were asked for, and in colour only where there is a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from hatch_oaml.findings import ADVISORY, ERROR, Finding, Report, Ruling
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.reports.text import BOTH, render_error, render_log, render_text
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ChangedWhileReadingError, ConfigurationError
from tests.shipping import LANTERN, recorded, shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.values.bilingual import Language
    from tests.conftest import BaseWith, FileWith, ReleaseWith

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


def test_a_terminal_has_one_language(refused: Report) -> None:
    english = f"""\
demo.py:2: error[dropped-notice] (clause 3.1 2))
  a notice is gone:

    > Copyright
  fix: put it back:

    # Copyright

mystery: advisory[unclassified-file]
  what is it?
  fix: say

example_model 1.0 refused: 1 error, 1 advisory; 3 files, 0 bases, license verbatim
{DUTY_EN}"""
    chinese = f"""\
demo.py:2: 错误[dropped-notice]（第 3.1 款第 2）项）
  声明缺失：

    > Copyright
  修复：请恢复：

    # Copyright

mystery: 提示[unclassified-file]
  这是什么？
  修复：说明

example_model 1.0 不得发布：1 个错误，1 条提示；3 个文件，0 个基础模型，许可证文本与原文一致
{DUTY_ZH}"""

    assert english == render_text(refused, ("en",), color=False)
    assert chinese == render_text(refused, ("zh",), color=False)


@pytest.mark.parametrize("languages", [("en",), ("zh",), BOTH])
def test_colour_is_all_that_colour_adds(refused: Report, languages: Sequence[Language]) -> None:
    plain, colorful = (render_text(refused, languages, color=color) for color in (False, True))

    assert "\x1b" not in plain
    assert "\x1b[31m" in colorful
    assert "\x1b[33m" in colorful
    assert plain == click.unstyle(colorful)


def test_a_clean_release_may_be_released(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> None:
    release = release_with(files=[file_with("a")], bases=[base_with()])

    assert (
        f"example_model 1.0 may be released: 0 errors, 0 advisories; 1 file, 1 base, license verbatim\n{DUTY_EN}"
        == render_text(Report.of(release, []), ("en",), color=False)
    )
    assert (
        f"example_model 1.0 可以发布：0 个错误，0 条提示；1 个文件，1 个基础模型，许可证文本与原文一致\n{DUTY_ZH}"
        == render_text(Report.of(release, []), ("zh",), color=False)
    )
    assert "\x1b[32m" in render_text(Report.of(release, []), ("en",), color=True)


def test_a_release_without_a_license_says_so(release_with: ReleaseWith) -> None:
    text = render_text(Report.of(release_with(license=None), []), ("en",), color=False)

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

    text = render_text(Report.of(release, rulings), BOTH, color=False)

    assert f"x-1.0.oaml.tar {en}" in text
    assert f"x-1.0.oaml.tar {zh}" in text


def test_what_an_archive_lacks_stands_in_no_line_that_finds_no_fault(release_with: ReleaseWith) -> None:
    release = release_with(license=None, integrity=Integrity(archive="x-1.0.oaml.tar", has_manifest=True))

    lines = render_text(Report.of(release, []), BOTH, color=False).splitlines()

    assert [] == [line for line in lines if "no fault" in line and "missing" in line]
    assert [] == [line for line in lines if "未发现问题" in line and "缺失" in line]
    assert [True, True] == [any(word in line for line in lines) for word in ("license missing", "许可证文本缺失")]


def test_a_name_that_would_move_the_cursor_is_shown_escaped(release_with: ReleaseWith) -> None:
    finding = Finding(path="a\x1b[2Jb\n\udcff权重", message=ODD.finding.message, fix=ODD.finding.fix)
    report = Report.of(release_with(), [Ruling(check="x", clause="", severity=ADVISORY, finding=finding)])

    text = render_text(report, ("en",), color=False)

    assert text.startswith("a\\x1b[2Jb\\n\\udcff权重: advisory[x]\n")
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

    expected = """\
left out by the publisher's own word (`tool.oaml.waiver`, clause 3.1 2)): 1 notice
  example-lab/Lantern-7B, demo.py:1: Copyright 2023 Ostrava Loom
    reason: The demo's weaving code was removed. (what became of its file is shipped)
发布者自行决定不保留的声明（`tool.oaml.waiver`，第 3.1 款第 2）项）：1 条
  example-lab/Lantern-7B, demo.py:1：Copyright 2023 Ostrava Loom
    理由：The demo's weaving code was removed.（由其文件而来的内容仍在发布之中）

"""
    assert expected in render_log(Report.of(release, []))


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
