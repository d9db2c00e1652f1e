"""The people and the holders whom the fields at the top of a JSON document name in lists and records: manifests, metadata."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from hatch_oaml.notices._people_fields import PEOPLE, ROLES, people_in, role_of
from hatch_oaml.notices._rights_fields import holders_in, is_of_rights
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_RIGHTS = r"copyrights?|(?:rights|copyright)[_-]?holders?|rights"
_FIELD = expression(rf'"[_@]?(?:\w{{1,40}}:)?(?:{ROLES}|{_RIGHTS})"\s*:\s*["\[{{]', re.IGNORECASE)
_MOST = 2000
"""People: with more it is data."""
_OF_A_RECORD = frozenset({"abstract", "body_text", "paper_id", "venue", "pmid", "isbn", "arxiv_id"})
"""What a paper's or a book's record has besides those who wrote it: a row of data, in a file of its own."""


def json_people(text: str) -> Iterator[Passage]:
    """Nothing of what is a string there: its line says it."""
    if _FIELD.search(text) is None:
        return
    try:
        document = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return
    if isinstance(document, dict) and _OF_A_RECORD.isdisjoint(key.lower() for key in document):
        yield from _passages(document, text)


def _passages(document: Mapping[str, Any], text: str) -> Iterator[Passage]:
    lines = LineNumbers(text)
    for key, value in document.items():
        role, is_list = role_of(key), isinstance(value, list)
        if not (role and not isinstance(value, str)) and not is_of_rights(key):
            continue
        offset = max(text.find(json.dumps(key)), 0)
        for one in islice(value, _MOST) if is_list else (value,):
            offset = _offset(one, text, offset)
            for said in people_in(role, one) if role else ():
                yield Passage(text=said, numbers=(lines.at(offset),), content=PEOPLE)
            for said in () if role else holders_in(key, one, is_listed=is_list):
                yield Passage(text=said, numbers=(lines.at(offset),))


def _offset(one: object, text: str, reached: int) -> int:
    """Where the first string of `one` stands, behind what was reached."""
    strings = [one] if isinstance(one, str) else [*one.values()] if isinstance(one, dict) else []
    said = next((string for string in strings if isinstance(string, str)), "")
    forms = (json.dumps(said), json.dumps(said, ensure_ascii=False))
    return min((found for form in forms if (found := text.find(form, reached)) >= 0), default=reached)
