"""Every weight file is whole, as far as its header can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import one_line
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release

_FIX = Bilingual(
    en="fetch the file again, or save the model again, and compare its size and SHA-256 with the source's",
    zh="重新取得该文件或重新保存模型，并与来源核对其大小与 SHA-256",
)


def _run(release: Release) -> Iterator[Finding]:
    for file in release.inventory:
        for fault in _faults(file):
            yield Finding(path=file.path, message=one_line(fault), fix=_FIX)


def _faults(file: ReleaseFile) -> Iterator[Bilingual]:
    if file.weights:
        yield from file.weights.faults
    if file.shards:
        yield from file.shards.faults


_FIX_FOR_RECEIVER = Bilingual(
    en="do not load the file; ask the publisher for an archive that holds it whole",
    zh="请勿加载该文件；请向发布者索取其完整无损的归档",
)

CHECK = Check(name="corrupt-weights", clause="1.2", severity=ERROR, run=_run, fix_for_receiver=_FIX_FOR_RECEIVER)
