"""What a report says in the end: what was done and no more, and what no software can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.compared import comparison_of
from hatch_oaml.reports._comparison import seen, with_what
from hatch_oaml.reports._counts import counts
from hatch_oaml.reports._labels import STATES_ZH
from hatch_oaml.reports._told import signed_by
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.compared import Comparison
    from hatch_oaml.findings import Report
    from hatch_oaml.release import Release

OWN_DUTY = Bilingual(
    en="No software can check clause 3.1 4): lawful use is the publisher's own responsibility.",
    zh="第 3.1 款第 4）项无法由软件检查：合法使用由发布者自行负责。",
)


def tells_own_duty(lines: Sequence[str]) -> bool:
    """Does one of them say what no software can do, as every report does?"""
    return OWN_DUTY.en in lines or OWN_DUTY.zh in lines


def verdict(report: Report) -> Iterator[Bilingual]:
    """What was done and no more: whether a release is lawful no software can say.

    What a finished archive lacks, or has by somebody's word, stands in no line that says that no fault was found.
    """
    comparison = comparison_of(report.release)
    if comparison is not None:
        yield _of_comparison(comparison, report)
        return
    release, told = report.release, _counts(report)
    if release.integrity and not report.errors:
        yield _agrees(release.integrity.archive, release)
        yield told
        return
    if release.integrity:
        name, en, zh = release.integrity.archive, "is refused", "验证未通过"
    else:
        name = f"{release.project.name} {release.project.version}"
        en, zh = ("refused", "不得发布") if report.errors else ("may be released", "可以发布")
    yield Bilingual(en=f"{name} {en}: {told.en}", zh=f"{name} {zh}：{told.zh}")


def _of_comparison(comparison: Comparison, report: Report) -> Bilingual:
    """Of the duties that two trees tell of, and no more."""
    what, looked_at = with_what(comparison), seen(comparison)
    errors, advisories = len(report.errors), len(report.advisories)
    if not errors:
        return Bilingual(
            en=f"{what.en}: no fault found in what was compared ({looked_at.en}; {_count(advisories, 'advisory', 'advisories')})",
            zh=f"{what.zh}：所比对的内容（{looked_at.zh}；{advisories} 条提示）中未发现问题",
        )
    return Bilingual(
        en=f"{what.en}: {_count(errors, 'error')}, {_count(advisories, 'advisory', 'advisories')} ({looked_at.en})",
        zh=f"{what.zh}：{errors} 个错误，{advisories} 条提示（{looked_at.zh}）",
    )


def _agrees(archive: str, release: Release) -> Bilingual:
    found = counts(release)
    looked_at = (
        f"{_count(found.notices, 'notice')}, {_count(found.modifications, 'modification')},"
        f" {_count(found.parts, 'part')}, {_count(found.unread, 'file')} unread"
    )
    who = signed_by(release)
    return Bilingual(
        en=f"{archive} agrees with its own manifest; no fault found in what was checked ({looked_at}); {who.en}",
        zh=f"{archive} 与其自身清单一致；所检查的内容（{found.notices} 条声明、{found.modifications} 条修改、"
        f"{found.parts} 个适用其他条款的部分、{found.unread} 个未能读取的文件）中未发现问题；{who.zh}",
    )


def _counts(report: Report) -> Bilingual:
    release = report.release
    errors, advisories, files = len(report.errors), len(report.advisories), len(release.inventory.files)
    state = release.license.state if release.license else "missing"
    return Bilingual(
        en=f"{_count(errors, 'error')}, {_count(advisories, 'advisory', 'advisories')};"
        f" {_count(files, 'file')}, {_count(len(release.bases), 'base')}, license {state}",
        zh=f"{errors} 个错误，{advisories} 条提示；"
        f"{files} 个文件，{len(release.bases)} 个基础模型，许可证文本{STATES_ZH[state]}",
    )


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
