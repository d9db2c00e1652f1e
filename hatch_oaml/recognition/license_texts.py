"""Tells which paragraphs of a notice file are a license's own words: its text is one notice, however many paragraphs it has."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from hatch_oaml.recognition.rows import Rows
from hatch_oaml.recognition.whole import Paragraph
from hatch_oaml.recognition.words.license_texts import ENDS, LONG_ENDS, LONG_TITLE, STARTS, TERMS
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_STARTS = Rows(STARTS)
_ENDS = Rows(ENDS)
_LONG_ENDS = Rows(LONG_ENDS)
_LONG_TITLE = Rows(LONG_TITLE)
_APPLIED = expression(r"\W*(?:how\s|appendix)", re.IGNORECASE)
_TERMS = Rows(TERMS)
_LONG, _SHORT = 400, 16
"""Paragraphs that a license has, by whether it is a document with a title."""
_OPENING = 4
"""Paragraphs, the title among them, in one of which the terms of a long one open."""


def with_license_texts(
    paragraphs: Sequence[Paragraph], names_holder: Callable[[Paragraph], bool]
) -> Iterator[tuple[Paragraph, bool]]:
    """Each of `paragraphs`, those of one license's text as a single one; and whether it is a license's text.

    :param names_holder: whether a paragraph states somebody's copyright: there another work's license begins.
    """
    texts = _Texts(paragraphs, names_holder)
    index = 0
    while index < len(paragraphs):
        end = texts.end(index)
        if end == index:
            yield paragraphs[index], False
            index += 1
        else:
            yield _as_one(paragraphs[index:end]), True
            index = end


def opens_license_text(text: str) -> bool:
    """Does `text` begin with a license's own words?"""
    return _STARTS.match(text) is not None


class _Texts:
    """Where the texts of licenses end among `paragraphs`, each of which is looked at once for each question."""

    def __init__(self, paragraphs: Sequence[Paragraph], names_holder: Callable[[Paragraph], bool]) -> None:
        self._paragraphs = paragraphs
        self._asked = names_holder
        self._known: dict[int, bool] = {}

    def end(self, start: int) -> int:
        """Behind the last paragraph of the license's text that begins at `start`; `start` where none does."""
        end = start
        while end < len(self._paragraphs) and _STARTS.match(self._paragraphs[end].text) and not self._names_holder(end):
            end = self._end_of_part(end)
        return end

    def _end_of_part(self, start: int) -> int:
        """As `end`, up to the first words with which licenses end; the first paragraph alone where there are none."""
        most, ends = (_LONG, self._long_ends) if self._is_long(start) else (_SHORT, self._ends)
        place = bisect_left(ends, start)
        if place == len(ends) or ends[place] >= start + most:
            return start + 1
        last = ends[place]
        return start + 1 if any(map(self._names_holder, range(start + 1, last + 1))) else last + 1

    def _is_long(self, start: int) -> bool:
        """Do paragraphs open the text of a license that is a document, and not name it alone?"""
        title, *others = self._paragraphs[start : start + _OPENING]
        if not _LONG_TITLE.match(title.text):
            return False
        return _APPLIED.match(title.text) is not None or any(_TERMS.search(one.text) for one in (title, *others))

    def _names_holder(self, index: int) -> bool:
        if index not in self._known:
            self._known[index] = self._asked(self._paragraphs[index])
        return self._known[index]

    @cached_property
    def _ends(self) -> list[int]:
        return [index for index, one in enumerate(self._paragraphs) if _ENDS.search(one.text)]

    @cached_property
    def _long_ends(self) -> list[int]:
        return [index for index, one in enumerate(self._paragraphs) if _LONG_ENDS.search(one.text)]


def _as_one(paragraphs: Sequence[Paragraph]) -> Paragraph:
    """All of them, with the empty lines between them."""
    first = paragraphs[0].first
    pieces: list[str] = []
    line = first
    for paragraph in paragraphs:
        pieces.append("\n" * (paragraph.first - line) + paragraph.text)
        line = paragraph.first + paragraph.text.count("\n")
    return Paragraph(text="".join(pieces), first=first)
