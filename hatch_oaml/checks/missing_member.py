"""Every file that was written into a finished archive is still in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._archive_text import FETCH_AGAIN
from hatch_oaml.findings import ARCHIVE, ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    for path in release.held_against_manifest.missing:
        yield Finding(
            path=path,
            message=Bilingual(
                en="the file is not there, and the manifest says that it is: it was taken out after the archive was written",
                zh="清单载有该文件，归档中却没有：它是在归档写成之后被取出的",
            ),
            fix=FETCH_AGAIN,
        )


CHECK = Check(name="missing-member", clause="", severity=ERROR, run=_run, asked_of=ARCHIVE)
