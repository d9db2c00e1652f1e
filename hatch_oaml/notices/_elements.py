"""The elements of HTML and XML: what one of them says goes on in no other."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Passage
from hatch_oaml.recognition.words.shared import STATED_ZH
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.records.notice import Visibility

_BLOCKS = r"li|p|div|td|th|tr|dt|dd|h[1-6]|section|footer|header|nav|address|article|aside|figcaption|caption|title|desc|text|option|button|center|ul|ol|dl|table"
_CLOSED = rf"</(?:{_BLOCKS})\s*>|<hr\b[^<>]*>"
_INLINE = r"</(?:span|a|small|label|tspan)\s*>(?=\s*<(?:span|a|small|label|tspan|div|p|ul)\b)"
_OPENED = rf"(?<=[^\s<>])[ \t]*(?=<(?:{_BLOCKS})(?:\s[^<>]*)?>)"
_LINE_BROKEN = r"<br\s*/?>"
_DATA = r"</(?!(?:firstname|surname|givenname|othername|lineage|honorific|year|holder)\b)[\w:.-]+\s*>(?=\s*(?:<|\Z))"
"""Of XML, that holds data: behind text another element follows at once."""
_IN_HTML = expression(
    rf"(?P<block>{_CLOSED}|{_OPENED})|(?P<inline>{_INLINE})|(?P<broken>{_LINE_BROKEN})", re.IGNORECASE
)
_IN_XML = expression(
    rf"(?P<block>{_DATA}|(?<=>)(?=<copyright>))|(?P<inline>(?!))|(?P<broken>{_LINE_BROKEN})", re.IGNORECASE
)
_LINE_END = expression(r"\s*(?:\n|\Z)")
_TAG = expression(r"<[^<>\n]{1,2000}>")
_SIGN = rf"copyright|\(c\)|©|&copy;|&#(?:169|xa9);|{STATED_ZH}"
_ANCHOR = expression(_SIGN, re.IGNORECASE)
_STATED = expression(
    rf"(?:{_SIGN})(?:[\W\d_]|\b(?:by|copyright)\b){{0,60}}"
    r"(?!(?-i:All|Alle|Tous|Todos)\b|所有|保留|[归歸人者])(?:(?-i:[A-Z])\w|[\u3040-\u9fff\uac00-\ud7a3])",
    re.IGNORECASE,
)
"""A statement that somebody is named in: no other element says whose it is."""
_REACH = 400
"""Characters before the end of an element in which its statement begins."""
_SIGNS = 4
"""The last ones, of which one begins it: in a row of hundreds to look behind each takes long."""
_HTML = expression(r"<(?:!doctype\s+html|html|body|head|div|p|span|a|br|ul|td|svg|li)\b", re.IGNORECASE)
_BEGINNING = 4096
"""Characters in which a page shows that it is none of XML's other documents."""
_COPYRIGHT = expression(
    r"<(?P<name>(?:\w+:)?copyright)\b[^<>]*>(?P<said>[^<>]{2,1000}|\s*(?:<(?:year|holder)\b[^<>]{0,80}>[^<>]{1,200}</(?:year|holder)\s*>\s*){1,64})</(?P=name)\s*>",
    re.IGNORECASE,
)
"""As DocBook, feeds and packages have it; `<year>` and `<holder>` are DocBook's."""
_BETWEEN = expression(r"</(year|holder)\s*>\s*<\1\b[^<>]{0,80}>", re.IGNORECASE)


def passage_of(text: str, visibility: Visibility = "open", *, is_html: bool = False) -> Passage:
    """`text` as it is read: where an element ends, a line does, and behind a whole statement a paragraph."""
    if "<" not in text:
        return Passage(text=text, visibility=visibility)
    text = _COPYRIGHT.sub(_told, text) if "opyright" in text else text
    numbers = [1]
    told: list[str] = []
    boundaries = _IN_HTML if is_html or _HTML.search(text, 0, _BEGINNING) else _IN_XML
    for piece, line_feeds in _pieces(text, boundaries):
        numbers += range(numbers[-1] + 1, numbers[-1] + piece.count("\n") + 1)
        numbers += numbers[-1:] * line_feeds
        told += (piece, "\n" * line_feeds)
    return Passage(text="".join(told), numbers=tuple(numbers), visibility=visibility)


def says_so(text: str) -> bool:
    """Does it tell of a copyright in its own words?"""
    return _ANCHOR.search(text) is not None


def _told(found: re.Match[str]) -> str:
    """The element as a statement, the lines that it takes behind it."""
    said = _TAG.sub(" ", _BETWEEN.sub(", ", found["said"]))
    word = "" if says_so(said) else "Copyright "
    return f"<copyright>{word}{' '.join(said.split())}</copyright>" + "\n" * found[0].count("\n")


def _pieces(text: str, boundaries: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """The stretches of `text`, each with the line feeds to be put behind it."""
    anchors = [match.start() for match in _ANCHOR.finditer(text)]
    reached = since = 0
    for found in boundaries.finditer(text):
        end = found.start()  # so that an unknown tag is no part of a name
        if found["broken"] is None and _is_stated(text, anchors, max(since, end - _REACH), end):
            yield text[reached:end], 2
            reached = since = end
        elif found["inline"] is None and not _LINE_END.match(text, found.end()):
            yield text[reached : found.end()], 1
            reached = found.end()
    yield text[reached:], 0


def _is_stated(text: str, anchors: Sequence[int], start: int, end: int) -> bool:
    """Is a whole statement there, that begins at or behind `start`?"""
    first, behind = bisect_left(anchors, start), bisect_left(anchors, end)
    if first == behind:
        return False
    sign = anchors[max(first, behind - _SIGNS)]
    return _STATED.search(_TAG.sub(" ", text[sign:end])) is not None
