"""Foreign text as Markdown that shows exactly its words: it can neither hide a line nor forge one."""

from __future__ import annotations

import re

from hatch_oaml.values.wording import printable

_SPECIAL = re.compile(r"[\\`*\[\]<~|$#]|&(?=[#\w])|(?<![^\W_])_|_(?![^\W_])")
"""What opens a construct inside a line: CommonMark's, and strikethrough, tables and mathematics of common extensions.

An underscore between letters opens nothing.
"""

_OPENING = re.compile(r"[-+=:>]|\d+[.)]")
"""What opens a construct at the start of a line only: a list, a quotation, an underlined heading, a definition."""


def escaped(text: str) -> str:
    r"""`text`, its lines joined by hard line breaks; what cannot be printed stands as an escape (`\x1b`).

    Rendered by CommonMark (https://spec.commonmark.org/0.31.2/#backslash-escapes) it is the text itself, without
    markup, HTML, links or references, wherever it follows other text of a line.
    """
    lines = [_inside(" ".join(line.split())) for line in text.splitlines() if line.strip()]
    return "\\\n".join(lines[:1] + [_opened(line) for line in lines[1:]])


def escaped_line(text: str) -> str:
    """As `escaped`, all on one line: for headings."""
    return _inside(" ".join(text.split()))


def code(text: str) -> str:
    """`text` as a code span (https://spec.commonmark.org/0.31.2/#code-spans)."""
    visible = printable(text)
    fence = "`" * (1 + max(map(len, re.findall(r"`+", visible)), default=0))
    padding = " " if visible[:1] in {"`", " "} or visible[-1:] in {"`", " "} else ""
    return f"{fence}{padding}{visible}{padding}{fence}"


def fenced(text: str) -> str:
    """`text` as a fenced code block (https://spec.commonmark.org/0.31.2/#fenced-code-blocks), each of its lines `printable`."""
    lines = [printable(line) for line in text.split("\n")]
    fence = "`" * max(3, 1 + max(map(len, re.findall(r"`+", text)), default=0))
    return "\n".join([f"{fence}text", *lines, fence])


def code_in_table(text: str) -> str:
    """`text` as a code span in a cell (https://github.github.com/gfm/#tables-extension-): there a bar needs a backslash."""
    return code(text).replace("|", "\\|")


def _inside(line: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", printable(line))


def _opened(line: str) -> str:
    """`line` where it begins one."""
    opening = _OPENING.match(line)
    if not opening:
        return line
    at = opening.end() - 1
    return f"{line[:at]}\\{line[at:]}"
