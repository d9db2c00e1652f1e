"""Which files an entry of the changelog is about, base by base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.paths import sort_key

if TYPE_CHECKING:
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.modifications import Change
    from hatch_oaml.release import Release


def files_of(release: Release, base: BaseRecord, change: Change) -> list[ReleaseFile]:
    """The files that `change` names and that concern `base`: its own paths, and what no other base has either."""
    named = (release.inventory.by_path[path] for path in release.changelog.files_of(change))
    return [file for file in named if base in (concerned := bases_of(release, file)) or not concerned]


def gone_with(release: Release, base: BaseRecord, change: Change) -> list[str]:
    """The paths of `base` that `change` names, and of which nothing ships."""
    return sorted(release.counterparts.gone(base).matched_by(change.files), key=sort_key)


def bases_of(release: Release, file: ReleaseFile) -> list[BaseRecord]:
    """The bases that have a file of this path, or from one of whose files it was made."""
    made = [release.origins[file.path][0]] if file.path in release.origins else []
    return [*(base for base in release.bases if file.path in base.by_path), *made]
