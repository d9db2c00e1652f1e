"""Finds the works and people that a line announces and a list below it names: `based on the following projects:`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.rows import Rows
from hatch_oaml.recognition.sentences import end_of_line, sentence_around
from hatch_oaml.recognition.words.announcements import ANNOUNCES, FOLLOWING, FOLLOWING_ZH, NO_DEBT
from hatch_oaml.recognition.words.evidence import REFERENCE
from hatch_oaml.recognition.words.shared import REPOSITORY, URL, is_template
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.words import holds_any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading

_LISTS = (":\n", "：\n", "on\n", "from\n", "by\n", "to\n", "以下", "下列", "following", "these")
"""What a text holds in which a line announces a list."""
_ANNOUNCES = Rows(ANNOUNCES)
_NO_DEBT = expression(NO_DEBT.either, re.IGNORECASE)
_LED = expression(
    rf"[^\n]{{0,120}}(?:\n[^\n]{{1,60}})?[:：]\n{{1,2}}|[^\n]{{0,60}}?(?:{FOLLOWING}|{FOLLOWING_ZH})[^\n]{{0,80}}\n{{1,2}}|\n"
)
"""What stands behind the words that announce, up to the list."""
_LEADING = ("on", "from", "by", "to")
"""Without a colon, what a line ends with above a list."""
_ENDS = (":", "：", *_LEADING)
_FOLLOWING_ZH = sorted(FOLLOWING_ZH.members)
_SENTENCE_END = expression(r"[.!?](?=\s)|[。！？；]")
_NUMBER = r"(?:[(（]?\d{1,2}[.)、）]\s?|[①-⑳]\s?)?"
_NUMBERED = expression(r"[(（]?\d{1,2}[.)、）]|[①-⑳]")
_LINKED = rf"(?!\W*(?:[Ss]ee|[Pp]lease|[Rr]efer|for\s(?:more|details))\b)[^\n]{{0,80}}?(?:\[[^\]\n]{{1,120}}\]\((?!mailto:|#)|{URL})"
_ACCOUNT = r"@(?!param|returns?|throws|see|type|brief|file|author|since|deprecated|note)[\w-]{2,}"
_CITED = rf"{REFERENCE}[^\n]{{0,120}}\((?:19|20)\d\d[a-z]?\)"
_ITEM = expression(
    rf"{_NUMBER}\W{{0,3}}(?:{_LINKED}|{_ACCOUNT}|(?!\S*\.\w){REPOSITORY}(?=\s|$|[,，:：(（])|{_CITED})[^\n]*"
)
"""A line of the list: it has a link, an address or an account, or is a repository by its owner."""
_LINKS = expression(r"\[[^\]\n]{1,80}\]\([^()\n]{1,200}\)[^\n]{0,80}\n\[[^\]\n]{1,80}\]\(http")
_ADDRESS = expression(rf"\W{{0,3}}{URL}\W{{0,3}}")
_THANKS = expression(r"thank|[谢謝]|credit|grateful|acknowledg", re.IGNORECASE)
_LONGEST = 300
"""Characters of an item."""


def find(reading: Reading) -> Iterator[Found]:
    """The line that announces, with the first item, and each other item by itself: who drops one of them keeps the others."""
    folded = reading.folded
    if not may_announce(folded):
        return
    since = 0
    for match in _ANNOUNCES.finditer(reading):
        if match.start() < since or not (items := _announced(reading, match)):
            continue
        (start, end), *others = items
        yield Found(kind="attribution", start=start, end=end, anchor=match.start(), anchor_end=match.end())
        for begin, end in others:
            yield Found(kind="attribution", start=begin, end=end, anchor=begin, anchor_end=end)
        since = items[-1][1]


def may_announce(text: str) -> bool:
    """May a line of `text` announce a list? False is certain, and cheap to tell."""
    return holds_any(text, _LISTS)


def announces(line: str) -> bool:
    """May a list of works stand below `line`, which ends with a colon or with what a name must follow?"""
    may_lead = line.endswith(_ENDS) or "following" in line or "these" in line
    if not may_lead and (line.isascii() or not holds_any(line, _FOLLOWING_ZH)):
        return False
    return _ANNOUNCES.search(line) is not None


def is_item(line: str) -> bool:
    """Does `line` look like an item of such a list, by what it holds?"""
    return _ITEM.match(line) is not None


def _announced(reading: Reading, match: re.Match[str]) -> list[tuple[int, int]]:
    """Where each item begins and ends, the first with the sentence of `match`; none where nothing is announced."""
    text = reading.folded
    end = match.end() - (text[match.end() - 1] in ":：")
    led = _LED.match(text, end)
    if led is None or _SENTENCE_END.search(text, end, led.end()):
        return []
    if led[0][:1] == "\n" and not (text.endswith(_LEADING, 0, end) and _is_list(reading, led.end())):
        return []
    items = list(_items(reading, led.end()))
    if not _tell(reading, items) or _are_addresses(reading, match, items):
        return []
    start, _ = sentence_around(text, match.start(), match.end())
    items[0] = (start, items[0][1])
    is_none = _NO_DEBT.search(text, start, led.end()) or is_template(text[start : items[0][1]])
    return [] if is_none else items


def _is_list(reading: Reading, offset: int) -> bool:
    """Does a list begin at `offset`, by its marks, or by two lines that begin with a link each?"""
    return reading.is_item(offset) or _LINKS.match(reading.folded, offset) is not None


def _items(reading: Reading, offset: int) -> Iterator[tuple[int, int]]:
    """The lines from `offset` on that are items by their mark or by what they hold, each with the lines that it goes on with."""
    text = reading.folded
    is_marked = reading.is_item(offset)
    while offset < len(text) and (reading.is_item(offset) if is_marked else _is_told(reading, offset)):
        end = end_of_line(text, offset)
        if is_marked:
            while end < len(text) and _goes_on(reading, offset, end + 1):
                end = end_of_line(text, end + 1)
        yield offset, min(end, offset + _LONGEST)
        offset = end + 1


def _goes_on(reading: Reading, item: int, offset: int) -> bool:
    """Does the item at `item` go on with the line at `offset`, which stands below its words, a number among them?"""
    if reading.is_item(offset):
        return False
    if _NUMBERED.match(reading.folded, item):
        return reading.is_deeper(offset, item)
    return not reading.is_deeper(item, offset)


def _is_told(reading: Reading, offset: int) -> bool:
    """Is the line at `offset` an item by what it holds alone?"""
    return not reading.is_item(offset) and _ITEM.match(reading.folded, offset) is not None


def _tell(reading: Reading, items: list[tuple[int, int]]) -> bool:
    """Does the first item, or do half of them, hold what tells that it is a work or a person?"""
    telling = [_ITEM.match(reading.folded, *item) is not None for item in items]
    return bool(telling) and (telling[0] or 2 * sum(telling) >= len(telling))


def _are_addresses(reading: Reading, match: re.Match[str], items: list[tuple[int, int]]) -> bool:
    """Are they lines with an address and nothing else below an origin? They are one notice with the sentence above them."""
    if _THANKS.search(match[0]):
        return False
    return all(not reading.is_item(begin) and _ADDRESS.fullmatch(reading.folded, begin, end) for begin, end in items)
