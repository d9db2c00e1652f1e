"""Lists and blocks of lines, as findings show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterable


def listed(paths: Iterable[str], separator: str) -> str:
    """The first few of `paths` in backquotes; the rest as `…`."""
    known = [f"`{printable(path)}`" for path in paths]
    return separator.join(known[:3] + ["…"] * (len(known) > 3))


def block(*lines: str) -> str:
    """Lines to paste, set off below the sentence that asks for them."""
    return "\n\n" + "\n".join(f"    {line}" if line else "" for line in lines)
