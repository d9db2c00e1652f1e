"""The bytes that are released are the bytes that were checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    for path in release.changed:
        yield Finding(
            path=path,
            message=Bilingual(
                en="the file changed between the checks and the writing of the archive: what was checked is not what"
                " would have been released",
                zh="该文件在检查之后、写入归档之前发生了变化：所检查的内容并非将要发布的内容",
            ),
            fix=Bilingual(
                en="let whatever writes the file (training, download, synchronization) finish, then build again",
                zh="等待写入该文件的程序（训练、下载、同步）结束，然后重新构建",
            ),
        )


CHECK = Check(name="changed-while-reading", clause="", severity=ERROR, run=_run)
