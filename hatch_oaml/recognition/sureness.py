"""How sure it is that a head and who is named behind it are a copyright notice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.heads import is_predicate, years_of
from hatch_oaml.recognition.names import are_names, ends_as_people
from hatch_oaml.recognition.words.evidence import FULL_NAME
from hatch_oaml.recognition.words.holders import COMPANY, NAMED_GROUP
from hatch_oaml.recognition.words.names import SENTENCE
from hatch_oaml.recognition.words.no_copyrights import PROSE
from hatch_oaml.recognition.words.shared import EMAIL, LICENSE_NAME, URL
from hatch_oaml.values.company_forms import EITHER as COMPANY_FORM
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.years import YEAR

if TYPE_CHECKING:
    from hatch_oaml.recognition.holders import Holder

_QUOTED_KEY = expression(r"[\"']\s*[:,]")
"""Behind the word where it is a key: what follows may be its translation as well as a holder."""
_PROSE = expression(rf"\W*{PROSE}(?!-)")
_TITLE = expression(r"[A-Z][a-z]+\s+[A-Z][a-z]")
_DATED = expression(rf"[\s,-]{YEAR}(?:\s?[-–]\s?(?:{YEAR}|present|now|today))?\W*$", re.IGNORECASE)
_ANYBODY = expression(r"(?:the\s+)?(?:authors?|contributors?|owners?|holders?|others)\b")
_ADDRESSED = expression(rf"{URL}|{EMAIL}", re.IGNORECASE)
_ENDS_LINE = expression(r"(?:\s(?:public\s)?licen[sc]ed?)?[. \t]*(?:\n|$)", re.IGNORECASE)
_ASSIGNED = expression(r"\w+\s*:?=\s*[\"'`]")
_CALL = expression(r"\w\(")
_MAIL = expression(EMAIL, re.IGNORECASE)
_PERSONS = expression(
    rf"{FULL_NAME}(?:,\s{FULL_NAME}){{0,5}}(?:,?\s(?:and|&)\s{FULL_NAME})?(?:\s[–-]{{1,2}}\s{LICENSE_NAME})?"
)
_COPYRIGHT_FIELD = expression(r"copyright\w*[\"'\s:=,(]{1,6}$", re.IGNORECASE)
"""The name of what the sign stands in: `#define LOOM_COPYRIGHT "(c) Mina Halloway"`."""
_LINE_ENDS = ("", "\n")
_FIELD_REACH = 40
_LONGEST_SMALL = 4
"""Words of a name without a capital."""
_COMPANY = expression(COMPANY.either)
_NAMED_GROUP = expression(NAMED_GROUP.either)
_SMALL_COMPANY = expression(rf"[a-z][\w.@-]*(?:[ /][\w.@-]+){{0,2}},? {COMPANY_FORM}\.?")
"""A company that writes its name without a capital: `npm, Inc.`"""


def is_sure(head: re.Match[str], holder: Holder, *, opens: bool) -> bool | None:
    """None where this is no notice at all."""
    if years_of(head) and (holder.text or head["word"] or head["signs"]):
        named = ends_as_people(holder.text) or _is_title(holder.text)
        return not _PROSE.match(holder.text) or bool(head["signs"]) or named
    if head["word"] and (_is_prose(holder.text) or (head["label"] and not are_names(holder.text))):
        return None
    if "所有" in (head["word"] or ""):
        return True if holder.text[:1].isalnum() or holder.is_name else None
    if "©" in head["signs"] or (head["signs"] and (head["word"] or "copyright" in head["signs"].lower())):
        return True if holder.is_name or (opens and _is_small_name(head, holder)) else None
    if head["word"]:
        if ". " in head["filler"] or _is_constant(head, holder):
            return None
        if head["word"].lower() == "copr.":
            return False
        named = (holder.is_name or _are_people(head, holder)) and (opens or is_predicate(head))
        named = named or (opens and (_is_dated_name(holder) or _is_named_group(head, holder)))
        return not _QUOTED_KEY.search(head["filler"]) if named else None
    return _is_sign_sure(head, holder, opens=opens)


def is_in_brackets(head: re.Match[str], holder: Holder, *, opens: bool) -> bool:
    """Is `(c)` the letter, with a number and words behind it: `points (c) 2010 of the line`?"""
    signs = head["signs"].lower()
    if head["word"] or "(c)" not in signs or "copyright" in signs:
        return False
    return not opens and bool(holder.text) and not holder.is_name


def is_dated(holder: Holder) -> bool:
    """Does a year end it: `Mina Halloway 2007`?"""
    return _DATED.search(holder.text) is not None


def _is_sign_sure(head: re.Match[str], holder: Holder, *, opens: bool) -> bool | None:
    """As `is_sure`, where `(c)` stands without word and years."""
    if not holder.is_name:
        return None
    if _COPYRIGHT_FIELD.search(head.string, max(0, head.start() - _FIELD_REACH), head.start()):
        return True
    predicate = is_predicate(head)
    is_person = _is_title(holder.text)
    if not (opens or predicate):
        named = (is_person and _ADDRESSED.search(holder.text)) or _MAIL.match(holder.text)
        return True if named or (is_person and is_dated(holder)) else None
    return (
        holder.closed
        or head["signs"].rstrip().lower().endswith("by")
        or _stands_alone(head, holder)
        or (predicate and is_person)
        or head["part"] is not None
        or is_dated(holder)
        or _COMPANY.search(holder.text) is not None
    )


def _stands_alone(head: re.Match[str], holder: Holder) -> bool:
    """Are the names of people all of a line: `(c) Mina Halloway`?"""
    before = head.string[max(0, head.start() - 1) : head.start()]
    return before in _LINE_ENDS and _ENDS_LINE.match(head.string, holder.end) is not None and _are_persons(holder.text)


def _are_persons(text: str) -> bool:
    return _PERSONS.fullmatch(text) is not None and not any(word in SENTENCE.members for word in text.lower().split())


def _is_constant(head: re.Match[str], holder: Holder) -> bool:
    """Is it the name of a constant or of a file among others: `COPYRIGHT, PROGRAM_NAME, VERSION`?"""
    if "=" in head["filler"] and _CALL.search(holder.text):
        return True
    if _ASSIGNED.match(head.string, head.end()):
        return True
    if head["word"] not in {"COPYRIGHT", "COPYRIGHTS"} or not holder.text.isupper():
        return False
    behind = head.string[head.start("filler") : head.end() + 1]
    return behind.startswith(",") or (behind.startswith("\n") and " " not in holder.text)


def _is_dated_name(holder: Holder) -> bool:
    """Is it a name in small letters before a year: `loomhaus, 1995-2010`? Who stands for anybody has none."""
    return is_dated(holder) and _ANYBODY.match(holder.text) is None and _PROSE.match(holder.text) is None


def _is_named_group(head: re.Match[str], holder: Holder) -> bool:
    """Is it all of a sentence: `Copyright libuv project contributors.`, and no talk of the right?"""
    if head["word"][0].islower() or _NAMED_GROUP.match(holder.text) is None:
        return False
    return holder.closed or _ENDS_LINE.match(head.string, holder.end) is not None


def _is_small_name(head: re.Match[str], holder: Holder) -> bool:
    """Is it a name in small letters, by a year, the form of a company, what a group is called, or `by` on a line of its own?"""
    if ends_as_people(holder.text) or _is_dated_name(holder):
        return True
    return _SMALL_COMPANY.fullmatch(holder.text) is not None or _is_by(head, holder)


def _is_by(head: re.Match[str], holder: Holder) -> bool:
    """Does a name in small letters behind `by` end its line: `Copyright (c) by loomworks software`?"""
    if not head["signs"].rstrip().lower().endswith("by") or _ANYBODY.match(holder.text) or _is_prose(holder.text):
        return False
    ends = head.string[holder.end : holder.end + 1] in _LINE_ENDS
    return ends and 0 < len(holder.text.split()) <= _LONGEST_SMALL and "\n" not in holder.text


def _are_people(head: re.Match[str], holder: Holder) -> bool:
    """Is it a group that has no name: `Copyright by its individual contributors`?"""
    return head["signs"].rstrip().lower().endswith("by") and ends_as_people(holder.text)


def _is_prose(holder: str) -> bool:
    """Is it talk about the right, and no company whose name begins with such a word: `Free Software Weavers Inc.`?"""
    return _PROSE.match(holder) is not None and not (_is_title(holder) and _COMPANY.search(holder))


def _is_title(holder: str) -> bool:
    """Do two capitals tell that words of prose are those of a name: `This And That Weaving`?"""
    return _TITLE.match(holder) is not None
