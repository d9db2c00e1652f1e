"""The tags of a page, or of Markdown, in their order, and what their attributes say; what stands in code or a script is no tag."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.entities import unescaped
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = r"""(?:[\s/](?:[^<>"']|"[^"<]*"|'[^'<]*')*)?"""
_TAG = rf"<(?P<end>/?)(?P<name>[a-z][\w:.-]*)(?P<rest>{_QUOTED}|[\s/][^<>]*)>"
IN_HTML = expression(rf"(?P<comment><!--)|{_TAG}", re.IGNORECASE)
"""What `tokens` finds in a page."""
IN_MARKDOWN = expression(
    rf"(?P<comment><!--)|(?P<code>^[ \t>]*(?P<fence>```|~~~)|(?<!`)`[^`\n]+`)|{_TAG}", re.IGNORECASE | re.MULTILINE
)
"""Likewise, with code, in which no tag is one."""
_END_OF_FENCE = {sign: expression(rf"^[ \t>]*{sign}[`~]*[ \t]*$", re.MULTILINE) for sign in ("```", "~~~")}
_LINE_END = expression(r"[ \t]*(?:\n|\Z)")
_BLANK_LINE = expression(r"\n[ \t]*\n|\Z")
_ATTRIBUTE = expression(
    r"""(?P<name>[@\w:.-]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+)))?"""
)
RAW = {name: expression(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", "textarea", "title")}
"""The ends of elements in which no other begins."""
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "div", "dl", "fieldset", "figure", "footer", "form", "h1", "h2"),
        *("h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul", "details"),
    )
)
"""Elements that end a paragraph."""


def tokens(text: str, tags: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int]]:
    """Comments and tags, each with where it ends; of a script, a style sheet and a title the next is behind its text."""
    reached = raw_until = 0
    while found := tags.search(text, reached):
        start, reached = found.span()
        if found["comment"]:
            end = text.find("-->", start + 2)
            reached = len(text) if end < 0 else end + 3
            yield found, reached
        elif found["name"] is None:
            reached = _behind_code(text, found) if start >= raw_until else start + 1
        else:
            yield found, reached
            if start >= raw_until and _begins_html(text, found):
                raw_until = _BLANK_LINE.search(text, reached).start()  # type: ignore[union-attr]  # it finds the end too
            if not found["end"] and (closing := RAW.get(found["name"].lower())):
                closed = closing.search(text, reached)
                reached = closed.start() if closed else len(text)


def _begins_html(text: str, tag: re.Match[str]) -> bool:
    """Does a block of HTML begin with the line, in which and below which Markdown is no more read until a blank one?"""
    before = text[max(0, tag.start() - 4) : tag.start()]
    if before.rpartition("\n")[2].strip() or ("\n" not in before and tag.start() > 3):
        return False
    return tag["name"].lower() in BLOCKS or _LINE_END.match(text, tag.end()) is not None


def _behind_code(text: str, found: re.Match[str]) -> int:
    if not found["fence"]:
        return found.end()
    end = _END_OF_FENCE[found["fence"]].search(text, found.end())
    return end.end() if end else len(text)


def attributes_in(rest: str) -> dict[str, str]:
    """In small letters by their names; "" for one without a value."""
    found: dict[str, str] = {}
    for one in _ATTRIBUTE.finditer(rest):
        value = one["double"] or one["single"] or one["bare"] or ""
        found.setdefault(one["name"].lower().removeprefix("xlink:"), unescaped(value))
    return found
