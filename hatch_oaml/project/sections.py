"""A text with headings, taken apart into what stands below each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ELEMENT = expression(r"<h(?P<level>[1-6])(?:\s[^<>]*)?>(?P<title>[^<>]{1,200})</h(?P=level)\s*>", re.IGNORECASE)
_FENCES = ("```", "~~~")
_UNDERLINES = {"=": 1, "-": 2}


class Section(NamedTuple):
    """`level` counts from 1, of what stands above the first heading it is 0; `line` is that of the first of `lines`, from 1."""

    title: str
    level: int
    line: int
    lines: list[str]


def sections(text: str) -> Iterator[Section]:
    """Each heading with the lines below it, up to the next one whatever its level; what stands above all, with none.

    Headings are Markdown's, elements of HTML on a line, and those of reStructuredText that are underlined alike; a line of code is none.
    """
    title, level, first, lines, fence = "", 0, 1, list[str](), ""
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if bare.startswith(fence or _FENCES):
            fence = "" if fence else bare[:3]
        under = lines[-1].strip() if lines and not fence else ""
        if not fence and bare.startswith("#") and bare.lstrip("#")[:1] in {" ", "\t"}:
            yield Section(title, level, first, lines)
            title, level, first, lines = bare.strip("#"), len(bare) - len(bare.lstrip("#")), number + 1, []
        elif not fence and (element := _ELEMENT.fullmatch(bare)):
            yield Section(title, level, first, lines)
            title, level, first, lines = element["title"], int(element["level"]), number + 1, []
        elif under and bare and set(bare) in ({"="}, {"-"}):
            yield Section(title, level, first, lines[:-1])
            title, level, first, lines = under, _UNDERLINES[bare[0]], number + 1, []
        else:
            lines.append(line)
    yield Section(title, level, first, lines)


def within(every: Iterable[Section], is_meant: Callable[[str], bool]) -> Iterator[Section]:
    """Those whose title is meant, and all that stand below them."""
    meant_level = 0
    for section in every:
        if meant_level and section.level > meant_level:
            yield section
            continue
        meant_level = section.level if section.level and is_meant(section.title) else 0
        if meant_level:
            yield section
