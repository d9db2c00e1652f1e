"""Tells how far a copyright holder's name goes, and what may be one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hatch_oaml.recognition.words import BOILERPLATE, COPYRIGHT_ZH, LICENSE_NAME, RESERVED, URL
from hatch_oaml.values.expressions import expression

_LONG = 56
"""A line that is this long without its furniture may have been broken for want of room."""
_LIMIT = 400
_ABBREVIATION = expression(
    r"(?:\b(?:inc|ltd|co|corp|llc|gmbh|bros|dr|mr|mrs|ms|st|jr|sr|prof|dept|univ|int|intl|assoc|et al|e\.v|s\.a|b\.v|n\.v|s\.p\.a|pty|pvt|no|vol|v)"
    r"|(?:^|[\s.,(])[A-Z])$",
    re.IGNORECASE,
)
_INITIAL = expression(r"(?:^|[\s.,(-])[A-Z]$")
_STOP = expression(
    rf"""(?P<reserved>[\s.,;:|(-]*{RESERVED})
      | (?P<head>[\s.,;|/(-]*(?:\b(?:portions|parts)\s+)?(?:(?<![\w-])copyright\b|(?:(?<!\w)\(c\)|©|ⓒ)|{COPYRIGHT_ZH}))
      | (?P<words>[\s.,;:|(-]*(?:{BOILERPLATE.pattern}))
      | (?P<mark>\s*(?:\|\||\s\|\s|\*/|-->|[{{}}]|</|\\n|["'`](?:\s*[,;)\]}}+]|\s*$|\s*\n)|\s-\s(?=[a-z])|[。；！]|\s//\s))
      | (?P<period>[.!](?=\s|$|["'”)]))
      | (?P<line>\n)""",
    re.VERBOSE | re.IGNORECASE,
)
_UNFINISHED = expression(
    r"(?:[,&(<:/、，（＜–—-]|\b(?:and|of|for|the|by|in|at|de|von|van|to|with|und)|及|和|与|及其|的|[\d-]+)$",
    re.IGNORECASE,
)
_LICENSE_ONLY = expression(rf"(?:the\s+)?{LICENSE_NAME}(?:\s+licen[sc]ed?)?", re.IGNORECASE)
_CONTINUES = expression(r"(?:and|of|for|&)\s+[^\Wa-z]|(?:and|of|for)\s+the\s+[^\Wa-z]|及|和|与")
_LABEL = expression(r"(?:@?[A-Za-z][\w -]{0,24}\s?[:：=](?!//)|:\w+:|@\w+|[\u4e00-\u9fff]{2,8}[：:])")
_ORIGIN = expression(
    r"""(?:(?:heavily|partly|partially|originally|initially|code|file|this\s+\w+\s+(?:is|was))\s+){0,2}
        (?:(?:modified|adapted|adopted|derived|ported|copied|borrowed|taken|forked|translated|converted|extracted|written|developed|created|authored
          |contributed|implemented|rewritten|maintained)(?:\s+(?:and|&)\s+\w+)?\s+(?:from|by)\b|based\s+(?:up)?on\b|inspired\s+by\b)
      | (?:代码|本文件|本项目)?(?:修改|改编|改編|改写|移植|摘|摘录|翻译|复制|衍生|派生|参考|来|來|源)自|由[^\n]{2,20}(?:修改|改编|移植|开发|编写)|参考了|基于""",
    re.VERBOSE | re.IGNORECASE,
)
"""How a line begins that tells an origin: it goes on with no holder's name."""
_RESERVED = expression(rf"[\s.,;:|(，。-]*{RESERVED}[)）]?[.。!]?", re.IGNORECASE)
_TRIM = " \t\n,;:|/-–—\"'`*_(（，、"
_LOWER_NAME = expression(
    rf"(?:{URL}|[\w-]+\.(?:ai|io|com|org|net|dev|cn|app)\b|@[\w-]+|\[[^\]]+\]\(|<[^<>\s]+[@.][^<>\s]+>)", re.IGNORECASE
)
_HAN = expression(r"[\u3400-\u9fff]")
_NAME = expression(r"(?:the\s+|by\s+|an?\s+)?[\"'“‘\[(]*[^\W\d_a-z][\w.'’&-]*")
_PEOPLE = expression(
    r"(?:[\w.&'’-]+\s+){0,5}(?:contributors|authors|developers|maintainers|volunteers|community|team)", re.IGNORECASE
)
_SENTENCE_WORD = expression(
    r"\b(?:is|are|was|were|be|must|shall|will|would|can|cannot|may|should|does|do|did|has|have|had|you|your|we|they|if|that|which|when|where|it|not)\b"
)


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
    if not text or _SENTENCE_WORD.search(text[:80]):
        return False
    if _HAN.match(text.lstrip("“\"'《")):
        return len(text) >= 2
    return _NAME.match(text) is not None or _LOWER_NAME.match(text) is not None


def ends_as_people(text: str) -> bool:
    """Is `text`, in letters of any size, what a group of people is called: `loom contributors`?"""
    return _PEOPLE.fullmatch(text.rstrip(".")) is not None and not _SENTENCE_WORD.search(text)
