"""The files of a base lie in the release where its record has them, and not a folder above or below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    for base, path in zip(release.bases, release.config.bases, strict=True):
        prefix = release.counterparts.prefix(base)
        if prefix is not None:
            yield _too_high(base, prefix.old, path) if prefix.old else _too_low(base, prefix.new, path)


def _too_high(base: BaseRecord, folder: str, path: str) -> Finding:
    name, folder, output = abbreviated(base.name), printable(folder), printable(path)
    return Finding(
        path=path,
        message=Bilingual(
            en=f"the record of {name} has every file below `{folder}/`, where the release has none: each was compared with"
            " the file of the same path without that folder",
            zh=f"{name} 的记录中所有文件都在 `{folder}/` 之下，而本发布中没有该文件夹：各文件已与去掉该文件夹后的同名路径相比较",
        ),
        fix=Bilingual(
            en=f"record the base from its own folder: `hatch-oaml record SOURCE/{folder} --output {output}`",
            zh=f"请以基础模型自身的文件夹重新生成记录：`hatch-oaml record SOURCE/{folder} --output {output}`",
        ),
    )


def _too_low(base: BaseRecord, folder: str, path: str) -> Finding:
    name, folder = abbreviated(base.name), printable(folder)
    return Finding(
        path=path,
        message=Bilingual(
            en=f"none of the files of {name} lies where its record has it: each was compared with the file of the same path"
            f" below `{folder}/`",
            zh=f"{name} 的文件都不在其记录所载的位置：各文件已与 `{folder}/` 之下的同名路径相比较",
        ),
        fix=Bilingual(
            en=f"nothing, if the whole base went into `{folder}/`; else record the folder above the one that was recorded",
            zh=f"如整个基础模型移入了 `{folder}/`，则无须处理；否则请以所记录文件夹的上一级文件夹重新生成记录",
        ),
    )


CHECK = Check(name="misplaced-base", clause="3.1 3)", severity=ADVISORY, run=_run)
