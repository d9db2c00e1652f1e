"""The SPDX tags that stand further down in a text, or in a snippet: each alone on a line of a comment.

https://spdx.github.io/spdx-spec/v2.3/file-tags/ and https://reuse.software/spec-3.3/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP = 60
"""Lines of a file in which its own tag stands, in whatever form; further down it may quote another's."""
TAG = b"SPDX-License-Identifier"
_MARK = expression(
    r"^[ \t]{0,80}(?:(?:@?(?:rem|REM)|dnl)\b|[#/*;%!'(<{.:-]{1,80})?[ \t]{0,80}"
    r"(?:SPDX-(?:(?P<begin>SnippetBegin)|(?P<end>SnippetEnd)|License-Identifier[ \t]{0,9}:(?P<terms>[^\n]{1,500}))"
    r"|REUSE-Ignore(?P<ignore>Start|End))",
    re.MULTILINE,
)
_TERMS = expression(r"[ \t]*(?P<terms>[(A-Za-z][\w.+:() -]{0,300}?)[ \t]*(?:\*+[/)]|--%?>|[#%]\}|-\}|#+|\*+)?[ \t\r]*")
MOST = 1000
"""Tags of one file."""


class TagBelow(NamedTuple):
    """`terms` are the expression; `is_quoted` tells that it stands between `REUSE-IgnoreStart` and `REUSE-IgnoreEnd`."""

    terms: str
    line: int
    is_quoted: bool


def tags_below(data: bytes) -> Iterator[TagBelow]:
    """In the file's order: all that are quoted, those of snippets, and what stands below `TOP` lines."""
    if TAG not in data:
        return
    text = data.decode("utf-8-sig", "replace")
    lines = LineNumbers(text)
    is_inside = is_quoted = False
    for mark in _MARK.finditer(text):
        if mark["ignore"]:
            is_quoted = mark["ignore"] == "Start"
        elif mark["begin"] or mark["end"]:
            is_inside = mark["begin"] is not None
        elif tag := _TERMS.fullmatch(mark["terms"]):
            line = lines.at(mark.start("terms"))
            if is_inside or is_quoted or line > TOP:
                yield TagBelow(tag["terms"], line, is_quoted)
