"""What one target's archive has that the release has not, and the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Container

    from hatch_oaml.records.inventory import ReleaseFile


@frozen
class TargetFiles:
    """How the archive of `target` (`wheel` or `sdist`) differs from the release.

    `added` are files that this target alone brings in, at their paths in its archive: through `force-include`, shared
    data, scripts, metadata, SBOMs, another hook. `replaced` are release paths whose place such a file takes.
    """

    target: str
    added: tuple[ReleaseFile, ...] = ()
    replaced: frozenset[ArchivePath] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.added or self.replaced)


def path_as_shipped(path: str, target: str, releases: Container[str]) -> ArchivePath:
    """What a file that `target` alone brings in is called: as it lies in the archive, unless the release has such a path.

    :param releases: what the release's own files are called.
    """
    return ArchivePath(f"{target}/{path}" if path in releases else path)
