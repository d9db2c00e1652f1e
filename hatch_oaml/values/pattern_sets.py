"""Many sets of patterns, and which of them match a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.line_index import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hatch_oaml.values.patterns import Patterns

_FEW = 8
"""Sets: each is asked, which is no more work than to look which of them may match."""


class PatternSets:
    """Answers as a loop over `sets` does; of thousands those alone are asked that may match."""

    def __init__(self, sets: Sequence[Patterns]) -> None:
        self._sets = sets
        self._owners = [number for number, patterns in enumerate(sets) for _ in _including(patterns)]
        lines = [line for patterns in sets for line in _including(patterns)]
        self._index = LineIndex(lines) if len(sets) > _FEW else None

    def first(self, path: str) -> int | None:
        """The index of the first set that matches `path`; None where none does."""
        return self._first_of(self._candidates(path), path)

    def last(self, path: str) -> int | None:
        return self._first_of(reversed(self._candidates(path)), path)

    def _first_of(self, candidates: Iterable[int], path: str) -> int | None:
        return next((number for number in candidates if self._sets[number].match(path)), None)

    def _candidates(self, path: str) -> Sequence[int]:
        if self._index is None:
            return range(len(self._sets))
        return list(dict.fromkeys(self._owners[line] for line in self._index.candidates(path)))


def _including(patterns: Patterns) -> Iterable[str]:
    """The lines without which it matches nothing."""
    return (line for line in patterns.lines if not line.startswith("!"))
