"""Tells what became of notices that are not kept: which of a file's own each was made into."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from hatch_oaml.retention.normalization import claims, has_run, words
from hatch_oaml.retention.particulars import particulars

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from hatch_oaml.records.notice import Notice

_ALIKE = 0.5
_SAME_YEARS = 0.6
_SAME_LETTERS = 0.6
_PART = 0.9
"""Names of which one holds the other are surer than any likeness of letters, and less than the same holder."""
_NEAR = 2
_HEADER = 15
"""Lines: in the first ones of a file stands whose it is."""
_ALL = 10_000
"""So many pairs are all compared; of more, those that have something in common besides letters."""
_RARE = 8
"""Notices at most that have a word in common which tells them from others."""


def likeness(old: Notice, new: Notice) -> float:
    """How surely `new` is what became of `old`, from 0 to 1; 0 where it is another notice.

    Names are compared, and what else is particular: the words that the notices of two strangers share tell nothing,
    save that both stand in one place.
    """
    if old.kind != new.kind:
        return 0.0
    if old.kind == "copyright":
        return _likeness_of_copyrights(old, new)
    names = _likeness_of_names(old, new)
    return max(names, _likeness_of_words(old, new)) if _is_near(old, new) else names


def pair(old: Sequence[Notice], new: Sequence[Notice]) -> dict[int, int]:
    """Which of `new`, by index, each of `old` became, the most alike told first; nothing of a notice that is gone."""
    degrees = ((likeness(old[i], new[j]), -i, -j) for i, j in _worth_comparing(old, new))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _degree, i, j in sorted((found for found in degrees if found[0]), reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


def _worth_comparing(old: Sequence[Notice], new: Sequence[Notice]) -> Iterable[tuple[int, int]]:
    if len(old) * len(new) <= _ALL:
        return product(range(len(old)), range(len(new)))
    return _with_something_in_common(old, new)


def _with_something_in_common(old: Sequence[Notice], new: Sequence[Notice]) -> Iterator[tuple[int, int]]:
    """By a place, a holder or a rare word: of each few pairs, however many notices there are."""
    having: dict[Hashable, list[int]] = {}
    for index, notice in enumerate(new):
        for trait in _traits(notice):
            having.setdefault(trait, []).append(index)
    for index, notice in enumerate(old):
        near = ((notice.kind, line) for line in range(notice.line - _NEAR, notice.line + _NEAR + 1))
        found = (having.get(trait, ()) for trait in (*near, *_traits(notice)))
        yield from ((index, other) for other in sorted({one for some in found for one in some[:_RARE]}))


def _traits(notice: Notice) -> Iterator[Hashable]:
    yield notice.kind, notice.line
    if notice.kind == "copyright":
        for claim in claims(notice.text):
            yield "holder", claim.holder
    for word in set(particulars(notice.text) or words(notice.text)):
        yield notice.kind, word


def _likeness_of_copyrights(old: Notice, new: Notice) -> float:
    made = tuple(product(claims(old.text), claims(new.text)))
    if any(before.holder and before.holder == after.holder for before, after in made):
        return 1.0
    degrees = [_likeness_of_names(old, new)]
    if _is_near(old, new) and any(before.years and before.years == after.years for before, after in made):
        degrees.append(_SAME_YEARS)
    if _is_near(old, new) or _are_headers(old, new):
        degrees.append(_ALIKE)
    return max(degrees)


def _likeness_of_names(old: Notice, new: Notice) -> float:
    """Is one a part of the other, or are most of the letters of both the same? 0 where only one names something."""
    before, after = particulars(old.text), particulars(new.text)
    if not before and not after:
        return _likeness_of_words(old, new)
    if not before or not after:
        return 0.0
    if has_run(before, after) or has_run(after, before):
        return _PART
    return min(_ratio("".join(before), "".join(after), _SAME_LETTERS), _PART)


def _likeness_of_words(old: Notice, new: Notice) -> float:
    return _ratio(words(old.text), words(new.text), _ALIKE)


def _ratio(old: Sequence[str], new: Sequence[str], least: float) -> float:
    """What they have in common in their order, as a share of both; 0 where that is less than `least`.

    What they have in common in any order is no less, and sooner told.
    """
    both = len(old) + len(new)
    if not both:
        return 1.0
    if 2 * min(len(old), len(new)) < least * both:
        return 0.0
    if 2 * sum((_counted(old) & _counted(new)).values()) < least * both:
        return 0.0
    # only a notice that was not kept word by word asks
    from difflib import SequenceMatcher  # noqa: PLC0415

    ratio = SequenceMatcher(None, old, new, autojunk=False).ratio()
    return ratio if ratio >= least else 0.0


@lru_cache(maxsize=1024)
def _counted(text: Sequence[str]) -> Counter[str]:
    return Counter(text)


def _is_near(old: Notice, new: Notice) -> bool:
    return abs(old.line - new.line) <= _NEAR


def _are_headers(old: Notice, new: Notice) -> bool:
    """Does each say in the beginning of a file whose the file is? Then one took the other's place."""
    return not (old.whole or new.whole) and max(old.line, new.line) <= _HEADER


def once(notices: Iterable[Notice]) -> Iterator[Notice]:
    """The sure ones, each once."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for notice in notices:
        key = (notice.kind, words(notice.text))
        if notice.sure and key not in seen:
            seen.add(key)
            yield notice


def alike(notice: Notice) -> tuple[str, str, tuple[str, ...]]:
    """What two notices that say the same have in common: what the base's file had just so did not come of another one."""
    return notice.kind, notice.visibility, words(notice.text)
