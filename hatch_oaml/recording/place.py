"""Where the files of a base lie, and what the place itself tells of the base."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hatch_oaml.values.bilingual import Bilingual


def _nothing(_path: str) -> bool:
    return False


@frozen
class Place:
    """`name`, `version`, `url` and `license` are "" where the place does not tell them.

    `leaves_out` tells which paths below `folder` are no part of the base; `more` are files that lie elsewhere, by the
    path that they are recorded under. `notes` are what the person who records should know.
    """

    folder: Path
    name: str = ""
    version: str = ""
    url: str = ""
    license: str = ""
    leaves_out: Callable[[str], bool] = _nothing
    more: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Bilingual, ...] = ()
