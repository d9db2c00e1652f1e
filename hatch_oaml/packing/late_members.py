"""The members of an archive that tell of the others' digests: each with the room that it will take."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from hatch_oaml.bom.document import pieces_of_bill, render_bill
from hatch_oaml.bom.told import Told, retained_copyrights
from hatch_oaml.records.checksums import checksum_lines, render_checksums
from hatch_oaml.records.members import LateContent, Member
from hatch_oaml.rendering.manifest_text import manifest_values, pieces_of, render_manifest
from hatch_oaml.rendering.modification_page import render_page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hatch_oaml.records.listing import Listed, Written
    from hatch_oaml.records.members import Digests
    from hatch_oaml.release import Release
    from hatch_oaml.values.paths import ArchivePath


def page_member(path: ArchivePath, release: Release, member_paths: Mapping[ArchivePath, ArchivePath]) -> Member:
    """:param member_paths: where the release's files are among the members."""

    def render(digests: Digests) -> bytes:
        return render_page(release, {of: digests[at] for of, at in member_paths.items() if at in digests})

    return _late(path, render)


def bill_member(path: ArchivePath, release: Release, listed: Sequence[Listed], written: Written) -> Member:
    """It tells of the members that are `listed`, and is none of them."""
    told = Told(
        release=release, listed=tuple(listed), written=written, digests={}, copyrights=retained_copyrights(release)
    )

    def render(digests: Digests) -> bytes:
        return render_bill(replace(told, digests=digests))

    return Member(path=path, content=LateContent(size=sum(map(len, pieces_of_bill(told))), render=render))


def manifest_member(path: ArchivePath, release: Release, listed: Sequence[Listed], written: Written) -> Member:
    size = sum(map(len, pieces_of(manifest_values(release, listed, written, {}))))
    render = partial(render_manifest, release, listed, written)
    return Member(path=path, content=LateContent(size=size, render=render))


def checksums_member(path: ArchivePath, folder: str, summed: Sequence[ArchivePath]) -> Member:
    """:param summed: the members below `folder`, in their order."""
    size = sum(map(len, checksum_lines(folder, summed, {})))
    return Member(path=path, content=LateContent(size=size, render=partial(render_checksums, folder, summed)))


def _late(path: ArchivePath, render: Callable[[Digests], bytes]) -> Member:
    return Member(path=path, content=LateContent(size=len(render({})), render=render))
