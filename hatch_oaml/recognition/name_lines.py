"""Tells how the line below a holder's name goes on: with the rest of the name, or afresh."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.names import ends_with_mail, is_addressed
from hatch_oaml.recognition.tokens import Tokens
from hatch_oaml.recognition.words.evidence import FULL_NAME
from hatch_oaml.recognition.words.holders import ABBREVIATION, CONTINUES, DEED, LABEL, LICENSED, ORIGIN, UNFINISHED
from hatch_oaml.recognition.words.names import JOINING, SENTENCE
from hatch_oaml.recognition.words.shared import EMAIL, OWNED_ZH, SIGN, URL
from hatch_oaml.recognition.words.wrapped import WRAPPED
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.recognition.tokens import Token

LIMIT = 400
"""Characters of a name: without a word that ends it, it ends here."""
_LONG = 56
"""A line that is this long without its comment marks may have been broken for want of width."""
_BREAKS = frozenset("\n.;|。；！!")
"""Behind these a sentence of a license may begin; behind anything else, its words with capitals are those of a name."""
_LINE_ENDS = frozenset(["", "\n"])
_UNFINISHED = expression(UNFINISHED.either, re.IGNORECASE)
_SMALL_LINE = expression(r"\s*(?!by\b|the\b|and\b|all\b)[a-z]+\s+[a-z]+\s")
"""A line of a sentence, below years that nobody is named behind."""
_WRAPPED = expression(WRAPPED.either)
_REACH = 100
"""Characters of a line's end that tell whether a name was wrapped there."""
_SENTENCE = expression(SENTENCE.either)
_CONTINUES = expression(CONTINUES.either)
LABEL_LINE = expression(LABEL.either)
DEED_LINE = expression(rf"\W*{DEED}")
ORIGIN_LINE = expression(ORIGIN.either, re.IGNORECASE)
"""Lines that tell what somebody did, or of another work: no name goes on there."""
_ADDRESS_ALONE = expression(
    rf"[\s\"]*[<(]?(?:(?:mailto:)?{EMAIL}|(?!\S*(?:licen[sc]e|opensource|gnu\.org|creativecommons|spdx)){URL})[>)]?[\s\"]*",
    re.IGNORECASE,
)
"""No license's: where it stands follows a notice too."""
_PERSON_BELOW = expression(rf"{FULL_NAME}\s<\S+>\W*$")
_MAIL_BELOW = expression(r"[A-Z][\w'’-]{1,30}\s<[^<>\s]{1,80}@[^<>\s]{3,80}>\W*$")
"""A family name with its address, below a given name."""
_LICENSED = expression(LICENSED.either, re.IGNORECASE)
_ABBREVIATED = expression(ABBREVIATION.either, re.IGNORECASE)
_FIRST_PART = expression(r"(?:[^.,;>]|[.,;>](?!\s|$))*")
_URL = expression(URL, re.IGNORECASE)
_OWN_STATEMENT = expression(rf"{SIGN}|copyright|{OWNED_ZH}", re.IGNORECASE)


def line_at(text: str, offset: int) -> str:
    """The line that begins at `offset`, or as much of it as is read as one."""
    return text[offset : offset + LIMIT + 1].split("\n", 1)[0]


def is_part_of_name(text: str, token: Token, before: Token | None) -> bool:
    """Are the words with which a sentence may begin those of a name: `Free Software Weavers, Inc.`?"""
    words = text[token.start : token.end]
    if not words[0].isupper() or words.isupper() or (before is not None and text[before.start] in _BREAKS):
        return False
    following = text[token.end : token.end + 2].lstrip(" ")[:1]
    first, *rest = words.split()
    if following in _LINE_ENDS and rest:
        return first.istitle() and all(word.istitle() for word in rest)
    last = rest[-1] if rest else first
    return following.isupper() and (last[0].isupper() or last in JOINING.members)


def goes_on(line: str, text: str, offset: int, *, named: bool) -> bool:
    """Does a holder's name that the end of `line` cut off go on in the line at `offset`?"""
    following = line_at(text, offset)
    if named and _ADDRESS_ALONE.fullmatch(following):
        return True
    if not following.strip() or starts_afresh(text, offset):
        return False
    if _LICENSED.match(following) and not _UNFINISHED.search(line):
        return False
    if named and ends_with_mail(following) and _PERSON_BELOW.match(following):
        return True
    if named and line[-1:].isalpha() and _MAIL_BELOW.match(following):
        return True
    if line.endswith(".") and _ABBREVIATED.search(line[:-1]):
        return named and " " in following.strip() and _CONTINUES.match(following) is not None
    return not line.endswith((".", "。")) and _continues(line, text, offset, named=named)


def _continues(line: str, text: str, offset: int, *, named: bool) -> bool:
    """As `goes_on`, for a line at `offset` that begins nothing of its own."""
    following = line_at(text, offset)
    if line[-1:].isdigit() and (named or is_small_line(text, offset)):
        return False
    if _UNFINISHED.search(line) or _CONTINUES.match(following) or _is_wrapped(line, following):
        return True
    said = _FIRST_PART.match(following)[0]  # type: ignore[index]  # it matches the empty string too
    if _OWN_STATEMENT.search(said) or DEED_LINE.match(following) or not (named or following[:1].isupper()):
        return False
    if following[:1].islower() and (ends_with_mail(line) or _URL.match(following)):
        return False
    return len(line) + len(following.split(" ", 1)[0]) > _LONG and not _SENTENCE.search(said[:_LONG])


def _is_wrapped(line: str, following: str) -> bool:
    """Was a name wrapped at the end of `line`, as its both sides tell?"""
    return _WRAPPED.search(f"{line[-_REACH:]}\n{following[:_REACH]}") is not None


def is_small_line(text: str, offset: int) -> bool:
    """Does the line at `offset` begin as a sentence that goes on, without a capital, and name nobody with an address?"""
    return _SMALL_LINE.match(text, offset) is not None and not is_addressed(line_at(text, offset))


def starts_afresh(text: str, offset: int) -> bool:
    """Does the line at `offset` begin with a sentence, another notice, or another field?"""
    first = Tokens(text, offset).at(0)
    if first is None:
        return False
    if first.kind == "start":
        return not is_part_of_name(text, first, None)
    line = line_at(text, first.start)
    return first.kind in {"sign", "terms"} or any(pattern.match(line) for pattern in (LABEL_LINE, ORIGIN_LINE))
