"""Which license the header of a file puts it under in words, where no tag does."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from hatch_oaml.license.versions import may_name_license
from hatch_oaml.terms.first_comment import first_comment
from hatch_oaml.terms.header_words import GIVEN_UNDER, GIVEN_UNDER_ZH, GNU, WORDS
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.terms.header_words import Words

LONGEST = 16 << 10
"""Bytes in which a header stands."""
HINTS = expression(rb"licen[sc]e|redistribut|permission|unencumbered|gpl|\xe8\xae\xb8\xe5\x8f\xaf", re.IGNORECASE)
"""Without one of these no header is looked for: most files have none."""
_CELL_LINE = expression(r"\s*\"(?P<said>(?:[^\"\\]|\\.)*?)(?:\\n)?\",?\s*")
"""A line of a notebook that holds one of a cell's, and nothing else."""
_REACH = 300
"""Characters behind GNU's name in which its version stands."""
_VERSION = expression(r"(?:version |v(?:er)?\.? ?|[- (])(?P<major>[123])(?:\.(?P<minor>\d))?\b", re.IGNORECASE)
_LATER = expression(r"any[ \n]later|or[- \n]later|or[ \n]newer|or[ \n]\(at[ \n]your|\d(?:\.\d)?\+|>=", re.IGNORECASE)
_PLAIN = expression(r"[A-Za-z0-9.]+")
_MOST_WORDS = 6
_FAMILIES = {"lesser": "LGPL", "library": "LGPL", "lgpl": "LGPL", "affero": "AGPL", "agpl": "AGPL"}
_FIRST = {"GPL": "1.0", "LGPL": "2.0", "AGPL": "3.0"}
"""The versions that a header without one leaves to choose from."""


def header_terms(path: str, data: bytes) -> tuple[str, int] | None:
    """An SPDX expression, and the line, from 1, that says so; None where the first comment says nothing of it, or names our license.

    :param data: as much of the file as is at hand.
    """
    start = data[:LONGEST]
    if not HINTS.search(start):
        return None
    lines = list(first_comment(path, _shown(path, start.decode("utf-8-sig", "replace"))))
    text = "\n".join(words for _, words in lines)
    if may_name_license(text):
        return None
    found = sorted(_granted(text), key=lambda one: one[1])
    if not found:
        return None
    terms = " AND ".join(dict.fromkeys(terms for terms, _ in found))
    return terms, lines[text.count("\n", 0, found[0][1])][0]


def terms_called(name: str) -> str:
    """The SPDX expression of what a field for a license calls so, an expression itself or another name for it; else `LicenseRef-` and that name."""
    try:
        return canonicalize_license_expression(name)
    except InvalidLicenseExpression:
        pass
    found = (words for words in WORDS if words.sense == "name" and _compiled(words.pattern).search(name))
    if words := next(found, None):
        return words.terms
    if gnu := _compiled(GNU).search(name):
        return _of_gnu(gnu, name)
    return f"LicenseRef-{'-'.join(_PLAIN.findall(name)[:_MOST_WORDS]) or 'other'}"


def _shown(path: str, text: str) -> str:
    """Of a notebook the lines of its cells, each on its own line."""
    if not path.lower().endswith(".ipynb"):
        return text
    found = map(_CELL_LINE.fullmatch, text.split("\n"))
    return "\n".join(match["said"] if match else "" for match in found)


def _granted(text: str) -> Iterator[tuple[str, int]]:
    """The terms of each license that is granted, and where."""
    lower = text.lower()
    for words in WORDS:
        if any(word in lower for word in words.needs) and (match := _pattern(words).search(text)):
            yield words.terms, match.start()
    if ("gnu" in lower or "gpl" in lower) and (match := _gnu().search(text)):
        yield _of_gnu(match, text), match.start()


@cache
def _pattern(words: Words) -> re.Pattern[str]:
    if words.sense == "grant":
        return _compiled(words.pattern)
    return _compiled(rf"(?:{GIVEN_UNDER}|{GIVEN_UNDER_ZH})(?:{words.pattern})")


@cache
def _gnu() -> re.Pattern[str]:
    return _compiled(rf"(?:{GIVEN_UNDER}|{GIVEN_UNDER_ZH}){GNU}")


def _compiled(pattern: str) -> re.Pattern[str]:
    """A space in it stands for the end of a line as well."""
    return re.compile(pattern.replace(" ", "[ \n]"), re.IGNORECASE | re.DOTALL)


def _of_gnu(match: re.Match[str], text: str) -> str:
    family = _FAMILIES.get((match["which"] or match["short"] or "").lower(), "GPL")
    behind = text[match.end() : match.end() + _REACH]
    version = _VERSION.search(f"version {match['stated']}" if match["stated"] else behind)
    if version is None:
        return f"{family}-{_FIRST[family]}-or-later"
    number = f"{version['major']}.{version['minor'] or 0}"
    return f"{family}-{number}-{'or-later' if _LATER.search(behind) else 'only'}"
