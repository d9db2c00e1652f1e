"""What somebody gave out, whoever made it, as far as it is held against its bases without a project of ours."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.values.paths import ArchivePath


@frozen
class Telling:
    """A place that says of a file that it was modified: a file of the release, its line from 1 where one is known, and what
    it says, in the languages that it says it in.
    """

    path: ArchivePath
    line: int | None
    says: str


@frozen
class Publication:
    """`name` is what it was pointed at by, without the folders above; `sources` are the bases likewise, in their order.

    `tellings` are by the file that they are of; those in `general` say how the model came about and name no file. `unasked` are files
    that tell of changes themselves: nobody must be told of them.
    """

    name: str
    sources: tuple[str, ...] = ()
    tellings: Mapping[str, tuple[Telling, ...]] = field(default_factory=dict)
    general: tuple[Telling, ...] = ()
    unasked: frozenset[str] = frozenset()
