"""Keeps a notice file paragraph by paragraph, each copyright line of it on its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.comment_markers import bare, column
from hatch_oaml.recognition.words.headings import HEADING
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADING = expression(HEADING.either, re.IGNORECASE)


@frozen
class Paragraph:
    """Bare lines joined by line feeds, of which the first is line `first`, from 0; `columns` as a `Reading` has them."""

    text: str
    first: int
    columns: tuple[int, ...] = ()


def single_lines(lines: Sequence[str]) -> Iterator[Paragraph]:
    """Each line of `lines` that says something and is no heading, by itself."""
    for index, line in enumerate(lines):
        if (text := bare(line)) and not _HEADING.fullmatch(text):
            yield Paragraph(text=text, first=index)


def paragraphs(lines: Sequence[str]) -> Iterator[Paragraph]:
    """The runs of lines that are not blank."""
    run: list[str] = []
    columns: list[int] = []
    for index, line in enumerate((*lines, "")):
        text = bare(line)
        if text:
            run.append(text)
            columns.append(column(line, text))
        elif run:
            yield Paragraph(text="\n".join(run), first=index - len(run), columns=tuple(columns))
            run, columns = [], []
