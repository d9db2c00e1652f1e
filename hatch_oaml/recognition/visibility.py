"""Parts a text with markup into what a reader sees, what HTML or Markdown hides, and what stands there struck out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.prefilter import needles_in
from hatch_oaml.recognition.unseen_elements import unseen_in, unseen_in_markdown
from hatch_oaml.recognition.words.markup import STRUCK, STRUCK_TAGS
from hatch_oaml.recognition.words.unseen import BESIDE_MARKDOWN, COMMENT_LINK, OF_MARKDOWN
from hatch_oaml.values.blanks import blanked
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.notice import Visibility

    Span = tuple[int, int]

_COMMENT_LINK = expression(COMMENT_LINK.either, COMMENT_LINK.flags)
_OF_MARKDOWN = expression(OF_MARKDOWN.either, OF_MARKDOWN.flags)
_BESIDE = expression(BESIDE_MARKDOWN.either, BESIDE_MARKDOWN.flags)
_FOOTNOTE = expression(r"^\[\^(?P<label>[^\[\]\n]+)\]:[^\n]*(?:\n[ \t]+[^\n]+)*", re.MULTILINE)
_FOOTNOTE_MARK = expression(r"\[\^(?P<label>[^\[\]\n]+)\](?!:)")
_TITLE_MARK = expression(r"^[ \t>]*\*?\[[^\[\]\n]*\]:[ \t]*(?:#|<>)?[ \t]*[\"'(]?|\)\s*\Z", re.MULTILINE)
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
    links = [match.span() for match in _COMMENT_LINK.finditer(text)]
    return _parted(text, unseen_in(text), links)


def parts_of_markdown(text: str) -> tuple[tuple[Visibility, str], ...]:
    """As `parts`, of what is rendered: code is shown as it stands, titles of links and texts in the place of pictures are not."""
    if not any(sign in text for sign in ("<", "]:", "~", "](", "![", "{")):
        return (("open", text),)
    unseen = unseen_in_markdown(text)
    plain = _CODE.sub(lambda code: _blank(code[0]), _without(text, unseen))
    links = [match.span() for match in _OF_MARKDOWN.finditer(plain)]
    return _parted(text, unseen, links, _beside(plain), _footnotes(plain))


def _beside(text: str) -> Iterator[Span]:
    return (match.span() for match in _BESIDE.finditer(text) if needles_in(match[0]))


def _footnotes(text: str) -> Iterator[Span]:
    """Those that no mark leads to, which nobody is shown."""
    if "[^" not in text:
        return
    marked = {match["label"].casefold() for match in _FOOTNOTE_MARK.finditer(text)}
    yield from (note.span() for note in _FOOTNOTE.finditer(text) if note["label"].casefold() not in marked)


def _parted(text: str, *unseen: Iterable[Span]) -> tuple[tuple[Visibility, str], ...]:
    hidden = list(_apart(span for spans in unseen for span in spans))
    shown = _without(text, hidden)
    struck = list(_struck(shown))
    found: list[tuple[Visibility, str]] = [("open", _without(shown, struck))]
    if hidden:
        found.append(("hidden", _TITLE_MARK.sub("", _only(text, hidden))))
    if struck:
        found.append(("withdrawn", _STRUCK_MARK.sub(lambda mark: _blank(mark[0]), _only(shown, struck))))
    return tuple(found)


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """In order, what overlaps another as far as it goes on behind it."""
    reached = 0
    for start, end in sorted(spans):
        if end > reached:
            yield max(start, reached), end
            reached = end


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
    return blanked(text)
