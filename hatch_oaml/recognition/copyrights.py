"""Finds copyright notices that begin with the word or the sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.heads import ANCHOR, HEAD, is_head, opens_literal, opens_statement, years_of
from hatch_oaml.recognition.holders import RESERVED_BEHIND, Holder, holder_after, holder_before
from hatch_oaml.recognition.names import are_names
from hatch_oaml.recognition.passage import Found
from hatch_oaml.recognition.sureness import is_dated, is_in_brackets, is_sure
from hatch_oaml.recognition.words.shared import SIGN, YEAR_FILLED_IN, is_template
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.years import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading

_ANOTHER_BELOW = expression(rf"[ \t。]*\n\s*(?:{SIGN}|copyright)", re.IGNORECASE)
_NO_HOLDER_BEHIND = expression(rf"[ \t。.]*(?:\n(?!\s*(?:{YEAR})(?!\S*[A-Za-z]))|[（(][\w./:-]+[)）])", re.IGNORECASE)
"""The end of the line, or an address in brackets: whose company is named before the word needs none behind it."""
_FORM_ZH = expression(r"(?:公司|集团|大学|研究院|研究所|中心|工作室|团队|协会)\s*$")
_ANNOUNCED = expression(rf"\s*(?:copyright|{SIGN})", re.IGNORECASE)
_ANOTHER_SIGN = expression(rf"[ \t]*[,;/&]?[ \t]*{SIGN}", re.IGNORECASE)
_QUOTES = ('"', "'", "`")
_IS_KEY = expression(r"[\"'`]\s*[:,=]")
"""Behind a sign that is a key or a value of a table of signs: `"©": "copy"`."""
_BYTE_BEFORE = expression("[\u00a1-\u00a6\u00a8\u00ac\u00af-\u00b4\u00b8\u00b9\u00bc-\u024f]")
_FIELD_BELOW = expression(r"[a-z]\w*\??\s?:\s")
"""The next field of an interface, behind one whose type is called so."""
_PLACEHOLDER = " COPYRIGHT HOLDER"
"""What gettext leaves to be filled in, whatever package it names before."""
_YEAR_FILLED_IN = expression(YEAR_FILLED_IN.either, re.IGNORECASE)
_ADDRESS_FILLED_IN = expression(r"(?<=[a-z]\s)<@[A-Z_]+@>")
_ARTICLES = frozenset(["the", "by the"])
"""Of a holder that a license calls so: `Copyright (c) 2023 by the copyright holder`."""
_LONGEST_LEAD = 400
"""Characters before the word or the sign, of years and of what part it is: a line of minified code may have a megabyte."""
_FILLED_IN = 3
_FILL_SIGNS = frozenset("${%")


def find(reading: Reading) -> Iterator[Found]:
    folded = reading.folded
    offset = seen = since = 0
    head: re.Match[str] | None = None
    for anchor in ANCHOR.finditer(folded):
        if anchor.start() < offset:
            continue
        offset = max(offset, folded.rfind("\n", seen, anchor.start()) + 1, anchor.start() - _LONGEST_LEAD)
        seen = anchor.start()
        if head is None or head.start() < offset:  # else it is still the next one: to look again takes quadratic time
            head = HEAD.search(folded, offset)
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
    if not head["word"] or "所有" not in head["word"]:
        return None
    named = _FORM_ZH.search(text, max(since, head.start() - _LONGEST_LEAD), head.start())
    behind = _NO_HOLDER_BEHIND if named else _ANOTHER_BELOW
    if behind.match(text, head.end("word")) is None:
        return None
    before = holder_before(text, head.start(), since)
    if before is None:
        return None
    end = head.end("word")
    return Found(kind="copyright", start=before, end=end, anchor=before, anchor_end=end)


def _judge(reading: Reading, head: re.Match[str], since: int) -> Found | None:
    """:param since: where the statement before ends."""
    text = reading.folded
    if not is_head(text, head):
        return None
    if not (head["word"] or head["years"]) and _is_of_a_table(text, head):
        return None
    holder = holder_after(reading, head.end(), head.start())
    if "\n" in head[0] and _FIELD_BELOW.match(holder.text):
        return None
    if holder.text.lower() in _ARTICLES:
        return None
    if head["before"] and not _may_follow_years(head, holder):
        return None
    if not head["word"] and head["years"] and _is_named_before(text, head, holder, since):
        holder = Holder(text="", end=_behind_years(text, head), closed=True)
    opens = opens_statement(text, head.start()) or (
        bool(head["word"] or is_dated(holder)) and opens_literal(text, head.start())
    )  # in a string the sign alone, without word or year, is too little
    start = head.start("signs") if _is_announced(head, opens=opens) else head.start()
    sure = None if is_in_brackets(head, holder, opens=opens) else is_sure(head, holder, opens=opens)
    if not holder.text:
        start, sure = _without_holder(text, head, since, sure=sure)
    if sure is None or _is_to_be_filled_in(text[start : holder.end + _filled_in(text, holder.end)], holder):
        return None
    return Found(kind="copyright", start=start, end=holder.end, anchor=start, anchor_end=holder.end, sure=sure)


def _is_of_a_table(text: str, head: re.Match[str]) -> bool:
    """Is the sign a key or a value of a table of signs, or a byte among those of a vocabulary: `å¤©èĥ½`?"""
    return (
        _IS_KEY.match(text, head.end("signs")) is not None
        or _BYTE_BEFORE.match(text[max(0, head.start("signs") - 1) : head.start("signs")]) is not None
    )


def _is_to_be_filled_in(text: str, holder: Holder) -> bool:
    """Is it a form without a name? Where only the year is left to a program, somebody has the right: `Copyright %s Loom Inc.`"""
    if holder.is_name or are_names(holder.text):
        text = _ADDRESS_FILLED_IN.sub("", _YEAR_FILLED_IN.sub("", text))
    return is_template(text)


def _may_follow_years(head: re.Match[str], holder: Holder) -> bool:
    """May `holder` be whose the rights are since the years before the sign or the word: `2020 (c) Acme`?"""
    return holder.is_name or (not head["word"] and not holder.subject and not holder.text)


def _without_holder(text: str, head: re.Match[str], since: int, *, sure: bool | None) -> tuple[int, bool | None]:
    """Where a statement begins behind whose head nobody is named, for somebody may be before it; and whether it is sure."""
    start, years = head.start(), years_of(head)
    before = holder_before(text, start, since)
    if before is None:
        return start, False if sure is not None and years and (head["word"] or "©" in head["signs"]) else None
    shown = not head["word"] and text[head.end() : head.end() + 1] not in _QUOTES
    return before, True if years or shown or "所有" in (head["word"] or "") else None


def _filled_in(text: str, end: int) -> int:
    """How many characters behind a statement may tell that a program fills in what follows: `2003-${year}`."""
    if text.startswith(_PLACEHOLDER, end):
        return len(_PLACEHOLDER)
    return _FILLED_IN if text[end - 1 : end] == "$" or text[end : end + 1] in _FILL_SIGNS else 0


def _is_announced(head: re.Match[str], *, opens: bool) -> bool:
    """Does a heading or a sentence end with the word, and the notice begin behind it: `… the following copyright notice: Copyright …`?"""
    told = (head["label"] is not None and not opens) or (head["filler"] or "").lstrip(" \"'").startswith("\n")
    return told and _ANNOUNCED.match(head["signs"]) is not None


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
