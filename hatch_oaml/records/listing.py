"""What the manifest of an archive tells of its members, and of how it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.roles import Kind, Role

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
    """By which writer an archive is made, with all that its bytes depend on.

    `root` is the archive's one folder at the top, "" where it has several. `epoch` is in seconds since 1970, UTC.
    """

    format: str
    root: str
    epoch: int
    parameters: Mapping[str, object]
