"""Every entry of the modification changelog is about something that this release modified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import listed
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.nearest import nearest
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.modifications import Change, Renaming
    from hatch_oaml.release import Release

_DELETE = Bilingual(
    en="delete the entry, or correct its `files`",
    zh="删除该条目，或更正其中的 `files`",
)
_CORRECT = Bilingual(
    en="delete it from `renamed`, or write it as the base's path with the path in this release",
    zh="从 `renamed` 中删除，或写为“基础模型中的路径 = 本发布中的路径”",
)
_ORIGINAL = Bilingual(
    en="delete the entry and write `original = true` in its place; or name the base under `tool.oaml.bases`",
    zh="删除该条目并代之以 `original = true`；或在 `tool.oaml.bases` 中列出基础模型",
)


def _run(release: Release) -> Iterator[Finding]:
    if release.modifications is None or not (release.bases or release.config.original):
        return  # nobody can tell yet: `undeclared-base`
    names = [base.name for base in release.bases]
    for change in release.changelog.own:
        if names and change.base and change.base not in names:
            yield _finding(release, change, _unknown_base(change.base, names), _rename(change.base, names))
    for change in release.idle_changes():
        if not release.bases:
            yield _finding(release, change, _original(change), _ORIGINAL)
        else:
            yield _finding(release, change, _idle(release, change), _DELETE)
    for change, renaming in release.changelog.idle_renamings():
        yield _finding(release, change, _untrue(release, renaming), _CORRECT)


def _finding(release: Release, change: Change, message: Bilingual, fix: Bilingual) -> Finding:
    return Finding(path=release.config.modifications, line=change.line, message=message, fix=fix)


def _unknown_base(name: str, names: list[str]) -> Bilingual:
    return Bilingual(
        en=f'`base = "{printable(name)}"` names no base of this release; its bases are {listed(names, ", ")}',
        zh=f'`base = "{printable(name)}"` 不是本发布的基础模型；本发布的基础模型有 {listed(names, "、")}',
    )


def _rename(name: str, names: list[str]) -> Bilingual:
    likely = nearest(name, names) or names[0]
    return Bilingual(
        en=f'write `base = "{printable(likely)}"`, or add the record of {printable(name)} to `tool.oaml.bases`',
        zh=f'写为 `base = "{printable(likely)}"`，或将 {printable(name)} 的记录加入 `tool.oaml.bases`',
    )


def _untrue(release: Release, renaming: Renaming) -> Bilingual:
    if renaming.new not in release.inventory.by_path:
        new = printable(renaming.new)
        return Bilingual(
            en=f"`renamed` says that `{printable(renaming.old)}` became `{new}`, and the release has no such file",
            zh=f"`renamed` 写明 `{printable(renaming.old)}` 变为 `{new}`，而本发布中没有该文件",
        )
    return Bilingual(
        en=f"`renamed` says what became of `{printable(renaming.old)}`, and no base has such a file",
        zh=f"`renamed` 写明 `{printable(renaming.old)}` 的去向，而基础模型中没有该文件",
    )


def _original(change: Change) -> Bilingual:
    return Bilingual(
        en=f"the entry for {listed(change.files.lines, ', ')} modifies nothing: the project is original",
        zh=f"{listed(change.files.lines, '、')} 的条目没有修改对象：本项目为原始发布",
    )


def _idle(release: Release, change: Change) -> Bilingual:
    equal = sorted(change.files.matches(file.path for file in release.inventory))
    if equal:
        return Bilingual(
            en=f"the entry for {listed(change.files.lines, ', ')} covers only files that are equal to the base:"
            f" {listed(equal, ', ')}",
            zh=f"{listed(change.files.lines, '、')} 的条目只涉及与基础模型相同的文件：{listed(equal, '、')}",
        )
    return Bilingual(
        en=f"the entry for {listed(change.files.lines, ', ')} matches no file of the release",
        zh=f"{listed(change.files.lines, '、')} 的条目不匹配本发布中的任何文件",
    )


CHECK = Check(
    name="stale-modification", clause="3.1 3)", severity=ERROR, run=_run, asks_digests=True, finds_unused=True
)
