"""The receiver's judgement of a finished archive."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.checks import all_checks
from hatch_oaml.pipeline import judge
from hatch_oaml.verification.archived_release import read_opened
from hatch_oaml.verification.opening import opened

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.findings import Report
    from hatch_oaml.records.members import Progress
    from hatch_oaml.release import Release
    from hatch_oaml.values.profiles import Profile
    from hatch_oaml.verification.opening import Opened
    from hatch_oaml.verification.signature import Asked


def verify_archive(
    archive: Path, progress: Progress, receiver: Profile = "distribution", asked: Asked | None = None
) -> Report:
    """The receiver's judgement of a finished archive, from that archive alone, and from what he does with it.

    :param asked: of whom a signature is wanted; None where nobody wants one.
    """
    return verdict_on(_release_of(archive, progress, asked), receiver)


def _release_of(archive: Path, progress: Progress, asked: Asked | None) -> Release:
    with opened(archive, progress) as one:
        return release_in(one, asked)


def release_in(one: Opened, asked: Asked | None = None) -> Release:
    """The release in an archive whose members are being hashed already.

    :raises SourceError: as `read_opened`.
    """
    all_checks()  # loaded now: they would be at the end, where nothing is left to wait for
    return read_opened(one, asked)


def verdict_on(release: Release, receiver: Profile) -> Report:
    """As `verify_archive`, of what was read of it: what was opened to be read may be gone, and with it what it takes of memory."""
    return judge(replace(release, receiver=receiver))
