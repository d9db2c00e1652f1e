"""What an archive says of itself, and how its members are found to be: to be held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml import __version__
from hatch_oaml.records.generated import BILL_OF_MATERIALS, CHECKSUMS, MANIFEST, MODIFICATIONS_PAGE
from hatch_oaml.records.integrity import Papers
from hatch_oaml.records.listing import TARGETS, Listed, Written
from hatch_oaml.rendering.listing import list_members, told_otherwise, with_listed
from hatch_oaml.values.many import column
from hatch_oaml.values.wheel_names import SDIST_METADATA, is_core_metadata, is_own_bill, is_wheel_facts
from hatch_oaml.verification.unpacked_folder import layout_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.manifest import Manifest, ManifestFile
    from hatch_oaml.records.members import Digests, StoredMember
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.verification.unpacking import HashedArchive


def papers_of(
    manifest_member: StoredMember,
    manifest: Manifest,
    contents: HashedArchive,
    files: Mapping[ArchivePath, ReleaseFile],
) -> Papers:
    """:param files: member → the file of the release that it is."""
    folder, _, _ = manifest_member.path.rpartition("/")
    above = f"{folder}/" if folder else ""
    paths = list(column(contents.reading.members, "path"))
    metadata = next((path for path in paths if _holds_metadata(path, manifest)), None)
    bill = next((path for path in paths if _is_bill(path, above, manifest)), None)
    unseen = _unseen(contents, manifest)
    return Papers(
        place=manifest_member.path,
        manifest=manifest.data,
        version=manifest.version,
        listed=_listed(
            _members_beside(contents, manifest, above),
            unseen,
            files,
            told_otherwise(paths, manifest.project.import_name, files),
        ),
        written=_written(manifest, folder),
        digests=_digests(contents, unseen),
        target=manifest.target if manifest.target in TARGETS else None,
        page=contents.small(f"{above}{MODIFICATIONS_PAGE}"),
        bill_place=bill,
        bill=None if manifest.version == __version__ else contents.small(bill),
        metadata_place=metadata,
        metadata=contents.small(metadata),
        wheel=contents.small(next((path for path in paths if is_wheel_facts(path)), None)),
        project_table=contents.small(f"{above}pyproject.toml") if manifest.target == "sdist" else None,
    )


def _digests(contents: HashedArchive, unseen: Sequence[ManifestFile]) -> Digests:
    """Of all members."""
    return {**contents.digests, **{at.path: at.sha256 for at in unseen}} if unseen else contents.digests


def _unseen(contents: HashedArchive, manifest: Manifest) -> list[ManifestFile]:
    """What an installer put elsewhere, and a report tells of: of that the manifest is taken at its word."""
    elsewhere = frozenset(layout_of(contents.reading).elsewhere)
    return [at for at in manifest.files if at.path in elsewhere] if elsewhere else []


def _listed(
    seen: Iterable[tuple[ArchivePath, int, bool]],
    unseen: Iterable[ManifestFile],
    files: Mapping[ArchivePath, ReleaseFile],
    unlisted: Collection[ArchivePath],
) -> Sequence[Listed]:
    stated = (
        Listed(path=at.path, release=at.release, role=at.role, kind=at.kind, size=at.size, executable=at.executable)
        for at in unseen
    )
    return with_listed(list_members(seen, files, unlisted), stated)


def _members_beside(contents: HashedArchive, manifest: Manifest, above: str) -> Iterator[tuple[ArchivePath, int, bool]]:
    """All but the manifest and the checksums, with their sizes and modes: of a folder those that were written."""
    tells_modes = contents.reading.tells_modes
    modes = {} if tells_modes else {file.path: file.executable for file in manifest.files}
    for member in contents.reading.members:
        if member.path not in {f"{above}{MANIFEST}", f"{above}{CHECKSUMS}"}:
            yield member.path, member.size, modes.get(member.path, member.executable)


def _written(manifest: Manifest, folder: str) -> Written:
    """As it can be found out from the archive: the epoch stands in its envelope, which is compared with the manifest's."""
    root = "" if manifest.target == "wheel" else folder
    return Written(target=manifest.target, root=root, epoch=manifest.written.epoch)


def _holds_metadata(path: ArchivePath, manifest: Manifest) -> bool:
    return is_core_metadata(path) if manifest.target == "wheel" else path == f"{manifest.root}/{SDIST_METADATA}"


def _is_bill(path: ArchivePath, above: str, manifest: Manifest) -> bool:
    if manifest.target == "wheel":
        return is_own_bill(path, manifest.project.import_name)
    return path == f"{above}{BILL_OF_MATERIALS}"
