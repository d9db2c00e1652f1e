"""Regular expressions that are compiled when they are first asked: most calls need few of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    from re import Pattern


class _Expression:
    """Stands for the compiled expression; each of its methods is fetched once."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._source), name)  # type: ignore[type-var]  # compiling a second time is a look into re's own cache
        setattr(self, name, value)
        return value


def expression(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """`re.compile(pattern, flags)`, put off until it is needed.

    :raises re.error: at its first use, if `pattern` is no expression.
    """
    return cast("Pattern[AnyStr]", _Expression(pattern, flags))
