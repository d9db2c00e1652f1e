"""A finished archive held against its own manifest, and read as the release that it claims to be."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.license.copies import compare_license
from hatch_oaml.records.base_record import parse_base
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.integrity import AlteredMember, Integrity, Papers
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.records.modifications import Modifications, parse_modifications
from hatch_oaml.records.project import Project
from hatch_oaml.release import Release
from hatch_oaml.rendering.core_metadata import classifiers
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError, SourceError
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.wheel_names import is_metadata
from hatch_oaml.verification.deviation import deviation_of
from hatch_oaml.verification.expected_members import expect
from hatch_oaml.verification.opening import opened, read_small
from hatch_oaml.verification.papers import papers_of
from hatch_oaml.verification.places import places_of, without_copies
from hatch_oaml.verification.released_files import released_files
from hatch_oaml.verification.signature import signature_of
from hatch_oaml.verification.unpacked_folder import layout_of
from hatch_oaml.verification.unpacking import HashedArchive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.config import Config
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.manifest import Manifest
    from hatch_oaml.records.members import Digests, Progress, StoredMember
    from hatch_oaml.records.signature import Signature
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.verification.opening import Opened
    from hatch_oaml.verification.signature import Asked

    Text = Callable[[ArchivePath], bytes | None]


def read_archive(archive: Path, progress: Progress, asked: Asked | None = None) -> Release:
    """The release in `archive`, every digest known, with its seal.

    :param asked: of whom a signature is wanted; None where nobody wants one.

    :raises SourceError: it cannot be read: damaged, cut short, or unsafe to unpack; or what was sealed in it is no
        release at all.
    """
    with opened(archive, progress) as one:
        return read_opened(one, asked)


def read_opened(one: Opened, asked: Asked | None = None) -> Release:
    """:raises SourceError: as `read_archive`."""
    if one.manifest is None:
        return _ungated(one.name)
    member, manifest = one.manifest
    try:
        contents = HashedArchive(one.reading, one.digests)
        signature = signature_of(one.archive, asked, member, manifest, contents) if asked else None
        return _release(one.archive, one.name, member, manifest, contents, signature)
    except ConfigurationError as error:
        raise SourceError(
            *(Bilingual(en=f"{one.name}: {said.en}", zh=f"{one.name}：{said.zh}") for said in error.messages)
        ) from error


def _ungated(name: str) -> Release:
    return Release(
        project=Project(root=None, name="", version="", import_name=""),
        config=parse_config({}),
        inventory=Inventory.of(()),
        bases=(),
        modifications=None,
        license=None,
        integrity=Integrity(archive=name, has_manifest=False),
    )


def _release(
    archive: Path,
    name: str,
    manifest_member: StoredMember,
    manifest: Manifest,
    contents: HashedArchive,
    signature: Signature | None,
) -> Release:
    config = parse_config(manifest.settings)
    differences = partial(_differences, manifest_member, manifest, config, contents)
    upstream, files, license_text = _read(manifest, config, contents, differences)
    papers = papers_of(manifest_member, manifest, contents, files)
    integrity = _integrity(archive, name, manifest_member, manifest, contents, differences(), papers)
    has_tensors = any(base.has_tensors for base in upstream.bases)
    members = {member.path: member for member in contents.reading.members} if has_tensors else {}
    return Release(
        project=replace(manifest.project, classifiers=classifiers(papers.metadata)),
        config=config,
        inventory=Inventory.of(
            contents.with_tensor_digests(members[path], file) if has_tensors else file for path, file in files.items()
        ),
        bases=upstream.bases,
        modifications=upstream.modifications,
        license=None if license_text is None else compare_license(license_text),
        integrity=replace(integrity, signature=signature, companions=_unread(integrity.companions, signature)),
        upstream_is_known=upstream.is_known,
    )


def _read(
    manifest: Manifest, config: Config, contents: HashedArchive, differences: Callable[[], _Differences]
) -> tuple[_Upstream, Mapping[ArchivePath, ReleaseFile], bytes | None]:
    """What the archive tells of its bases, its files by their members, and the license's text."""
    places = without_copies(places_of(manifest, contents.digests), contents.digests)

    def text(path: ArchivePath) -> bytes | None:
        found = next((member for member, release in places.released.items() if release == path), None)
        return None if found is None else read_small(contents.reading, contents.member(found))

    upstream = _upstream(config, manifest, differences, text)
    return upstream, released_files(contents, places, config, upstream.bases), text(config.license)


@frozen
class _Upstream:
    """What the archive tells of the bases, and of what was modified."""

    bases: tuple[BaseRecord, ...]
    modifications: Modifications | None
    is_known: bool


_UNKNOWN = _Upstream(bases=(), modifications=None, is_known=False)
"""Where the records of it are damaged or gone: the members' digests say so, and refuse the archive. Whatever else one asked
of the upstream would find faults that nobody made.
"""


def _upstream(config: Config, manifest: Manifest, differences: Callable[[], _Differences], text: Text) -> _Upstream:
    try:
        records = [(path, text(path)) for path in config.bases]
        known = {file.release: file for file in manifest.files if file.release is not None} if records else {}
        bases = tuple(parse_base(data, path, known) for path, data in records if data is not None)
        changelog = text(config.modifications)
        modifications = None if changelog is None else parse_modifications(changelog, config.modifications)
    except ConfigurationError:
        if not differences().altered:
            raise
        return _UNKNOWN
    if len(bases) < len(config.bases):
        return _UNKNOWN
    return _Upstream(bases=bases, modifications=modifications, is_known=True)


@frozen
class _Differences:
    """Where the members are not those that the manifest lists."""

    altered: tuple[AlteredMember, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]


def _differences(
    manifest_member: StoredMember, manifest: Manifest, config: Config, contents: HashedArchive
) -> _Differences:
    digests = contents.digests
    expected = expect(manifest_member, manifest, config.bases, contents)
    return _Differences(
        altered=tuple(
            AlteredMember(path=path, expected=digest, found=digests[path])
            for path, digest in sorted(_unequal(expected.digests, digests))
        ),
        missing=tuple(sorted({path for path in chain(expected.digests, expected.required) if path not in digests})),
        extra=tuple(sorted(path for path in digests if path not in expected.digests)),
    )


def _unequal(expected: Digests, found: Digests) -> Iterator[tuple[ArchivePath, Sha256]]:
    """The members that are there and have another digest, with the one that was expected."""
    return ((path, digest) for path, digest in expected.items() if path in found and found[path] != digest)


def _integrity(
    archive: Path,
    name: str,
    manifest_member: StoredMember,
    manifest: Manifest,
    contents: HashedArchive,
    differences: _Differences,
    papers: Papers,
) -> Integrity:
    agree = not (differences.altered or differences.missing or differences.extra)
    layout = layout_of(contents.reading)
    return Integrity(
        archive=name,
        has_manifest=True,
        manifest_sha256=contents.digests.get(manifest_member.path),
        altered=differences.altered,
        missing=differences.missing,
        extra=differences.extra,
        promised=manifest.notices,
        companions=layout.told,
        is_part=layout.package is not None,
        elsewhere=tuple(path for path in layout.elsewhere if not is_metadata(path)),
        deviation=deviation_of(archive, name, manifest, contents, papers) if agree else None,
        papers=papers if agree else None,
    )


def _unread(
    companions: tuple[tuple[str, Bilingual], ...], signature: Signature | None
) -> tuple[tuple[str, Bilingual], ...]:
    """Without the signature that was asked for, and read."""
    if signature is None or not signature.is_within:
        return companions
    return tuple((path, who) for path, who in companions if path.rpartition("/")[2] != signature.place)
