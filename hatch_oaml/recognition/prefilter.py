"""Tells cheaply, on bytes, whether a file may hold a notice at all; and on text, which lines."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hatch_oaml.recognition.rows import Rows
from hatch_oaml.recognition.words.needles import SIGNS, WIDE_PATTERNS, WIDE_WORDS, WORDS
from hatch_oaml.recognition.words.worthy import WORTHY
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.words import held_by, holds_any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ANCHORS = r"kgbhcpf\#:"
"""Each needle holds one of these characters: to look around each of them costs less than a pass for each needle. None is a
digit, of which data are full.

A pattern that begins with a single letter is searched for at more than 2 GB/s, and one of many words at a fiftieth of that.
"""
_AROUND = {
    letter: [word for word in (*WORDS, *SIGNS) if letter == next(other for other in _ANCHORS if other in word)]
    for letter in _ANCHORS
}


_MANY = 4
"""Words of which it pays to look at what they have in common first."""


def _by_their_ends(letter: str, words: Sequence[str]) -> dict[str, list[str]]:
    """`words` by what they have from their first `letter` on."""
    ends: dict[str, list[str]] = {}
    for word in words:
        ends.setdefault(word[word.index(letter) :], []).append(word)
    return ends


def _tree(letter: str, words: Sequence[str]) -> str:
    """A pattern of `letter` in any of `words`, what they have in common behind it told once."""
    return re.escape(letter) + _branches({end[1:]: those for end, those in _by_their_ends(letter, words).items()})


def _branches(behind: dict[str, list[str]]) -> str:
    ends = _ends(behind.get("", []))
    inner: dict[str, dict[str, list[str]]] = {}
    for rest, words in behind.items():
        if rest:
            inner.setdefault(rest[0], {})[rest[1:]] = words
    return f"(?:{'|'.join((*(re.escape(letter) + _branches(rests) for letter, rests in inner.items()), *ends))})"


def _ends(words: list[str]) -> list[str]:
    """What looks back from their last letter; of many words first at two letters that they all may have before it."""
    ends = [f"(?<={re.escape(word)})" for word in words]
    if len(words) < _MANY:
        return ends
    before = "".join(f"[{re.escape(''.join(sorted({word[at] for word in words})))}]" for at in (-3, -2))
    return [f"(?<={before}{re.escape(words[0][-1])})(?:{'|'.join(ends)})"]


_PATIENCE = 32
"""Texts for which each needle is looked for by itself: to make a tree of all costs more, and is the better for many texts."""
_SHORT = 65_536
"""Characters of a text for which that pays."""


class _Few:
    """The first short texts."""

    def __init__(self) -> None:
        self._left = _PATIENCE

    def __contains__(self, text: str) -> bool:
        """Asked once for each text."""
        if self._left == 0 or len(text) > _SHORT:
            return False
        self._left -= 1
        return True


@frozen
class _Needles:
    """All needles of `words` have `letter` as their first anchor; `tree` finds each of them."""

    letter: str
    words: tuple[str, ...]
    ends: Mapping[str, Sequence[str]]
    tree: re.Pattern[str]

    def tree_of(self, lower: str) -> re.Pattern[str] | None:
        """One that finds in `lower` what `tree` finds, of the needles alone that it holds; None where it holds none."""
        held = tuple(held_by(lower, self.words))
        return expression(_tree(self.letter, held)) if held else None


@cache
def _needles() -> tuple[_Needles, ...]:
    return tuple(
        _Needles(
            letter=letter,
            words=tuple(words),
            ends=_by_their_ends(letter, words),
            tree=expression(_tree(letter, words)),
        )
        for letter, words in _AROUND.items()
    )


_WORDS = (*WORDS, *SIGNS)
_ASCII_BYTES = bytes(range(128))
_IN_FILES = (*WIDE_WORDS, *WIDE_PATTERNS.values())
_WIDE_WORD = expression("|".join((*WIDE_WORDS, *WIDE_PATTERNS)))
_REST_WORDS = tuple(dict.fromkeys(re.sub(r"[\x00-\x7f]", "", word) for word in _IN_FILES))
_WIDE_REST = expression("|".join(_REST_WORDS), needed=[word.casefold() for word in _REST_WORDS])
_SINGLE_BYTE_SIGN = expression(rb"(?<![\x80-\xff])\xa9")
"""© in Latin-1: in UTF-8 this byte never stands behind an ASCII one."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_WORTHY = Rows(WORTHY)
_ANY_WORTHY = expression(WORTHY.either)
_FEW, _FEW_BYTES = _Few(), _Few()


def may_hold_notice(data: bytes) -> bool:
    """False is certain; true means that the file is worth decoding. `data` may be in any encoding."""
    # a letter a byte: what text is searched with serves bytes, and is compiled once
    lower = data.lower().decode("latin-1")
    return _holds_needle(lower) or (not data.isascii() and _may_hold_wide_notice(data))


def _holds_needle(lower: str) -> bool:
    if lower in _FEW_BYTES:
        return holds_any(lower, _WORDS)
    for needles in _needles():  # noqa: SIM110  # a generator costs more than it saves here: each file is asked
        if needles.tree.search(lower):
            return True
    return False


def _may_hold_wide_notice(data: bytes) -> bool:
    """Most such files are ASCII but for a few letters: those alone are searched."""
    if data.startswith(_UTF16):
        return True
    rest = data.translate(None, _ASCII_BYTES)
    try:
        return _WIDE_REST.search(rest.decode()) is not None
    except UnicodeDecodeError:
        return holds_any(rest, _wide_bytes()) or _SINGLE_BYTE_SIGN.search(data) is not None


@cache
def _wide_bytes() -> tuple[bytes, ...]:
    words = (word.encode(name) for name in ("utf-8", "gb18030") for word in _IN_FILES)
    return tuple(dict.fromkeys(word.translate(None, _ASCII_BYTES) for word in words))


def lines_with_needle(text: str) -> list[int]:
    """The lines of `text`, counted from 0, in order, that hold a needle."""
    lower = text.lower()
    lines: list[int] = []
    line = seen = 0
    for offset in _worthy(lower):
        line += lower.count("\n", seen, offset)
        seen = offset
        if not lines or lines[-1] != line:
            lines.append(line)
    return lines


def needles_in(text: str) -> list[int]:
    """Where in `text` the needles begin that are worth a look, in order."""
    return _worthy(text.lower())


def _worthy(lower: str) -> list[int]:
    is_one_of_few = lower in _FEW
    offsets = sorted(_offsets(lower, is_one_of_few=is_one_of_few))
    if not offsets:
        return []
    rows = _WORTHY.that_may_find(lower) if is_one_of_few else [_ANY_WORTHY]
    return [offset for offset in offsets if any(row.match(lower, offset) for row in rows)]


def _offsets(lower: str, *, is_one_of_few: bool) -> Iterator[int]:
    """Where the needles in `lower` begin."""
    for needles in _needles():
        tree = needles.tree_of(lower) if is_one_of_few else needles.tree
        for match in tree.finditer(lower) if tree else ():
            end = match.end()
            yield end - next(len(word) for word in needles.ends[match[0]] if lower.endswith(word, 0, end))
    if not lower.isascii():
        for match in _WIDE_WORD.finditer(lower):
            yield match.start()
