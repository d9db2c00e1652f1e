"""Tells how far a copyright holder's name goes, and what may be one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from hatch_oaml.recognition.words.boilerplate import SENTENCE_STARTS, TERMS
from hatch_oaml.recognition.words.holders import (
    ABBREVIATION,
    CONTINUES,
    LABEL,
    ORIGIN,
    PEOPLE,
    SENTENCE,
    UNFINISHED,
)
from hatch_oaml.recognition.words.shared import COPYRIGHT_ZH, EMAIL, LICENSE_NAME, RESERVED, URL, YEARS
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.han import begins_with_han

_Below = Literal["beside", "below", "labelled"]
"""Does the name stand beside the years, on the line below, or on the lines below a label that ends with a colon?"""
_LONG = 56
"""A line that is this long without its comment marks may have been broken for want of width."""
_LIMIT = 400
_ABBREVIATION = expression(ABBREVIATION.either, re.IGNORECASE)
_INITIAL = expression(r"(?:^|[\s.,(-])[A-Z]$")
_OPENING = r"[\s.,;:|(-]*"
_ANOTHER = rf"[\s.,;|/(-]*(?:\b(?:portions|parts)\s+)?(?:(?<![\w-])copyright\b|(?:(?<!\w)\(c\)|©|ⓒ)|{COPYRIGHT_ZH})"
_CLOSING = r"""\|\||\s\|\s|\*/|-->|[{}]|</|\\[rn]|["'`](?:\s*[,;)\]}+]|\s*$|\s*\n)|[。；！]|\s//\s"""
_DASH = rf"\s-\s(?=(?-i:[a-z])|{LICENSE_NAME}|version\b)"
_WORDS = rf"(?P<terms>{_OPENING}{TERMS})|(?P<sentence>{_OPENING}{SENTENCE_STARTS})"
_MARKS = rf"""(?P<mark>\s*(?:{_CLOSING}))|(?P<period>[.!](?=\s|$|["'”)]))|(?P<line>\n)"""
_STOP = expression(
    rf"(?P<reserved>{_OPENING}{RESERVED})|(?P<head>{_ANOTHER})|{_WORDS}|(?P<dash>{_DASH})|{_MARKS}",
    re.IGNORECASE,
)
_ADDRESS_ON_LINE = expression(r"[^\n]{0,120}?[<(][^\s<>]{1,80}@")
_ADDRESS = expression(rf"<[^<>\s]*>|{URL}|{EMAIL}")
_COLONS = (":", "：")
_BREAK = frozenset("\n.;|")
_LIST_LABEL = expression(r"(?:the\s+)?following\s+(?:\w+\s+)?\w+\s*[:：]\s*", re.IGNORECASE)
_DATED = expression(rf"\s*(?:by\s+)?{YEARS}[\s,:]+", re.IGNORECASE)
_NEXT_ELEMENT = expression(rf"\s*[\"']{YEARS}[\s,]+\w", re.IGNORECASE)
"""What follows an element of a list of statements: `["2024 Loom", "2025 Mina"]`."""
_WORD = expression(r"[\w'’]+")
_BY = expression(r"(?:by|for|of|on behalf of)\s+", re.IGNORECASE)
_BLANK = " \t,.:;|-–—\"'*_=，：、"
_ESCAPED_LINE_ENDS = expression(r"(?:\\[rnt])+\s*")
_UNFINISHED = expression(UNFINISHED.either, re.IGNORECASE)
_LICENSE_ONLY = expression(rf"(?:the\s+)?{LICENSE_NAME}(?:\s+licen[sc]ed?)?", re.IGNORECASE)
_CONTINUES = expression(CONTINUES.either)
_LABEL = expression(LABEL.either)
_ORIGIN = expression(ORIGIN.either, re.IGNORECASE)
_RESERVED = expression(rf"[\s.,;:|(，。-]*{RESERVED}[)）]?[.。!]?", re.IGNORECASE)
_TRIM = " \t\n,;:|/-–—\"'`*_(（，、"
_DOMAIN = r"[\w-]+\.(?:ai|io|com|org|net|dev|cn|app)\b"
_LOWER_NAME = expression(rf"(?:{URL}|{_DOMAIN}|@[\w-]+|\[[^\]]+\]\(|<[^<>\s]+[@.][^<>\s]+>)", re.IGNORECASE)
_NAME = expression(r"(?:the\s+|by\s+|an?\s+)?[\"'“‘\[(]*(?P<first>[^\W\d_a-z])[\w.'’&-]*")
_PEOPLE = expression(PEOPLE.either, re.IGNORECASE)
_SENTENCE = expression(SENTENCE.either)
_SENTENCE_MARK = expression(r"\. |; | - |[|。；，]")
_SMALL = frozenset(
    [
        "of",
        "and",
        "for",
        "the",
        "by",
        "in",
        "at",
        "to",
        "de",
        "von",
        "van",
        "der",
        "la",
        "le",
        "du",
        "di",
        "und",
        "et",
        "y",
        "e",
        "with",
    ]
)
"""Words that names have without a capital."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """`text` is the name; `end` is where the notice ends, its reserved rights included.

    `closed` tells that something marked the name's end: an address, a rule, the reserved rights.
    """

    text: str
    end: int
    closed: bool


def holder_after(text: str, start: int) -> Holder:
    """The holder that begins at `start` of `text`, white space and punctuation before it skipped.

    It goes on over lines that a name breaks over, and over the lines of a list of holders; its `text` is "" where none is.
    """
    begin, below = _beginning(text, start)
    end, why = _end(text, begin, below=below)
    name = text[begin:end].strip(_TRIM)
    if _LICENSE_ONLY.fullmatch(name):
        return Holder(text="", end=start, closed=True)
    reserved = _RESERVED.match(text, end)
    closed = reserved is not None or why == "mark" or bool(re.search(r"[@>]|://|\bwww\.", name))
    if reserved:
        end = reserved.end()
    elif why == "period":
        end += 1
    else:
        end = begin + len(text[begin:end].rstrip(_TRIM))
    return Holder(text=name, end=max(end, start) if name or reserved else start, closed=closed)


def _beginning(text: str, start: int) -> tuple[int, _Below]:
    """Where the name begins that is looked for from `start`, and whether it stands on a line below."""
    begin = start
    while text[begin : begin + 1] and text[begin] in _BLANK:
        begin += 1
    if escaped := _ESCAPED_LINE_ENDS.match(text, begin):
        begin = escaped.end()
    if by := _BY.match(text, begin):
        begin = by.end()
    if label := _LIST_LABEL.match(text, begin):
        return label.end(), "labelled"
    if not text.startswith("\n", begin):
        return begin, _standing(text, begin)
    labelled = text[max(0, begin - _LIMIT) : begin].rstrip().endswith(_COLONS)
    if labelled and text.startswith("\n\n", begin):
        begin += 1
    if _starts_afresh(text[begin + 1 : begin + 1 + _LIMIT]):
        return begin, "beside"
    return begin + 1, "labelled" if labelled else "below"


def _standing(text: str, begin: int) -> _Below:
    """Where a name stands that begins right at `begin`: what came before may have ended with a line, or a label."""
    before = text[max(0, begin - _LIMIT) : begin]
    stripped = before.rstrip()
    if "\n" not in before[len(stripped) :]:
        return "beside"
    return "labelled" if stripped.endswith(_COLONS) else "below"


def _end(text: str, begin: int, *, below: _Below) -> tuple[int, str]:
    offset = begin
    while stop := _STOP.search(text, offset, offset + _LIMIT):
        why = stop.lastgroup or ""
        if not _is_passed(text, begin, stop, below=below):
            return stop.start(), why
        offset = stop.end()
        below = "labelled" if why == "line" and text[stop.start() - 1] in _COLONS else below
    return min(len(text), offset + _LIMIT), ""


def _is_passed(text: str, begin: int, stop: re.Match[str], *, below: _Below) -> bool:
    """Does the name go on behind what may be its end?"""
    why, start, end = stop.lastgroup, stop.start(), stop.end()
    rest = text[end : end + _LIMIT]
    if why == "period":
        name = text[max(begin, start - _LIMIT) : start]
        if rest.lstrip(" ")[:1].islower():
            return _ABBREVIATION.search(name) is not None
        return _abbreviates(name, text, end) or (rest.startswith("\n") and _lists_on(rest[1:], below=below))
    if why == "line":
        line = text[text.rfind("\n", 0, start) + 1 : start]
        return _goes_on(line, rest) or _lists_on(rest, below=below)
    if why == "mark":
        return _NEXT_ELEMENT.match(rest) is not None
    if why == "dash":
        return _ADDRESS_ON_LINE.match(text, end) is not None
    return why == "sentence" and _is_part_of_name(text, stop)


def _is_part_of_name(text: str, stop: re.Match[str]) -> bool:
    """Are the words with which a sentence may begin those of a name: `Free Software Weavers, Inc.`?"""
    opening = len(stop[0]) - len(stop[0].lstrip(" \t\n.,;:|(-"))
    words = stop[0][opening:]
    if not words[0].isupper() or words.isupper() or not _BREAK.isdisjoint(stop[0][:opening]):
        return False
    following = text[stop.end() : stop.end() + 2].lstrip(" ")[:1]
    last = words.split()[-1]
    return following.isupper() and (last[0].isupper() or last in _SMALL)


def _lists_on(rest: str, *, below: _Below) -> bool:
    """Does a list of holders go on with the first line of `rest`: with years, or, in a list of names, with a name?"""
    line = rest.split("\n", 1)[0]
    if dated := _DATED.match(line):
        return are_names(line[dated.end() :])
    return (below == "labelled" or (below == "below" and "@" in line)) and are_names(line)


def are_names(line: str) -> bool:
    """Are all words of `line` names, addresses, or what joins names?"""
    bare = _ADDRESS.sub(" ", line)
    words = _WORD.findall(bare)
    return (
        len(line) <= _LIMIT and all(word in _SMALL or not word[0].islower() for word in words) and looks_like_name(line)
    )


def _abbreviates(name: str, text: str, end: int) -> bool:
    """Does the full stop behind `name` belong to its last word, with the name going on after it?"""
    if _INITIAL.search(name):
        return True
    following = text[end : end + 1]
    if following in {"", "\n"}:
        return False
    return _ABBREVIATION.search(name) is not None and not re.match(
        r"\s+(?:All|This|The|See|Use|Permission|Licensed)\b", text[end:]
    )


def _goes_on(line: str, rest: str) -> bool:
    """Does a holder's name that the end of `line` cut off go on in `rest`?"""
    following = rest.split("\n", 1)[0]
    if not following.strip() or _starts_afresh(rest):
        return False
    if _UNFINISHED.search(line) or _CONTINUES.match(following):
        return True
    return len(line) + len(following.split(" ", 1)[0]) > _LONG


def _starts_afresh(rest: str) -> bool:
    line = rest.split("\n", 1)[0].lstrip()
    first = _STOP.match(rest)
    if first is not None and first.lastgroup == "sentence":
        return not _is_part_of_name(rest, first)
    return (first is not None and first.lastgroup in {"head", "terms"}) or any(
        pattern.match(line) for pattern in (_LABEL, _ORIGIN)
    )


def holder_before(text: str, offset: int) -> int | None:
    """Where a holder begins that stands right before `offset` on the same line: `Acme (c) 2020`. None if none does."""
    line_start = max(text.rfind("\n", 0, offset) + 1, offset - _LIMIT)
    before = text[line_start:offset]
    sentence = 0
    for mark in _SENTENCE_MARK.finditer(before):
        if mark[0] != ". " or not _ABBREVIATION.search(before[: mark.start()]):
            sentence = mark.end()
    stripped = before[sentence:].strip(_TRIM)
    if not looks_like_name(stripped) or len(stripped) > 80:
        return None
    return line_start + before.rindex(stripped)


def looks_like_name(text: str) -> bool:
    """May `text` be the name of people: capitalised or Chinese words, an address, no sentence?"""
    if not text or _SENTENCE.search(_ADDRESS.sub(" ", text[:120])[:80]):
        return False
    if begins_with_han(text.lstrip("“\"'《")):
        return len(text) >= 2
    name = _NAME.match(text)
    return (name is not None and not name["first"].islower()) or _LOWER_NAME.match(text) is not None


def ends_as_people(text: str) -> bool:
    """Is `text`, in letters of any size, what a group of people is called: `loom contributors`?"""
    return _PEOPLE.fullmatch(text.rstrip(".")) is not None and not _SENTENCE.search(text)
