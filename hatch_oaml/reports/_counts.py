"""How much of a release was looked at: what every report tells beside its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from hatch_oaml.release import Release
    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.paths import ArchivePath


@frozen
class Counts:
    """Notices of the bases by what became of them; entries of the release's own changelog; parts under other terms."""

    retained: int
    moved: int
    waived: int
    lost: int
    modifications: int
    parts: int
    unread: int

    @property
    def notices(self) -> int:
        """All that were asked for."""
        return self.retained + self.waived + self.lost


def counts(release: Release) -> Counts:
    retention = release.retention
    return Counts(
        retained=len(retention.retained),
        moved=len(retention.moved),
        waived=len(retention.waived),
        lost=len(retention.dropped)
        + len(retention.altered)
        + sum(len(file.notices) for file in retention.dropped_files),
        modifications=len(release.changelog.own),
        parts=len(release.config.parts),
        unread=len(not_read(release)),
    )


def not_read(release: Release) -> list[tuple[ArchivePath, Bilingual]]:
    """The files of which something could not be read, and why: notices of a text, the header of weights."""
    reasons = ((file.path, file.unread or (file.weights and file.weights.unread)) for file in release.inventory)
    return [(path, reason) for path, reason in reasons if reason]
