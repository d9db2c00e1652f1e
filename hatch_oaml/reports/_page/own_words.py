"""What holds by somebody's word alone, told at the duty that it bears on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.reports._page.words import counted
from hatch_oaml.reports._told import own_bases, profile
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, shown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hatch_oaml.release import Release


def words_of(duty: str, release: Release) -> Iterator[Bilingual]:
    """Each a sentence; nothing where nobody's word was taken."""
    yield from _WORDS.get(duty, _none)(release)


def _none(_release: Release) -> Iterator[Bilingual]:
    yield from ()


def _of_license(release: Release) -> Iterator[Bilingual]:
    yield from profile(release)


def _of_notices(release: Release) -> Iterator[Bilingual]:
    yield from _records(release)
    for waived in release.retention.waived:
        where = f"{shown_name(waived.base)}, {shown_name(waived.path)}:{waived.notice.line}"
        notice, reason = abbreviated(waived.notice.text), abbreviated(waived.waiver.reason, 400)
        yield Bilingual(
            en=f"Waiver (`tool.oaml.waiver`): {where}: “{notice}” is left out, because: {reason}",
            zh=f"豁免（`tool.oaml.waiver`）：{where}：未保留“{notice}”，理由：{reason}",
        )
    yield from own_bases(release)


def _records(release: Release) -> Iterator[Bilingual]:
    if release.bases and release.publication is None:
        names = [shown_name(f"{base.name} {base.version}".rstrip()) for base in release.bases]
        yield Bilingual(
            en=f"What the bases shipped is taken from the publisher’s own records of them: {', '.join(names)}.",
            zh=f"基础模型所提供的内容以发布者自己的记录为准：{'、'.join(names)}。",
        )


def _of_modifications(release: Release) -> Iterator[Bilingual]:
    yield from profile(release)
    if release.config.original:
        yield Bilingual(
            en="The publisher says (`original = true`) that nothing is upstream of this release.",
            zh="发布者声明（`original = true`）本发布没有任何上游。",
        )
    if release.changelog.own:
        count = counted(len(release.changelog.own), "entry says", "entries say", "个条目")
        yield Bilingual(
            en=f"{count.en} (`how`) in a person’s words how files were modified.",
            zh=f"{count.zh}（`how`）以人的文字说明修改方式。",
        )
    yield from own_bases(release)


def _of_model(release: Release) -> Iterator[Bilingual]:
    for file in release.inventory:
        if file.declared:
            yield Bilingual(
                en=f"`{shown_name(file.path)}` has its role by the publisher’s word (`{shown_name(file.declared)}`).",
                zh=f"`{shown_name(file.path)}` 的角色由发布者指定（`{shown_name(file.declared)}`）。",
            )


_WORDS: dict[str, Callable[[Release], Iterator[Bilingual]]] = {
    "3.1 1)": _of_license,
    "3.1 2)": _of_notices,
    "3.1 3)": _of_modifications,
    "1.2": _of_model,
}
