"""Tells whether words may be the name of whom a work belongs to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.words.holders import PEOPLE
from hatch_oaml.recognition.words.names import CLAUSE, JOINING, PEOPLE as GROUP, SENTENCE
from hatch_oaml.recognition.words.shared import EMAIL, URL
from hatch_oaml.values.company_forms import EITHER as COMPANY_FORM
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.han import begins_with_han

if TYPE_CHECKING:
    from collections.abc import Sequence

LIMIT = 400
"""Characters of a line that is read as names."""
_ADDRESS = expression(rf"<[^<>\s]*>|{URL}|{EMAIL}")
_REMARK = expression(r"(?<=>)\s*\([^()]{1,40}\)\s*$")
"""In brackets behind an address: `Mina Halloway <mina@loom.example> (Version 2.x)`."""
_MAIL_BEHIND = expression(rf"[<(]?{EMAIL}[>)]?[\s,;.]*$")
_NAMES = 5
"""Words of a name before its address."""
_WORD = expression(r"[\w'’]+")
_ALIAS = 2
"""Words without a capital that an address makes a name: `mina <mina@loom.example>`."""
_DOMAIN = r"[\w-]+\.(?:ai|io|com|org|net|dev|cn|app)\b"
_LOWER_NAME = expression(rf"(?:{URL}|{_DOMAIN}|@[\w-]+|\[[^\]]+\]\(|<[^<>\s]+[@.][^<>\s]+>|{EMAIL})", re.IGNORECASE)
_NAME = expression(
    r"(?:the\s+|by\s+|an?\s+)?[\"'“‘\[(<]*(?P<first>[^\W\d_a-z]|\d+(?=[A-Za-z])|[a-z]{1,3}(?=[A-Z]))[\w.'’&-]*"
)
_INSTITUTION = expression(
    rf"(?:The\s)?(?!\w*\s?(?i:licen[sc]e))(?:[A-Z][\w&.-]*\s(?:of\s(?:the\s)?|for\s)?){{1,5}}?(?:{COMPANY_FORM}\b|University\b)"
)
_TWO_LETTERS = expression(r"[^\W\d_]{2}|\d[^\W\d_]|[^\W\d_]\d|[^\W\d_]\.|&")
_PEOPLE = expression(PEOPLE.either, re.IGNORECASE)
_SENTENCE = expression(SENTENCE.either)
_THIS_WORK_ZH = expression(r"[本此该該](?:网|網|站|页|頁|软|軟|程|代|项|項|作|文|仓|倉|模|插|库|庫)\w{0,3}")
"""Nobody: `本网站版权所有`."""


def looks_like_name(text: str) -> bool:
    """May `text` be the name of people: capitalised or Chinese words, an address, no sentence?"""
    if not _TWO_LETTERS.search(text) or _SENTENCE.search(_ADDRESS.sub(" ", text[:120])[:80]):
        return False
    if begins_with_han(text.lstrip("“\"'《")):
        return len(text) >= 2 and not _THIS_WORK_ZH.fullmatch(text)
    name = _NAME.match(text)
    return (
        name is not None and not (name["first"].islower() and name.end("first") == name.end())
    ) or _LOWER_NAME.match(text) is not None


def are_names(line: str) -> bool:
    """Are all words of `line` names, addresses, or what joins names?"""
    if len(line) > LIMIT:
        return False
    line = _REMARK.sub("", line)
    bare = _ADDRESS.sub(" ", line)
    words = _WORD.findall(bare)
    small = [word for word in words if word[0].islower() and word not in JOINING.members and word not in GROUP.members]
    if small and bare != line and (len(small) == len(words) <= _ALIAS or _is_short_with_mail(line, words)):
        return not any(table.members.intersection(small) for table in (SENTENCE, CLAUSE))
    return not small and looks_like_name(line)


def _is_short_with_mail(line: str, words: Sequence[str]) -> bool:
    """Is there a mail address behind a few words: `Io m weaver <io@loom.example>`? Then letters of any size are a name."""
    return len(words) <= _NAMES and ends_with_mail(line)


def ends_with_mail(line: str) -> bool:
    return _MAIL_BEHIND.search(line) is not None


def is_addressed(line: str) -> bool:
    """Are the words of `line` a name, in letters of any size, with a mail address?"""
    return "@" in line and are_names(line)


def names_holder(line: str) -> bool:
    """Does `line` tell by itself that a holder is named: with a mail address, or as a company or an institution?"""
    return is_addressed(line) or _INSTITUTION.match(line) is not None


def ends_as_people(text: str) -> bool:
    """Is `text`, in letters of any size, what a group of people is called: `loom contributors`?"""
    return _PEOPLE.fullmatch(text.rstrip(".")) is not None and not _SENTENCE.search(text)
