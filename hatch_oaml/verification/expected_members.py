"""What an archive must hold, by the manifest in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.checksums import checksum_lines
from hatch_oaml.records.generated import BILL_OF_MATERIALS, CHECKSUMS, MANIFEST, MODIFICATIONS_PAGE
from hatch_oaml.records.wheel_record import parse_record
from hatch_oaml.values.digests import Sha256, sha256_of_blocks
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.many import column
from hatch_oaml.values.paths import ArchivePath, sort_key
from hatch_oaml.values.wheel_names import (
    METADATA,
    SDIST_METADATA,
    WHEEL,
    is_metadata,
    license_copy,
    metadata_folder,
    metadata_folder_of,
    own_bill,
    record_of,
)
from hatch_oaml.verification.opening import read_small
from hatch_oaml.verification.unpacked_folder import layout_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from hatch_oaml.records.manifest import Manifest
    from hatch_oaml.records.members import StoredMember
    from hatch_oaml.verification.unpacking import HashedArchive

Expected = dict[ArchivePath, Sha256]


@frozen
class Expectation:
    """The digests that members must have, and the paths that must be there too, whatever is told of them."""

    digests: Expected
    required: frozenset[ArchivePath]


def expect(
    manifest_member: StoredMember, manifest: Manifest, bases: Iterable[ArchivePath], contents: HashedArchive
) -> Expectation:
    """What the manifest at `manifest_member` lists, what we generate, and what a wheel has beside, as far as it can be there.

    :param bases: the base records that the release is judged by, as paths in the release.
    """
    above = manifest_member.path.removesuffix(MANIFEST)
    expected = _listed(manifest, contents)
    page = ArchivePath(f"{above}{MODIFICATIONS_PAGE}")
    required = {page, *(ArchivePath(f"{above}{base}") for base in _unlisted(bases, manifest))}
    expected[manifest_member.path] = contents.digests[manifest_member.path]
    if manifest.target == "wheel":
        metadata = _metadata_folder(manifest, contents)
        record = record_of(metadata)
        bill = own_bill(metadata, manifest.project.import_name)
        recorded = _recorded(record, {bill}, contents)
        expected = dict(recorded) | expected | _second_copies(metadata, manifest, expected.get(page))
        required |= {record, bill, *(ArchivePath(f"{metadata}/{name}") for name in (METADATA, WHEEL))}
    else:
        required.add(ArchivePath(f"{above}{BILL_OF_MATERIALS}"))
        if manifest.target == "sdist":
            required.add(ArchivePath(f"{above}{SDIST_METADATA}"))
    summed = sorted((path for path in expected if path.startswith(above)), key=sort_key)
    checksums = checksum_lines(above.removesuffix("/"), summed, expected)
    expected[ArchivePath(f"{above}{CHECKSUMS}")] = sha256_of_blocks(checksums)
    return _as_laid_out(Expectation(digests=expected, required=frozenset(required)), contents)


def _unlisted(bases: Iterable[ArchivePath], manifest: Manifest) -> set[ArchivePath]:
    return set(bases).difference(column(manifest.files, "release"))


def _as_laid_out(expected: Expectation, contents: HashedArchive) -> Expectation:
    """Without what an installer put beside, and without what lies outside of the folder that was given."""
    layout = layout_of(contents.reading)
    beside = {path for path, _ in layout.companions}

    def is_asked(path: ArchivePath) -> bool:
        return path in contents.digests or (path not in beside and layout.holds(path))

    passed_over = [path for path in expected.digests if not is_asked(path)]
    for path in passed_over:
        del expected.digests[path]
    return Expectation(
        digests=expected.digests,
        required=frozenset(filter(is_asked, expected.required)),
    )


def _listed(manifest: Manifest, contents: HashedArchive) -> Expected:
    """A wheel has one folder of metadata: what the manifest lists in another is not to be there."""
    expected: Expected = dict(zip(column(manifest.files, "path"), column(manifest.files, "sha256"), strict=True))
    folder = f"{_metadata_folder(manifest, contents)}/"
    others = [path for path in expected if is_metadata(path) and not path.startswith(folder)]
    for path in others:
        del expected[path]
    return expected


def _metadata_folder(manifest: Manifest, contents: HashedArchive) -> str:
    project = f"{manifest.project.name}-{manifest.project.version}"
    return metadata_folder_of(contents.digests) or metadata_folder(project)


def _second_copies(metadata: str, manifest: Manifest, page: Sha256 | None) -> Expected:
    """The legal texts are in a wheel's metadata too."""
    copies = {
        license_copy(metadata, file.release): file.sha256
        for file in manifest.files
        if file.release is not None and file.role == "legal" and not is_metadata(file.release)
    }
    return copies | ({license_copy(metadata, MODIFICATIONS_PAGE): page} if page else {})


def _recorded(
    record: ArchivePath, made_again: Collection[str], contents: HashedArchive
) -> Iterator[tuple[ArchivePath, Sha256]]:
    """What of a wheel's own metadata the manifest does not list, since it is judged by what it says: its RECORD tells the digests.

    :param made_again: other than what every wheel has.
    """
    members = {member.path: member for member in contents.reading.members}
    if record not in members:
        return
    yield record, contents.digests[record]
    for path, digest in parse_record(read_small(contents.reading, members[record])):
        folder, _, name = path.partition("/")
        if folder == record.partition("/")[0] and (name in {METADATA, WHEEL} or path in made_again):
            yield path, digest
