"""Finds what each file of a base became in the release: the one finder for clauses 3.1 2) and 3.1 3)."""

from __future__ import annotations

from copy import copy
from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.retention.contents import ReleaseSide
from hatch_oaml.retention.counterpart_search import Search
from hatch_oaml.values.patterns import PathIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import Inventory, ReleaseFile
    from hatch_oaml.records.modifications import Renaming
    from hatch_oaml.retention.folders import FolderRenaming
    from hatch_oaml.retention.search_result import SearchResult


class Counterparts:
    """Which files of `inventory` each file of each base became; `renamings` are what somebody said of it."""

    def __init__(self, bases: Sequence[BaseRecord], inventory: Inventory, renamings: Sequence[Renaming] = ()) -> None:
        release = ReleaseSide(inventory)
        self._bases = bases
        self._gone: dict[int, PathIndex] = {}
        self._found = {id(base): Search(base, bases, release, renamings).found for base in bases}

    def among(self, before: Inventory, now: Inventory) -> Counterparts | None:
        """The same answers for the files `now`, of which only digests are known, or unknown, that were not so `before`: the files
        that were asked for here. None where the answers may be others.

        They are the same if each of these files has no lines and lies at a path of the one base, and neither base nor release has
        its bytes anywhere else: then the path tells what it is, and the digest leads to no other file.
        """
        told: dict[str, ReleaseFile] = {
            file.path: file for old, file in zip(before, now, strict=True) if old.sha256 != file.sha256
        }
        digests = {file.sha256: file.path for file in (*before, *now) if file.path in told and file.sha256 is not None}
        if len(self._bases) != 1 or len(digests) != len(told) or any(file.fingerprint for file in told.values()):
            return None
        [base] = self._bases
        if any(path not in base.by_path or base.by_path[path].fingerprint for path in told):
            return None
        known = chain(((file.sha256, file.path) for file in base.files), ((file.sha256, file.path) for file in now))
        if any(digests.get(digest, path) != path for digest, path in known if digest is not None):
            return None
        other = copy(self)
        vars(other).update(_gone={}, _found={id(base): self._found_of(base).among(told, now.by_path)})
        return other

    def of(self, base: BaseRecord, file: BaseFile) -> tuple[ReleaseFile, ...]:
        """The best first; several where the file was split. Empty if nothing of it ships, as far as can be told.

        The same path, unless another base's file is what lies there; the same bytes; what is declared; the same place
        below a folder that was renamed; a notice file of the same name; what the content shows.
        """
        return self._found_of(base).became(file.path)

    def origin(self, base: BaseRecord, file: ReleaseFile) -> BaseFile | None:
        """The file of `base` that `file` was made from, the best one where several were merged; None if there is none."""
        return self._found_of(base).origin(file.path)

    def is_unknown(self, file: ReleaseFile) -> bool:
        """Is it told from no base's file to be made, and can no digest that is not known yet tell otherwise?"""
        if any(found.origin(file.path) is not None for found in self._found.values()):
            return False
        return file.sha256 is not None or not any(file.path in base.by_path for base in self._bases)

    def gone(self, base: BaseRecord) -> PathIndex:
        """The paths of `base` of which nothing ships; each base asked once."""
        key = id(base)
        if key not in self._gone:
            self._gone[key] = PathIndex(file.path for file in base.files if not self.of(base, file))
        return self._gone[key]

    def prefix(self, base: BaseRecord) -> FolderRenaming | None:
        """The folder that the base's record has too much or too little."""
        return self._found_of(base).prefix

    def _found_of(self, base: BaseRecord) -> SearchResult:
        """Of that very record: two of one model may be the bases of a merge, under one name, and of one version too."""
        if id(base) in self._found:
            return self._found[id(base)]
        return self._found[id(next(known for known in self._bases if known == base))]
