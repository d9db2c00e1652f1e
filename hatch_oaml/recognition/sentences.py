"""Tells where the sentence that holds a match begins, and where it ends."""

from __future__ import annotations

import re

from hatch_oaml.recognition.words.holders import LICENSED
from hatch_oaml.recognition.words.lines import GOES_ON
from hatch_oaml.recognition.words.origins_zh import MADE_FROM_ZH
from hatch_oaml.recognition.words.wrapped import PARTED, UNDIVIDED
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.han import BEYOND_LATIN, begins_with_han, holds_han

_ABBREVIATIONS = [
    r"\bNo",
    r"\bNos",
    r"\bInc",
    r"\bLtd",
    r"\bCo",
    r"\bCorp",
    r"\bU\.S",
    r"\bet\sal",
    r"\bet",
    r"\.\.",
    r"[A-Z]\.[A-Z]",
    r"\bPat",
    r"\bDr",
    r"\bSt",
    r"\b[JS]r",
    r"\bProf",
    r"\bMr",
    r"\bvs",
    r"\be\.g",
    r"\bi\.e",
    r"\s[A-Z]",
    r"\sv",
    r"\sv\.d",
]
"""Behind which a full stop ends no sentence."""
_FIELD = "Date|Time|Version|Filename|Created|Authors?|E-?mail|Maintainers?|Licen[sc]e|URL"
_FIELD_ZH = r"日期|时间|作者|版本|原作者|来源|原文|出处|创建人|创建时间|修改内容|描述|功能|内容摘要|原始\s?URL"
_LABEL = rf"(?:{_FIELD}|{_FIELD_ZH})\s?[:：]"
"""What fields a header has."""
_DONE = r"(?:bas|port|modd|adapt|revis|edit|modifi|maintain|convert|creat|translat|deriv|last\s\w+)ed"
_BY = rf"(?i:written|taken|original(?:ly|\s\w+)|{_DONE})\s(?i:by|from|on|to)\b"
"""With what a line begins that is a sentence of its own."""
_LABEL_LINE = expression(rf"\W*{_LABEL}[^\n]*\n")
_LICENSED = expression(LICENSED.either, re.IGNORECASE)
_NO_VERB = r"(?<![,;:(-]\n)" + "".join(
    rf"(?<!\b{word}\n)" for word in ("is", "are", "was", "were", "been", "and", "or")
)
"""What the line before does not end with, where a line begins with what was done."""
_FIELD_LINE = r"(?<!:\n)[A-Z][^\W\d_]{2,14}\s?:\s"
_LABEL_ZH = rf"{BEYOND_LATIN}{{2,8}}\s?[:：]|{MADE_FROM_ZH}"
"""A field, or what begins with the verb of an origin."""
_LINE_MARK = rf"(?<=\n)(?=[-*•@]\s?\w|\[[ xX]\]\s|\d\d?[.、)]\s?\S|{_LABEL}|{_NO_VERB}{_BY}|{_FIELD_LINE}|{_LABEL_ZH}|本[项項文代软軟程仓倉工模库])"
_MARK = rf"""(?:(?<=[。！；])|(?<=;)(?=\n)|(?<=\s\|)(?=\s)|(?<=>\n)(?=[A-Z])|{_LINE_MARK}|(?<=[.!?])(?=(?:\\[nr])*["')\]]?(?:\s|$)))"""
_NEXT_MARK = r"(?<=\.)(?=\s[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,3}\s(?:is|are)\s)"
"""Behind an abbreviation too, where another name and its verb follow."""
_END = expression(rf"[.!?。！；;\n|](?:{_MARK}{''.join(rf'(?<!{word}.)' for word in _ABBREVIATIONS)}|{_NEXT_MARK})")
"""It begins with a set of letters: so it is searched for at many times the speed."""
_WORD = expression(r"\w")
_LATIN_LINE = expression(r"^\W*[A-Z][^\n]*(?:\s[^\n\s]+){3,}$")
_AHEAD = 24
"""Characters behind a mark that tell whether a sentence ends there."""
_LITERAL = expression(r"[=:(\[,]\s?(?P<quote>[\"'`])(?=(?:(?!(?P=quote)|\n).)*\Z)")
"""With what a text in a program begins: `print("…`, `title: '…`; what it holds goes to its end."""
_CLOSING = {quote: expression(rf"{quote}\s*(?=[,;)\]}}\n]|$)") for quote in "\"'`"}
_IN_LITERAL = 200
"""Characters of a text that are looked back upon for its beginning."""
_COMMENTS = (" // ", " /* ", " /** ", " # ")
_CODE = expression(r"[=(){}\[\];]")
"""What stands on a line of a program before a comment."""
_TRIM = " \t\n,;|"
_TAG = expression(r"@(?:desc(?:ription)?|brief|details?|notes?|remarks?|summary|file(?:overview)?)\s+")
"""Of a documentation comment: what it says begins behind it."""
_NARROW = 50
"""Characters that a line holds at least before a writer wraps it."""
_GOES_ON = expression(GOES_ON.either, re.IGNORECASE)
_UNDIVIDED = expression(UNDIVIDED.either)
_PARTED = expression(PARTED.either)
_BESIDE = 100
"""Characters on both sides of a line's end."""
_BEGINS = expression(r"[A-Z]\S*")
_ITEM = expression(r"\[[^\]\n]{1,80}\]\(")
"""A link, with which an item of a list begins."""


