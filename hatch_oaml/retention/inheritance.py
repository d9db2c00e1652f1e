"""Which entries of a changelog are a base's own, taken over with its files: they tell of nothing that was done since."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from hatch_oaml.records.lineage import earlier
from hatch_oaml.retention.normalization import words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.lineage import Ancestor
    from hatch_oaml.records.modifications import Change, Modifications

    PathsNamedBy = Callable[[Change], frozenset[str]]


def find_inherited(
    modifications: Modifications | None, bases: Sequence[BaseRecord], paths_named_by: PathsNamedBy
) -> Iterator[tuple[Change, Ancestor]]:
    """Each change that one of the `bases`, or what it was made from, made itself; with the nearest that did.

    It says the same words of the same day about a file that both name: whatever else was added, or written anew, around
    them.
    """
    told: dict[Hashable, list[tuple[int, Change, Ancestor]]] = {}
    origins = earlier(tuple(base.as_ancestor for base in bases))
    every = ((change, origin) for origin in origins for change in origin.changes)
    for order, (change, origin) in enumerate(every):
        for key in _keys(change):
            told.setdefault(key, []).append((order, change, origin))
    for change in modifications.changes if modifications else ():
        alike = (one for key in _keys(change) for one in told.get(key, ()))
        same = [(order, origin) for order, other, origin in alike if _share_a_file(change, other, paths_named_by)]
        if same:
            yield change, min(same, key=itemgetter(0))[1]


def _keys(change: Change) -> Iterator[Hashable]:
    """What two changes have in common if they say the same in one of the languages."""
    for language, text in (("en", change.how_en), ("zh", change.how_zh)):
        if text:
            yield change.date, language, tuple(words(text))


def _share_a_file(change: Change, other: Change, paths_named_by: PathsNamedBy) -> bool:
    return change.files == other.files or bool(paths_named_by(change) & paths_named_by(other))
