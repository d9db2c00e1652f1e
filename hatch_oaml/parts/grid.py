"""Which part of an archive is whose, before the first byte of it is there.

Parts are equal, but for the last: some stores take no others. A part is made by the worker whose files hold its first byte,
who fetches what lies beyond from the files behind them. What touches a byte that only the coordinator has is the coordinator's.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_UNIT = 1 << 20
"""Bytes that every part is a multiple of: no two workers then write to one page of a shared file system."""

_USUAL = 1 << 26
"""Bytes: four of them are in a worker's memory for each task that it is at."""

_FEW = 1000
"""Parts up to which a release is cut into smaller ones than usual, so that there is work for many."""

_MOST_FILES = 100
_MOST_BYTES = 10 * 10**9
"""Of a batch: a task costs an engine some 4 ms, and a lost one is done again from its start."""

_LEAST_BATCHES = 128
"""As long as there are files enough: a batch does not end within a file."""

_LEAST_PARTS = 4
"""Of a batch: up to a part is read beyond its end, and read again by whom it belongs to."""


@frozen
class Batch:
    """Files that one worker hashes, `first` up to before `end`; and the parts that begin in them and are that worker's."""

    first: int
    end: int
    parts: range


@frozen
class Grid:
    """`starts` are the offsets of the pieces that lie one behind the other, and where the last of them ends."""

    part_size: int
    starts: Sequence[int]

    @property
    def size(self) -> int:
        return self.starts[-1]

    @property
    def count(self) -> int:
        """Of parts; they are numbered from 0."""
        return -(-self.size // self.part_size)

    def span(self, part: int) -> tuple[int, int]:
        """Where it begins, and where it ends."""
        return part * self.part_size, min(self.size, (part + 1) * self.part_size)

    def pieces(self, begin: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The pieces that have bytes from offset `begin` up to `end`: which, and from where to where within it."""
        piece = max(0, bisect_right(self.starts, begin) - 1)
        while piece < len(self.starts) - 1 and self.starts[piece] < end:
            start, stop = self.starts[piece], self.starts[piece + 1]
            if begin < stop:
                yield piece, max(begin, start) - start, min(end, stop) - start
            piece += 1


@frozen
class Plan:
    """`own` are the coordinator's parts, in order; every other is of one batch."""

    grid: Grid
    batches: Sequence[Batch]
    own: Sequence[int]


def part_size_for(size: int, least: int = _UNIT) -> int:
    """Bytes of each part of an archive of `size`, of at least as many as the place that they go to wants."""
    wanted = max(8 * _UNIT, least, min(_USUAL, -(-size // _FEW)))
    return -(-wanted // _UNIT) * _UNIT


def planned(sizes: Sequence[int], theirs: Sequence[bool], part_size: int) -> Plan:
    """:param sizes: of the pieces, in bytes. :param theirs: which of them the workers can read for themselves."""
    grid = Grid(part_size=part_size, starts=[0, *accumulate(sizes)])
    most = max(_LEAST_PARTS * part_size, min(_MOST_BYTES, grid.size // _LEAST_BATCHES))
    batches: list[Batch] = []
    own: list[int] = []
    reached = 0
    for first, end in _runs(theirs):
        inside = range(-(-grid.starts[first] // part_size), grid.starts[end] // part_size)
        batches += _batches(grid, first, end, inside, most)
        if inside:
            own += range(reached, inside.start)
            reached = inside.stop
    own += range(reached, grid.count)
    return Plan(grid=grid, batches=batches, own=own)


def _runs(theirs: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and end of what lies together."""
    first = None
    for piece, is_theirs in enumerate([*theirs, False]):
        if is_theirs and first is None:
            first = piece
        elif not is_theirs and first is not None:
            yield first, piece
            first = None


def _batches(grid: Grid, first: int, end: int, inside: range, most: int) -> Iterator[Batch]:
    """Of one run; `inside` are the parts that lie wholly in it."""
    while first < end:
        wanted = bisect_right(grid.starts, grid.starts[first] + most, first, end + 1) - 1
        stop = min(max(first + 1, wanted), first + _MOST_FILES, end)
        begins = -(-grid.starts[first] // grid.part_size), -(-grid.starts[stop] // grid.part_size)
        yield Batch(first=first, end=stop, parts=range(max(begins[0], inside.start), min(begins[1], inside.stop)))
        first = stop
