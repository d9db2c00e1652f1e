"""Tells which strings of a JSON document stand in rows: in lists of records, in long lists, in tables by number."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any

from hatch_oaml.notices._rows import HOLDS_SAMPLES, HOLDS_WORDS, IS_NOTICE_FIELD, IS_TOKEN
from hatch_oaml.values.expressions import expression

_MANY = 20
_SOME = 200
"""Keys that tell what a map is."""
_OF_A_DOCUMENT = expression(
    r"(?:authors?|creators?|contributors?|maintainers?|people|components|packages|dependencies|libraries)$"
)
"""What a list is called that says whose something is, or what something is made of: a bill of materials is no data."""
_NUMBERED = expression(r"\W*\d+\W*$|[\w-]*\d{3,}[\w-]*$")


def strings_outside_rows(text: str) -> frozenset[str] | None:
    """Those of the document and of notice fields in its rows; None where it is no JSON that can be read."""
    try:
        document = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    found: set[str] = set()
    left: list[tuple[str, Any, bool]] = [("", document, False)]
    while left:
        key, value, in_rows = left.pop()
        if isinstance(value, str):
            if not in_rows or IS_NOTICE_FIELD.match(key):
                found.add(value.replace("\r\n", "\n"))
        elif isinstance(value, list):
            rows = in_rows or _is_of_words(key) or (_holds_rows(value) and not _of_the_document(key))
            left += [(key, inner, rows) for inner in value]
        elif isinstance(value, dict):
            rows = (
                in_rows or HOLDS_WORDS.match(key) is not None or IS_TOKEN.match(key) is not None or _is_numbered(value)
            )
            left += [(name, inner, rows) for name, inner in value.items()]
    return frozenset(found)


def _of_the_document(key: str) -> bool:
    return bool(IS_NOTICE_FIELD.match(key) or _OF_A_DOCUMENT.match(key))


def _is_of_words(key: str) -> bool:
    return HOLDS_WORDS.match(key) is not None or HOLDS_SAMPLES.match(key) is not None


def _holds_rows(values: list[Any]) -> bool:
    return len(values) >= _MANY or sum(isinstance(value, dict) for value in values) > 1


def _is_numbered(values: dict[str, Any]) -> bool:
    """Is it a table in the form of a map, its keys numbers or names with numbers in them?"""
    keys = [*islice(values, _SOME)]
    return len(keys) >= _MANY and all(_NUMBERED.match(key) for key in keys)
