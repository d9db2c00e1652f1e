"""SPDX license expressions (Annex D of SPDX 2.3), as far as a release asks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_TOKEN = expression(r"[A-Za-z0-9.:+-]+|[()]")
_OPERATORS = frozenset({"and", "or", "with"})


def license_ids(text: str) -> tuple[str, ...]:
    """The licenses and exceptions that an expression names, each once, as they are written."""
    found = (token for token in _TOKEN.findall(text) if token not in {"(", ")"} and token.lower() not in _OPERATORS)
    return tuple(dict.fromkeys(found))


def spelled(license_id: str) -> str:
    """As the SPDX list spells it, whatever the case; GNU's with what says that no later version is meant."""
    for name in (f"{license_id}-only", license_id):
        try:
            return canonicalize_license_expression(name)
        except InvalidLicenseExpression:
            continue
    return license_id


def joined(whole: str, parts: Iterable[str]) -> str:
    """`whole`, and all of `parts` that it does not name yet, as one expression in its canonical form."""
    for part in parts:
        if not {name.lower() for name in license_ids(part)} <= {name.lower() for name in license_ids(whole)}:
            whole = f"{_enclosed(whole)} AND {_enclosed(part)}"
    try:
        return canonicalize_license_expression(whole)
    except InvalidLicenseExpression:
        return whole


def _enclosed(text: str) -> str:
    return f"({text})" if "or" in text.lower().split() else text


def always_holds(text: str, is_wanted: Callable[[str], bool]) -> bool:
    """Does a license that is wanted hold whatever the recipient of an expression chooses? `OR` is his choice."""
    tokens = _TOKEN.findall(text)
    if not tokens:
        return False
    return _Reading(tokens, is_wanted).alternatives()


class _Reading:
    """An expression read from left to right; a bracket too many or too few ends it."""

    def __init__(self, tokens: list[str], is_wanted: Callable[[str], bool]) -> None:
        self._tokens = tokens
        self._is_wanted = is_wanted
        self._index = 0

    def _takes(self, word: str) -> bool:
        found = self._index < len(self._tokens) and self._tokens[self._index].lower() == word
        self._index += found
        return found

    def alternatives(self) -> bool:
        holds = self._together()
        while self._takes("or"):
            holds = self._together() and holds
        return holds

    def _together(self) -> bool:
        holds = self._one()
        while self._takes("and"):
            holds = self._one() or holds
        return holds

    def _one(self) -> bool:
        if self._takes("("):
            holds = self.alternatives()
            self._takes(")")
            return holds
        if self._index >= len(self._tokens):
            return False
        holds = self._is_wanted(self._tokens[self._index])
        self._index += 1
        if self._takes("with"):
            self._index += 1
        return holds
