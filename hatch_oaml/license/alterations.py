"""How an altered copy came from the license."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.license.alignment import changes, in_order
from hatch_oaml.license.canonical import EDITIONS, canonical_text, segments
from hatch_oaml.license.differences import LicenseDifference, differences, extra
from hatch_oaml.license.runs import SIGNIFICANT
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.license.alignment import WordChange
    from hatch_oaml.license.canonical import Edition, Segment
    from hatch_oaml.license.differences import Extra
    from hatch_oaml.license.folding import Folded
    from hatch_oaml.license.versions import LicenseVersion


@frozen
class Alterations:
    """What an altered copy has that the text has not, and the other way round (clause 1.1)."""

    differences: tuple[LicenseDifference, ...]
    missing_editions: tuple[Edition, ...]
    extra_before: Extra | None
    extra_after: Extra | None


def alterations(copy: Folded, version: LicenseVersion, offsets: Mapping[Segment, int]) -> Alterations:
    """`offsets` are the clauses that stand whole in the copy: one or more."""
    parts = _arranged_like(offsets, segments(version))
    missing = tuple(edition for edition in EDITIONS if edition not in _kept_editions(parts, copy, offsets))
    parts = [part for part in parts if part.edition not in missing]
    found = list(changes(parts, copy, offsets))
    end = sum(len(part.tokens) for part in parts)
    inside = [change for change in found if change.last > 0 and change.first < end]
    return Alterations(
        differences=(
            *_regrouping(parts, copy, offsets),
            *differences(inside, parts, canonical_text(version), copy),
        ),
        missing_editions=missing,
        extra_before=_extra([change for change in found if change.last == 0], copy),
        extra_after=_extra([change for change in found if change.first == end], copy),
    )


def _arranged_like(offsets: Mapping[Segment, int], parts: Sequence[Segment]) -> Sequence[Segment]:
    """Clause by clause in both languages, or one language behind the other: as more whole clauses follow each other."""
    chinese = [part for part in parts if part.edition == "zh"]
    english = [part for part in parts if part.edition == "en"]
    arrangements = (parts, [*chinese, *english], [*english, *chinese])
    return max(arrangements, key=lambda arrangement: len(in_order(arrangement, offsets)))


def _kept_editions(parts: Sequence[Segment], copy: Folded, offsets: Mapping[Segment, int]) -> set[Edition]:
    """The editions of which some clause is whole, or has kept so many words in a row that they are no coincidence."""
    kept = {part.edition for part in offsets}
    if len(kept) == len(EDITIONS):
        return kept
    touched = {token for change in changes(parts, copy, offsets) for token in range(change.first, change.last)}
    start = 0
    for part in parts:
        untouched = "".join("-" if start + token in touched else "+" for token in range(len(part.tokens)))
        if part.kind == "clause" and "+" * SIGNIFICANT in untouched:
            kept.add(part.edition)
        start += len(part.tokens)
    return kept


def _regrouping(parts: Sequence[Segment], copy: Folded, offsets: Mapping[Segment, int]) -> Iterator[LicenseDifference]:
    second = parts[-1].edition
    if parts[0].edition != parts[1].edition or parts[0].edition == second:
        return
    first = min(offset for part, offset in offsets.items() if part.edition == second)
    yield LicenseDifference(kind="regrouped", edition=second, clause="", line=copy.line(copy.locate(first)))


def _extra(insertions: Sequence[WordChange], copy: Folded) -> Extra | None:
    return extra(copy, insertions[0].start, insertions[-1].end) if insertions else None
