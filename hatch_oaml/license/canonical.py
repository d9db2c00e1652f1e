"""The license's own text, and the segments that it consists of."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

from hatch_oaml.license.folding import Folded, without_white_space
from hatch_oaml.license.tokens import tokens_between
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.license.tokens import Token
    from hatch_oaml.license.versions import LicenseVersion

Edition = Literal["zh", "en"]
EDITIONS: tuple[Edition, ...] = get_args(Edition)
SegmentKind = Literal["title", "heading", "clause"]

_PARAGRAPH = expression(r"\S.*?(?=\n\n|\Z)", re.DOTALL)
_HAN = expression(r"[\u4e00-\u9fff]")
_HEADING = expression(r"[一二三四五六七八九十]+[、．]|Section\s?[\u2160-\u216b]\s")
_CLAUSE = expression(r"[0-9]+\.[0-9]+")
_ITEM = expression(r"[0-9]+(?=[)）])")


@frozen
class Segment:
    """A title, a heading, a clause or an item of one edition.

    `clause` is "" for the title, "3" for the heading of section 3, else as the license cites it: "3.1" or "3.1 2)".
    `start` and `end` are offsets in the canonical text.
    """

    edition: Edition
    clause: str
    start: int
    end: int
    words: str
    tokens: tuple[Token, ...]

    __eq__ = object.__eq__  # each stands once in the text
    __hash__ = object.__hash__

    @property
    def kind(self) -> SegmentKind:
        """A title has no clause; a heading's has no full stop: `3`; a clause's has: `3.1`."""
        if not self.clause:
            return "title"
        return "clause" if "." in self.clause else "heading"


def canonical_text(version: LicenseVersion) -> str:
    """The text to ship, byte for byte once encoded as UTF-8."""
    return resource(__package__, version.resource)


@cache
def bare_text(version: LicenseVersion) -> str:
    """The text without white space: what `version.digest` is of."""
    return without_white_space(canonical_text(version))


@cache
def folded_text(version: LicenseVersion) -> Folded:
    """The text folded, so that copies can be compared with it; made once."""
    return Folded.of(canonical_text(version))


@cache
def segments(version: LicenseVersion) -> tuple[Segment, ...]:
    """The text in its order; joined, their words are the folded text."""
    return tuple(_joined(_labelled(canonical_text(version), version), folded_text(version)))


def segment_at(position: int, version: LicenseVersion) -> Segment:
    """The segment in which a character of the canonical text stands; past the last, the last."""
    return next((part for part in segments(version) if position < part.end), segments(version)[-1])


def offsets_of(copy: Folded, version: LicenseVersion) -> dict[Segment, int]:
    """The clauses that stand whole in `copy`, each with the first place in its words."""
    clauses = [part for part in segments(version) if part.kind == "clause"]
    return {part: offset for part in clauses if (offset := copy.words.find(part.words)) >= 0}


Label = tuple[Edition, str]


def _labelled(text: str, version: LicenseVersion) -> Iterator[tuple[Label, int, int]]:
    """Every paragraph with its label, start and end."""
    sections: dict[Edition, int] = dict.fromkeys(EDITIONS, 0)
    clause = label = ""
    for paragraph in _PARAGRAPH.finditer(text):
        edition: Edition = "zh" if _HAN.search(paragraph[0]) else "en"
        if _HEADING.match(paragraph[0]):
            sections[edition] += 1
            clause = label = str(sections[edition])
        elif (number := _CLAUSE.match(paragraph[0])) and number[0] in version.clauses:
            clause = label = number[0]
        elif item := _ITEM.match(paragraph[0]):
            label = f"{clause} {item[0]})"
        else:
            label = clause
        yield (edition, label), paragraph.start(), paragraph.end()


def _joined(labelled: Iterator[tuple[Label, int, int]], text: Folded) -> Iterator[Segment]:
    """Neighbours with one label are one segment: a clause's title and its body."""
    spans: list[tuple[Label, int, int]] = []
    for label, start, end in labelled:
        if spans and spans[-1][0] == label:
            spans[-1] = (label, spans[-1][1], end)
        else:
            spans.append((label, start, end))
    for (edition, clause), start, end in spans:
        tokens = tokens_between(text, start, end)
        joined = "".join(token.text for token in tokens)
        yield Segment(edition=edition, clause=clause, start=start, end=end, words=joined, tokens=tokens)
