"""A finished archive holds nothing that was not written into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ARCHIVE, ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    for path in release.held_against_manifest.extra:
        yield Finding(
            path=path,
            message=Bilingual(
                en="the manifest does not tell of this file: it was put in after the archive was written, and no check has"
                " seen it",
                zh="清单未载有该文件：它是在归档写成之后加入的，未经任何检查",
            ),
            fix=Bilingual(
                en="do not use the file; fetch the archive again, or, in an unpacked one, delete what you put there yourself",
                zh="请勿使用该文件；请重新获取该归档；若是解包后的文件夹，请删除您自己放入的内容",
            ),
        )


CHECK = Check(name="extra-member", clause="", severity=ERROR, run=_run, asked_of=ARCHIVE)
