"""Every archive format, found by its file."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.archives._contract import ArchiveFormat


@cache
def archive_formats() -> dict[str, ArchiveFormat]:
    """Every format by its name, in alphabetical order."""
    modules = (
        importlib.import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_")
    )
    return {form.name: form for form in sorted((module.FORMAT for module in modules), key=lambda form: form.name)}


def format_of(path: Path) -> ArchiveFormat | None:
    """The format that the name of an archive, or of a volume of one, tells of; None if it tells of none."""
    name = path.stem if path.suffix[1:].isdecimal() else path.name
    fitting = [form for form in archive_formats().values() if name.endswith(form.suffix)]
    return max(fitting, key=lambda form: len(form.suffix), default=None)
