"""Where two sequences of words differ, in time linear in their length."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIGNIFICANT = 8
"""So many words in a row are no coincidence."""

# difflib takes cubic time at worst: what is longer on both sides is told as one change.
_AREA = 20_000


@frozen
class Run:
    """`old[first:last]` has become `new[start:end]`; one of the two may be empty, and everything between runs is equal."""

    first: int
    last: int
    start: int
    end: int


def changed_runs(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """Replacing every run in `old` by its part of `new` gives `new`."""
    for gap in _gaps(old, new):
        if (gap.last - gap.first) * (gap.end - gap.start) > _AREA:
            yield gap
        else:
            yield from _small_runs(gap, old, new)


def significant_runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every run of so many words that a copy does not have it by coincidence."""
    return (tuple(words[start : start + SIGNIFICANT]) for start in range(len(words) - SIGNIFICANT + 1))


def longest_rise(numbers: Sequence[int]) -> list[int]:
    """The positions of a longest strictly rising subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int | None] = []
    for position, number in enumerate(numbers):
        index = bisect_left(tails, number)
        previous.append(ends[index - 1] if index else None)
        tails[index : index + 1] = [number]
        ends[index : index + 1] = [position]
    chain: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        chain.append(last)
        last = previous[last]
    return chain[::-1]


def _gaps(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """What lies between the equal end, the anchors grown as far as they are equal, and the equal beginning.

    The end comes first, so that words put before all others are told as such even if they begin alike.
    """
    first = start = 0
    for anchor in [*_anchors(old, new), (len(old), len(new))]:
        last, end = anchor
        if last < first or end < start:
            continue
        while last > first and end > start and old[last - 1] == new[end - 1]:
            last, end = last - 1, end - 1
        if first == start == 0:
            first, start = _grow(old[:last], new[:end], 0, 0)
        if last > first or end > start:
            yield Run(first=first, last=last, start=start, end=end)
        first, start = _grow(old, new, *anchor)


def _grow(old: Sequence[str], new: Sequence[str], first: int, start: int) -> tuple[int, int]:
    while first < len(old) and start < len(new) and old[first] == new[start]:
        first, start = first + 1, start + 1
    return first, start


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Where both have the same significant run, which neither has twice; as many as keep one order."""
    starts = _unique(new)
    pairs = [(first, starts[run]) for run, first in _unique(old).items() if run in starts]
    return [pairs[position] for position in longest_rise([start for _, start in pairs])]


def _unique(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    counts = Counter(significant_runs(words))
    return {run: start for start, run in enumerate(significant_runs(words)) if counts[run] == 1}


def _small_runs(gap: Run, old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    before, after = old[gap.first : gap.last], new[gap.start : gap.end]
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Run(first=gap.first + first, last=gap.first + last, start=gap.start + start, end=gap.start + end)
