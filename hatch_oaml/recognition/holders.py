"""Tells whose a copyright is, and where its notice ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.name_lines import is_small_line, line_at, starts_afresh
from hatch_oaml.recognition.name_reader import Below, NameReader
from hatch_oaml.recognition.names import looks_like_name, names_holder
from hatch_oaml.recognition.words.holders import ABBREVIATION
from hatch_oaml.recognition.words.shared import LICENSE_NAME, RESERVED, YEAR_FILLED_IN, years
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.han import BEYOND_LATIN

if TYPE_CHECKING:
    from hatch_oaml.recognition.reading import Reading

_LIMIT = 400
"""Characters of a name: without a word that ends it, it ends here."""
_ABBREVIATION = expression(ABBREVIATION.either, re.IGNORECASE)
_CUT_SHORT = 12
"""Characters before a full stop in which an abbreviation has room."""
_COLONS = (":", "：")
_LIST_LABEL = expression(r"(?:the\s+)?following\s+(?:\w+\s+)?\w+\s*[:：]\s*", re.IGNORECASE)
_DATED = expression(rf"\s*(?:by\s+)?{years('bracket')}[\s,:]+", re.IGNORECASE)
_YEAR_FILLED_IN = expression(rf"{YEAR_FILLED_IN.either}[\s,]+(?=\S)", re.IGNORECASE)
_BY = expression(r"(?:by|for|of|on behalf of)(?:\s+|\s*[:：]\s*\n\s*)", re.IGNORECASE)
_BLANK = " \t,.:;|-–—\"'*_=，：、"
_ESCAPED_LINE_ENDS = expression(r"(?:\\[rnt])+\s*")
_LICENSE_ONLY = expression(
    rf"(?:the\s+)?{LICENSE_NAME}(?:\s+(?:public\s+)?licen[sc]ed?(?:\s\d[\d.]*)?|(?:\s*(?:or|and|/|,)\s*|\s+){LICENSE_NAME}){{0,4}}",
    re.IGNORECASE,
    needed=(
        *("mit", "bsd", "isc", "zlib", "apache", "gpl", "mpl", "epl", "cddl", "cc", "psf", "boost", "artistic"),
        *("unlicense", "wtfpl", "mulanpsl", "openrail", "openmdw", "木兰", "开放原子模型"),
    ),
)
RESERVED_BEHIND = expression(rf"(?:(?:[\s.,;:|(\[，。/-]|\\[nrt])*{RESERVED}[)）\]]?[.。!]?){{1,3}}", re.IGNORECASE)
_REMARKED = expression(rf"(?:[^.\n]|\.(?=\S)|\n(?!\n)){{0,120}}?(?:[.)][\s.)]*|\s){RESERVED}[.。!]?", re.IGNORECASE)
"""A remark behind the name, and the reserved rights behind that: `and others as noted. All rights reserved.`"""
_REMARKS = frozenset(["clause", "lower", "joining", "people", "cap"])
"""With what a remark begins."""
_ADDRESSED = expression(r"@|<[^<>\s]{3,120}>|://|\bwww\.")
_FIELD_ZH = expression(rf"{BEYOND_LATIN}{{2,8}}\s?[：:]")
"""The next field of a header, where a label names nobody: `描述：`."""
_TRIM = " \t\n,;:|/-–—\"'`*_(（，、"
_SAID_IN_CAPITALS = expression(r"\b(?:IS|ARE|WAS|WERE)$")
_CODE_MARKS = frozenset("={}[]_")
_SENTENCE_MARK = expression(r"\. |; | - |[|。；，]|[=(,:\[{]\s*[a-zA-Z]{0,2}[\"'`]")


@frozen
class Holder:
    """`text` is the name; `end` is where the notice ends, its reserved rights included.

    `closed` tells that something marked the name's end: an address, a rule, the reserved rights. `subject` tells that a
    verb follows at once: `Copyright: There are no …` names nobody.
    """

    text: str
    end: int
    closed: bool
    subject: bool = False

    @property
    def is_name(self) -> bool:
        return not self.subject and looks_like_name(self.text)


def holder_after(reading: Reading, start: int, head: int) -> Holder:
    """The holder that begins at `start` of `reading`, white space and punctuation before it skipped.

    It goes on over lines that a name breaks over, and over the lines of a list of holders; its `text` is "" where none is.

    :param head: where its notice begins.
    """
    text = reading.folded
    begin, below = _beginning(text, start)
    end, why = NameReader(reading, begin, below, head).read()
    name = text[begin:end].strip(_TRIM)
    if _LICENSE_ONLY.fullmatch(name):
        return Holder(text="", end=start, closed=True)
    reserved = RESERVED_BEHIND.match(text, end) or (_REMARKED.match(text, end) if why in _REMARKS else None)
    closed = reserved is not None or why == "close" or _ADDRESSED.search(name) is not None
    if reserved:
        end = reserved.end()
    elif why == "stop":
        end += 1
    else:
        end = begin + len(text[begin:end].rstrip(_TRIM))
    return Holder(text=name, end=max(end, start) if name or reserved else start, closed=closed, subject=why == "verb")


def _beginning(text: str, start: int) -> tuple[int, Below]:
    """Where the name begins that is looked for from `start`, and whether it stands on a line below."""
    begin = start
    while text[begin : begin + 1] and text[begin] in _BLANK:
        begin += 1
    if escaped := _ESCAPED_LINE_ENDS.match(text, begin):
        begin = escaped.end()
    if filled := _YEAR_FILLED_IN.match(text, begin):
        begin = filled.end()
    if by := _BY.match(text, begin):
        begin = by.end()
    if label := _LIST_LABEL.match(text, begin):
        return label.end(), "labelled"
    if not text.startswith("\n", begin):
        standing = _standing(text, begin)
        if (standing == "below" and is_small_line(text, begin)) or (
            standing != "beside" and _FIELD_ZH.match(text, begin)
        ):
            return text.rfind("\n", 0, begin), "beside"
        return begin, standing
    labelled = text[max(0, begin - _LIMIT) : begin].rstrip().endswith(_COLONS)
    if text.startswith("\n\n", begin) and (labelled or names_holder(line_at(text, begin + 2))):
        begin, labelled = begin + 1, True
    if starts_afresh(text, begin + 1) or (not labelled and is_small_line(text, begin + 1)):
        return begin, "beside"
    return begin + 1, "labelled" if labelled else "below"


def _standing(text: str, begin: int) -> Below:
    """Where a name stands that begins right at `begin`: what came before may have ended with a line, or a label."""
    before = text[max(0, begin - _LIMIT) : begin]
    stripped = before.rstrip()
    if "\n" not in before[len(stripped) :]:
        return "beside"
    return "labelled" if stripped.endswith(_COLONS) else "below"


def holder_before(text: str, offset: int, since: int) -> int | None:
    """Where a holder begins that stands right before `offset` on the same line: `Acme (c) 2020`. None if none does.

    :param since: where the statement before ends.
    """
    near = max(0, offset - _LIMIT)
    line_start = max(text.rfind("\n", near, offset) + 1, near, since)
    before = text[line_start:offset]
    sentence = 0
    for mark in _SENTENCE_MARK.finditer(before):
        end = mark.start()
        if mark[0] != ". " or not _ABBREVIATION.search(before, max(0, end - _CUT_SHORT), end):
            sentence = mark.end()
    stripped = before[sentence:].strip(_TRIM)
    if not stripped[:1].isupper():
        stripped = stripped.rpartition(" by ")[2]
    years = _DATED.match(stripped)
    if (
        _SAID_IN_CAPITALS.search(stripped)
        or not _CODE_MARKS.isdisjoint(stripped)
        or stripped.count("(") != stripped.count(")")
    ):
        return None
    if not looks_like_name(stripped[years.end() :] if years else stripped) or len(stripped) > 80:
        return None
    return line_start + before.rindex(stripped)
