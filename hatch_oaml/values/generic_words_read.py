"""Tables of words that say nothing, as a text is held against them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.generic_reasons import GENERIC_REASONS
from hatch_oaml.values.generic_words import GENERIC, WHOLE_WORDS
from hatch_oaml.values.generic_words_elsewhere import ELSEWHERE
from hatch_oaml.values.han_variants import simplified

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from re import Pattern

_BEYOND_LATIN = ("zh", "ja", "ko")


@frozen
class LatinWords:
    """Of one language, and of English, which all use."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]

    def holds(self, word: str) -> bool:
        """:param word: in small letters, without accents; made of several with a hyphen, it is held part by part."""
        return self._holds(word) or ("-" in word and all(map(self._holds, word.split("-"))))

    def _holds(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.beginnings)


@frozen
class GenericWords:
    """`beyond_latin` finds words of Chinese, Japanese and Korean; of Latin letters each language has its own.

    `but` are words of Chinese that do say something, though generic ones are part of them.
    """

    beyond_latin: Pattern[str]
    latin: tuple[LatinWords, ...]
    but: tuple[str, ...]


@cache
def generic_words() -> GenericWords:
    """Of a change."""
    return _read({}, WHOLE_WORDS)


@cache
def generic_words_of_reasons() -> GenericWords:
    """Of a reason why a notice is not kept."""
    return _read(GENERIC_REASONS, ())


def _read(more: Mapping[str, tuple[str, ...]], but: tuple[str, ...]) -> GenericWords:
    tables = {**GENERIC, **ELSEWHERE}
    words = {
        name: [*(word for row in rows.values() for word in row), *more.get(name, ())] for name, rows in tables.items()
    }
    latin = [name for name in words if name not in _BEYOND_LATIN]
    return GenericWords(
        beyond_latin=_longest_first(word for name in _BEYOND_LATIN for word in words[name]),
        latin=tuple(_latin({*words["en"], *words[name]}) for name in latin),
        but=but,
    )


def _latin(words: Iterable[str]) -> LatinWords:
    every = frozenset(words)
    return LatinWords(
        whole=every, beginnings=tuple(sorted(word.removesuffix("*") for word in every if word.endswith("*")))
    )


def _longest_first(words: Iterable[str]) -> Pattern[str]:
    """From the left, and the longest first, so that none takes a part of another."""
    return expression("|".join(map(_escaped, sorted(set(map(simplified, words)), key=lambda word: (-len(word), word)))))


def _escaped(word: str) -> str:
    return "".join(letter if letter.isalnum() else f"\\{letter}" for letter in word)
