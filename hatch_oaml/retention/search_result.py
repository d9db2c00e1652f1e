"""What a search for the files of one base found, in little room: it is kept as long as the release is."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.retention.folders import FolderRenaming


class SearchResult:
    """What became of each file of a base, and from which each file of the release is.

    Most lie where they lay: what is at the same path in the release is told of by no entry, but for the `elsewhere`, at whose
    paths in the release another's file lies.
    """

    def __init__(self, base: BaseRecord, here: Mapping[str, ReleaseFile]) -> None:
        self.elsewhere: set[str] = set()
        self.prefix: FolderRenaming | None = None
        self._base = base
        self._here = here
        self._became: dict[str, tuple[ReleaseFile, ...]] = {}
        self._origins: dict[str, BaseFile] = {}

    def became(self, path: str) -> tuple[ReleaseFile, ...]:
        """What is found of the base's file at `path`, the best first."""
        if path in self._became:
            return self._became[path]
        here = None if path in self.elsewhere else self._here.get(path)
        return () if here is None else (here,)

    def origin(self, path: str) -> BaseFile | None:
        """From what the release's file at `path` is."""
        if path in self._origins:
            return self._origins[path]
        return None if path in self.elsewhere or path not in self._here else self._base.by_path.get(path)

    def __contains__(self, path: object) -> bool:
        """Is it known from what the release's file at `path` is?"""
        return isinstance(path, str) and self.origin(path) is not None

    def claim(self, file: BaseFile, found: tuple[ReleaseFile, ...]) -> None:
        """What is `found` of `file`; of whatever is claimed already the first to do so stays the origin."""
        self._became[file.path] = found
        for one in found:
            if one.path not in self:
                self._origins[one.path] = file

    def among(self, told: Mapping[str, ReleaseFile], here: Mapping[str, ReleaseFile]) -> SearchResult:
        """The same answers for the release's files that are `here` now, of which those `told` are others by their digest."""
        became = {path: tuple(told.get(file.path, file) for file in files) for path, files in self._became.items()}
        other = copy(self)
        vars(other).update(_here=here, _became=became)
        return other
