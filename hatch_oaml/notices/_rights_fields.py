"""The holders whom the fields on rights name in lists and records, and the fields that are called after them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hatch_oaml.recognition.names import are_names, names_holder
from hatch_oaml.recognition.words.nobody import NOT_PERSON
from hatch_oaml.recognition.words.shared import LICENSE_NAME, SIGN, is_template
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.han import BEYOND_LATIN

if TYPE_CHECKING:
    from collections.abc import Iterator

_COPYRIGHT = expression(r"[_@]?(?:\w+:)?copyrights?$", re.IGNORECASE)
_HOLDER = expression(r"[_@]?(?:\w+:)?(?:rights|copyright)[_-]?holders?$", re.IGNORECASE)
_TOLD_BY_ITS_LINE = expression(r"[_@]?(?:\w+:)?copyrights?(?:[_-]?holders?)?$", re.IGNORECASE)
_RIGHTS = expression(r"[_@]?(?:\w+:)?rights$", re.IGNORECASE)
_HOLDERS = ("holder", "holders", "name", "owner")
_YEARS = ("year", "years", "date")
_DATED = expression(r"(?:(?:19|20)\d\d(?:\s*[-–,]\s*(?:19|20)?\d\d){0,20})[\s,]*(?:by\s)?")
_STATED = expression(rf"{SIGN}|copyright", re.IGNORECASE)
_LICENSE = expression(rf"{LICENSE_NAME}\b", re.IGNORECASE)
_NOBODY = expression(rf"{NOT_PERSON}(?:\b|(?<=[.])|(?<={BEYOND_LATIN}))")
_LONGEST = 200


def is_of_rights(key: str) -> bool:
    return any(name.match(key) for name in (_COPYRIGHT, _HOLDER, _RIGHTS))


def holders_in(key: str, value: Any, *, is_listed: bool) -> Iterator[str]:  # what a format's parser gives
    """A statement for whom `value` names, where its own words make none.

    What `rights` says is a name only with a year or as a company: it may be `read` as well. A single string below `copyright` or `copyrightHolder` is told by its line.
    """
    if isinstance(value, dict) and not _RIGHTS.match(key):
        years, holder = _first(value, _YEARS), _first(value, _HOLDERS)
        said = f"{years} {holder}".strip() if holder else ""
    elif isinstance(value, str) and (is_listed or not _TOLD_BY_ITS_LINE.match(key)):
        said = value.strip()
    else:
        return
    dated = _DATED.match(said)
    holder = said[dated.end() :] if dated else said
    is_sure = dated is not None or not _RIGHTS.match(key) or names_holder(holder)
    if is_sure and not _STATED.search(said) and _is_holder(holder):
        yield f"Copyright {said}"


def _first(record: dict[str, Any], keys: tuple[str, ...]) -> str:
    told = (record.get(key) for key in keys)
    return next((str(value).strip() for value in told if isinstance(value, str | int) and value is not True), "")


def _is_holder(name: str) -> bool:
    if not name or len(name) > _LONGEST or "\n" in name or is_template(name) or _NOBODY.match(name):
        return False
    return _LICENSE.match(name) is None and are_names(name)
