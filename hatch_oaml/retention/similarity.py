"""How much of one text is in another, told from samples of their lines alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hatch_oaml.values.fingerprints import SAMPLE, WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Fingerprint = tuple[str, ...]

LEAST_LINES = 12
"""A share of fewer lines tells of a rename only where most of them are there."""
FEW_LINES = 5
LEAST_SHARE = 0.5
SHARE_OF_FEW = 0.8
CLEAR_MARGIN = 0.1
_RARE_LINES = 3
_RARE_SHARE = 0.75
_EVERYWHERE = 4
"""Lines that so many files of one side have are a house's style, and no sign of a rename."""


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """`share` of the `lines` that can be compared are in the other text."""

    share: float
    lines: int

    @property
    def tells(self) -> bool:
        """Is most of the text in the other one, beyond chance?"""
        least = LEAST_SHARE if self.lines >= LEAST_LINES else SHARE_OF_FEW
        return self.lines >= FEW_LINES and self.share >= least

    def tells_of_namesakes(self, least_share: float) -> bool:
        """Is enough of it there for two files that have the same name?"""
        return self.share >= least_share and self.share * self.lines >= FEW_LINES


NONE = Likeness(0.0, 0)


def likeness(part: Fingerprint, whole: Fingerprint) -> Likeness:
    """How much of the text sampled as `part` is in the text sampled as `whole`.

    Each sample holds its text's smallest hashes, so up to the largest one of `whole` it is known what is there.
    """
    limit = whole[-1] if len(whole) >= SAMPLE else None  # a smaller sample left no line out
    comparable = [line for line in part if not line.startswith(WHOLE) and (limit is None or line <= limit)]
    if not comparable:
        return NONE
    present = set(whole)
    return Likeness(sum(line in present for line in comparable) / len(comparable), len(comparable))


def share(part: Fingerprint, whole: Fingerprint) -> float | None:
    """As `likeness`; None where too little can be said."""
    found = likeness(part, whole)
    return found.share if found.lines >= LEAST_LINES else None


class SimilarityIndex:
    """Finds the files that share lines with a text, without comparing with each."""

    def __init__(self, fingerprints: Iterable[tuple[str, Fingerprint]]) -> None:
        self.fingerprints = dict(fingerprints)
        self._by_line: dict[str, list[str]] = {}
        for path, fingerprint in self.fingerprints.items():
            for line in fingerprint:
                self._by_line.setdefault(line, []).append(path)

    def near(self, text: Fingerprint) -> Iterator[str]:
        """The paths of files that have lines of it that are not everywhere: `FEW_LINES`, or of a short text some."""
        found = Counter(
            path
            for line in text
            if len(holders := self._by_line.get(line, ())) < max(_EVERYWHERE, len(self.fingerprints) // 10)
            for path in holders
        )
        least = FEW_LINES if len(_lines(text)) >= LEAST_LINES else 1
        return (path for path, lines in sorted(found.items()) if lines >= least)

    def has_once(self, line: str) -> bool:
        """Does a single file have `line`?"""
        return len(self._by_line.get(line, ())) == 1


def share_of_short(one: Fingerprint, of: SimilarityIndex, other: Fingerprint, among: SimilarityIndex) -> float:
    """How surely a short text of one tree is a text of another, by lines that nothing else in these trees has.

    All is the same, or all that tells anything, or of three lines and more nearly all; or half of it, five lines and
    more, went into a longer text. 0 where it cannot be told.
    """
    mine, theirs = _lines(one), _lines(other)
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
    return bool(one and other) and one[-1].startswith(WHOLE) and one[-1] == other[-1]


def _lines(text: Fingerprint) -> frozenset[str]:
    return frozenset(line for line in text if not line.startswith(WHOLE))


def true_owner(release: Fingerprint, candidates: Sequence[tuple[int, Fingerprint]]) -> int | None:
    """Which of several bases' files at one path the release's file was made from; None where it cannot be told."""
    shares = sorted(((share(fingerprint, release) or 0.0, index) for index, fingerprint in candidates), reverse=True)
    if len(shares) > 1 and shares[0][0] >= LEAST_SHARE and shares[0][0] - shares[1][0] >= 2 * CLEAR_MARGIN:
        return shares[0][1]
    return None


def without(text: Fingerprint, known: Fingerprint) -> Fingerprint:
    """The lines of `text` that are not in `known`."""
    present = set(known)
    return tuple(line for line in text if line not in present)
