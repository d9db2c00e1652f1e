"""What the manifest of an archive tells of its members, and of how it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.roles import Kind, Role

Target = Literal["oaml", "sdist", "wheel"]
"""Those of Hatchling's whose archives hold a release, each laid out in its own way."""

TARGETS: frozenset[str] = frozenset(get_args(Target))

MODES = {False: "0644", True: "0755"}
"""By whether a file is executable: the only two that a member has."""


@frozen
class Listed:
    """A member of an archive as the manifest lists it.

    `path` is its whole name there, `release` its path in the release; None for what only the build needs.
    """

    path: ArchivePath
    release: ArchivePath | None
    role: Role
    kind: Kind
    size: int
    executable: bool = False


@frozen
class Written:
    """How an archive is laid out, and its time: what the papers of a release say of it, whatever format it is written in.

    `target` is one of `TARGETS`, unless an archive says otherwise. `root` is the archive's one folder at the top, "" where it has several.
    `epoch` is in seconds since 1970, UTC.
    """

    target: str
    root: str
    epoch: int
