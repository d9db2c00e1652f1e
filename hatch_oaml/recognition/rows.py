"""Finds what the rows of a vocabulary say, each row compiled and tried only where a text holds a word that it needs."""

from __future__ import annotations

from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.words import caseless, holds_any

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading
    from hatch_oaml.recognition.vocabulary import Vocabulary

_WHERE = itemgetter(0, 1)


class Rows:
    """Finds what one expression of all rows would, in the same order: most texts hold no word of most rows.

    No row may find an empty string.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def finditer(self, reading: Reading) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer` on `reading.folded`: of matches that overlap the first, and of those at one place the first row's."""
        patterns = self._that_may_find(reading.caseless)
        if len(patterns) == 1:
            return patterns[0].finditer(reading.folded)
        return _merged(patterns, reading.folded) if patterns else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        found = [match for pattern in self._that_may_find(caseless(text)) if (match := pattern.search(text))]
        return min(found, key=lambda match: match.start(), default=None)

    def _that_may_find(self, caseless: str) -> list[re.Pattern[str]]:
        return [pattern for pattern, needs in self._rows if all(holds_any(caseless, words) for words in needs)]

    @cached_property
    def _rows(self) -> tuple[tuple[re.Pattern[str], tuple[tuple[str, ...], ...]], ...]:
        flags = self._vocabulary.flags
        return tuple((expression(row.pattern, flags), row.needs) for row in self._vocabulary.rows)


def _merged(patterns: list[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """Each pattern's next match is kept until another's reaches over where it begins."""
    waiting = [
        (match.start(), index, match) for index, pattern in enumerate(patterns) if (match := pattern.search(text))
    ]
    while waiting:
        _, _, first = min(waiting, key=_WHERE)
        yield first
        end = max(first.end(), first.start() + 1)
        waiting = [
            (match.start(), index, match)
            for start, index, last in waiting
            if (match := last if start >= end else patterns[index].search(text, end))
        ]
