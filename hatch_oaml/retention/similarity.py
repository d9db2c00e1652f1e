"""How much of one text is in another, told from samples of their lines alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.values.fingerprints import SAMPLE, WHOLE, Fingerprint, fingerprint, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_LINES = 12
"""A share of fewer lines tells of a rename only where most of them are there."""
FEW_LINES = 5
LEAST_SHARE = 0.5
SHARE_OF_FEW = 0.8
CLEAR_MARGIN = 0.1


class Likeness(NamedTuple):
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
    there = lines_of(whole)
    limit = there[-1] if len(there) >= SAMPLE else None  # a smaller sample left no line out
    comparable = [line for line in lines_of(part) if not line.startswith(WHOLE) and (limit is None or line <= limit)]
    if not comparable:
        return NONE
    present = set(there)
    return Likeness(sum(line in present for line in comparable) / len(comparable), len(comparable))


def share(part: Fingerprint, whole: Fingerprint) -> float | None:
    """As `likeness`; None where too little can be said."""
    found = likeness(part, whole)
    return found.share if found.lines >= LEAST_LINES else None


def informative(text: Fingerprint) -> frozenset[str]:
    """Its lines, but for the one that is of all together."""
    return frozenset(line for line in lines_of(text) if not line.startswith(WHOLE))


def true_owner(release: Fingerprint, candidates: Sequence[tuple[int, Fingerprint]]) -> int | None:
    """Which of several bases' files at one path the release's file was made from; None where it cannot be told."""
    shares = sorted(((share(sample, release) or 0.0, index) for index, sample in candidates), reverse=True)
    if len(shares) > 1 and shares[0][0] >= LEAST_SHARE and shares[0][0] - shares[1][0] >= 2 * CLEAR_MARGIN:
        return shares[0][1]
    return None


def without(text: Fingerprint, known: Fingerprint) -> Fingerprint:
    """The lines of `text` that are not in `known`."""
    present = set(lines_of(known))
    return fingerprint(" ".join(line for line in lines_of(text) if line not in present))
