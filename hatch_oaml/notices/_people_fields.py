"""The people whom a manifest's or a citation's fields name, in whatever form: one line for each, the same of each form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hatch_oaml.recognition.names import are_names
from hatch_oaml.recognition.passage import WholeNotices
from hatch_oaml.recognition.words.nobody import NOT_PERSON
from hatch_oaml.recognition.words.shared import EMAIL, URL, is_template
from hatch_oaml.values.company_forms import EITHER as COMPANY_FORM
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.han import BEYOND_LATIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PEOPLE = WholeNotices(kind="attribution", each="line")
ROLES = r"(?:author|contributor|maintainer|creator|credit)s?|作者|贡献者|維護者|维护者|著者|저자"
_ROLE = expression(rf"[_@]?(?:\w+:)?(?P<role>{ROLES})$", re.IGNORECASE)
_DOUBTFUL = ("creator",)
"""What a program calls itself as well, where there is a word alone: `"creator": "Label Studio"`."""
_MOST = 2000
"""People: with more it is data."""
_WHOLE_NAMES = ("name", "fullname", "literal")
_GIVEN_NAMES = ("givennames", "givenname", "firstname", "given")
_FAMILY_NAMES = ("familynames", "familyname", "lastname", "family")
_LONGEST = 200
_PARTS = expression(r"[^;,\n]+")
_NOT_PERSON = expression(rf"{NOT_PERSON}(?:\b|(?<=[.])|(?<={BEYOND_LATIN}))")
_FAMILY_FIRST = expression(r"(?P<family>[^\W\d_][\w.'’ -]{0,40}),\s(?P<given>[^\W\d_][\w.'’ -]{0,40})$")
_COMPANY = expression(rf"(?:{COMPANY_FORM}|(?i:jr|sr|[iv]+|phd|md))\b")
_ADDRESS = expression(rf"<[^<>\s]+>|{URL}|{EMAIL}", re.IGNORECASE)
_CONSTANT = expression(r"[A-Z]+(?:_[A-Z]+)+\b")
"""What somebody is to put a name for."""
_HAN = expression(rf"{BEYOND_LATIN}+$")


def role_of(key: str) -> str | None:
    """The role, of one person, that a field `key` gives whom it names: `author` of `authors`; None for any other field."""
    found = _ROLE.match(key)
    return found["role"].lower().removesuffix("s") if found else None


def people_in(role: str, value: Any) -> Iterator[str]:  # what a format's parser gives
    """A line for each person whom `value` names: a name, a record, or a list of either; nothing of what names nobody."""
    values = value if isinstance(value, list) else [value]
    for one in values[:_MOST]:
        name = _recorded(one) if isinstance(one, dict) else one.strip() if isinstance(one, str) else ""
        if _is_somebody(name) and not (role in _DOUBTFUL and isinstance(one, str) and not _ADDRESS.search(name)):
            yield f"{role}: {name}"


def people_within(said: str) -> list[str]:
    """The names that one string lists: `Mina Halloway, Udo Tessel`; with addresses it is one."""
    return [said] if "<" in said else [part.strip() for part in _PARTS.findall(said)]


def _recorded(record: Mapping[str, Any]) -> str:
    """The name, and behind it the addresses, as `author` of one string has them."""
    fields = {
        re.sub(r"\W|_", "", str(key).lower()): value.strip() for key, value in record.items() if isinstance(value, str)
    }
    name = _name(fields)
    email, url = fields.get("email", ""), fields.get("url", "")
    return f"{name}{f' <{email}>' * bool(email)}{f' ({url})' * bool(url)}" if name else ""


def _name(fields: Mapping[str, str]) -> str:
    whole = _first(fields, _WHOLE_NAMES)
    if whole:
        turned = _FAMILY_FIRST.match(whole)
        if turned and not _COMPANY.match(turned["given"]):
            return f"{turned['given']} {turned['family']}"
        return whole
    given, family = _first(fields, _GIVEN_NAMES), _first(fields, _FAMILY_NAMES)
    if _HAN.match(family) and _HAN.match(given):
        return family + given
    parts = (given, fields.get("nameparticle", ""), family, fields.get("namesuffix", ""))
    return " ".join(part for part in parts if part)


def _first(fields: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((fields[key] for key in keys if fields.get(key)), "")


def _is_somebody(name: str) -> bool:
    if not name or len(name) > _LONGEST or "\n" in name or is_template(name) or _NOT_PERSON.match(name):
        return False
    return are_names(name) and not _CONSTANT.match(name)
