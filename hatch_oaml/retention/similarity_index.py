"""Finds the files that share lines with a text, without comparing with each."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from hatch_oaml.retention.similarity import FEW_LINES, LEAST_LINES, LEAST_SHARE, informative
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.fingerprints import WHOLE, hashes_of, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.values.fingerprints import Fingerprint

_RARE_LINES = 3
_RARE_SHARE = 0.75
_EVERYWHERE = 4
"""Lines that so many files of one side have are a house's style, and no sign of a rename."""
_HASH = expression(rf"(?P<whole>{WHOLE})?(?P<digits>[0-9a-f]{{8}})")
_FILES = 28
"""Bits that number a file: more than a quarter of a thousand million."""
_WHOLES, _OTHERS = 1 << 32, 1 << 33
_DRAWERS = 16
"""One is sorted at a time: while it is, each of its numbers takes five times the room."""


class SimilarityIndex:
    """Lines and the files that have them, as sorted numbers: a list for each line would take ten times the room."""

    def __init__(self, fingerprints: Iterable[tuple[str, Fingerprint]]) -> None:
        self._paths: list[str] = []
        self._other_lines: dict[str, int] = {}
        self._drawers = [array("Q") for _ in range(_DRAWERS)]
        for number, (path, fingerprint) in enumerate(fingerprints):
            self._paths.append(path)
            for key in self._keys(fingerprint):
                self._drawers[key % _DRAWERS].append(key << _FILES | number)
        for position, drawer in enumerate(self._drawers):
            self._drawers[position] = array("Q", sorted(drawer))

    def near(self, text: Fingerprint) -> Iterator[str]:
        """The paths of files that have lines of it that are not everywhere: `FEW_LINES`, or of a short text some."""
        most = max(_EVERYWHERE, len(self._paths) // 10)
        found = Counter(
            holder & ((1 << _FILES) - 1)
            for line in lines_of(text)
            if len(holders := self._holders(line)) < most
            for holder in holders
        )
        least = FEW_LINES if len(informative(text)) >= LEAST_LINES else 1
        return iter(sorted(self._paths[number] for number, lines in found.items() if lines >= least))

    def has_once(self, line: str) -> bool:
        """Does a single file have `line`?"""
        return len(self._holders(line)) == 1

    def _holders(self, line: str) -> Sequence[int]:
        key = self._key(line)
        drawer = self._drawers[key % _DRAWERS]
        return drawer[bisect_left(drawer, key << _FILES) : bisect_left(drawer, (key + 1) << _FILES)]

    def _keys(self, fingerprint: Fingerprint) -> Iterable[int]:
        hashes = hashes_of(fingerprint)
        return map(self._key, lines_of(fingerprint)) if hashes is None else hashes

    def _key(self, line: str) -> int:
        """A number for each line, whatever somebody wrote into a record in place of a hash."""
        found = _HASH.fullmatch(line)
        if found is None:
            return _OTHERS + self._other_lines.setdefault(line, len(self._other_lines))
        return int(found["digits"], 16) + (_WHOLES if found["whole"] else 0)


def share_of_short(one: Fingerprint, of: SimilarityIndex, other: Fingerprint, among: SimilarityIndex) -> float:
    """How surely a short text of one tree is a text of another, by lines that nothing else in these trees has.

    All is the same, or all that tells anything, or of three lines and more nearly all; or half of it, five lines and
    more, went into a longer text. 0 where it cannot be told.
    """
    mine, theirs = informative(one), informative(other)
    if not mine or len(mine) >= LEAST_LINES:
        return float(_is_the_same_whole(one, other))
    rare = sum(of.has_once(line) and among.has_once(line) for line in mine & theirs)
    if len(theirs) >= LEAST_LINES:
        share, tells = rare / len(mine), rare >= FEW_LINES and rare >= LEAST_SHARE * len(mine)
    else:
        share = rare / max(len(mine), len(theirs))
        tells = rare > 1 and share >= (_RARE_SHARE if rare >= _RARE_LINES else 1)
    return share if tells else float(_is_the_same_whole(one, other))


def _is_the_same_whole(one: Fingerprint, other: Fingerprint) -> bool:
    mine, theirs = lines_of(one)[-1:], lines_of(other)[-1:]
    return mine == theirs and any(line.startswith(WHOLE) for line in mine)
