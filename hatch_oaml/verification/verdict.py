"""The receiver's judgement of a finished archive."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.pipeline import judge
from hatch_oaml.verification.archived_release import read_archive

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.findings import Report
    from hatch_oaml.records.config import Profile
    from hatch_oaml.records.members import Progress


def verify_archive(archive: Path, progress: Progress, receiver: Profile = "distribution") -> Report:
    """The receiver's judgement of a finished archive, from that archive alone, and from what he does with it."""
    return judge(replace(read_archive(archive, progress), receiver=receiver))
