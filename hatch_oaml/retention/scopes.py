"""Of which files the notices in a file are: of itself, or of a folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.legal_names import is_legal_name

if TYPE_CHECKING:
    from hatch_oaml.values.patterns import Patterns

_CARD = expression(r"(?:readme|model[-_]?card)[^/]*$", re.IGNORECASE)


def folder_of(path: str) -> str:
    """The folder that holds `path`; "" at the top."""
    return path.rpartition("/")[0]


def last_part(path: str) -> str:
    """The name of the file or folder at `path`."""
    return path.rpartition("/")[2]


def is_notice_file(path: str, notice_files: Patterns) -> bool:
    """Does the file at `path` hold notices whole, by `tool.oaml.notices` or by its own name?"""
    return notice_files.match(path) or is_legal_name(path)


def scope_of(path: str, notice_files: Patterns) -> str | None:
    """The folder all of which the notices in `path` are of, "" for the whole tree; None where they are of that file."""
    if is_notice_file(path, notice_files):
        return folder_of(path)
    return "" if _CARD.match(path) else None
