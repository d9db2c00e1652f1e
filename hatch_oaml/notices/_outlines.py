"""Where the headings of a text stand, by the rules of its form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from hatch_oaml.values.blanks import blanked
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKDOWN = expression(
    r"^(?P<mark>#{1,6})[ \t]+(?P<title>[^\n]+)$|^(?P<under>[^\n]+)\n(?P<rule>=+|-+)[ \t]*$|^<h(?P<html>[1-6])[^>]*>(?P<inner>[^\n]*?)</h[1-6]\s*>",
    re.MULTILINE | re.IGNORECASE,
)
_BOLD = expression(r"(?<=\n\n)(?P<mark>\*\*|__)(?P<title>[^*_\n]{2,40})(?P=mark)[:：]?[ \t]*\n(?=[ \t]*\n)")
"""A line that stands as a heading does: of the lowest level, and below another it may be a name."""
LOWEST = 7
_FENCE = expression(r"^(?:```|~~~)", re.MULTILINE)
_END_OF_FENCE = expression(r"^(?:```|~~~)[ \t]*$", re.MULTILINE)
_UNDERLINED = expression(
    r"^(?:(?P<over>([^\w\s])\2{2,200})[ \t]*\n)?(?P<title>[ \t]*[^\W_][^\n]{0,200})\n(?P<under>([^\w\s])\5{2,200})[ \t]*$",
    re.MULTILINE,
)
_ASCIIDOC = expression(r"^(?P<mark>={1,6})[ \t]+(?P<title>[^\n]+)$|^\.(?P<block>[A-Z][^\n]{1,60})$", re.MULTILINE)


class Heading(NamedTuple):
    """From character `start` up to `end`; of two levels the lower number is above."""

    start: int
    end: int
    level: int
    title: str


class Outline(Protocol):
    """The headings of a text, in order."""

    def __call__(self, text: str, /) -> list[Heading]: ...


def of_markdown(text: str) -> list[Heading]:
    """Those in fences are none."""
    outline = _without_code(text)
    headings = [Heading(match.start(), match.end(), *_level_and_title(match)) for match in _MARKDOWN.finditer(outline)]
    headings += [Heading(match.start(), match.end(), LOWEST, match["title"]) for match in _BOLD.finditer(outline)]
    return sorted(headings)


def of_restructured(text: str) -> list[Heading]:
    """Each way to underline is a level, in the order in which they come."""
    ways: list[tuple[str, bool]] = []
    return list(_underlined(text, ways))


def of_asciidoc(text: str) -> list[Heading]:
    return [
        Heading(match.start(), match.end(), len(match["mark"] or "") or LOWEST, match["title"] or match["block"])
        for match in _ASCIIDOC.finditer(text)
    ]


def _underlined(text: str, ways: list[tuple[str, bool]]) -> Iterator[Heading]:
    for match in _UNDERLINED.finditer(text):
        way = (match["under"][0], match["over"] is not None)
        if way not in ways:
            ways.append(way)
        yield Heading(match.start(), match.end(), ways.index(way) + 1, match["title"].strip())


def _without_code(text: str) -> str:
    """With blanks where a fence is closed; of one that is not, all is left."""
    kept: list[str] = []
    reached = 0
    while (fence := _FENCE.search(text, reached)) and (end := _END_OF_FENCE.search(text, fence.end())):
        kept += (text[reached : fence.start()], blanked(text[fence.start() : end.end()]))
        reached = end.end()
    return "".join((*kept, text[reached:]))


def _level_and_title(match: re.Match[str]) -> tuple[int, str]:
    if match["mark"]:
        return len(match["mark"]), match["title"]
    if match["under"]:
        return 1 if match["rule"].startswith("=") else 2, match["under"]
    return int(match["html"]), match["inner"]
