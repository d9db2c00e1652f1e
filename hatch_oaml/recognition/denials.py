"""Tells whether the words around a notice take it back: a notice that is denied is not retained."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from hatch_oaml.recognition.words.denials import BEFORE, BEHIND, FLAGS, HINT, LEADING
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEAR = 200
_OPENING = r"""["'“‘「『(\s]*\Z"""
_BEFORE = expression(rf"{BEFORE}{_OPENING}", FLAGS)
_LEADING = expression(LEADING.either, FLAGS)
_LEADING_TO = expression(rf"{LEADING}[^.!?。！？]{{0,60}}{_OPENING}", FLAGS)
_BEHIND = expression(BEHIND.either, FLAGS)
_HINT = expression(HINT.either, FLAGS)


_STRUCK = expression(r"""(?:~~|<(?:s|del|strike)\b[^<>]*>)[\s"'“‘(]*\Z""", FLAGS, needed=("~~", "<"))
"""Directly before a notice in a text that nothing renders, such as a comment of code."""


def hints(text: str) -> tuple[int, ...]:
    """Where the words of `text` begin without which nothing is taken back."""
    return tuple(match.start() for match in _HINT.finditer(text))


def is_denied(text: str, start: int, end: int, known: Sequence[int]) -> bool:
    """Do the words of `text` around the notice from `start` up to `end` take it back?

    :param known: the `hints` of `text`.
    """
    if _STRUCK.search(text[max(0, start - _NEAR) : start]):
        return True
    nearest = bisect_left(known, max(0, start - _NEAR))
    if nearest == len(known) or known[nearest] >= end + _NEAR:
        return False
    before = text[max(0, start - _NEAR) : start]
    if _BEFORE.search(before) or _LEADING_TO.search(before):
        return True
    # a holder's name may have taken a word or two of what follows
    return any(_BEHIND.match(text, at) for at in range(max(start, end - _NEAR), min(end + 1, len(text))))


def opens_with_denial(text: str) -> bool:
    """Is there, in a paragraph that is a notice whole, a sentence that takes back what follows?"""
    return _HINT.search(text) is not None and _LEADING.search(text) is not None


def leads_to_denial(lines: Sequence[str], index: int) -> bool:
    """Does the last paragraph before line `index` end by taking back what follows?"""
    above = next((line for line in reversed(lines[max(0, index - 4) : index]) if line.strip()), "").rstrip()[
        -2 * _NEAR :
    ]
    return above.endswith((":", "：")) and _HINT.search(above) is not None and _LEADING_TO.search(above) is not None
