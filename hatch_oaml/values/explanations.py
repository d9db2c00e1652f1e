"""Whether an author's sentence says how or why something was done, or only that it was."""

from __future__ import annotations

import unicodedata
from functools import cache
from re import IGNORECASE
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.generic_words import GENERIC, NOISE, NOISE_ZH, ROWS, WHOLE_WORDS
from hatch_oaml.values.han import begins_with_han

if TYPE_CHECKING:
    import re
    from collections.abc import Container, Iterable


_ADDRESS = expression(r"(?:https?://|www\.)\S+")
_BY_WHOM = expression(
    r"(?P<done>\b(?:modif|chang|edit|updat|adapt|fix|adjust|improv|mad)\w*)\s+(?:on\s+)?by\s+[A-Z][\w&.'-]*(?:,?\s+[A-Z][\w&.'-]*)*"
)
_BY_WHOM_ZH = expression(r"由[^，。；,;\s]{2,20}?(?=(?:进行)?(?:修改|更新|改动|调整|变更|更改))")
_PLACE = expression(
    r"\b(?:a\s+number\s+of|work\s+in\s+progress|(?:section|clause|chapter|issue|page)\s+#?[\d.]+)", IGNORECASE
)
_DATE = expression(r"\d{2,4}[-/.年]\d\d?(?:[-/.月]\d\d?日?)?|\d{4}年")
_DOCUMENT = expression(r"(?P<name>[A-Za-z]+)\.(?:md|rst|txt)\b")
_WORD = expression(r"[a-z0-9][a-z0-9_.+-]*|[^\W_]")
_CAPITALS = expression(r"\b[A-Z]{2,}\b")
_VOWEL = expression(r"[aeiouy]")
_ABSTRACT = expression(r"[a-z-]{3,}(?:ness|[ai]bility|ical|ional|ural|istics?|ential|mental)")
"""Alone it tells of what sort something was, and not what: `structural changes`, `readability`."""
_NUMBER = expression(r"v?[\d.]+")
"""Of a version, or how many."""
_TECHNICAL = expression(r"(?!v[\d.]+\Z)(?=[a-z0-9_.+-]*\d)(?=[a-z0-9_.+-]*[a-z])[a-z0-9_.+-]+")
"""A word of letters and digits: a dtype, a way of quantizing."""


def says_something(text: str, without: Iterable[str] = ()) -> bool:
    """Is there anything in `text` that would not fit any other change or reason as well?

    :param without: words that say nothing here, such as the names of the files and the kind of the change; in lower case.
    """
    plain = _without_circumstances(unicodedata.normalize("NFKC", text)).casefold()
    if plain.strip() in NOISE_ZH:
        return False
    for word in sorted(without, key=lambda word: (-len(word), word)):
        plain = plain.replace(word, " ") if not word.isascii() else _without_word(plain, word)
    if any(word in plain for word in WHOLE_WORDS):
        return True
    plain = _chinese().sub(" ", plain)
    capital = {word.casefold() for word in _CAPITALS.findall(text)}
    content = {word for word in _WORD.findall(plain) if _is_content(word, capital)}
    han = sum(map(begins_with_han, content))
    others = [word for word in content if not begins_with_han(word)]
    return han > 1 or len(others) > 1 or any(not _ABSTRACT.fullmatch(word.strip(".+-_")) for word in others)


def _without_circumstances(text: str) -> str:
    """By whom, when, and where more is said: none of it is how."""
    text = _DATE.sub(" ", _ADDRESS.sub(" ", text))
    text = _BY_WHOM_ZH.sub(" ", _BY_WHOM.sub(r"\g<done> ", text))
    return _DOCUMENT.sub(r"\g<name>", _PLACE.sub(" ", text))


def _without_word(text: str, word: str) -> str:
    if word not in text:
        return text
    return expression(rf"(?<![a-z0-9]){_escaped(word)}(?![a-z0-9])").sub(" ", text)


def _escaped(word: str) -> str:
    return "".join(letter if letter.isalnum() else f"\\{letter}" for letter in word)


@cache
def _chinese() -> re.Pattern[str]:
    """From the left, and the longest first, so that none takes a part of another."""
    every = {word for words in GENERIC["zh"].values() for word in words}
    return expression("|".join(map(_escaped, sorted(every, key=lambda word: (-len(word), word)))))


@cache
def _english() -> frozenset[str]:
    return frozenset(word for words in GENERIC["en"].values() for word in words) | NOISE


def _is_content(word: str, capital: Container[str]) -> bool:
    """:param capital: what the author wrote in capitals, as one writes an abbreviation; in lower case."""
    if begins_with_han(word) or _TECHNICAL.fullmatch(word):
        return True
    bare = word.strip(".+-_").replace("n.a", "na")
    if bare in _english() or len(bare) < 2 or _NUMBER.fullmatch(bare) or _is_typed_at_random(bare):
        return False
    return len(bare) > 3 or _VOWEL.search(bare) is not None or bare in capital


def _is_typed_at_random(word: str) -> bool:
    """One letter again and again, or neighbours on a keyboard or in the alphabet."""
    return len(word) > 1 and (len(set(word)) == 1 or (len(word) > 2 and any(word in row for row in ROWS)))
