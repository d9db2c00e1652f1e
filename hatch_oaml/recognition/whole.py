"""Keeps a notice file paragraph by paragraph, each copyright line of it on its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.comment_markers import bare, column, marked
from hatch_oaml.recognition.names import are_names
from hatch_oaml.recognition.words.headings import HEADING
from hatch_oaml.recognition.words.nobody import NAMES_NONE, NO_WORDS, UNNAMED
from hatch_oaml.recognition.words.shared import EMAIL, URL
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_NAMES_NONE = expression(NAMES_NONE.either, re.IGNORECASE)
_UNNAMED = expression(UNNAMED.either, re.IGNORECASE)
_LINK = r"\[[^\[\]\n]*\]"
_PICTURE = r"\.(?:png|jpe?g|svg|gif|webp)\b|contrib\.rocks|all-?contributors|/graphs/contributors|shields\.io|/badges?/"
_PICTURED = expression(
    rf"\[!?{_LINK}(?:\([^()\s]*\)|{_LINK})\]\([^()\s]*\)|!{_LINK}\([^()\s]*\)|{_LINK}\([^()\s]*(?:{_PICTURE})[^()\s]*\)"
)
"""A picture, or a link to where people are shown: what stands around it says whose it is."""
_TELLS_WHO = expression(rf"{URL}|@\w|(?:19|20)\d\d|\b[A-Z][\w'-]+\s[A-Z]|\]\[")
_HEADING = expression(HEADING.either, re.IGNORECASE)
_NO_WORDS = expression(NO_WORDS.either, re.IGNORECASE)


_ADDRESSED = expression(rf"{URL}|{EMAIL}|@\w", re.IGNORECASE)
_SOMEBODY = expression(r"[A-Z][\w.'’-]*\s[A-Z][\w.'’-]*\s[a-z]+ed\s")
"""By name, and what that one did: `Mina Halloway combined …`."""
_TWO_WORDS = expression(r"[^\W\d_a-z][\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]*){1,3}")


@frozen
class Paragraph:
    """Bare lines joined by line feeds, of which the first is line `first`, from 0; `columns` as a `Reading` has them.

    `is_deed` is what one has done whom a line above names.
    """

    text: str
    first: int
    columns: tuple[int, ...] = ()
    is_deed: bool = False


def names_nobody(text: str) -> bool:
    """Does a section's item thank people without naming one, or hold pictures alone?"""
    said = _PICTURED.sub("", text)
    if (said.startswith("```") and _TELLS_WHO.search(said) is None) or _NAMES_NONE.search(said):
        return True
    if not any(character.isalnum() for character in said):
        return True
    return _TELLS_WHO.search(said) is None and _UNNAMED.search(said) is not None


def single_lines(lines: Sequence[str]) -> Iterator[Paragraph]:
    """Each line of `lines` that says something and is no heading, by itself."""
    name = ""
    for index, line in enumerate(lines):
        text = bare(line)
        is_item = marked(line)
        if text and not is_item:
            name = text if _ADDRESSED.search(text) or _TWO_WORDS.fullmatch(text) else ""
            name = name if are_names(name) else ""
        if text and not (_HEADING.fullmatch(text) or _NO_WORDS.fullmatch(text)):
            yield Paragraph(text=text, first=index, is_deed=bool(is_item and name) and _is_deed(text, name))


def _is_deed(text: str, name: str) -> bool:
    """Is `text`, an item of a list, what one has done, below the line with the name: `Windows support` below `Mina <m@loom.example>`?"""
    if _ADDRESSED.search(text) or _SOMEBODY.match(text):
        return False
    if " " not in text:
        return _ADDRESSED.search(name) is not None
    return not are_names(text)


def paragraphs(lines: Sequence[str]) -> Iterator[Paragraph]:
    """The runs of lines that are not blank."""
    return _runs(lines)


def items(lines: Sequence[str]) -> Iterator[Paragraph]:
    """As `paragraphs`, and each item of a list by itself: the first with the line that leads to it, another with those nested in it."""
    begins: set[int] = set()
    depth: int | None = None
    for index, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if not line.strip():
            depth = None
        elif marked(line) and (depth is None or indent <= depth):
            if depth is not None or not _leads(lines, index):
                begins.add(index)
            depth = indent
    return _runs(lines, begins)


def _leads(lines: Sequence[str], index: int) -> bool:
    return index > 0 and lines[index - 1].rstrip().endswith((":", "："))


def _runs(lines: Sequence[str], begins: Container[int] = ()) -> Iterator[Paragraph]:
    """The runs of lines between blank ones, and from each that `begins` one on."""
    run: list[str] = []
    columns: list[int] = []
    for index, line in enumerate((*lines, "")):
        text = bare(line)
        if run and (not text or index in begins):
            yield Paragraph(text="\n".join(run), first=index - len(run), columns=tuple(columns))
            run, columns = [], []
        if text:
            run.append(text)
            columns.append(column(line, text))
