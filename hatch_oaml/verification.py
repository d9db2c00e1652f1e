"""A finished archive held against its own manifest, and read as the release that it claims to be."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from hatch_oaml.base import parse_base
from hatch_oaml.config import parse_config
from hatch_oaml.digests import UNKNOWN, Sha256, sha256_of
from hatch_oaml.inventory import Inventory
from hatch_oaml.license.copies import compare
from hatch_oaml.manifest import render_checksums
from hatch_oaml.modifications import parse_modifications
from hatch_oaml.paths import ArchivePath, sort_key
from hatch_oaml.project import Project
from hatch_oaml.release import CHECKSUMS, MODIFICATIONS_PAGE, Release
from hatch_oaml.seal import AlteredMember, Seal
from hatch_oaml.unpacking import manifest_of, open_archive, read_once, whole

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.archives._contract import Digests, Progress, StoredMember
    from hatch_oaml.manifest import Manifest
    from hatch_oaml.unpacking import Contents

Expected = dict[ArchivePath, Sha256]


def read_archive(archive: Path, progress: Progress) -> Release:
    """The release in `archive`, every digest known, with its seal.

    :raises SourceError: it cannot be read: damaged, cut short, or unsafe to unpack.
    :raises ConfigurationError: a record or changelog in it is not one.
    """
    name = archive.name or str(archive.absolute())
    with closing(open_archive(archive)) as reading:
        found = manifest_of(reading, name)
        if found is None:
            return _ungated(name)
        place, manifest = found
        models = {file.path for file in manifest.files if file.role == "model"}
        with read_once(reading, models, progress) as contents:
            return _release(name, place, manifest, contents)


def _ungated(name: str) -> Release:
    return Release(
        project=Project(root="", name="", version="", import_name=""),
        config=parse_config({}),
        inventory=Inventory.of(()),
        bases=(),
        modifications=None,
        license=None,
        seal=Seal(archive=name, gated=False),
    )


def _release(name: str, place: StoredMember, manifest: Manifest, contents: Contents) -> Release:
    members = {member.path: member for member in contents.reading.members}
    listed = {file.release: file for file in manifest.files if file.release is not None and file.path in members}
    config = parse_config(manifest.settings)

    def text(path: ArchivePath) -> bytes | None:
        return whole(contents.reading, members[listed[path].path]) if path in listed else None

    changelog = text(config.modifications)
    license_text = text(config.license)
    return Release(
        project=manifest.project,
        config=config,
        inventory=Inventory.of(contents.release_file(members[file.path], file) for file in listed.values()),
        bases=tuple(parse_base(data, path) for path in config.bases if (data := text(path)) is not None),
        modifications=None if changelog is None else parse_modifications(changelog, config.modifications),
        license=None if license_text is None else compare(license_text),
        seal=_seal(name, place, manifest, contents),
    )


def _seal(name: str, place: StoredMember, manifest: Manifest, contents: Contents) -> Seal:
    digests = contents.digests
    expected = _expected(place, manifest, digests)
    altered = tuple(
        AlteredMember(path=path, expected=digest, found=digests[path])
        for path, digest in sorted(expected.items())
        if path in digests and digests[path] != digest
    )
    missing = tuple(sorted(path for path in expected if path not in digests))
    extra = tuple(sorted(path for path in digests if path not in expected and not _is_metadata(path, manifest)))
    agree = not (altered or missing or extra)
    return Seal(
        archive=name,
        gated=True,
        altered=altered,
        missing=missing,
        extra=extra,
        promised=manifest.notices,
        deviation=contents.reading.deviation(digests, epoch=manifest.epoch) if agree else None,
    )


def _is_metadata(path: str, manifest: Manifest) -> bool:
    """A wheel's own records: its RECORD tells of them, and the format's reader holds them against that."""
    return manifest.format == "wheel" and path.partition("/")[0].endswith(".dist-info")


def _expected(place: StoredMember, manifest: Manifest, digests: Digests) -> Expected:
    """What must be there: what the manifest lists, what we generate, and a wheel's second copies of the legal texts."""
    folder = place.path.rpartition("/")[0]
    expected: Expected = {file.path: file.sha256 for file in manifest.files}
    page = ArchivePath(f"{folder}/{MODIFICATIONS_PAGE}")
    expected.setdefault(page, UNKNOWN)
    expected[place.path] = digests[place.path]
    if manifest.format == "wheel":
        expected |= _second_copies(manifest, digests, expected[page])
    checksums = ArchivePath(f"{folder}/{CHECKSUMS}")
    summed = sorted((path for path in expected if path.startswith(f"{folder}/")), key=sort_key)
    expected[checksums] = sha256_of(render_checksums(folder, summed, expected))
    return expected


def _second_copies(manifest: Manifest, digests: Digests, page: Sha256) -> Expected:
    metadata = next((path.partition("/")[0] for path in digests if path.endswith(".dist-info/METADATA")), "")
    copies = {
        ArchivePath(f"{metadata}/licenses/{file.release}"): file.sha256
        for file in manifest.files
        if file.release is not None and file.role == "legal"
    }
    return copies | {ArchivePath(f"{metadata}/licenses/{MODIFICATIONS_PAGE}"): page}
