"""A page of ours, written in Markdown, as a person reads it at a terminal."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import click

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = expression(r"(?P<depth>#+) (?P<text>.+)")
_STRONG = expression(r"\*\*(?P<text>[^*]+)\*\*")
_FENCE = "```"
_UNDERLINES = {1: "="}


def plain_page(markdown: str, *, color: bool) -> str:
    """Headings underlined, or bold where there are colors; blocks of code indented, their fences gone; the words as they are."""
    return "\n".join(_lines(markdown, color=color))


def _lines(markdown: str, *, color: bool) -> Iterator[str]:
    is_code = False
    for line in markdown.rstrip("\n").split("\n"):
        heading = _HEADING.fullmatch(line)
        if line.startswith(_FENCE):
            is_code = not is_code
        elif is_code:
            yield f"    {line}".rstrip()
        elif heading:
            yield from _heading(heading["text"], len(heading["depth"]), color=color)
        else:
            yield _STRONG.sub(lambda strong: click.style(strong["text"], bold=True) if color else strong["text"], line)


def _heading(text: str, depth: int, *, color: bool) -> Iterator[str]:
    if color:
        yield click.style(text, bold=True)
        return
    yield text
    yield _UNDERLINES.get(depth, "-") * sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
