"""Regular expressions that are compiled when they are first asked: most calls need few of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr, cast

from hatch_oaml.values.words import caseless, holds_any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from re import Match, Pattern

_PATIENCE = 32
"""Texts in which the needed words are looked for: with more, the compiled expression costs less than looking."""


class _Expression:
    """Stands for the compiled expression; each of its methods is fetched once."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._source), name)  # type: ignore[type-var]  # compiling a second time is a look into re's own cache
        setattr(self, name, value)
        return value


class _Needing(_Expression):
    """Is not even compiled for the first texts, as long as none of them holds one of the needed words."""

    def __init__(self, pattern: str, flags: int, needed: Collection[str]) -> None:
        super().__init__(pattern, flags)
        self._needed = needed
        self._left = _PATIENCE

    def search(self, text: str, *bounds: int) -> Match[str] | None:
        return self._compiled("search")(text, *bounds) if self._may_find(text) else None

    def match(self, text: str, *bounds: int) -> Match[str] | None:
        return self._compiled("match")(text, *bounds) if self._may_find(text) else None

    def fullmatch(self, text: str, *bounds: int) -> Match[str] | None:
        return self._compiled("fullmatch")(text, *bounds) if self._may_find(text) else None

    def finditer(self, text: str, *bounds: int) -> Iterator[Match[str]]:
        return self._compiled("finditer")(text, *bounds) if self._may_find(text) else iter(())

    def sub(self, replacement: str | Callable[[Match[str]], str], text: str) -> str:
        return self._compiled("sub")(replacement, text) if self._may_find(text) else text

    def _may_find(self, text: str) -> bool:
        if self._left == 0:
            return True
        self._left -= 1
        return holds_any(caseless(text), self._needed)

    def _compiled(self, name: str) -> Any:
        """The method `name`; from now on all are the compiled expression's own."""
        for each in ("search", "match", "fullmatch", "finditer", "sub"):
            self.__getattr__(each)
        return getattr(self, name)


def expression(pattern: AnyStr, flags: int = 0, needed: Collection[str] = ()) -> Pattern[AnyStr]:
    """`re.compile(pattern, flags)`, put off until it is needed.

    :param needed: words in small letters, without one of which `pattern` matches nothing in any text: where there are few
        texts, it may never be compiled.
    :raises re.error: at its first use, if `pattern` is no expression.
    """
    if needed and isinstance(pattern, str):
        return cast("Pattern[AnyStr]", _Needing(pattern, flags, needed))
    return cast("Pattern[AnyStr]", _Expression(pattern, flags))
