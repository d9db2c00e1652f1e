"""What each member of an archive is in the release, by the layout of its format: derived, not believed.

The law: below one folder a file is what its path says. In a wheel the package's own files may lie elsewhere, and the
manifest says from where they came, within what `values.wheel_places` allows. Beside the release there are only our own
pages, what Hatchling writes, what only a build needs, and in a wheel or sdist copies of the release's files.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.project.classification import is_build_only
from hatch_oaml.records.generated import MODIFICATIONS_PAGE, generated_in, is_generated_or_by_hatchling
from hatch_oaml.records.listing import TARGETS
from hatch_oaml.records.target_files import path_as_shipped
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.many import column
from hatch_oaml.values.paths import ArchivePath, file_name, prefix_of
from hatch_oaml.values.sameness import same
from hatch_oaml.values.wheel_names import is_license_copy, is_metadata, license_copy
from hatch_oaml.values.wheel_places import TOP_LEVEL, may_lie_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hatch_oaml.records.manifest import Manifest
    from hatch_oaml.records.members import Digests


@frozen
class Places:
    """Member → its path in the release: `own` those of the release itself, `brought` what one target alone brings in."""

    own: Mapping[ArchivePath, ArchivePath]
    brought: Mapping[ArchivePath, ArchivePath]
    above: str

    @property
    def released(self) -> Mapping[ArchivePath, ArchivePath]:
        """Those of the release as it is judged: of what is brought in not what only a build needs, unless it is weights."""
        brought = {path: release for path, release in self.brought.items() if not is_build_only(self.short(path))}
        return {**self.own, **brought} if brought else self.own

    def short(self, member: ArchivePath) -> ArchivePath:
        """Its path below the archive's one folder."""
        return ArchivePath(member.removeprefix(self.above))


def places_of(manifest: Manifest, members: Iterable[ArchivePath]) -> Places:
    """Without the digests: a copy of one of the release's files is still among `brought`."""
    above = prefix_of(manifest.root)
    stated = dict(zip(column(manifest.files, "path"), column(manifest.files, "release"), strict=True))
    below = {
        path: same(ArchivePath(path.removeprefix(above)), stated.get(path))
        for path in members
        if path.startswith(above)
    }
    target, name = manifest.target, manifest.project.import_name
    if target not in TARGETS or target == "oaml":
        ours = generated_in("")
        return Places(own={path: short for path, short in below.items() if short not in ours}, brought={}, above=above)
    candidates = {
        path: short
        for path, short in below.items()
        if not is_generated_or_by_hatchling(short, target, name) and not _is_second_page(short)
    }
    own = _own_of_wheel(manifest, candidates) if target == "wheel" else _own_of_sdist(manifest, candidates)
    releases = frozenset(own.values())
    brought = {path: path_as_shipped(short, target, releases) for path, short in candidates.items() if path not in own}
    return Places(own=own, brought=brought, above=above)


def _is_second_page(path: str) -> bool:
    """The page is in a wheel's metadata too; whatever lies there is held against the first."""
    return path == license_copy(path.partition("/")[0], MODIFICATIONS_PAGE) and is_license_copy(path)


def without_copies(places: Places, digests: Digests) -> Places:
    """A copy of one of the release's files, of the same name, was judged with that; so was any legal text's in a wheel's
    metadata.
    """
    names = {file_name(path) for path in places.brought}
    known = {(file_name(release), digests[path]) for path, release in places.own.items() if file_name(release) in names}
    elsewhere = {(file_name(path), digests[path]) for path in places.brought if not is_metadata(path)}
    brought = {
        path: release
        for path, release in places.brought.items()
        if (file_name(path), digests[path]) not in (known | elsewhere if is_license_copy(path) else known)
    }
    return replace(places, brought=brought)


def _own_of_wheel(
    manifest: Manifest, candidates: Mapping[ArchivePath, ArchivePath]
) -> Mapping[ArchivePath, ArchivePath]:
    stated = {file.path: file.release for file in manifest.files if file.release is not None}
    name = manifest.project.import_name
    releases = frozenset(release for path, release in stated.items() if path != f"{name}/{TOP_LEVEL}/{release}")
    return {
        path: stated[path] for path in candidates if path in stated and may_lie_at(path, stated[path], name, releases)
    }


def _own_of_sdist(
    manifest: Manifest, candidates: Mapping[ArchivePath, ArchivePath]
) -> Mapping[ArchivePath, ArchivePath]:
    """All but what the manifest says to be beside the release, which the rules for that are asked of."""
    beside = {file.path for file in manifest.files if file.release is None}
    return {path: short for path, short in candidates.items() if path not in beside}
