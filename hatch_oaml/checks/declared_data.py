"""Who calls a container of arrays Data answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    for file in release.inventory:
        if file.role == "model" or file.declared is None:
            continue
        yield Finding(
            path=file.path,
            message=Bilingual(
                en="the file is a container that may hold a model's parameters; that it holds Data is the publisher's word:"
                f" `{printable(file.declared)}`",
                zh=f"该文件是可能含有模型参数的容器；其内容为数据一事以发布者的声明为准：`{printable(file.declared)}`",
            ),
            fix=Bilingual(
                en="see that it holds nothing that the model loads; if it does, take it out of that pattern",
                zh="请确认其中没有模型会加载的内容；如有，请将其移出该模式",
            ),
        )


CHECK = Check(name="declared-data", clause="1.5", severity=ADVISORY, run=_run)
