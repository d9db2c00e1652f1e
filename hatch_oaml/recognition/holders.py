"""Tells how far a copyright holder's name goes, and what may be one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hatch_oaml.recognition.words.boilerplate import BOILERPLATE
from hatch_oaml.recognition.words.holders import (
    ABBREVIATION,
    CONTINUES,
    LABEL,
    ORIGIN,
    PEOPLE,
    SENTENCE,
    UNFINISHED,
)
from hatch_oaml.recognition.words.shared import COPYRIGHT_ZH, LICENSE_NAME, RESERVED, URL
from hatch_oaml.values.expressions import expression

_LONG = 56
"""A line that is this long without its comment marks may have been broken for want of width."""
_LIMIT = 400
_ABBREVIATION = expression(ABBREVIATION.either, re.IGNORECASE)
_INITIAL = expression(r"(?:^|[\s.,(-])[A-Z]$")
_OPENING = r"[\s.,;:|(-]*"
_ANOTHER = rf"[\s.,;|/(-]*(?:\b(?:portions|parts)\s+)?(?:(?<![\w-])copyright\b|(?:(?<!\w)\(c\)|©|ⓒ)|{COPYRIGHT_ZH})"
_CLOSING = r"""\|\||\s\|\s|\*/|-->|[{}]|</|\\n|["'`](?:\s*[,;)\]}+]|\s*$|\s*\n)|\s-\s(?=[a-z])|[。；！]|\s//\s"""
_STOP = expression(
    rf"(?P<reserved>{_OPENING}{RESERVED})|(?P<head>{_ANOTHER})|(?P<words>{_OPENING}{BOILERPLATE})"
    rf"""|(?P<mark>\s*(?:{_CLOSING}))|(?P<period>[.!](?=\s|$|["'”)]))|(?P<line>\n)""",
    re.IGNORECASE,
)
_UNFINISHED = expression(UNFINISHED.either, re.IGNORECASE)
_LICENSE_ONLY = expression(rf"(?:the\s+)?{LICENSE_NAME}(?:\s+licen[sc]ed?)?", re.IGNORECASE)
_CONTINUES = expression(CONTINUES.either)
_LABEL = expression(LABEL.either)
_ORIGIN = expression(ORIGIN.either, re.IGNORECASE)
_RESERVED = expression(rf"[\s.,;:|(，。-]*{RESERVED}[)）]?[.。!]?", re.IGNORECASE)
_TRIM = " \t\n,;:|/-–—\"'`*_(（，、"
_DOMAIN = r"[\w-]+\.(?:ai|io|com|org|net|dev|cn|app)\b"
_LOWER_NAME = expression(rf"(?:{URL}|{_DOMAIN}|@[\w-]+|\[[^\]]+\]\(|<[^<>\s]+[@.][^<>\s]+>)", re.IGNORECASE)
_HAN = expression(r"[\u3400-\u9fff]")
_NAME = expression(r"(?:the\s+|by\s+|an?\s+)?[\"'“‘\[(]*[^\W\d_a-z][\w.'’&-]*")
_PEOPLE = expression(PEOPLE.either, re.IGNORECASE)
_SENTENCE = expression(SENTENCE.either)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """`text` is the name; `end` is where the notice ends, its reserved rights included.

    `closed` tells that something marked the name's end: an address, a rule, the reserved rights.
    """

    text: str
    end: int
    closed: bool


def holder_after(text: str, start: int) -> Holder:
    """The holder that begins at `start` of `text`, white space and punctuation before it skipped."""
    begin = start + len(text[start:]) - len(text[start:].lstrip(" \t,.:;|-–—\"'*_=，：、"))
    begin += len(text[begin:]) - len(re.sub(r"^(?:by|for|of|on behalf of)\s+", "", text[begin:], flags=re.IGNORECASE))
    if text.startswith("\n", begin) and not _starts_afresh(text[begin + 1 :]):
        begin += 1
    end, why = _end(text, begin)
    name = text[begin:end].strip(_TRIM)
    if _LICENSE_ONLY.fullmatch(name):
        return Holder(text="", end=start, closed=True)
    reserved = _RESERVED.match(text, end)
    closed = reserved is not None or why == "mark" or bool(re.search(r"[@>]|://", name))
    if reserved:
        end = reserved.end()
    elif why == "period":
        end += 1
    else:
        end = begin + len(text[begin:end].rstrip(_TRIM))
    return Holder(text=name, end=max(end, start) if name or reserved else start, closed=closed)


def _end(text: str, begin: int) -> tuple[int, str]:
    offset = begin
    while stop := _STOP.search(text, offset, begin + _LIMIT):
        why = stop.lastgroup or ""
        name = text[begin : stop.start()]
        if why == "period" and (
            _ABBREVIATION.search(name)
            if text[stop.end() :].lstrip(" ")[:1].islower()
            else _abbreviates(name, text, stop.end())
        ):
            offset = stop.end()
            continue
        if why == "line" and _goes_on(text[text.rfind("\n", 0, stop.start()) + 1 : stop.start()], text[stop.end() :]):
            offset = stop.end()
            continue
        return stop.start(), why
    return min(len(text), begin + _LIMIT), ""


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
    return (first is not None and first.lastgroup in {"head", "words"}) or any(
        pattern.match(line) for pattern in (_LABEL, _ORIGIN)
    )


def holder_before(text: str, offset: int) -> int | None:
    """Where a holder begins that stands right before `offset` on the same line: `Acme (c) 2020`."""
    line_start = max(text.rfind("\n", 0, offset) + 1, offset - _LIMIT)
    before = text[line_start:offset]
    sentence = max(before.rfind(mark) + len(mark) for mark in (". ", "; ", " - ", "|", "。", "；", "，"))
    name = before[
        sentence if sentence > 0 and any(mark in before for mark in (". ", "; ", " - ", "|", "。", "；", "，")) else 0 :
    ]
    stripped = name.strip(_TRIM)
    if not looks_like_name(stripped) or len(stripped) > 80:
        return None
    return line_start + before.rindex(stripped)


def looks_like_name(text: str) -> bool:
    """May `text` be the name of people: capitalised or Chinese words, an address, no sentence?"""
    if not text or _SENTENCE.search(text[:80]):
        return False
    if _HAN.match(text.lstrip("“\"'《")):
        return len(text) >= 2
    return _NAME.match(text) is not None or _LOWER_NAME.match(text) is not None


def ends_as_people(text: str) -> bool:
    """Is `text`, in letters of any size, what a group of people is called: `loom contributors`?"""
    return _PEOPLE.fullmatch(text.rstrip(".")) is not None and not _SENTENCE.search(text)
