"""What the comments say that a text begins with, before its first line of code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = dict(
    sign.split()
    for sign in (
        *("/* */", "<!-- -->", '""" """', "''' '''", "{- -}", "(* *)", "{# #}", "<# #>", "#| |#", "--[[ ]]", "#[[ ]]"),
        *("%{ %}", "{{!-- --}}", "<%-- --%>", "=begin =end", "=pod =cut"),
    )
)
"""What opens a comment of several lines, and what closes it."""
_OPENING = expression(
    rf"[rRuU]?(?P<sign>{'|'.join(re.escape(sign) for sign in sorted(_BLOCKS, key=len, reverse=True))})"
)
_SIGN = expression(r"#|//|--|;|%|!|\*|\.\.(?=\s|$)|::|@?rem\b|dnl\b|['\"](?=\s)", re.IGNORECASE)
"""With what a line begins that is a comment."""
_BEFORE = expression(r"<\?|<(?:!doctype|html|script)\b|['\"]use strict['\"]|@echo off|---$", re.IGNORECASE)
"""What stands before the first comment of some."""
_OPENED = expression(r"<\?php\s+")
_OF_PROSE = expression(r"\.\.(?=\s|$)")
"""In reStructuredText, with the indented lines below it; to Markdown, `#` and `*` are no comments."""
_PROSE = (".md", ".markdown", ".mdx", ".rst", ".txt", ".adoc")
_SIGNS_BEHIND = " \t#/*;%!'\"|=~-:"
_SIGNS = f"{_SIGNS_BEHIND}+"
_WORD = expression(r"(?:@?rem|dnl|@title|@licen[sc]e|@preserve)\b[ \t]*", re.IGNORECASE)
_MOST = 200
"""Lines: the longest header in use has some fifty."""


def first_comment(path: str, text: str) -> Iterator[tuple[int, str]]:
    """The lines of the comments at the top, each with its number, from 1, without signs around its words."""
    is_prose = path.lower().endswith(_PROSE)
    sign, closing = _OF_PROSE if is_prose else _SIGN, ""
    for number, line in enumerate(text.split("\n", _MOST)[:_MOST], 1):
        words = _OPENED.sub("", line.strip(), 1)
        if not closing:
            opening = _OPENING.match(words)
            if opening is not None:
                closing, words = _BLOCKS[opening["sign"]], words[opening.end() :]
            elif words and not (sign.match(words) or _BEFORE.match(words) or (is_prose and line[0] in " \t")):
                return
        if closing:
            words, closed, _ = words.partition(closing)
            closing = "" if closed else closing
        yield number, _bare(words)


def _bare(words: str) -> str:
    plain = words.lstrip(_SIGNS).rstrip(_SIGNS_BEHIND)
    return " ".join(_WORD.sub("", plain, 1).split())
