"""Tells which file of a release a base's file became, by what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Fingerprint = tuple[str, ...]

LEAST_LINES = 12
LEAST_SHARE = 0.5
CLEAR_MARGIN = 0.1
_SAMPLE = 64
"""A sample of so many lines, or more, may have left lines out; a smaller one is all of them."""


def share(part: Fingerprint, whole: Fingerprint) -> float | None:
    """How much of the text sampled as `part` is in the text sampled as `whole`; None where too little can be said.

    Each sample holds its text's smallest hashes, so up to the largest one of `whole` it is known what is there.
    """
    limit = whole[-1] if len(whole) >= _SAMPLE else None
    comparable = [line for line in part if limit is None or line <= limit]
    if len(comparable) < LEAST_LINES:
        return None
    present = set(whole)
    return sum(line in present for line in comparable) / len(comparable)


class SimilarityIndex:
    """Finds the file with most of a fingerprint's lines among many, without comparing with each."""

    def __init__(self, fingerprints: Iterable[tuple[str, Fingerprint]]) -> None:
        self._fingerprints = dict(fingerprints)
        self._by_line: dict[str, list[str]] = {}
        for path, fingerprint in self._fingerprints.items():
            for line in fingerprint:
                self._by_line.setdefault(line, []).append(path)

    def best(self, part: Fingerprint, name: str, rejects: Callable[[str], bool]) -> str | None:
        """The path of the one file that holds `part`: at least half of it, and clearly more than any other file does.

        Of two that hold it equally, the one whose last path segment is that of `name` wins.
        """
        found = sorted((held for held in self._shares(part) if not rejects(held[1])), reverse=True)
        if not found:
            return None
        leaders = [path for held, path in found if held > found[0][0] - CLEAR_MARGIN]
        if len(leaders) == 1:
            return leaders[0]
        namesakes = [path for path in leaders if _last(path) == _last(name)]
        return namesakes[0] if len(namesakes) == 1 else None

    def _shares(self, part: Fingerprint) -> Iterable[tuple[float, str]]:
        if len(part) < LEAST_LINES:
            return
        near = {path for line in part for path in self._by_line.get(line, ())}
        for path in near:
            held = share(part, self._fingerprints[path])
            if held is not None and held >= LEAST_SHARE:
                yield held, path


def _last(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def true_owner(release: Fingerprint, candidates: Sequence[tuple[int, Fingerprint]]) -> int | None:
    """Which of several bases' files at one path the release's file was made from; None where it cannot be told."""
    shares = sorted(((share(fingerprint, release) or 0.0, index) for index, fingerprint in candidates), reverse=True)
    if len(shares) > 1 and shares[0][0] >= LEAST_SHARE and shares[0][0] - shares[1][0] >= 2 * CLEAR_MARGIN:
        return shares[0][1]
    return None