def sentence_around(text: str, start: int, end: int, *, limit: int = 400) -> tuple[int, int]:
    """The offsets of the first and the last character of the sentence around `text[start:end]`, its final mark included.

    Farther than `limit` nothing is looked at: a line of minified code may have a megabyte.
    """
    first = max(0, start - limit)
    for mark in _END.finditer(text, first, start + _AHEAD):
        if mark.end() > start:
            break
        first = mark.end()
    if (colon := text.rfind(":\n", first, start)) >= 0:
        first = colon + 1
    if (gap := text.rfind("\n\n", first, start)) >= 0:
        first = gap + 2
    comment = _trailing_comment(text, first, start)
    first = max(first, comment)
    quote = ""
    if literal := _LITERAL.search(text, max(0, start - _IN_LITERAL), start):
        first, quote = max(first, literal.end()), literal["quote"]
    while (label := _LABEL_LINE.match(text, first, start)) is not None:
        first = label.end()
    first = _behind_license(text, first, start)
    following = _END.search(text, end, end + limit + 2)  # two more for what must stand behind a mark
    last = min(following.end() if following else len(text), end + limit)
    if quote and (closing := _CLOSING[quote].search(text, end, last)):
        last = closing.start()
    if comment:
        last = min(last, end_of_line(text, end))
    first, last = _without_other_lines(text, first, start, end, last)
    if not text.isascii():
        first = max(first, _language_change_before(text, first, start))
        last = _language_change_behind(text, end, last)
    return _trimmed(text, first, start, end, last)


def _trailing_comment(text: str, first: int, start: int) -> int:
    """Where, on the line of `start`, a comment begins behind code; 0 where none does."""
    line_start = max(first, text.rfind("\n", first, start) + 1)
    sign = max(text.rfind(comment, line_start, start + 2) for comment in _COMMENTS)  # a verb may begin with the slash
    if sign < 0 or _CODE.search(text, line_start, sign) is None:
        return 0
    return text.index(" ", sign + 1) + 1


def _behind_license(text: str, first: int, start: int) -> int:
    """Behind the last line in `text[first:start]` that names a license and nothing else; `first` where none does."""
    offset = text.rfind("\n", first, start)
    while offset >= 0:
        line_start = max(first, text.rfind("\n", first, offset) + 1)
        if _LICENSED.match(text[line_start:offset]):
            return offset + 1
        offset = text.rfind("\n", first, offset)
    return first


def end_of_line(text: str, offset: int) -> int:
    """The offset behind the last character of the line that holds `offset`."""
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)


def _trimmed(text: str, first: int, start: int, end: int, last: int) -> tuple[int, int]:
    """`first` and `last` without marks and tags around the sentence."""
    while first < start and text[first] in _TRIM:
        first += 1
    if text.startswith("@", first) and (tag := _TAG.match(text, first, start)):
        first = tag.end()
    while last > end and text[last - 1] in _TRIM:
        last -= 1
    return first, last


def _without_other_lines(text: str, first: int, start: int, end: int, last: int) -> tuple[int, int]:
    """`first` and `last` without lines that were ended where the next word had room, and another sentence begins."""
    while (line_feed := text.rfind("\n", first, start)) >= 0 and not _is_ended(text, line_feed):
        start = line_feed
    if line_feed >= 0:
        first = line_feed + 1
    while (line_feed := text.find("\n", end, last)) >= 0 and not _is_ended(text, line_feed):
        end = line_feed + 1
    return first, line_feed if line_feed >= 0 else last


def _is_ended(text: str, line_feed: int) -> bool:
    """Was the line before `line_feed` ended on purpose, and not wrapped?"""
    word = _BEGINS.match(text, line_feed + 1)
    line_start = text.rfind("\n", 0, line_feed) + 1
    before = text[line_start:line_feed].rstrip()
    if _ITEM.match(text, line_feed + 1) and _ITEM.match(text, line_start):
        return True
    if word is None or len(before) + len(word[0]) >= _NARROW:
        return False
    if before == "" or _UNDIVIDED.match(text, line_feed + 1):
        return False
    if _PARTED.search(f"{before[-_BESIDE:]}\n{text[line_feed + 1 : line_feed + _BESIDE]}"):
        return False
    return _GOES_ON.search(before) is None


def _language_change_before(text: str, first: int, start: int) -> int:
    """Behind the last line break in `text[first:start]` at which one language ends and the other begins."""
    offset = text.rfind("\n", first, start)
    while offset >= 0:
        if _languages_change(text, offset):
            return offset + 1
        offset = text.rfind("\n", first, offset)
    return first


def _language_change_behind(text: str, end: int, last: int) -> int:
    offset = text.find("\n", end, last)
    while offset >= 0:
        if _languages_change(text, offset):
            return offset
        offset = text.find("\n", offset + 1, last)
    return last


def _languages_change(text: str, line_feed: int) -> bool:
    """Is there a line of English words on one side and a Chinese one on the other? Then neither goes on with the other."""
    before = text[text.rfind("\n", 0, line_feed) + 1 : line_feed]
    behind = text[line_feed + 1 : end_of_line(text, line_feed + 1)]
    if before.isascii() and behind.isascii():
        return False
    return any(_is_english(one) and _is_chinese(other) for one, other in ((before, behind), (behind, before)))


def _is_english(line: str) -> bool:
    return _LATIN_LINE.match(line) is not None and not holds_han(line)


def _is_chinese(line: str) -> bool:
    """Is its first letter or its last a Chinese one?"""
    first, last = _WORD.search(line), _WORD.search(line[::-1])
    return first is not None and last is not None and (begins_with_han(first[0]) or begins_with_han(last[0]))
