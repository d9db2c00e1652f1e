"""Every waiver covers as many notices as it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release
    from hatch_oaml.retention.waivers import StaleWaiver


def _run(release: Release) -> Iterator[Finding]:
    names = {base.name for base in release.bases}
    for stale in release.retention.stale_waivers:
        if stale.waiver.base not in names:
            yield Finding(path="pyproject.toml", message=_no_base(stale), fix=_name_a_base(sorted(names)))
        elif stale.covered:
            yield Finding(path="pyproject.toml", message=_other_number(stale), fix=_count(stale))
        else:
            yield Finding(path="pyproject.toml", message=_nothing(stale), fix=_REMOVE)


_REMOVE = Bilingual(
    en="remove the waiver: nothing that it could cover is missing from the release",
    zh="删除该豁免：发布中并没有缺少它所能涵盖的声明",
)


def _no_base(stale: StaleWaiver) -> Bilingual:
    notice, base = printable(stale.waiver.notice), abbreviated(stale.waiver.base)
    return Bilingual(
        en=f'the waiver of "{notice}" is for {base}, which is no base of this release',
        zh=f"对“{notice}”的豁免针对 {base}，而它不是本次发布的基础模型",
    )


def _name_a_base(names: list[str]) -> Bilingual:
    if not names:
        return Bilingual(en="remove the waiver: this release has no base", zh="删除该豁免：本次发布没有基础模型")
    return Bilingual(
        en=f"remove the waiver, or write in `base` one of: {', '.join(map(abbreviated, names))}",
        zh=f"删除该豁免，或在 `base` 中填写其中之一：{'、'.join(map(abbreviated, names))}",
    )


def _nothing(stale: StaleWaiver) -> Bilingual:
    notice, base = printable(stale.waiver.notice), abbreviated(stale.waiver.base)
    return Bilingual(
        en=f'the waiver of "{notice}" covers no notice of {base}', zh=f"对“{notice}”的豁免没有涵盖 {base} 的任何声明"
    )


def _other_number(stale: StaleWaiver) -> Bilingual:
    waiver = stale.waiver
    notice, base = printable(waiver.notice), abbreviated(waiver.base)
    counted = f"{stale.covered} notice{'s' * (stale.covered > 1)}"
    return Bilingual(
        en=f'the waiver of "{notice}" covers {counted} of {base}, and expects {waiver.expect}',
        zh=f"对“{notice}”的豁免涵盖 {base} 的 {stale.covered} 条声明，而预期为 {waiver.expect} 条",
    )


def _count(stale: StaleWaiver) -> Bilingual:
    return Bilingual(
        en=f"look at what it covers now; if its reason holds for all of it, write `expect = {stale.covered}`",
        zh=f"查看它现在涵盖了什么；如果其理由对全部都成立，请写 `expect = {stale.covered}`",
    )


CHECK = Check(name="stale-waiver", clause="3.1 2)", severity=ERROR, run=_run, asks_digests=True, finds_unused=True)
