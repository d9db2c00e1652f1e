"""Which entries of a changelog are a base's own, taken over with its files: they tell of nothing that was done since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.lineage import earlier
from hatch_oaml.retention.normalization import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.lineage import Ancestor
    from hatch_oaml.records.modifications import Change, Modifications

    PathsNamedBy = Callable[[Change], frozenset[str]]


def find_inherited(
    modifications: Modifications | None, bases: Sequence[BaseRecord], paths_named_by: PathsNamedBy
) -> Iterator[tuple[Change, Ancestor]]:
    """Each change that one of the `bases`, or what it was made from, made itself; with the nearest that did."""
    told = [
        (change, origin) for origin in earlier(tuple(base.as_ancestor for base in bases)) for change in origin.changes
    ]
    for change in modifications.changes if modifications else ():
        origin = next((origin for other, origin in told if _is_same(change, other, paths_named_by)), None)
        if origin is not None:
            yield change, origin


def _is_same(change: Change, other: Change, paths_named_by: PathsNamedBy) -> bool:
    """The same words of the same day about a file that both name: whatever else was added, or written anew, around them."""
    if change.date != other.date or not _says_the_same(change, other):
        return False
    return change.files == other.files or bool(paths_named_by(change) & paths_named_by(other))


def _says_the_same(change: Change, other: Change) -> bool:
    pairs = ((change.how_en, other.how_en), (change.how_zh, other.how_zh))
    return any(words(ours) == words(theirs) for ours, theirs in pairs if ours and theirs)
