"""A finished archive held against its own manifest, and read as the release that it claims to be."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hatch_oaml.archives import archive_formats, format_of
from hatch_oaml.license.copies import compare_license
from hatch_oaml.records.base_record import parse_base
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.generated import CHECKSUMS, MANIFEST, MODIFICATIONS_PAGE
from hatch_oaml.records.integrity import AlteredMember, Integrity, Papers
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.records.listing import Listed, Written
from hatch_oaml.records.modifications import Modifications, parse_modifications
from hatch_oaml.records.project import Project
from hatch_oaml.release import Release
from hatch_oaml.rendering.core_metadata import classifiers
from hatch_oaml.rendering.listing import list_members
from hatch_oaml.storage.opening import size_of
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError, SourceError
from hatch_oaml.values.paths import sort_key
from hatch_oaml.values.wheel_names import is_core_metadata, is_wheel_facts
from hatch_oaml.verification.bombs import Source, refuse_bomb
from hatch_oaml.verification.expected_members import expect
from hatch_oaml.verification.places import places_of, without_copies
from hatch_oaml.verification.released_files import released_files
from hatch_oaml.verification.unpacked_folder import layout_of
from hatch_oaml.verification.unpacking import manifest_of, open_archive, read_once, read_small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.config import Config
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.manifest import Manifest
    from hatch_oaml.records.members import Progress, StoredMember
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.verification.unpacking import HashedArchive

    Text = Callable[[ArchivePath], bytes | None]


def read_archive(archive: Path, progress: Progress) -> Release:
    """The release in `archive`, every digest known, with its seal.

    :raises SourceError: it cannot be read: damaged, cut short, or unsafe to unpack; or what was sealed in it is no
        release at all.
    """
    name = archive.name or str(archive.absolute())
    with closing(open_archive(archive)) as reading:
        found = manifest_of(reading, name)
        if found is None:
            return _ungated(name)
        manifest_member, manifest = found
        if not archive.is_dir():
            refuse_bomb(reading, manifest_member.path, manifest, Source(name=name, size=size_of(archive)))
        try:
            return _release(archive, name, manifest_member, manifest, read_once(reading, progress))
        except ConfigurationError as error:
            raise SourceError(
                *(Bilingual(en=f"{name}: {said.en}", zh=f"{name}：{said.zh}") for said in error.messages)
            ) from error


def _ungated(name: str) -> Release:
    return Release(
        project=Project(root="", name="", version="", import_name=""),
        config=parse_config({}),
        inventory=Inventory.of(()),
        bases=(),
        modifications=None,
        license=None,
        integrity=Integrity(archive=name, has_manifest=False),
    )


def _release(
    archive: Path, name: str, manifest_member: StoredMember, manifest: Manifest, contents: HashedArchive
) -> Release:
    members = {member.path: member for member in contents.reading.members}
    config = parse_config(manifest.settings)
    places = without_copies(places_of(manifest, members), contents.digests)
    files = released_files(contents, places, config)
    found = {file.path: members[path] for path, file in files.items()}

    def text(path: ArchivePath) -> bytes | None:
        return read_small(contents.reading, found[path]) if path in found else None

    papers = _papers(manifest_member, manifest, contents, files)
    integrity = _integrity(archive, name, manifest_member, manifest, config, contents, papers)
    upstream = _upstream(config, integrity, text)
    has_tensors = any(base.has_tensors for base in upstream.bases)
    license_text = text(config.license)
    return Release(
        project=replace(manifest.project, classifiers=classifiers(papers.metadata)),
        config=config,
        inventory=Inventory.of(
            contents.with_tensor_digests(found[file.path], file) if has_tensors else file for file in files.values()
        ),
        bases=upstream.bases,
        modifications=upstream.modifications,
        license=None if license_text is None else compare_license(license_text),
        integrity=integrity,
        upstream_is_known=upstream.is_known,
    )


def _papers(
    manifest_member: StoredMember,
    manifest: Manifest,
    contents: HashedArchive,
    files: Mapping[ArchivePath, ReleaseFile],
) -> Papers:
    folder, _, _ = manifest_member.path.rpartition("/")
    above = f"{folder}/" if folder else ""
    paths = [member.path for member in contents.reading.members]
    metadata = next((path for path in paths if _holds_metadata(path, manifest)), None)
    form = archive_formats().get(manifest.format)
    return Papers(
        place=manifest_member.path,
        manifest=manifest.data,
        version=manifest.version,
        listed=_listed(contents, manifest, above, files),
        written=_written(manifest, folder),
        digests=contents.digests,
        target=form.target if form else None,
        page=contents.small(f"{above}{MODIFICATIONS_PAGE}"),
        metadata_place=metadata,
        metadata=contents.small(metadata),
        wheel=contents.small(next((path for path in paths if is_wheel_facts(path)), None)),
        project_table=contents.small(f"{above}pyproject.toml") if manifest.format == "sdist" else None,
    )


def _listed(
    contents: HashedArchive, manifest: Manifest, above: str, files: Mapping[ArchivePath, ReleaseFile]
) -> tuple[Listed, ...]:
    """What an installer put elsewhere was not seen, and a report tells so: of that the manifest is taken at its word."""
    elsewhere = frozenset(layout_of(contents.reading).elsewhere)
    seen = list_members(_members_beside(contents, manifest, above), files)
    unseen = (
        Listed(path=at.path, release=at.release, role=at.role, kind=at.kind, size=at.size, executable=at.executable)
        for at in manifest.files
        if at.path in elsewhere
    )
    return tuple(sorted((*seen, *unseen), key=lambda item: sort_key(item.path)))


def _members_beside(contents: HashedArchive, manifest: Manifest, above: str) -> Iterator[tuple[ArchivePath, int, bool]]:
    """All but the manifest and the checksums, with their sizes and modes: of a folder those that were written."""
    tells_modes = contents.reading.tells_modes
    modes = {} if tells_modes else {file.path: file.executable for file in manifest.files}
    for member in contents.reading.members:
        if member.path not in {f"{above}{MANIFEST}", f"{above}{CHECKSUMS}"}:
            yield member.path, member.size, modes.get(member.path, member.executable)


def _written(manifest: Manifest, folder: str) -> Written:
    """As it can be found out from the archive: the epoch stands in its envelope, which is compared with the manifest's."""
    form = archive_formats().get(manifest.format)
    return Written(
        format=manifest.format,
        root="" if manifest.format == "wheel" else folder,
        epoch=manifest.written.epoch,
        parameters=form.parameters if form else {},
    )


