"""The word or the sign with which a copyright notice begins, with the years on both sides, told from code, lists and prose."""

from __future__ import annotations

import re

from hatch_oaml.recognition.words.copyrights import (
    GARBLED,
    LABEL,
    PART,
    SUBJECT,
    WORD,
)
from hatch_oaml.recognition.words.evidence import NAME
from hatch_oaml.recognition.words.no_copyrights import CODE_BEFORE, DENIED, LIST_NEIGHBOUR
from hatch_oaml.recognition.words.shared import COPYRIGHT_ZH, EMAIL, OWNED_ZH, SIGN, years
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.han import BEYOND_LATIN
from hatch_oaml.values.years import YEAR

_OPENED = r"(?:\[\s*[\"']|[urbf]{1,2}[\"']{1,3}|\((?=\(c\)(?!\))))?"
"""A list, a string or a bracket of the statement's own that opens before the years: `copyright = u'2020`, `((C) 2020 …)`."""
_SOFTWARE = r"(?:free\s+)?(?:software|material)(?=\s+by\s)"
_FILLER = (
    rf"[\s:=,.\"'*_|-]*{_OPENED}(?:\b(?:is|are|held|owned|by|from|{_SOFTWARE})\b[\s:,]*){{0,3}}(?P<label>{LABEL})?"
)
_UNDATED = rf"copyright\b(?!\W{{0,3}}(?:{SIGN})?\W{{0,3}}{YEAR})"
_BETWEEN = rf"(?:[\s,]*(?={SIGN})|(?={OWNED_ZH})|(?<!\))[ \t,]*(?={_UNDATED}))"
_BEFORE = rf"(?:(?P<before>(?<![\w-]){years('before_bracket')}){_BETWEEN})?"
_JOINED = rf"(?<={BEYOND_LATIN})(?=[©ⓒ]\s?(?:19|20)\d\d)|(?<=(?:19|20)\d\d)(?=[©ⓒ]\s?[^\W\d])"
_APART = rf"(?:(?<=\\[nrt])|(?<![\w$.\])])|{_JOINED})"
"""No part of a word; Chinese puts no space before a sign, and none behind a year."""
_OPENING = rf"(?:(?P<word>{WORD})(?P<filler>{_FILLER})|(?={_APART}{SIGN}))"
_GARBLED = rf"(?<![^\s\"])(?:{GARBLED})\s*"
_OR = rf"or\s+(?=(?:{SIGN}|copr\.|copyright)\s)"
_WORDS = rf"copyright(?!\w)[\s:,-]*|copr\.\s+|{_OR}|by\s+"
_SIGNS = rf"(?P<signs>(?:{SIGN}[\s:,.-]*|{_WORDS}|{_GARBLED})*(?:(?:since|from)\s+(?=[12]\d{{3}}))?)"
_BEHIND = rf"(?(word)(?:[ \t,]*(?P<behind>{SIGN})(?=\s))?|(?:[ \t,]*copyright[ \t]+(?=(?-i:[A-Z])))?)"
_SHORT_YEARS = r"(?<=[)©ⓒ\s])['’]?\d\d(?!\d)(?:\s?-\s?['’]?\d\d(?!\d))?(?=[\s,]+(?:by\s+)?(?-i:[A-Z]))"
"""In two digits, behind a sign: `(c) 93-97 by Mina`."""
HEAD = expression(
    rf"(?P<part>{PART})?{_BEFORE}{_OPENING}{_SIGNS}(?:(?P<years>{years('bracket')}|{_SHORT_YEARS}){_BEHIND})?",
    re.IGNORECASE,
)
_OTHERS = r"derechos\s|droits\s+d['’]auteur|diritt[oi]\s+d|direitos\s+aut|著作権|저작권|urheberrecht"
ANCHOR = expression(rf"copyright|copr\.|{SIGN}|{COPYRIGHT_ZH}|{_OTHERS}", re.IGNORECASE)
_CODE_BEFORE = expression(CODE_BEFORE.either, re.IGNORECASE)
_COLUMN = expression(r"[\w.!]\s\|\s*$")
"""What stands before a sign that opens a column of a banner: `Loom v3.1 | (c) Ostrava Loom | loom.example/license`."""
_DATED_PERSON = expression(rf"\s*{NAME}(?:\s+{NAME}){{1,3}},?\s+(?:{YEAR}\b|[<(]\S{{1,60}}@|https?://)|\s*{EMAIL}")
"""No argument of a call: `Getenv thread (c) Mina Halloway 2007`, `MIT licensed (c) Mina Halloway <mina@loom.example>`."""
_OPENS_LITERAL = expression(r"(?:[=(,:\[{]|\bident|\breturn|\becho)\s*[a-zA-Z]{0,2}[\"'`]\s*(?:@\(#\)\s*)?$")
"""What stands before the first word of a string in code."""
_REACH = 1000
"""Characters around a sign that tell what it is: a line of minified code may have a megabyte."""
_LIST_NEIGHBOUR = expression(LIST_NEIGHBOUR.either, re.IGNORECASE)
_SUBJECT = expression(SUBJECT.either, re.IGNORECASE)
_DENIED = expression(DENIED.either, re.IGNORECASE)
_LIST_ENDS = r"(?:(?<![.:])\n|[,;]\s*(?:(?:and|or)\s*)?|\s(?:and|or)\s*)$"
_TWO_ITEMS = {
    "(c)": expression(rf"(?<!\S)\(a\)\s\w[^()©]*(?<=[\s,;])\(b\)\s\w[^()©]*{_LIST_ENDS}"),
    "(C)": expression(rf"(?<!\S)\(A\)\s\w[^()©]*(?<=[\s,;])\(B\)\s\w[^()©]*{_LIST_ENDS}"),
}
"""What stands before the third letter, by that."""
_LIST_REACH = 300
"""Characters of the two items before."""
_SUBJECT_REACH = 40
"""Characters before the word that may tell what it is said of."""
_DENIAL = 20
"""Characters before the word that may deny it."""


