"""Gathers the lines around a needle into blocks: runs of bare lines that one paragraph or comment holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hatch_oaml.recognition.furniture import bare, prefix

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REACH = 3
"""A notice has at most four lines: the one with the needle, and three before or after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """`text` holds the bare lines, each but the last ended by a line feed; the first is line `first`, from 0."""

    text: str
    first: int

    def line_at(self, place: int) -> int:
        return self.first + self.text.count("\n", 0, place)


def blocks(lines: Sequence[str], hits: Sequence[int]) -> Iterator[Block]:
    """Blocks that hold all of `hits`, in order, none overlapping another."""
    done = 0
    for hit in hits:
        if hit < done:
            continue
        first = _first(lines, hit, done)
        last = _last(lines, hit, hits)
        done = last + 1
        yield Block(text="\n".join(bare(line) for line in lines[first:done]), first=first)


def _first(lines: Sequence[str], hit: int, done: int) -> int:
    first = hit
    while first > max(done, hit - REACH) and _belong(lines[first - 1], lines[first]):
        first -= 1
    return first


def _last(lines: Sequence[str], hit: int, hits: Sequence[int]) -> int:
    near = set(hits)
    last = reach = hit
    while last + 1 < len(lines) and last - reach < REACH and _belong(lines[last], lines[last + 1]):
        last += 1
        if last in near:
            reach = last
    return last


def _belong(line: str, following: str) -> bool:
    return prefix(line) == prefix(following) and bool(bare(line)) and bool(bare(following))
