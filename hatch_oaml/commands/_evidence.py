"""Which file it was that was judged, for reports that are kept beside it."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.storage.opening import whole_of
from hatch_oaml.storage.whole_digest import digest_of_archive
from hatch_oaml.values.errors import ChangedWhileReadingError

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.findings import Report


def standing_of(archive: Path) -> tuple[int, ...]:
    """What changes when the file is written to, or another takes its place; nothing of what is no file."""
    if not os.path.exists(archive):
        return ()
    status = os.stat(archive)
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def with_file_digest(report: Report, archive: Path, before: tuple[int, ...]) -> Report:
    """Of what is one file: of volumes and of folders the digest of the manifest tells which release it is.

    :param before: as the file stood before it was judged.

    :raises ChangedWhileReadingError: it stands otherwise now, so that its digest would tell of another file.
    """
    integrity = report.release.integrity
    if integrity is None or not archive.is_file() or whole_of(archive) != archive:
        return report
    digest = digest_of_archive(archive)
    if standing_of(archive) != before:
        raise ChangedWhileReadingError(integrity.archive)
    return replace(report, release=replace(report.release, integrity=replace(integrity, file_sha256=digest)))
