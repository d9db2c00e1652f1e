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
    from hatch_oaml.values.profiles import Profile
    from hatch_oaml.verification.opening import Opened
    from hatch_oaml.verification.signature import Asked


def verify_archive(
    archive: Path, progress: Progress, receiver: Profile = "distribution", asked: Asked | None = None
) -> Report:
    """The receiver's judgement of a finished archive, from that archive alone, and from what he does with it.

    :param asked: of whom a signature is wanted; None where nobody wants one.
    """
    with opened(archive, progress) as one:
        return verdict_on(one, receiver, asked)


def verdict_on(one: Opened, receiver: Profile, asked: Asked | None = None) -> Report:
    """As `verify_archive`, of an archive whose members are being hashed already."""
    all_checks()  # loaded now: they would be at the end, where nothing is left to wait for
    return judge(replace(read_opened(one, asked), receiver=receiver))
