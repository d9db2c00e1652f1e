"""Finds attribution notices that tell of another work: `adapted from`, `based on`, `修改自`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hatch_oaml.recognition.based_upon import NEAR, NEAR_CODE, is_based_upon, is_of_code
from hatch_oaml.recognition.chinese_origins import (
    clause,
    is_made_of,
    is_named,
    is_no_work,
    is_packaged,
    is_pointer,
    is_shown,
    without_aside,
)
from hatch_oaml.recognition.evidence import attribution, is_evident, with_next_line
from hatch_oaml.recognition.hearsay import is_told_to_a_model
from hatch_oaml.recognition.rows import Rows
from hatch_oaml.recognition.sentences import sentence_around
from hatch_oaml.recognition.titles import is_in_title
from hatch_oaml.recognition.words.evidence import NAME
from hatch_oaml.recognition.words.no_origins import A_WORK, ADVICE, OWN_PART, POINTED, VALUE
from hatch_oaml.recognition.words.opened import OPENED
from hatch_oaml.recognition.words.origins import BASED, TAKEN
from hatch_oaml.recognition.words.origins_zh import TAKEN_ZH
from hatch_oaml.recognition.words.shared import REGION, URL, is_template
from hatch_oaml.recognition.works import BY_SOMEBODY, HANDLED, PROPER, is_made_by_somebody, is_work
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.han import BEYOND_LATIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.passage import Found
    from hatch_oaml.recognition.reading import Reading

_OPENED = Rows(OPENED)
_TABLES = (Rows(TAKEN), Rows(BASED))
_TAKEN_ZH = Rows(TAKEN_ZH)
_CAPITALISED = expression(rf"\W*[A-Z][\w-]*(?:\s|{BEYOND_LATIN})")

_MORE_ADDRESSES = expression(
    rf"(?:[)\].,;]*\n\W{{0,3}}{URL}(?=[)\].,;]*(?:\n|$)))+",
    re.IGNORECASE,
    needed=("http", "www.", "git@", "git:", "ftp:"),
)
_BY_BELOW = expression(rf"\n\W{{0,3}}by\s+{NAME}[^\n]*")
"""Whose it is at that address, on the next line."""
_ADDRESS_AT_LINE_END = expression(rf"{URL}[)\].,;]*(?=\n)", re.IGNORECASE)
_ZONE = expression(rf"\s*(?:{REGION})/[A-Z]")
"""A time zone, which is called like a repository."""
_DOTTED = expression(
    r"\s*(?::[a-z:]{1,20}:)?[`'\"]?~?[a-z_]\w*(?:\.\w+)+(?![\w/:]|\.\w)(?!\s*\(http)|\s*[`'\"]?[A-Z]\w+\._\w+"
)
_USED = expression("使用|采用")
_COMES = expression(r"\b(?:comes?|came)\b", re.IGNORECASE)
_TELLING = (
    *("told", "begun", "leant", "moved", "minded", "listed", "site", "owned", "cited", "drawn"),
    *("parted", "whose", "kept", "begot", "termed", "pointed", "brought"),
)
"""The groups of rows that ask for the work itself."""
_VALUE = expression(VALUE.either, re.IGNORECASE)
_OWN_PART = expression(OWN_PART.either)
_POINTED = expression(POINTED.either, re.IGNORECASE)
_A_WORK = expression(A_WORK.either)
_ADVICE = expression(ADVICE.either, re.IGNORECASE)
_ANNOUNCED = r"(?:references?|papers?|articles?|books?|sources?|works?|projects?|websites?|links?)"
_MODULE = expression(r"\s*[`'\"]?[A-Z]\w*(?:::+\w+)+(?!\w*\()")
_FOLLOWING = expression(rf"\s*the\s+following\s+(?:\w+\s+)?{_ANNOUNCED}\s*[:.]?\s*", re.IGNORECASE)
"""What is announced, and named below: `adapted from the following papers:`."""
_LOWER_CASE_NAME = expression(r"\s*(?:\*[\w.-]{3,}\*|`[\w-]{3,}`|[a-z][\w-]{2,}['’]s\b)")


def find(reading: Reading) -> Iterator[Found]:
    yield from _opened(reading)
    for table in _TABLES:
        for match in table.finditer(reading):
            yield from _origin(reading, match)


def _opened(reading: Reading) -> Iterator[Found]:
    """The rows of which most tell alone that it is an origin, or, of an address with a line to itself, that it may be one."""
    since = 0
    for match in _OPENED.finditer(reading):
        groups = match.groupdict()
        if match.start() < since and groups.get("whence") == "":
            continue  # one of many addresses below one another: the first holds them all
        for found in _origin(reading, match, told=None if groups.get("changed") else groups.get("whence") is None):
            since = found.end
            yield found


def find_chinese(reading: Reading) -> Iterator[Found]:
    """As `find`, for Chinese."""
    for match in _TAKEN_ZH.finditer(reading):
        yield from _origin(reading, match)


def _origin(reading: Reading, match: re.Match[str], *, told: bool | None = None) -> Iterator[Found]:
    """:param told: does the row tell alone whether it is one; None where what follows tells."""
    folded = reading.folded
    start, end = _extent(folded, match)
    tail = folded[match.end() : end]
    if _ADVICE.search(folded, start, match.start()) or is_told_to_a_model(folded, start, match.start()):
        return
    before = folded[start : match.start()]
    if "derived" in match[0].lower() and _VALUE.search(before[-NEAR:]):
        return
    if _is_based(match) and is_in_title(before, tail):
        return
    if _is_based(match) and (pointed := _POINTED.match(tail)) and _A_WORK.search(pointed[0]) is None:
        return
    if told is not False and _OWN_PART.match(tail):
        told = False
    sure = None if is_pointer(match, tail, before) else _is_sure(match, tail, before, told=told)
    if sure is not None and not is_template(reading.text[start:end]):
        yield attribution(start, end, match, sure=sure)


def _extent(folded: str, match: re.Match[str]) -> tuple[int, int]:
    """Where what tells of the origin begins and ends: the sentence, with the addresses below it."""
    start, end = sentence_around(folded, match.start(), match.end())
    if match.groupdict().get("termed"):
        start = match.start()
    if not match.groupdict().get("listed"):  # the next line is the next item
        end = with_next_line(folded, end)
    if "\n" in folded[match.end() : end + 1] and (address := _ADDRESS_AT_LINE_END.search(folded, match.end(), end)):
        end = address.end()
        if goes_on := _BY_BELOW.match(folded, end):
            end = goes_on.end()
    if more := _MORE_ADDRESSES.match(folded, end):
        end = more.end()
    return start, end


def _is_sure(match: re.Match[str], tail: str, before: str, *, told: bool | None) -> bool | None:
    """None where no work is told of."""
    if told is None:
        told = _is_told(match)
    if told is not None:
        return told and not is_shown(match, before)
    tail = without_aside(tail)
    if _USED.match(match[0]):
        tail = clause(tail)
    if _ZONE.match(tail):
        return None
    if not _is_based(match) and _FOLLOWING.fullmatch(tail):
        return True
    if is_no_work(match, tail, before):
        return None
    if is_shown(match, before) or (_DOTTED.match(tail) and not is_made_by_somebody(tail)):
        return False
    named = is_named(match, tail)
    if named is not None:
        return named
    if _is_evident(match, tail, before[-NEAR_CODE:]):
        return True
    return False if _names_something(match, tail, before) else None


def _is_told(match: re.Match[str]) -> bool | None:
    """Does the expression alone tell whether it is an origin?"""
    groups = match.groupdict()
    if groups.get("weak"):
        return False
    return True if any(groups.get(group) for group in _TELLING) else None


def _is_evident(match: re.Match[str], tail: str, before: str) -> bool:
    if (made := is_made_of(match, tail)) is not None:
        return made
    if is_packaged(match, tail) or _COMES.search(match[0]):
        return True
    if not _is_based(match):
        return is_evident(tail) or is_work(match, tail, before) or _is_module(match, tail)
    return is_based_upon(match, tail)


def _is_module(match: re.Match[str], tail: str) -> bool:
    """Is something taken from a module by its full name: `copied from Loom::Weave`? What is derived from one inherits."""
    return _MODULE.match(tail) is not None and "derived" not in match[0].lower()


def _is_based(match: re.Match[str]) -> bool:
    """Is it "based on" and its kin, which also stand in sentences about something else?"""
    return "what" in match.re.groupindex


def _names_something(match: re.Match[str], tail: str, before: str) -> bool:
    if _is_based(match) and not is_of_code(before[-NEAR_CODE:]):
        return False
    return PROPER.match(tail) is not None or _names_somebody(tail) or _names_work(match, tail)


@lru_cache(maxsize=256)
def _names_somebody(tail: str) -> bool:
    return BY_SOMEBODY.search(tail) is not None or _CAPITALISED.match(tail) is not None


def _names_work(match: re.Match[str], tail: str) -> bool:
    """Does the name of a work follow that is written small: `adapted from *loom*`, `modified from loom's cutter`?"""
    return HANDLED.search(match[0]) is not None and _LOWER_CASE_NAME.match(tail) is not None
