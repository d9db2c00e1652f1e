"""A finished archive has, around its files too, the very bytes that were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import one_line
from hatch_oaml.findings import ARCHIVE, ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    deviation = release.held_against_manifest.deviation
    if deviation is None:
        return
    yield Finding(
        path=release.held_against_manifest.archive,
        message=one_line(deviation),
        fix=Bilingual(
            en="fetch the archive again, as its publisher gives it out; if somebody packed it anew, ask for the original",
            zh="请从发布者处重新获取原样的归档；若有人重新打包过，请索取原始归档",
        ),
    )


CHECK = Check(name="altered-envelope", clause="", severity=ERROR, run=_run, asked_of=ARCHIVE)
