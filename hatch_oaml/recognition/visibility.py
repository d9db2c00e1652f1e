"""Parts a text with markup into what a reader sees, what HTML or Markdown hides, and what stands there struck out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.words.markup import HIDDEN, STRUCK, STRUCK_TAGS
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.notice import Visibility

    Span = tuple[int, int]

_HIDDEN = expression(HIDDEN.either, HIDDEN.flags)
_TITLE_MARK = expression(r"^(\[(?://|comment|#)\]:\s*(?:#|<>)\s*\(?)|\)\s*$")
_NOT_LINE_FEED = expression(r"[^\n]")
_STRUCK_MARKDOWN = expression(STRUCK.either, STRUCK.flags)
_STRUCK_HTML = expression(STRUCK_TAGS.either, STRUCK_TAGS.flags)
_STRUCK_MARK = expression(r"~~|</?(?:s|del|strike)\b[^<>]*>", re.IGNORECASE)
_CODE = expression(r"^(```|~~~)(?:.*?^\1[`~]*[ \t]*$|.*\Z)|`[^`\n]+`", re.DOTALL | re.MULTILINE)
"""There `<s>` is how a text begins for a tokenizer, and `~~` is two signs."""


def parts(text: str) -> tuple[tuple[Visibility, str], ...]:
    """What is seen, what is hidden and what is struck out; each on the lines where it stands, and only if there is any.

    What is seen comes first, and is always there.
    """
    if not any(sign in text for sign in ("<", "]:", "~")):
        return (("open", text),)
    hidden = [match.span() for match in _HIDDEN.finditer(text)]
    shown = _without(text, hidden)
    struck = list(_struck(shown))
    found: list[tuple[Visibility, str]] = [("open", _without(shown, struck))]
    if hidden:
        found.append(("hidden", _TITLE_MARK.sub("", _only(text, hidden))))
    if struck:
        found.append(("withdrawn", _STRUCK_MARK.sub(lambda mark: _blank(mark[0]), _only(shown, struck))))
    return tuple(found)


def _struck(text: str) -> Iterator[Span]:
    """None of them overlapping another, in order."""
    plain = _CODE.sub(lambda code: _blank(code[0]), text)
    spans = sorted([match.span() for match in _STRUCK_MARKDOWN.finditer(plain)] + list(_struck_by_tags(plain)))
    reached = 0
    for start, end in spans:
        if start >= reached:
            yield start, end
            reached = end


def _struck_by_tags(text: str) -> Iterator[Span]:
    """From a tag to the one that closes it; one that nothing closes strikes nothing out."""
    reached = 0
    unclosed: set[str] = set()
    for opening in _STRUCK_HTML.finditer(text):
        tag = (opening["tag"] or opening["styled"]).lower()
        if opening.start() < reached or tag in unclosed:
            continue
        closing = re.compile(rf"</{tag}\s*>", re.IGNORECASE).search(text, opening.end())
        if closing is None:
            unclosed.add(tag)
            continue
        reached = closing.end()
        yield opening.start(), reached


def _without(text: str, spans: Iterable[Span]) -> str:
    kept: list[str] = []
    offset = 0
    for start, end in spans:
        kept += (text[offset:start], _blank(text[start:end]))
        offset = end
    return "".join((*kept, text[offset:]))


def _only(text: str, spans: Iterable[Span]) -> str:
    kept: list[str] = []
    offset = 0
    for start, end in spans:
        kept += (_blank(text[offset:start]), text[start:end])
        offset = end
    return "".join(kept)


def _blank(text: str) -> str:
    return _NOT_LINE_FEED.sub(" ", text)
