"""Cuts the text behind a copyright notice's head into the tokens of which holders' names are made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from hatch_oaml.recognition.words.boilerplate import SENTENCE_STARTS, TERMS
from hatch_oaml.recognition.words.holders import ABBREVIATION
from hatch_oaml.recognition.words.names import CLAUSE, JOINED, JOINING, PEOPLE, SENTENCE
from hatch_oaml.recognition.words.shared import COPYRIGHT_ZH, EMAIL, RESERVED, URL, years
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.han import begins_with_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.vocabulary import Vocabulary

TokenKind = Literal[
    "year",
    "sign",
    "cap",
    "lower",
    "address",
    "joining",
    "people",
    "verb",
    "clause",
    "abbreviation",
    "terms",
    "start",
    "reserved",
    "close",
    "stop",
    "comma",
    "dash",
    "open",
    "shut",
    "mark",
    "line",
]
"""A `sign` is the word or the sign with which another notice begins.

`cap` has a capital, is Chinese, Japanese or Korean, or a number; of those without, `joining`, `people`, `verb` and `clause`
are words that the tables of names know, and `lower` is any other. `abbreviation` has its full stop. `terms` end a name
wherever they stand, `start` is with what a sentence of a license begins, `reserved` are the reserved rights. `stop`
ends a sentence, `close` what a program or a markup ends. `mark` is any other character.
"""
_IN_ANGLES = r"<(?:[^<>\s]{1,200}|[^<>\n]{1,60}(?:@|\sat\s|\[at\])[^<>\n]{1,80})>"
_SPELT = r"(?<![\w.+-])[\w.+-]{1,64}\s+[(\[]?at[)\]]?\s+[\w-]{1,64}(?:\s+[(\[]?dot[)\]]?\s+[\w-]{1,64}){1,4}"
_LINK = r"\[[^\]\n]{1,120}\]\([^)\s]{1,300}\)"
_ADDRESS = rf"{_IN_ANGLES}|{_LINK}|{_SPELT}|(?<![\w.+-])(?:{URL}|{EMAIL})|(?<!\w)@[\w-]+"
_PART = r"\b(?:portions|parts|modifications|additions|changes|original)\s+"
_SIGN = rf"(?:{_PART})?(?:(?<![\w-])copyright\b|(?<!\w)\(c\)|©|ⓒ|{COPYRIGHT_ZH})"
_ACCENT = r"\\(?:[^\w\s]|[A-Za-z]{1,2})\s?\{\\?\w{0,2}\}|\{\\[^\w\s]\w\}"
r"""A letter as TeX writes it: `\"{o}`, `{\"o}`, `\AA{}`."""
_LITERAL_END = r"""\\[rn](?!\{)|\\0(?!\w)|["'](?=@[a-z]{2}\b|\^\^)|["'`](?=\s*(?:/?>|[,;)\]}+%])|\s*$|\s*\n)"""
_FORMS = {
    "space": r"[ \t]+",
    "line": r"\n",
    "address": _ADDRESS,
    "reserved": rf"(?<![A-Za-z]){RESERVED}",
    "sign": _SIGN,
    "joining": JOINED,
    "terms": TERMS,
    "start": SENTENCE_STARTS,
    "close": rf"\|\||\|(?=\s|$)|\*/|-->|[{{}}]|</|{_LITERAL_END}|//\s|\\par\b|[·•](?=\s)|\#\#+(?=\s|$)",
    "year": rf"(?<!\w){years('year_bracket')}",
    "word": rf"(?:[\w&+]|{_ACCENT})+(?:['’./@:-]{{1,3}}(?:[\w&+]|{_ACCENT})+)*-?",
    "stop": r"""(?:\.|!(?!\s(?-i:[A-Z])))(?=\s|$|["'”)])|[。！；]""",
    "comma": r"[,;，、/]",
    "dash": r"[-–—](?=\s)",
    "open": r"[(（\[]",
    "shut": r"[)）\]]",
    "mark": r".",
}
"""What each kind looks like, the first that fits: words are told apart afterwards."""
_MASTER = expression("|".join(f"(?P<{kind}>{form})" for kind, form in _FORMS.items()), re.IGNORECASE)
_ABBREVIATION = expression(rf"{ABBREVIATION.either[:-1]})", re.IGNORECASE)

_WORDS: tuple[tuple[TokenKind, Vocabulary], ...] = (
    ("verb", SENTENCE),
    ("clause", CLAUSE),
    ("joining", JOINING),
    ("people", PEOPLE),
)


class Token(NamedTuple):
    """`text[start:end]` of the text that was cut."""

    kind: TokenKind
    start: int
    end: int


class Tokens:
    """The tokens of `text` from `start` on, each cut when it is asked for, white space left out.

    Cutting takes linear time: no character is looked at more often than a constant, whatever the text.
    """

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self._cut: list[Token] = []
        self._more = _cut(text, start)

    def at(self, index: int) -> Token | None:
        """The token at `index`, from 0; None behind the last."""
        while len(self._cut) <= index:
            token = next(self._more, None)
            if token is None:
                return None
            self._cut.append(token)
        return self._cut[index]


def _cut(text: str, offset: int) -> Iterator[Token]:
    while match := _MASTER.match(text, offset):
        offset = match.end()
        kind = match.lastgroup
        if kind == "space":
            continue
        if kind == "word":
            kind, offset = _word(text, match.start(), offset)
        yield Token(kind, match.start(), offset)  # type: ignore[arg-type]  # the names of the groups are those of the kinds


def _word(text: str, start: int, end: int) -> tuple[TokenKind, int]:
    """The kind of the word `text[start:end]`, and where it ends with the full stop of an abbreviation."""
    if text.startswith(".", end) and _ABBREVIATION.search(text, max(0, start - 8), end):
        return "abbreviation", end + 1
    word = text[start:end]
    if not word[0].islower() or begins_with_han(word):
        return "cap", end
    return next((kind for kind, words in _WORDS if word in words.members), "lower"), end
