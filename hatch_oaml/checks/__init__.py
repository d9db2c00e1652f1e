"""Every check, found by its file."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hatch_oaml.findings import Check


@cache
def all_checks() -> dict[str, Check]:
    """Every check by its name, in alphabetical order."""
    modules = (
        importlib.import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_")
    )
    return {check.name: check for check in sorted((module.CHECK for module in modules), key=lambda check: check.name)}


def page(name: str) -> str:
    """The check's page, in Markdown and both languages.

    :raises KeyError: if there is no check of that name.
    """
    check = all_checks()[name]
    return files(__name__).joinpath(f"{check.name.replace('-', '_')}.md").read_text(encoding="utf-8")
