"""Finds what the rows of a vocabulary say, each row compiled and tried only where a text holds a word that it needs."""

from __future__ import annotations

from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.words import caseless, held_by, holds_any

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading
    from hatch_oaml.recognition.vocabulary import Vocabulary

_WHERE = itemgetter(0, 1)
_PATIENCE = 64
"""Times that rows are tried by themselves where a text is short: one expression of all takes longer to compile, and less to try."""


class Rows:
    """Finds what one expression of all rows would, in the same order: most texts hold no word of most rows.

    No row may find an empty string.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._left = _PATIENCE

    def finditer(self, reading: Reading) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer` on `reading.folded`: of matches that overlap the first, and of those at one place the first row's."""
        patterns = self._needed_by(reading.caseless)
        if len(patterns) == 1:
            return patterns[0].finditer(reading.folded)
        return _merged(patterns, reading.folded) if patterns else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        if self._left == 0:
            return self._all.search(text)
        self._left -= 1
        found = [match for pattern in self.that_may_find(text) if (match := pattern.search(text))]
        return min(found, key=lambda match: match.start(), default=None)

    def match(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        if self._left == 0:
            return self._all.match(text)
        self._left -= 1
        return next(filter(None, (pattern.match(text) for pattern in self.that_may_find(text))), None)

    def that_may_find(self, text: str) -> list[re.Pattern[str]]:
        """Those that may find something in `text`, from the first row to the last."""
        return self._needed_by(caseless(text))

    def _needed_by(self, caseless: str) -> list[re.Pattern[str]]:
        held = list(held_by(caseless, self.words))
        if not held:
            return self._always
        indexes = {index for word in held for index in self._asked_first[word]}
        return [
            self._patterns[index]
            for index in sorted(indexes.union(self._without_needs))
            if all(holds_any(caseless, words) for words in self._needs[index])
        ]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words, without any of which no row finds anything in a text, if each row needs some."""
        return tuple(self._asked_first)

    @cached_property
    def _needs(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        return tuple(row.needs for row in self._vocabulary.rows)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(expression(row.pattern, self._vocabulary.flags) for row in self._vocabulary.rows)

    @cached_property
    def _all(self) -> re.Pattern[str]:
        return expression(self._vocabulary.either, self._vocabulary.flags)

    @cached_property
    def _without_needs(self) -> tuple[int, ...]:
        return tuple(index for index, needs in enumerate(self._needs) if not needs)

    @cached_property
    def _always(self) -> list[re.Pattern[str]]:
        return [self._patterns[index] for index in self._without_needs]

    @cached_property
    def _asked_first(self) -> dict[str, list[int]]:
        """The rows that may find something where a word is held, by that word of their shortest set."""
        rows: dict[str, list[int]] = {}
        for index, needs in enumerate(self._needs):
            for word in min(needs, key=len, default=()):
                rows.setdefault(word, []).append(index)
        return rows


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
