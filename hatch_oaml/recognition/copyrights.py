"""Finds copyright notices that begin with the word or the sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.holders import RESERVED_BEHIND, Holder, holder_after, holder_before
from hatch_oaml.recognition.names import are_names, ends_as_people
from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.words.copyrights import (
    CODE_BEFORE,
    DENIED,
    GARBLED,
    LABEL,
    LIST_NEIGHBOUR,
    PART,
    PROSE,
    SUBJECT,
    WORD,
)
from hatch_oaml.recognition.words.evidence import NAME
from hatch_oaml.recognition.words.holders import COMPANY
from hatch_oaml.recognition.words.shared import COPYRIGHT_ZH, OWNED_ZH, SIGN, is_template, years
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.years import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading

_OPENED = r"(?:\[\s*[\"']|[urbf]{1,2}[\"']|\((?=\(c\)(?!\))))?"
"""A list, a string or a bracket of the statement's own that opens before the years: `copyright = u'2020`, `((C) 2020 …)`."""
_FILLER = rf"[\s:=,.\"'*_|-]*{_OPENED}(?:\b(?:is|are|held|owned|by|from)\b[\s:,]*){{0,3}}(?P<label>{LABEL})?"
_UNDATED = rf"copyright\b(?!\W{{0,3}}(?:{SIGN})?\W{{0,3}}{YEAR})"
_BETWEEN = rf"(?:[\s,]*(?={SIGN})|(?={OWNED_ZH})|(?<!\))[ \t,]*(?={_UNDATED}))"
_BEFORE = rf"(?:(?P<before>(?<![\w-]){years('before_bracket')}){_BETWEEN})?"
_OPENING = rf"(?:(?P<word>{WORD})(?P<filler>{_FILLER})|(?=(?<![\w$.\])]){SIGN}))"
_GARBLED = rf"(?<![^\s\"])(?:{GARBLED})\s*"
_SIGNS = (
    rf"(?P<signs>(?:{SIGN}[\s:,.-]*|copyright(?!\w)[\s:,-]*|by\s+|{_GARBLED})*(?:(?:since|from)\s+(?=[12]\d{{3}}))?)"
)
_BEHIND = rf"(?(word)(?:[ \t,]*(?P<behind>{SIGN})(?=\s))?)"
_SHORT_YEARS = r"(?<=[)©ⓒ\s])['’]?\d\d(?!\d)(?:\s?-\s?['’]?\d\d(?!\d))?(?=[\s,]+(?:by\s+)?(?-i:[A-Z]))"
"""In two digits, behind a sign: `(c) 93-97 by Mina`."""
_HEAD = expression(
    rf"(?P<part>{PART})?{_BEFORE}{_OPENING}{_SIGNS}(?:(?P<years>{years('bracket')}|{_SHORT_YEARS}){_BEHIND})?",
    re.IGNORECASE,
)
_OTHERS = r"derechos\s|droits\s+d['’]auteur|diritt[oi]\s+d|direitos\s+aut|著作権|저작권|urheberrecht"
_ANCHOR = expression(rf"copyright|copr\.|{SIGN}|{COPYRIGHT_ZH}|{_OTHERS}", re.IGNORECASE)
_CODE_BEFORE = expression(CODE_BEFORE.either, re.IGNORECASE)
_COLUMN = expression(r"[\w.!]\s\|\s*$")
"""What stands before a sign that opens a column of a banner: `Loom v3.1 | (c) Ostrava Loom | loom.example/license`."""
_DATED_PERSON = expression(rf"\s*{NAME}(?:\s+{NAME}){{1,3}},?\s+{YEAR}\b")
"""No argument of a call: `Getenv thread (c) Mina Halloway 2007`."""
_OPENS_LITERAL = expression(r"(?:[=(,:\[{]|\bident|\breturn|\becho)\s*[a-zA-Z]{0,2}[\"'`]\s*(?:@\(#\)\s*)?$")
"""What stands before the first word of a string in code."""
_QUOTED_KEY = expression(r"[\"']\s*:")
"""Behind the word where it is a key: what follows may be its translation as well as a holder."""
_REACH = 1000
"""Characters around a sign that tell what it is: a line of minified code may have a megabyte."""
_LIST_NEIGHBOUR = expression(LIST_NEIGHBOUR.either, re.IGNORECASE)
_PROSE = expression(rf"\W*{PROSE}(?!-)")
_TITLE = expression(r"[A-Z][a-z]+\s+[A-Z][a-z]")
_SUBJECT = expression(SUBJECT.either, re.IGNORECASE)
_DATED = expression(rf"[\s,-]{YEAR}\W*$")
_ANOTHER_BELOW = expression(rf"[ \t。]*\n\s*(?:{SIGN}|copyright)", re.IGNORECASE)
_ANNOUNCED = expression(rf"\s*(?:copyright|{SIGN})", re.IGNORECASE)
_COMPANY = expression(COMPANY.either)
_ANOTHER_SIGN = expression(rf"\s*[,;/&]?\s*{SIGN}", re.IGNORECASE)
_DENIED = expression(DENIED.either, re.IGNORECASE)
_SUBJECT_REACH = 40
"""Characters before the word that may tell what it is said of."""
_QUOTES = ('"', "'", "`")
_PLACEHOLDER = " COPYRIGHT HOLDER"
"""What gettext leaves to be filled in, whatever package it names before."""
_FILLED_IN = 3
_FILL_SIGNS = frozenset("${%")
_DENIAL = 20
"""Characters before the word that may deny it."""


def find(reading: Reading) -> Iterator[Found]:
    folded = reading.folded
    offset = seen = since = 0
    head: re.Match[str] | None = None
    for anchor in _ANCHOR.finditer(folded):
        if anchor.start() < offset:
            continue
        offset = max(offset, folded.rfind("\n", seen, anchor.start()) + 1)
        seen = anchor.start()
        if head is None or head.start() < offset:  # else it is still the next one: to look again takes quadratic time
            head = _HEAD.search(folded, offset)
        if head is None:
            return
        if head.start() > anchor.start():
            continue
        if closing := _closing(folded, head, since):
            yield closing
            offset = since = closing.end
            continue
        offset = max(head.end(), head.start() + 1)
        found = _judge(reading, head, since)
        if found is not None:
            yield found
            offset = since = max(offset, found.end)


def _closing(text: str, head: re.Match[str], since: int) -> Found | None:
    """The statement that the word ends at a line's end, a name before it, where another begins on the next line.

    `云梭科技 版权所有`, and below it `Copyright 2020 Loom`.
    """
    if not head["word"] or "所有" not in head["word"] or _ANOTHER_BELOW.match(text, head.end("word")) is None:
        return None
    before = holder_before(text, head.start(), since)
    if before is None:
        return None
    end = head.end("word")
    return Found(kind="copyright", start=before, end=end, anchor=before, anchor_end=end)


def _judge(reading: Reading, head: re.Match[str], since: int) -> Found | None:
    """:param since: where the statement before ends."""
    text = reading.folded
    if not _is_head(text, head):
        return None
    holder = holder_after(reading, head.end(), head.start())
    if head["before"] and not _may_follow_years(head, holder):
        return None
    if not head["word"] and head["years"] and _is_named_before(text, head, holder, since):
        holder = Holder(text="", end=_behind_years(text, head), closed=True)
    opens = _opens_statement(text, head.start()) or _opens_literal(text, head, holder)
    start = head.start("signs") if _is_announced(head, opens=opens) else head.start()
    sure = None if _is_in_brackets(head, holder, opens=opens) else _is_sure(head, holder, opens=opens)
    if not holder.text:
        start, sure = _without_holder(text, head, since, sure=sure)
    if sure is None or is_template(text[start : holder.end + _filled_in(text, holder.end)]):
        return None
    return Found(kind="copyright", start=start, end=holder.end, anchor=start, anchor_end=holder.end, sure=sure)


def _is_head(text: str, head: re.Match[str]) -> bool:
    if head["word"]:
        return _DENIED.search(text, max(0, head.start() - _DENIAL), head.end("word")) is None
    return bool(head["before"]) or _sign_is_one(text, head)


def _may_follow_years(head: re.Match[str], holder: Holder) -> bool:
    """May `holder` be whose the rights are since the years before the sign or the word: `2020 (c) Acme`?"""
    return holder.is_name or (not head["word"] and not holder.subject and not holder.text)


def _without_holder(text: str, head: re.Match[str], since: int, *, sure: bool | None) -> tuple[int, bool | None]:
    """Where a statement begins behind whose head nobody is named, for somebody may be before it; and whether it is sure."""
    start, years = head.start(), _years(head)
    before = holder_before(text, start, since)
    if before is None:
        return start, False if sure is not None and years and (head["word"] or "©" in head["signs"]) else None
    shown = not head["word"] and text[head.end() : head.end() + 1] not in _QUOTES
    return before, True if years or shown or "所有" in (head["word"] or "") else None


def _is_in_brackets(head: re.Match[str], holder: Holder, *, opens: bool) -> bool:
    """Is `(c)` the letter, with a number and words behind it: `points (c) 2010 of the line`?"""
    return (
        not head["word"] and "(c)" in head["signs"].lower() and not opens and bool(holder.text) and not holder.is_name
    )


def _filled_in(text: str, end: int) -> int:
    """How many characters behind a statement may tell that a program fills in what follows: `2003-${year}`."""
    if text.startswith(_PLACEHOLDER, end):
        return len(_PLACEHOLDER)
    return _FILLED_IN if text[end - 1 : end] == "$" or text[end : end + 1] in _FILL_SIGNS else 0


def _is_announced(head: re.Match[str], *, opens: bool) -> bool:
    """Does a sentence end with the label, and the notice begin behind it: `… with the following copyright notice: Copyright …`?"""
    return head["label"] is not None and not opens and _ANNOUNCED.match(head["signs"]) is not None


def _years(head: re.Match[str]) -> str | None:
    return head["years"] or head["before"]


def _is_named_before(text: str, head: re.Match[str], holder: Holder, since: int) -> bool:
    """Does a sentence follow the years, and a name stand before the sign: `Acme (c) 2008. By opening …`?"""
    before = holder_before(text, head.start(), since)
    if before is None:
        return False
    if holder.text and not holder.is_name and " " not in text[before : head.start()].strip():
        return False
    between = text.startswith(". ", head.end()) or not holder.is_name
    return between or _ANOTHER_SIGN.match(text, holder.end) is not None


def _behind_years(text: str, head: re.Match[str]) -> int:
    reserved = RESERVED_BEHIND.match(text, head.end())
    return reserved.end() if reserved else head.end() + text.startswith(".", head.end())


def _is_sure(head: re.Match[str], holder: Holder, *, opens: bool) -> bool | None:
    """None where this is no notice at all."""
    if _years(head) and (holder.text or head["word"] or head["signs"]):
        named = ends_as_people(holder.text) or _is_title(holder.text)
        return not _PROSE.match(holder.text) or bool(head["signs"]) or named
    if head["word"] and (_is_prose(holder.text) or (head["label"] and not are_names(holder.text))):
        return None
    if "所有" in (head["word"] or ""):
        return True if holder.text[:1].isalnum() or holder.is_name else None
    if "©" in head["signs"] or (head["word"] and head["signs"]):
        return True if holder.is_name or (opens and ends_as_people(holder.text)) else None
    if head["word"]:
        if ". " in head["filler"]:
            return None
        named = (holder.is_name or _are_people(head, holder)) and (opens or _is_predicate(head))
        return not _QUOTED_KEY.search(head["filler"]) if named else None
    return _is_sign_sure(head, holder, opens=opens)


def _is_sign_sure(head: re.Match[str], holder: Holder, *, opens: bool) -> bool | None:
    """As `_is_sure`, where `(c)` stands without word and years."""
    if not holder.is_name:
        return None
    is_predicate = _is_predicate(head)
    is_person = _TITLE.match(holder.text) is not None
    if not (opens or is_predicate):
        return True if is_person and _DATED.search(holder.text) else None
    return (
        holder.closed
        or (is_predicate and is_person)
        or head["part"] is not None
        or _DATED.search(holder.text) is not None
        or _COMPANY.search(holder.text) is not None
    )


def _are_people(head: re.Match[str], holder: Holder) -> bool:
    """Is it a group that has no name: `Copyright by its individual contributors`?"""
    return head["signs"].rstrip().lower().endswith("by") and ends_as_people(holder.text)


def _is_prose(holder: str) -> bool:
    """Is it talk about the right, and no company whose name begins with such a word: `Free Software Weavers Inc.`?"""
    return _PROSE.match(holder) is not None and not (_is_title(holder) and _COMPANY.search(holder))


def _is_title(holder: str) -> bool:
    """Do two capitals tell that words of prose are those of a name: `This And That Weaving`?"""
    return _TITLE.match(holder) is not None


def _is_predicate(head: re.Match[str]) -> bool:
    """Is it said of something in a sentence: `the tables are copyright Acme`, `copyrighted by Acme`?"""
    return _SUBJECT.search(head.string, max(0, head.start() - _SUBJECT_REACH), head.start()) is not None


def _opens_statement(text: str, offset: int) -> bool:
    line = _line_before(text, offset)
    before = line.rstrip(" \t\"'([*_:=-|")
    return not before or before[-1] in ".;,!。；，" or _is_column(line)


def _opens_literal(text: str, head: re.Match[str], holder: Holder) -> bool:
    """Does a string of code begin with the head? The sign alone, without word or year, is too little there."""
    if not head["word"] and not _DATED.search(holder.text):
        return False
    return _OPENS_LITERAL.search(_line_before(text, head.start())) is not None


def _sign_is_one(text: str, head: re.Match[str]) -> bool:
    """Is `(c)` the sign, and not an argument or the third item of a list?"""
    if head["signs"].startswith(("©", "ⓒ", "Ⓒ")):
        return True
    line = _line_before(text, head.start())
    if line.endswith("`"):
        return False
    if head["years"]:
        return not re.search(r"\w$", line)
    is_marked = _is_column(line) or _is_predicate(head) or _OPENS_LITERAL.search(line) is not None
    is_code = _CODE_BEFORE.search(line) is not None and not is_marked and not _DATED_PERSON.match(text, head.end())
    return not is_code and not _LIST_NEIGHBOUR.search(text, max(0, head.start() - _REACH), head.start() + _REACH)


def _is_column(line: str) -> bool:
    return line.rstrip().endswith("|") and _COLUMN.search(line) is not None


def _line_before(text: str, offset: int) -> str:
    return text[max(0, offset - _REACH) : offset].rsplit("\n", 1)[-1]
