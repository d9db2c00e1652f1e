"""What can only be a model's parameters is called nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    for file in release.inventory:
        if file.role != "model" or file.declared is None:
            continue
        form = file.weights.format if file.weights else "weights"
        yield Finding(
            path=file.path,
            message=Bilingual(
                en=f"by its first bytes the file holds a model's parameters ({form}), which `{printable(file.declared)}`"
                " calls something else; it is judged as the Model",
                zh=f"从文件开头的字节看，该文件是模型参数（{form}），而 `{printable(file.declared)}` 将其写作他物；仍按模型检查",
            ),
            fix=Bilingual(
                en="take the file out of that pattern; parameters are the Model whatever they are called",
                zh="请将该文件移出该模式；无论名称如何，参数都属于模型",
            ),
        )


CHECK = Check(name="mislabelled-weights", clause="1.2", severity=ERROR, run=_run)
