"""Tells in which files notices may stand that could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import one_line
from hatch_oaml.findings import ADVISORY, EVERY_TREE, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release

_FIX = Bilingual(
    en="store text as UTF-8, and unpacked; repeat what notices the file holds in `NOTICE`, naming the file",
    zh="以 UTF-8 保存文本，且不打包；将该文件中的声明在 `NOTICE` 中重复写明，并注明文件名",
)


def _run(release: Release) -> Iterator[Finding]:
    for file in release.inventory:
        if file.unread is not None:
            unread = one_line(file.unread)
            yield Finding(
                path=file.path,
                message=Bilingual(
                    en=f"notices in this file may have been missed: {unread.en}",
                    zh=f"该文件中的声明可能有遗漏：{unread.zh}",
                ),
                fix=_FIX,
            )


_FIX_FOR_RECEIVER = Bilingual(
    en="before you pass the file on, look yourself for notices in it that must stay",
    zh="转发该文件之前，请自行查看其中是否有必须保留的声明",
)

CHECK = Check(
    name="unread-notice-source",
    clause="3.1 2)",
    severity=ADVISORY,
    run=_run,
    fix_for_receiver=_FIX_FOR_RECEIVER,
    asked_of=EVERY_TREE,
)
