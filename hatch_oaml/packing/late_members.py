"""The members of an archive that tell of the others' digests: each with the room that it will take."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from hatch_oaml.bom.document import pieces_of_bill
from hatch_oaml.bom.told import Told, retained_copyrights
from hatch_oaml.records.checksums import checksum_lines
from hatch_oaml.records.members import LateContent, Member
from hatch_oaml.rendering.manifest_text import manifest_values, pieces_of
from hatch_oaml.rendering.modification_page import pieces_of_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hatch_oaml.records.listing import Listed, Written
    from hatch_oaml.records.members import Digests
    from hatch_oaml.release import Release
    from hatch_oaml.values.paths import ArchivePath


def page_member(path: ArchivePath, release: Release, member_paths: Mapping[ArchivePath, ArchivePath]) -> Member:
    """:param member_paths: where the release's files are among the members."""
    unknown = {
        file.path: member_paths[file.path]
        for file in release.inventory
        if file.sha256 is None and file.path in member_paths
    }

    def pieces(digests: Digests) -> Iterator[bytes]:
        return pieces_of_page(release, {of: digests[at] for of, at in unknown.items() if at in digests})

    return _late(path, pieces)


def bill_member(path: ArchivePath, release: Release, listed: Sequence[Listed], written: Written) -> Member:
    """It tells of the members that are `listed`, and is none of them."""
    told = Told(release=release, listed=listed, written=written, digests={}, copyrights=retained_copyrights(release))

    return _late(path, lambda digests: pieces_of_bill(replace(told, digests=digests)))


def manifest_member(path: ArchivePath, release: Release, listed: Sequence[Listed], written: Written) -> Member:
    return _late(path, lambda digests: pieces_of(manifest_values(release, listed, written, digests)))


def checksums_member(path: ArchivePath, folder: str, summed: Sequence[ArchivePath]) -> Member:
    """:param summed: the members below `folder`, in their order."""
    return _late(path, partial(checksum_lines, folder, summed))


def _late(path: ArchivePath, pieces: Callable[[Digests], Iterator[bytes]]) -> Member:
    return Member(path=path, content=LateContent(size=sum(map(len, pieces({}))), pieces=pieces))
