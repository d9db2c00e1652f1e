"""What somebody gave out, whoever made it, as far as it is held against its bases without a project of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
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
    """`name` is what it was pointed at by, without the folders above; `sources` are the bases likewise, in their order."""

    name: str
    sources: tuple[str, ...] = ()
