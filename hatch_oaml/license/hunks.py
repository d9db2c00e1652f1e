"""Changes put together as a reader meets them: by clause, and by neighbourhood."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.license.alignment import WordChange
    from hatch_oaml.license.canonical import Edition, Segment
    from hatch_oaml.license.folding import Folded

_CONTEXT: dict[Edition, int] = {"en": 4, "zh": 8}
"""How many tokens are shown on either side of a change."""

_ISLAND = 3
"""Between two changes, fewer characters than this are told as changed too."""


@frozen
class Hunk:
    """Changes of one segment, with their tokens counted from the segment's first."""

    part: Segment
    changes: tuple[WordChange, ...]

    @property
    def is_all_gone(self) -> bool:
        """Is the whole segment deleted, with nothing in its place?"""
        change = self.changes[0]
        return change.first == 0 and change.last == len(self.part.tokens) and change.start == change.end

    @property
    def span(self) -> tuple[int, int]:
        """Where in the license's text the changes stand, with some words around them."""
        tokens, context = self.part.tokens, _CONTEXT[self.part.edition]
        first = max(0, self.changes[0].first - context)
        last = min(len(tokens), self.changes[-1].last + context)
        return tokens[first].start, tokens[last - 1].end

    def span_of(self, change: WordChange) -> tuple[int, int]:
        """Where in the license's text the words stand that changed; of an insertion, twice the place before it."""
        tokens = self.part.tokens
        if change.first < change.last:
            return tokens[change.first].start, tokens[change.last - 1].end
        end = tokens[change.first - 1].end if change.first else tokens[0].start
        return end, end


def hunks(changes: Iterable[WordChange], parts: Sequence[Segment], copy: Folded) -> Iterator[Hunk]:
    """Changes that stand close together in one segment, in the order of the text."""
    hunk: Hunk | None = None
    for part, change in _per_segment(changes, parts, copy):
        if hunk is None or hunk.part is not part or _far(hunk, change):
            if hunk is not None:
                yield hunk
            hunk = Hunk(part=part, changes=(change,))
        else:
            hunk = replace(hunk, changes=_with(hunk, change))
    if hunk is not None:
        yield hunk


def _per_segment(
    changes: Iterable[WordChange], parts: Sequence[Segment], copy: Folded
) -> Iterator[tuple[Segment, WordChange]]:
    """Each change cut at the segments' bounds; what is new goes to the first part."""
    starts = list(accumulate((len(part.tokens) for part in parts), initial=0))
    for change in changes:
        index = _segment(change, starts, copy)
        rest = change
        while rest.last > starts[index + 1]:
            last = starts[index + 1]
            yield parts[index], _counted_from(starts[index], replace(rest, last=last))
            rest, index = replace(rest, first=last, start=rest.end), index + 1
        yield parts[index], _counted_from(starts[index], rest)


def _segment(change: WordChange, starts: Sequence[int], copy: Folded) -> int:
    """An insertion between two segments belongs to the first, unless it stands right before a word: `11.1` for `1.1`."""
    index = min(bisect_right(starts, change.first), len(starts) - 1) - 1
    is_between = change.first == change.last == starts[index]
    if is_between and index and copy.plain[change.end : change.end + 1].isspace():
        return index - 1
    return index


def _counted_from(start: int, change: WordChange) -> WordChange:
    return replace(change, first=change.first - start, last=change.last - start)


def _far(hunk: Hunk, change: WordChange) -> bool:
    return change.first - hunk.changes[-1].last > 2 * _CONTEXT[hunk.part.edition]


def _with(hunk: Hunk, change: WordChange) -> tuple[WordChange, ...]:
    last = hunk.changes[-1]
    between = hunk.part.tokens[last.last : change.first]
    if sum(len(token.text) for token in between) < _ISLAND:
        return (*hunk.changes[:-1], replace(last, last=change.last, end=change.end))
    return (*hunk.changes, change)
