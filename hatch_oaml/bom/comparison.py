"""A bill of materials in a finished archive held against what the archive carries: it is made again, and must be the same."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml import __version__
from hatch_oaml.bom.document import pieces_of_bill, render_bill
from hatch_oaml.bom.told import Told, each_once
from hatch_oaml.records.listing import Listed
from hatch_oaml.values.digests import sha256_of_blocks
from hatch_oaml.values.many import Many
from hatch_oaml.values.paths import prefix_of
from hatch_oaml.values.pieces import is_made_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.integrity import Papers
    from hatch_oaml.release import Release
    from hatch_oaml.values.paths import ArchivePath


def is_bill_of(release: Release, papers: Papers, place: ArchivePath) -> bool:
    """Does the bill at `place` say of the release what is so, all of it and nothing else?

    One of this very version has the same bytes; of another version the content counts, in whatever layout.
    """
    told = told_of(release, papers)
    if papers.bill is None:
        return sha256_of_blocks(pieces_of_bill(told)) == papers.digests[place]
    if is_made_of([papers.bill], pieces_of_bill(told)):
        return True
    return papers.version != __version__ and _has_content(papers.bill, json.loads(render_bill(told)))


def told_of(release: Release, papers: Papers) -> Told:
    """Of notices, what the manifest promises: it is held against the files by itself."""
    promised = release.held_against_manifest.promised
    return Told(
        release=release,
        listed=Many(Listed, _listed(papers)),
        written=papers.written,
        digests=papers.digests,
        copyrights=each_once(notice.text for notice in promised if notice.kind == "copyright"),
        version=papers.version,
    )


def _listed(papers: Papers) -> Iterator[Listed]:
    """All but the bill itself; what kind of file each is, another version may see otherwise, and its manifest says."""
    above = prefix_of(papers.written.root)
    listed = (at for at in papers.listed if at.path != papers.bill_place)
    if papers.version == __version__:
        yield from listed
        return
    stated = {above + row["path"]: row["kind"] for row in json.loads(papers.manifest.whole())["files"]}
    for at in listed:
        yield replace(at, kind=stated.get(at.path, at.kind))


def _has_content(bill: bytes, true: object) -> bool:
    try:
        return bool(true == json.loads(bill.decode(), object_pairs_hook=_table_without_twins))
    except (ValueError, RecursionError):
        return False


def _table_without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError("a key stands in it twice")
    return table
