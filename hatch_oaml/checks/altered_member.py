"""Every file in a finished archive is the one that was written into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._archive_text import FETCH_AGAIN
from hatch_oaml.findings import ARCHIVE, ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    stand_ins = {(file.pointer.sha256, file.sha256) for file in release.inventory if file.pointer}
    for member in release.held_against_manifest.altered:
        if (member.expected, member.found) in stand_ins:
            continue  # a Git LFS pointer of the very file, of which `git-lfs-pointer` tells
        yield Finding(
            path=member.path,
            message=Bilingual(
                en="the file is not the one that was written into the archive:"
                f" its SHA-256 should be {member.expected[:12]}…, and is {member.found[:12]}…",
                zh=f"该文件不是写入归档时的文件：其 SHA-256 应为 {member.expected[:12]}…，实为 {member.found[:12]}…",
            ),
            fix=FETCH_AGAIN,
        )


CHECK = Check(name="altered-member", clause="", severity=ERROR, run=_run, asked_of=ARCHIVE)
