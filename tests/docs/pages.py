"""The pages of the documentation as they are written: their headings, code and tables."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
ENGLISH, CHINESE = DOCS / "en", DOCS / "zh"

_FENCE = re.compile(r"(?ms)^(?P<indent> *)```(?P<kind>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^ *```$")


@frozen
class Block:
    """A fenced block: `kind` is its language, `title` the file that it is to be written to, if any."""

    kind: str
    title: str | None
    text: str


def names() -> list[str]:
    """Every page of the English documentation, below its folder."""
    return sorted(file.relative_to(ENGLISH).as_posix() for file in ENGLISH.rglob("*.md"))


def blocks(text: str) -> Iterator[Block]:
    for found in _FENCE.finditer(text):
        indent = len(found["indent"])
        lines = (line[indent:] for line in found["text"].split("\n"))
        yield Block(kind=found["kind"], title=found["title"], text="\n".join(lines))


def prose(text: str) -> str:
    """The page without its blocks."""
    return _FENCE.sub("", text)


def headings(text: str) -> list[int]:
    """The depth of each heading."""
    return [len(found) for found in re.findall(r"^(#+) ", prose(text), re.MULTILINE)]


def section(text: str, title: str) -> str:
    """What stands below the heading, up to the next one of its depth or a higher one."""
    found = re.search(rf"^(#+) {re.escape(title)}$", text, re.MULTILINE)
    assert found, f"there is no section {title!r}"
    rest = text[found.end() :]
    end = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def rows(text: str) -> list[list[str]]:
    """The cells of every row of every table, without the heads."""
    found = []
    for table in re.findall(r"(?m)(?:^\|.*\n?)+", prose(text)):
        lines = table.strip().split("\n")
        found += [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))] for line in lines[2:]]
    return found


def keys(text: str) -> list[str]:
    """What the first cell of each row names as code."""
    return [found[1] for row in rows(text) if (found := re.fullmatch(r"`([^`]+)`", row[0]))]
