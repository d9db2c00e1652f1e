"""What was found for each duty, in sentences with numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.reports._counts import not_read
from hatch_oaml.reports._labels import STATES_ZH
from hatch_oaml.reports._page.modifications import silent_files
from hatch_oaml.reports._page.words import counted
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.sizes import shown_size
from hatch_oaml.values.wording import shown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hatch_oaml.release import Release


def seen_of(duty: str, release: Release) -> Iterator[Bilingual]:
    """Nothing where there is nothing to count."""
    if release.subject != "ungated archive":
        yield from _SEEN.get(duty, _nothing)(release)


def _nothing(_release: Release) -> Iterator[Bilingual]:
    yield from ()


def _license(release: Release) -> Iterator[Bilingual]:
    state = release.license.state if release.license else "missing"
    path = shown_name(release.config.license)
    yield Bilingual(
        en=f"The text at `{path}` is {state}.",
        zh=f"`{path}` 处的许可证文本{STATES_ZH[state]}。",
    )


def _notices(release: Release) -> Iterator[Bilingual]:
    if not release.bases:
        yield Bilingual(en="There is no base whose notices were asked for.", zh="没有需要核对声明的基础模型。")
        return
    retention = release.retention
    in_place = len(retention.retained) - len(retention.moved)
    lost = len(retention.dropped) + sum(len(file.notices) for file in retention.dropped_files)
    numbers = (
        (in_place, "in their place", "条在原处"),
        (len(retention.moved), "moved into a notice file", "条移入声明文件"),
        (len(retention.waived), "left out by the publisher’s word", "条由发布者决定不保留"),
        (len(retention.altered), "altered", "条被改动"),
        (lost, "lost", "条丢失"),
    )
    told = [(number, en, zh) for number, en, zh in numbers if number]
    total = counted(sum(number for number, _, _ in told), "notice", "notices", "条声明")
    yield Bilingual(
        en=f"{total.en} asked for: {', '.join(f'{number:,} {en}' for number, en, _ in told) or 'none'}.",
        zh=f"应保留 {total.zh}：{'，'.join(f'{number:,} {zh}' for number, _, zh in told) or '无'}。",
    )


def _modifications(release: Release) -> Iterator[Bilingual]:
    if not release.bases:
        return
    entries = counted(len(release.changelog.own), "entry", "entries", "个条目")
    modified = counted(len(release.tellings), "file", "files", "个文件")
    silent = len(silent_files(release))
    yield Bilingual(
        en=f"{modified.en} to be named; {entries.en} in the changelog"
        + (f"; {silent:,} of these files are told of nowhere." if silent else "."),
        zh=f"须说明 {modified.zh}，修改说明有 {entries.zh}"
        + (f"；其中 {silent:,} 个文件未作任何说明。" if silent else "。"),
    )


def _parts(release: Release) -> Iterator[Bilingual]:
    parts = counted(len(release.config.parts), "part", "parts", "个部分")
    yield Bilingual(en=f"{parts.en} under other terms.", zh=f"{parts.zh}适用其他条款。")


def _model(release: Release) -> Iterator[Bilingual]:
    models = [file for file in release.inventory if file.role == "model"]
    count = counted(len(models), "model file", "model files", "个模型文件")
    size = shown_size(sum(file.size for file in models))
    yield Bilingual(en=f"{count.en}, {size}.", zh=f"{count.zh}，{size}。")


def _archive(release: Release) -> Iterator[Bilingual]:
    unread = counted(len(not_read(release)), "file", "files", "个文件")
    yield Bilingual(en=f"{unread.en} could not be read whole.", zh=f"{unread.zh}未能完整读取。")


_SEEN: dict[str, Callable[[Release], Iterator[Bilingual]]] = {
    "3.1 1)": _license,
    "3.1 2)": _notices,
    "3.1 3)": _modifications,
    "3.2": _parts,
    "1.2": _model,
    "archive": _archive,
}
