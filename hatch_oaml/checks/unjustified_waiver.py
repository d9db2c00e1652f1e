"""Every waiver says why the notice pertains to no part of the release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ERROR, EVERY_TREE, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, printable, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release
    from hatch_oaml.retention.waivers import Remains, UnjustifiedWaiver

_FIX = Bilingual(
    en="write in `reason` which part of the base the notice was about, and that it is not shipped; or remove the waiver and keep the notice",
    zh="在 `reason` 中写明该声明涉及基础模型的哪一部分、以及该部分并未发布；或删除豁免并保留声明",
)
_NAME_IT = Bilingual(
    en="write in `notice` the words that tell this notice from others, such as its holder; or remove the waiver and keep the notices",
    zh="在 `notice` 中写出能区分这条声明的文字，例如其权利人；或删除豁免并保留声明",
)


def _run(release: Release) -> Iterator[Finding]:
    for unjustified in release.retention.unjustified_waivers:
        yield Finding(
            path="pyproject.toml",
            message=_message(unjustified),
            fix=_fix(unjustified),
        )


def _fix(unjustified: UnjustifiedWaiver) -> Bilingual:
    if unjustified.remains is not None:
        name, line = printable(unjustified.remains.here), block(printable(unjustified.remains.notice.text))
        return Bilingual(
            en=f"keep the notice in `{name}`, or in `NOTICE` below the file's name, and remove the waiver{line}",
            zh=f"将该声明保留在 `{name}` 中，或写在 `NOTICE` 中该文件名之下，并删除豁免{line}",
        )
    if unjustified.notice is not None:
        line = block(f"notice = {toml_string(unjustified.notice.text)}")
        return Bilingual(
            en=f"name the notice whole, by all of its holders, or keep it{line}",
            zh=f"完整写明该声明及其全部权利人，或保留该声明{line}",
        )
    return _NAME_IT if unjustified.lack == "unspecific" else _FIX


def _message(unjustified: UnjustifiedWaiver) -> Bilingual:
    waiver = unjustified.waiver
    notice, reason = printable(waiver.notice), printable(waiver.reason)
    en, zh = f'the waiver of "{notice}"', f"对“{notice}”的豁免"
    if unjustified.lack == "empty":
        return Bilingual(en=f"{en} gives no reason: `reason` is empty", zh=f"{zh}没有给出理由：`reason` 为空")
    if unjustified.lack == "placeholder":
        return Bilingual(
            en=f'{en} gives no reason: "{reason}" is only a placeholder',
            zh=f"{zh}没有给出理由：“{reason}”只是占位文字",
        )
    if unjustified.lack == "repetition":
        return Bilingual(
            en=f'{en} gives no reason: "{reason}" only repeats the notice',
            zh=f"{zh}没有给出理由：“{reason}”只是重复声明的文字",
        )
    if unjustified.lack == "generic":
        return Bilingual(
            en=f'{en} gives no reason: "{reason}" would fit any notice',
            zh=f"{zh}没有给出理由：“{reason}”适用于任何声明",
        )
    if unjustified.remains is not None:
        return _still_shipped(Bilingual(en=en, zh=zh), unjustified.remains)
    if unjustified.notice is not None:
        text = abbreviated(unjustified.notice.text)
        return Bilingual(
            en=f'{en} names no notice, only a part of "{text}"',
            zh=f"{zh}没有指明一条声明，只是“{text}”的一部分",
        )
    return Bilingual(
        en=f"{en} names no notice in particular: its words stand in any notice",
        zh=f"{zh}没有指明具体的声明：这些文字在任何声明中都有",
    )


def _still_shipped(subject: Bilingual, remains: Remains) -> Bilingual:
    path, here = printable(remains.path), printable(remains.here)
    return Bilingual(
        en=f"{subject.en} does not hold: what the notice is about still ships: {remains.shared} of {remains.lines} lines"
        f" of the base's `{path}` that can be compared are in `{here}`",
        zh=f"{subject.zh}不成立：该声明所涉及的内容仍在发布之中：基础模型的 `{path}` 中可比较的 {remains.lines} 行里，"
        f"有 {remains.shared} 行在 `{here}` 中",
    )


CHECK = Check(
    name="unjustified-waiver", clause="3.1 2)", severity=ERROR, run=_run, asks_digests=True, asked_of=EVERY_TREE
)