def is_head(text: str, head: re.Match[str]) -> bool:
    """Is it one, and no denial, no code and no item of a list?"""
    if head["word"]:
        return _DENIED.search(text, max(0, head.start() - _DENIAL), head.end("word")) is None
    return bool(head["before"]) or _sign_is_one(text, head)


def years_of(head: re.Match[str]) -> str | None:
    """Behind it, or before."""
    return head["years"] or head["before"]


def opens_statement(text: str, offset: int) -> bool:
    """Does a line, a sentence or a column begin there, whatever opens before it?"""
    line = _line_before(text, offset)
    before = line.rstrip(" \t\"'([<*_:=-|@")
    return (
        not before
        or before[-1] in ".;,!。；，"
        or before.endswith("作者/")
        or _is_column(line)
        or _ends_with_dash(line)
    )


def opens_literal(text: str, offset: int) -> bool:
    """Does a string of code begin there?"""
    return _OPENS_LITERAL.search(_line_before(text, offset)) is not None


def is_predicate(head: re.Match[str]) -> bool:
    """Is it said of something in a sentence: `the tables are copyright Acme`, `copyrighted by Acme`?"""
    return _SUBJECT.search(head.string, max(0, head.start() - _SUBJECT_REACH), head.start()) is not None


def _sign_is_one(text: str, head: re.Match[str]) -> bool:
    """Is `(c)` the sign, and not an argument or the third item of a list?"""
    if head["signs"].startswith(("©", "ⓒ", "Ⓒ")):
        return True
    line = _line_before(text, head.start())
    if line.endswith("`"):
        return False
    if head["years"]:
        if _is_third_item(text, head.start("signs")):
            return False
        return not re.search(r"(?<!\\)\w$", line)
    is_marked = _is_column(line) or is_predicate(head) or opens_literal(text, head.start())
    is_code = _CODE_BEFORE.search(line) is not None and not is_marked and not _DATED_PERSON.match(text, head.end())
    return not is_code and not _LIST_NEIGHBOUR.search(text, max(0, head.start() - _REACH), head.start() + _REACH)


def _is_third_item(text: str, offset: int) -> bool:
    """Is the sign there the letter of an item, two others like it right before: `(a) collect, (b) clean, (c) 2020 Census`?"""
    before = text[max(0, offset - _LIST_REACH) : offset]
    items = _TWO_ITEMS.get(text[offset : offset + 3])
    return items is not None and items.search(before) is not None


def _ends_with_dash(line: str) -> bool:
    """`… modified from LOOM -- Copyright Mina Halloway`."""
    return line.rstrip().endswith((" -", " --", " –", " —"))


def _is_column(line: str) -> bool:
    return line.rstrip().endswith("|") and _COLUMN.search(line) is not None


def _line_before(text: str, offset: int) -> str:
    return text[max(0, offset - _REACH) : offset].rsplit("\n", 1)[-1]
