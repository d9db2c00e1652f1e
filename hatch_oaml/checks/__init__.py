"""Every check, found by its file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from hatch_oaml.values.families import members

if TYPE_CHECKING:
    from hatch_oaml.findings import Check


@cache
def all_checks() -> dict[str, Check]:
    """Every check by its name, in alphabetical order."""
    found: list[Check] = members(__name__, __path__, "CHECK")
    return {check.name: check for check in sorted(found, key=lambda check: check.name)}


def page(name: str) -> str:
    """The check's page, in Markdown and both languages.

    :raises KeyError: if there is no check of that name.
    """
    check = all_checks()[name]
    return files(__name__).joinpath(f"{check.name.replace('-', '_')}.md").read_text(encoding="utf-8")