def _holds_metadata(path: ArchivePath, manifest: Manifest) -> bool:
    return is_core_metadata(path) if manifest.format == "wheel" else path == f"{manifest.root}/PKG-INFO"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Upstream:
    """What the archive tells of the bases, and of what was modified."""

    bases: tuple[BaseRecord, ...]
    modifications: Modifications | None
    is_known: bool


_UNKNOWN = _Upstream(bases=(), modifications=None, is_known=False)
"""Where the records of it are damaged or gone: the members' digests say so, and refuse the archive. Whatever else one asked
of the upstream would find faults that nobody made.
"""


def _upstream(config: Config, integrity: Integrity, text: Text) -> _Upstream:
    try:
        records = [(path, text(path)) for path in config.bases]
        bases = tuple(parse_base(data, path) for path, data in records if data is not None)
        changelog = text(config.modifications)
        modifications = None if changelog is None else parse_modifications(changelog, config.modifications)
    except ConfigurationError:
        if not integrity.altered:
            raise
        return _UNKNOWN
    if len(bases) < len(config.bases):
        return _UNKNOWN
    return _Upstream(bases=bases, modifications=modifications, is_known=True)


def _integrity(
    archive: Path,
    name: str,
    manifest_member: StoredMember,
    manifest: Manifest,
    config: Config,
    contents: HashedArchive,
    papers: Papers,
) -> Integrity:
    digests = contents.digests
    expected = expect(manifest_member, manifest, config.bases, contents)
    altered = tuple(
        AlteredMember(path=path, expected=digest, found=digests[path])
        for path, digest in sorted(expected.digests.items())
        if path in digests and digests[path] != digest
    )
    missing = tuple(sorted(expected.paths - digests.keys()))
    extra = tuple(sorted(digests.keys() - expected.digests.keys()))
    agree = not (altered or missing or extra)
    layout = layout_of(contents.reading)
    return Integrity(
        archive=name,
        has_manifest=True,
        altered=altered,
        missing=missing,
        extra=extra,
        promised=manifest.notices,
        companions=layout.companions,
        is_part=layout.package is not None,
        elsewhere=layout.elsewhere,
        deviation=_deviation(archive, name, manifest, contents) if agree else None,
        papers=papers if agree else None,
    )


def _deviation(archive: Path, name: str, manifest: Manifest, contents: HashedArchive) -> Bilingual | None:
    form = None if archive.is_dir() else format_of(archive)
    if form is not None and form.name != manifest.format:
        return Bilingual(
            en=f"{name}: is called a `{form.name}`, and hatch-oaml wrote a `{manifest.format}`",
            zh=f"{name}：名称所示格式为 `{form.name}`，而 hatch-oaml 写出的是 `{manifest.format}`",
        )
    return contents.reading.deviation(contents.digests, epoch=manifest.written.epoch)
