"""Whether an author's sentence says how or why something was done, or only that it was."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from hatch_oaml.values.accents import without_accents
from hatch_oaml.values.circumstances import without_circumstances, without_file_names
from hatch_oaml.values.definite_parts import is_counted
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.generic_words import NOISE, NOISE_ZH, ROWS
from hatch_oaml.values.generic_words_elsewhere import ENDINGS_KO
from hatch_oaml.values.generic_words_read import generic_words, generic_words_of_reasons
from hatch_oaml.values.gone_parts import is_gone
from hatch_oaml.values.han import begins_with_han
from hatch_oaml.values.han_variants import simplified

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator

    from hatch_oaml.values.generic_words_read import GenericWords


_WORD = expression(r"[a-z0-9][a-z0-9_.+-]*|[\u30a1-\u30fa\u30fc]{2,}|[\uac00-\ud7a3]+|[\u0400-\u04ff]+|[^\W_]")
"""Of katakana, Hangul and Cyrillic letters whole runs, of other letters beside Latin ones each."""
_CAPITALS = expression(r"(?<![a-zA-Z])[A-Z]{2,}(?![a-zA-Z])")
_ENDING_KO = expression(rf"(?:{'|'.join(ENDINGS_KO)})$")
_ENDS = " .!?。！？"
_VOWEL = expression(r"[aeiouy]")
_ABSTRACT = expression(r"[a-z-]{3,}(?:ness|[ai]bility|ical|ional|ural|istics?|ential|mental)")
"""Alone it tells of what sort something was, and not what: `structural changes`, `readability`."""
_NUMBER = expression(r"v?[\d.]+")
"""Of a version, or how many."""
_TECHNICAL = expression(r"(?!v[\d.]+\Z)(?=[a-z0-9_.+-]*\d)(?=[a-z0-9_.+-]*[a-z])[a-z0-9_.+-]+")
"""A word of letters and digits: a dtype, a way of quantizing."""


def says_something(text: str, without: Iterable[str] = ()) -> bool:
    """Is there anything in `text` that would not fit any other change as well?

    :param without: words that say nothing here, such as the names of the files and the kind of the change; in lower case.
    """
    plain = _plain(text)
    return _holds_content(text, plain, without, generic_words()) or is_counted(plain.casefold())


def says_why(text: str) -> bool:
    """Does `text` give a reason why a notice pertains to nothing: what it was about, or that this is gone?

    Neither that the notice was removed nor whose wish that was is one.
    """
    plain = _plain(text)
    if _holds_content(text, without_file_names(plain, " "), (), generic_words_of_reasons()):
        return True
    return is_gone(without_file_names(plain, "file").casefold())


def _plain(text: str) -> str:
    """Without accents, in simplified letters, and without by whom, when, and where more is said: none of it is how."""
    return without_circumstances(simplified(without_accents(unicodedata.normalize("NFKC", text))))


def _holds_content(text: str, plain: str, without: Iterable[str], generic: GenericWords) -> bool:
    plain = plain.casefold()
    if plain.strip(_ENDS) in NOISE_ZH:
        return False
    for word in sorted(map(_folded, without), key=lambda word: (-len(word), word)):
        plain = plain.replace(word, " ") if not word.isascii() else _without_word(plain, word)
    if any(word in plain for word in generic.but):
        return True
    if not plain.isascii():
        plain = generic.beyond_latin.sub(" ", plain)
    capital = {word.casefold() for word in _CAPITALS.findall(text)}
    words = {word for word in _WORD.findall(plain) if _is_content(word, capital)}
    return all(map(_tells, _by_language(words, generic)))


def _folded(word: str) -> str:
    return simplified(without_accents(word))


def _by_language(words: Collection[str], generic: GenericWords) -> Iterator[set[str]]:
    """What each language leaves of them: a sentence is of one, and of the English words that all use."""
    for language in generic.latin:
        yield {word for word in words if not language.holds(_bare(word))}


def _tells(content: Collection[str]) -> bool:
    han = sum(map(begins_with_han, content))
    others = [word for word in content if not begins_with_han(word)]
    return han > 1 or len(others) > 1 or any(not _ABSTRACT.fullmatch(word.strip(".+-_")) for word in others)


def _without_word(text: str, word: str) -> str:
    if word not in text:
        return text
    return expression(rf"(?<![a-z0-9]){_escaped(word)}(?![a-z0-9])").sub(" ", text)


def _escaped(word: str) -> str:
    return "".join(letter if letter.isalnum() else f"\\{letter}" for letter in word)


def _is_content(word: str, capital: Container[str]) -> bool:
    """:param capital: what the author wrote in capitals, as one writes an abbreviation; in lower case."""
    if begins_with_han(word) or _TECHNICAL.fullmatch(word):
        return True
    bare = _bare(word)
    if not word.isascii():
        return len(bare) > 1 and _ENDING_KO.sub("", bare) not in ("", bare[:1])
    if bare in NOISE or len(bare) < 2 or _NUMBER.fullmatch(bare) or _is_typed_at_random(bare):
        return False
    return len(bare) > 3 or _VOWEL.search(bare) is not None or bare in capital


def _bare(word: str) -> str:
    return word.strip(".+-_").replace("n.a", "na")


def _is_typed_at_random(word: str) -> bool:
    """One letter again and again, or neighbours on a keyboard or in the alphabet."""
    return len(word) > 1 and (len(set(word)) == 1 or (len(word) > 2 and any(word in row for row in ROWS)))
