"""What a comparison shows beside its findings: how many files and notices became what, and which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.compared import comparison_of
from hatch_oaml.reports._labels import STATES_ZH
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, shown_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.compared import ComparedFile, Comparison, FileState, NoticeState
    from hatch_oaml.release import Release

FILES_ZH: dict[FileState, str] = {
    "same": "相同",
    "modified": "经过修改",
    "renamed": "改名",
    "added": "新增",
    "gone": "不再存在",
}
NOTICES_EN: dict[NoticeState, str] = {
    "kept": "kept",
    "moved": "moved",
    "altered": "altered",
    "dropped": "dropped",
    "waived": "waived",
    "went": "gone with their files",
}
NOTICES_ZH: dict[NoticeState, str] = {
    "kept": "保留",
    "moved": "移动",
    "altered": "被改动",
    "dropped": "丢失",
    "waived": "由发布者豁免",
    "went": "随其文件一同不再发布",
}
_NAMED: dict[FileState, Bilingual] = {
    "modified": Bilingual(en="modified files", zh="经过修改的文件"),
    "renamed": Bilingual(en="renamed or copied files", zh="改名或复制的文件"),
    "gone": Bilingual(en="files of the base that are gone", zh="基础模型中不再存在的文件"),
}
_SELDOM = frozenset({"waived", "went"})
"""Told only where there are such."""
_MOST = 50
"""Files of a kind that are named."""


def with_what(comparison: Comparison) -> Bilingual:
    """RELEASE, held against its bases."""
    names = [abbreviated(f"{base.name} {base.version}".rstrip()) for base in comparison.bases]
    release = shown_name(comparison.release)
    return Bilingual(en=f"{release}, held against {', '.join(names)}", zh=f"{release} 与 {'、'.join(names)} 比对")


def seen(comparison: Comparison) -> Bilingual:
    """All that was looked at, in numbers."""
    parts = (license_of(comparison), files_of(comparison), told_of(comparison), notices_of(comparison))
    return Bilingual(en="; ".join(part.en for part in parts), zh="；".join(part.zh for part in parts))


def license_of(comparison: Comparison) -> Bilingual:
    if comparison.license == "missing" and not comparison.owes_license:
        return Bilingual(en="license not asked for", zh="不要求附上许可证文本")
    return Bilingual(en=f"license {comparison.license}", zh=f"许可证文本{STATES_ZH[comparison.license]}")


def files_of(comparison: Comparison) -> Bilingual:
    counts = {state: len(comparison.files_that_are(state)) for state in FILES_ZH}
    return Bilingual(
        en=f"files: {', '.join(f'{count} {state}' for state, count in counts.items())}",
        zh=f"文件：{'，'.join(f'{FILES_ZH[state]} {count}' for state, count in counts.items())}",
    )


def told_of(comparison: Comparison) -> Bilingual:
    """Of the files that clause 3.1 3) asks for a word on."""
    wanted, silent = len(comparison.to_be_told), len(comparison.silent)
    return Bilingual(
        en=f"of {wanted} to be told of, {wanted - silent} told, {silent} not",
        zh=f"应予说明的 {wanted} 个文件中，已说明 {wanted - silent} 个，未说明 {silent} 个",
    )


def notices_of(comparison: Comparison) -> Bilingual:
    counts = {state: len(comparison.notices_that_are(state)) for state in NOTICES_EN}
    shown = {state: count for state, count in counts.items() if count or state not in _SELDOM}
    return Bilingual(
        en=f"notices: {', '.join(f'{count} {NOTICES_EN[state]}' for state, count in shown.items())}",
        zh=f"声明：{'，'.join(f'{NOTICES_ZH[state]} {count}' for state, count in shown.items())}",
    )


def blocks_of(release: Release) -> Iterator[list[Bilingual]]:
    """A heading for the files that were modified, renamed or are gone, and below it each of them; nothing of what there is none
    of, and of what is no comparison.
    """
    comparison = comparison_of(release)
    if comparison is not None:
        blocks = (_listed(comparison.files_that_are(state), heading) for state, heading in _NAMED.items())
        yield from filter(None, map(list, blocks))


def _listed(files: Sequence[ComparedFile], heading: Bilingual) -> Iterator[Bilingual]:
    if files:
        yield Bilingual(en=f"{heading.en}: {len(files)}", zh=f"{heading.zh}：{len(files)}")
        yield from (_line(file) for file in files[:_MOST])
        if len(files) > _MOST:
            yield Bilingual(en=f"  … and {len(files) - _MOST} more", zh=f"  ……另有 {len(files) - _MOST} 个")


def _line(file: ComparedFile) -> Bilingual:
    path = abbreviated(file.path) if file.was is None else f"{abbreviated(file.was)} → {abbreviated(file.path)}"
    if not file.must_be_told:
        return Bilingual(en=f"  {path}", zh=f"  {path}")
    if not file.told:
        return Bilingual(en=f"  {path}: not told of", zh=f"  {path}：未说明")
    first = file.told[0]
    place = abbreviated(first.path) if first.line is None else f"{abbreviated(first.path)}:{first.line}"
    return Bilingual(en=f"  {path}: told in {place}", zh=f"  {path}：见 {place}")
