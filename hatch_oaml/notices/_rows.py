"""Tells data from documents: in data a notice stands in the file's own header or in a notice field, and never in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = expression(r"\s*(?:#|//|;|--|%)")
_LOOKED_AT = 400
"""Lines that tell what a file is."""
_LEAST_WORDS = 5
"""Fewer lines of one word each may be a heading and a name."""


def header(text: str) -> str:
    """The comments, and the empty lines among them, with which `text` begins."""
    return "\n".join(_comments(text))


def _comments(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip() and not _COMMENT.match(line):
            return
        yield line


def is_table(text: str) -> bool:
    """Are all lines of `text` rows of as many columns, parted by tabs: a dictionary, a list of pairs?"""
    tabs = [line.count("\t") for line in _content(text)]
    return len(tabs) > 1 and min(tabs) == max(tabs) > 0


def is_word_list(text: str) -> bool:
    """Is nearly each line of `text` one word: a vocabulary?"""
    lines = list(_content(text))
    single = sum(1 for line in lines if len(line.split()) == 1)
    return len(lines) >= _LEAST_WORDS and single >= 0.95 * len(lines)


def _content(text: str) -> Iterator[str]:
    body = text[len(header(text)) :]
    looked = body[: _LOOKED_AT * 200].split("\n")[:_LOOKED_AT]
    return (line.strip("\r ") for line in looked if line.strip())
