"""Words as the smallest parts that are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.license.folding import fold
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from hatch_oaml.license.folding import Folded

# Chinese writes no spaces, so that each of its characters is a part of its own, as punctuation is.
_PART = expression(r"[A-Za-z0-9]+|\S")


@frozen
class Token:
    """A word, or one other character: what it folds to, and where it stands in the source."""

    text: str
    start: int
    end: int


def tokens_between(folded: Folded, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of `folded` from character `start` up to `end` of its source."""
    return tuple(
        Token(text=text, start=match.start(), end=match.end())
        for match in _PART.finditer(folded.plain, start, end)
        if (text := fold(match[0]))
    )
