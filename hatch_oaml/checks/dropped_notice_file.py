"""Every notice file of a base travels whole, or its notices stand elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._notice_text import addition, quoted, unless_ignored
from hatch_oaml.findings import ERROR, EVERY_TREE, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release
    from hatch_oaml.retention.outcomes import DroppedFile


def _run(release: Release) -> Iterator[Finding]:
    for file in release.retention.dropped_files:
        yield Finding(path=file.path, message=_message(file), fix=unless_ignored(release, file.path, _fix(file)))


def _fix(file: DroppedFile) -> Bilingual:
    """For NOTICE itself there is one way: what is added to another one of that name is the same file again."""
    if file.path == "NOTICE":
        return Bilingual(en="copy the file from the base as it is", zh="从基础模型原样复制该文件")
    lines = addition(file.path, *file.notices)
    return Bilingual(
        en=f"copy the file from the base as it is, or add to `NOTICE`{lines}",
        zh=f"从基础模型原样复制该文件，或加入 `NOTICE`{lines}",
    )


def _message(file: DroppedFile) -> Bilingual:
    path, count, lines = printable(file.path), len(file.notices), quoted(*file.notices)
    base = abbreviated(file.base)
    with_it = "the notice in it" if count == 1 else f"{count} notices in it"
    return Bilingual(
        en=f"the notice file `{path}` of {base} is gone, and nothing else keeps {with_it}{lines}",
        zh=f"{base} 的声明文件 `{path}` 不见了，其中 {count} 条声明也没有保留在别处{lines}",
    )


CHECK = Check(
    name="dropped-notice-file", clause="3.1 2)", severity=ERROR, run=_run, asks_digests=True, asked_of=EVERY_TREE
)
