"""Tells whom a label names, one by one: a list of authors into which somebody put a further one still names all of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hatch_oaml.retention.normalization import words
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.retention.normalization import Tokens

Named = tuple[str, tuple["Tokens", ...]]
"""The role, and the words of each name."""

_ROLES = "author|contributor|maintainer|developer|creator|credit"
_LABEL = expression(
    rf"[\W_]{{0,4}}(?:(?P<role>{_ROLES})s?(?:\(s\))?_{{0,2}}\s*[:：=]|(?P<tag>{_ROLES})s?\s(?=\w)"
    r"|(?P<deed>(?:written|created|developed|maintained)\sby)[:：]?\s|(?P<han>作者|贡献者|维护者)\s*[:：])\s*"
)
_BETWEEN = expression(r"[,;、，；&|\n\"'\[\](){}]|(?<=\S)\sand\s|(?<=\S)\s?[和与]\s?(?=\S)")
_ADDRESS = expression(r"<[^<>]*>|[\w.+-]+@[\w.-]+|https?://\S+")
_LONGEST = 20_000
"""Characters of a list: what is longer is compared by its words alone."""
_MOST = 400
"""Words of a list on one line: prose goes on."""


@lru_cache(maxsize=4096)
def people_named(text: str) -> Named | None:
    """Whom `text` names behind its label, each with the address behind it; None where it is no label with names."""
    label = _LABEL.match(text.casefold()) if len(text) <= _LONGEST else None
    if label is None:
        return None
    role = next(group for group in label.groups() if group)
    names = tuple(filter(None, (words(part) for part in _BETWEEN.split(text[label.end() :]))))
    return (role, names) if names and len(names) <= _MOST else None


def without_address(text: str) -> Named | None:
    """As `people_named`, the names alone."""
    return people_named(_ADDRESS.sub(" ", text))
