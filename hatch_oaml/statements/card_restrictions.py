"""What the sentences of a model card say of who may use the whole, or for what: the license grants it to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.statement import Statement
from hatch_oaml.statements._card_text import is_card_of_all, visible_lines
from hatch_oaml.statements._contract import Witness
from hatch_oaml.statements._limits import OF_SUBJECT, OTHERWISE, OTHERWISE_ZH, SUBJECT, SUBJECT_ZH, SUBJECTLESS
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match, Pattern

_LONGEST = 400
"""Characters of a sentence that says such a thing."""
_ENDS = expression(r"(?<=[.!?;])\s+|[。；！？]")
_HINTS = (
    *("commercial", "only", "solely", "exclusively", "strict", "limited", "restricted", "distribut", "profit", "paid"),
    *("free for", "compan", "business", "enterprise", *"商仅只利发载除企"),
)
"""Looked for first: what follows costs more, to make already."""


def _read(text: str) -> Iterator[Statement]:
    for number, line in visible_lines(text):
        if not any(word in line.lower() for word in _HINTS):
            continue
        for sentence in _ENDS.split(line):
            if match := _restriction_in(sentence[:_LONGEST]):
                yield Statement(about="possible-restriction", key="use", value=" ".join(match[0].split()), line=number)
                break


def _restriction_in(sentence: str) -> Match[str] | None:
    if OTHERWISE.search(sentence) or OTHERWISE_ZH.search(sentence):
        return None
    if found := _first(SUBJECTLESS, sentence):
        return found
    if SUBJECT.search(sentence) or SUBJECT_ZH.search(sentence):
        return _first(OF_SUBJECT, sentence)
    return None


def _first(sayings: tuple[Pattern[str], ...], sentence: str) -> Match[str] | None:
    return next((match for saying in sayings if (match := saying.search(sentence))), None)


WITNESS = Witness(name="card-restrictions", claims=is_card_of_all, read=_read)
