"""What could not be read of a model file is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import one_line
from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.shards import external_data
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release

_UNKNOWN = Bilingual(
    en="neither its name nor its first bytes tell a weight format that we know",
    zh="无论从文件名还是文件开头，都看不出是已知的权重格式",
)
_FIX = Bilingual(
    en="test yourself that the file loads; safetensors, GGUF and ONNX are read in full here",
    zh="请自行验证该文件可以加载；safetensors、GGUF 与 ONNX 可在此完整读取",
)


def _run(release: Release) -> Iterator[Finding]:
    external = external_data(release.inventory)
    for file in release.inventory:
        reason = None if file.path in external else _unread(file)
        if reason:
            said = one_line(reason)
            yield Finding(
                path=file.path,
                message=Bilingual(
                    en=f"it is released as part of the Model, and could not be checked: {said.en}",
                    zh=f"该文件作为模型的一部分发布，但未能检查：{said.zh}",
                ),
                fix=_FIX,
            )


def _unread(file: ReleaseFile) -> Bilingual | None:
    if file.weights:
        return file.weights.unread
    if file.role != "model" or file.pointer or file.shards:
        return None
    return _UNKNOWN


_FIX_FOR_RECEIVER = Bilingual(
    en="test yourself that the file loads before you rely on it",
    zh="请先自行验证该文件可以加载，再作使用",
)

CHECK = Check(name="unknown-weights", clause="1.2", severity=ADVISORY, run=_run, fix_for_receiver=_FIX_FOR_RECEIVER)
