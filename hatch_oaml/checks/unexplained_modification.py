"""Every entry of the modification changelog says how its files were modified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._explanation import defect_of, explains
from hatch_oaml.checks._wording import block, listed
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.modifications import Change
    from hatch_oaml.release import Release

_EXAMPLE = block(
    'how.en = "LoRA (r=16) on 12k support dialogues, merged into the weights in bf16."',
    'how.zh = "以 LoRA（r=16）在一万二千条客服对话上微调，并以 bf16 合并入权重。"',
)
_FIX = Bilingual(
    en=f"write what was done to the files, with what and to what end; for example{_EXAMPLE}",
    zh=f"写明对文件做了什么、用什么做、达到什么结果；例如{_EXAMPLE}",
)


def _run(release: Release) -> Iterator[Finding]:
    for change in release.changelog.own:
        if not any(explains(text, change, release) for text in (change.how_en, change.how_zh)):
            yield Finding(
                path=release.config.modifications, line=change.line, message=_message(change, release), fix=_FIX
            )


def _message(change: Change, release: Release) -> Bilingual:
    text = change.how_en or change.how_zh
    key = "how.en" if change.how_en else "how.zh"
    en, zh = listed(change.files.lines, ", "), listed(change.files.lines, "、")
    lack = defect_of(text, change, release)
    if lack == "empty":
        return Bilingual(
            en=f"the entry for {en} does not say how the files were modified: `how` is empty",
            zh=f"{zh} 的条目没有说明如何修改：`how` 为空",
        )
    if lack == "placeholder":
        return Bilingual(
            en=f'the entry for {en} does not say how the files were modified: `{key}` is only a placeholder, "{printable(text)}"',
            zh=f"{zh} 的条目没有说明如何修改：`{key}` 只是占位文字“{printable(text)}”",
        )
    return Bilingual(
        en=f"the entry for {en} says that the files were modified, but not how:"
        f' `{key}` only repeats their names, "{printable(text)}"',
        zh=f"{zh} 的条目只说明文件经过修改，没有说明如何修改：`{key}` 只是重复其名称，“{printable(text)}”",
    )


CHECK = Check(name="unexplained-modification", clause="3.1 3)", severity=ERROR, run=_run)
