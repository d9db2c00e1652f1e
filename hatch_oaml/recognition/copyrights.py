"""Finds copyright notices that begin with the word or the sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.holders import Holder, holder_after, holder_before
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
    WORD,
)
from hatch_oaml.recognition.words.shared import COPYRIGHT_ZH, SIGN, YEARS, is_template
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.reading import Reading

_FILLER = rf"[\s:=,.\"'*_|-]*(?:\[\s*[\"'])?(?:\b(?:is|are|held|owned|by|from)\b[\s:,]*){{0,3}}(?P<label>{LABEL})?"
_BEFORE = rf"(?:(?P<before>(?<![\w-]){YEARS})[\s,]*(?={SIGN}))?"
_OPENING = rf"(?:(?P<word>{WORD})(?P<filler>{_FILLER})|(?=(?<![\w$.\])]){SIGN}))"
_GARBLED = rf"(?<![^\s\"])(?:{GARBLED})\s*"
_SIGNS = rf"(?P<signs>(?:{SIGN}[\s:,.-]*|copyright(?!\w)[\s:,-]*|by\s+|{_GARBLED})*)"
_BEHIND = rf"(?(word)(?:[ \t,]*(?P<behind>{SIGN})(?=\s))?)"
_HEAD = expression(rf"(?P<part>{PART})?{_BEFORE}{_OPENING}{_SIGNS}(?:(?P<years>{YEARS}){_BEHIND})?", re.IGNORECASE)
_OTHERS = r"著作権|저작권|urheberrecht|derechos\s+de\s+autor"
_ANCHOR = expression(rf"copyright|copr\.|{SIGN}|{COPYRIGHT_ZH}|{_OTHERS}", re.IGNORECASE)
_CODE_BEFORE = expression(CODE_BEFORE.either, re.IGNORECASE)
_COLUMN = expression(r"[\w.!]\s\|\s*$")
"""What stands before a sign that opens a column of a banner: `Loom v3.1 | (c) Ostrava Loom | loom.example/license`."""
_QUOTED_KEY = expression(r"[\"']\s*:")
"""Behind the word where it is a key: what follows may be its translation as well as a holder."""
_REACH = 1000
"""Characters around a sign that tell what it is: a line of minified code may have a megabyte."""
_LIST_NEIGHBOUR = expression(LIST_NEIGHBOUR.either, re.IGNORECASE)
_PROSE = expression(rf"\W*{PROSE}")
_TITLE = expression(r"[A-Z][a-z]+\s+[A-Z][a-z]")
_IS = expression(r"\b(?:is|are|was|were|remains?)\s+$")
_DENIED = expression(DENIED.either, re.IGNORECASE)
_DENIAL = 20
"""Characters before the word that may deny it."""


def find(reading: Reading) -> Iterator[Found]:
    folded = reading.folded
    offset = seen = 0
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
        offset = max(head.end(), head.start() + 1)
        found = _judge(reading, head)
        if found is not None:
            yield found
            offset = max(offset, found.end)


def _judge(reading: Reading, head: re.Match[str]) -> Found | None:
    text = reading.folded
    years = head["years"] or head["before"]
    opens = _opens_statement(text, head.start())
    if not head["word"] and not head["before"] and not _sign_is_one(text, head):
        return None
    if head["word"] and _DENIED.search(text, max(0, head.start() - _DENIAL), head.end("word")):
        return None
    holder = holder_after(reading, head.end(), head.start())
    if head["before"] and not head["word"] and (holder.subject or holder.text) and not holder.is_name:
        return None
    start = head.start()
    if not head["word"] and head["years"] and _is_named_before(text, head, holder):
        holder = Holder(text="", end=_behind_years(text, head), closed=True)
    named_before = False
    if not holder.text:
        before = holder_before(text, start)
        if before is None and not years:
            return None
        named_before = before is not None
        if named_before and not years and not head["signs"] and "所有" not in (head["word"] or ""):
            return None
        start = start if before is None else before
        if before is None and not head["word"] and "©" not in head["signs"]:
            return None
    statement = text[start : holder.end]
    if is_template(statement):
        return None
    sure = True if named_before else _is_sure(head, holder, years, opens=opens)
    return (
        None
        if sure is None
        else Found(kind="copyright", start=start, end=holder.end, anchor=start, anchor_end=holder.end, sure=sure)
    )


def _is_named_before(text: str, head: re.Match[str], holder: Holder) -> bool:
    """Does a sentence follow the years, and a name stand before the sign: `Acme (c) 2008. By opening …`?"""
    if holder_before(text, head.start()) is None:
        return False
    return text.startswith(". ", head.end()) or not holder.is_name


def _behind_years(text: str, head: re.Match[str]) -> int:
    return head.end() + text.startswith(".", head.end())


def _is_sure(head: re.Match[str], holder: Holder, years: str | None, *, opens: bool) -> bool | None:
    """None where this is no notice at all."""
    if years and (holder.text or head["word"] or head["signs"]):
        return not _PROSE.match(holder.text) or bool(head["signs"]) or _is_title(holder.text)
    if head["word"] and (_PROSE.match(holder.text) or (head["label"] and not are_names(holder.text))):
        return None
    if "所有" in (head["word"] or ""):
        return True if holder.text else None
    if "©" in head["signs"] or (head["word"] and head["signs"]):
        return True if holder.is_name or (opens and ends_as_people(holder.text)) else None
    if head["word"]:
        if ". " in head["filler"]:
            return None
        named = holder.is_name and (opens or _is_predicate(head))
        return not _QUOTED_KEY.search(head["filler"]) if named else None
    if not holder.is_name or not opens:
        return None
    return holder.closed or head["part"] is not None


def _is_title(holder: str) -> bool:
    """Do two capitals tell that words of prose are those of a name: `This And That Weaving`?"""
    return _TITLE.match(holder) is not None


def _is_predicate(head: re.Match[str]) -> bool:
    """Is it said of something in a sentence: `the tables are copyright Acme`, `copyrighted by Acme`?"""
    before = head.string[max(0, head.start() - _DENIAL) : head.start()]
    return _IS.search(before) is not None


def _opens_statement(text: str, offset: int) -> bool:
    line = _line_before(text, offset)
    before = line.rstrip(" \t\"'([*_:=-|")
    return not before or _is_column(line) or before[-1] in ".;,!。；，" or before.endswith("\n")


def _sign_is_one(text: str, head: re.Match[str]) -> bool:
    """Is `(c)` the sign, and not an argument or the third item of a list?"""
    if head["signs"].startswith(("©", "ⓒ", "Ⓒ")):
        return True
    line = _line_before(text, head.start())
    if line.endswith("`"):
        return False
    if head["years"]:
        return not re.search(r"\w$", line)
    return (not _CODE_BEFORE.search(line) or _is_column(line)) and not _LIST_NEIGHBOUR.search(
        text, max(0, head.start() - _REACH), head.start() + _REACH
    )


def _is_column(line: str) -> bool:
    return line.rstrip().endswith("|") and _COLUMN.search(line) is not None


def _line_before(text: str, offset: int) -> str:
    return text[max(0, offset - _REACH) : offset].rsplit("\n", 1)[-1]
