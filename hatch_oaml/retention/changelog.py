"""Which files the entries of a release's changelog name, and which of the entries are its own."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.retention.inheritance import find_inherited
from hatch_oaml.values.paths import ArchivePath
from hatch_oaml.values.patterns import PathIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import Inventory
    from hatch_oaml.records.lineage import Ancestor
    from hatch_oaml.records.modifications import Change, Modifications, Renaming

    Origins = Mapping[ArchivePath, tuple[BaseRecord, BaseFile]]


class Changelog:
    """The changes that `modifications` tells of, held against the files of a release and of its bases.

    :param modifications: None where there is no changelog: then there is no change.
    :param origins: tells of which base each file was made that lies at no path of one; asked once a change names a file.
    """

    def __init__(
        self,
        modifications: Modifications | None,
        bases: Sequence[BaseRecord],
        inventory: Inventory,
        origins: Callable[[], Origins],
    ) -> None:
        self._modifications = modifications
        self._bases = bases
        self._inventory = inventory
        self._origins = origins
        self._named: dict[int, frozenset[str]] = {}

    @cached_property
    def inherited(self) -> tuple[tuple[Change, Ancestor], ...]:
        """The changes that a base's own changelog holds already, each with the release that made it."""
        return tuple(find_inherited(self._modifications, self._bases, self.paths_named_by))

    @cached_property
    def own(self) -> tuple[Change, ...]:
        """The changes that are this release's: what the author of a base did is history, and covers nothing here."""
        inherited = {id(change) for change, _ in self.inherited}
        changes = self._modifications.changes if self._modifications else ()
        return tuple(change for change in changes if id(change) not in inherited)

    @cached_property
    def entries(self) -> Mapping[ArchivePath, tuple[Change, ...]]:
        """Each file of the release that its own changes name, with these."""
        entries: dict[ArchivePath, list[Change]] = {}
        paths = self._inventory.paths
        for change in self.own:
            for path in map(ArchivePath, paths.matched_by(change.files)):
                if self._concerns(change, path):
                    entries.setdefault(path, []).append(change)
        return {file.path: tuple(entries[file.path]) for file in self._inventory if file.path in entries}

    def files_of(self, change: Change) -> Sequence[ArchivePath]:
        """The files of the release, in their order, that one of its own changes names: `entries`, the other way round."""
        return self._files.get(id(change), ())

    @cached_property
    def _files(self) -> Mapping[int, list[ArchivePath]]:
        found: dict[int, list[ArchivePath]] = {}
        for path, changes in self.entries.items():
            for change in changes:
                found.setdefault(id(change), []).append(path)
        return found

    def _concerns(self, change: Change, path: ArchivePath) -> bool:
        """A change that names a base speaks of that base's files, and of files that no base has."""
        if not change.base:
            return True
        bases = [base.name for base in self._bases if path in base.by_path]
        origin = self._origins().get(path)
        if origin is not None:
            bases.append(origin[0].name)
        return not bases or change.base in bases

    @cached_property
    def all_paths(self) -> PathIndex:
        """Of the release and of all bases."""
        return PathIndex(chain((file.path for file in self._inventory), *(base.by_path for base in self._bases)))

    def paths_named_by(self, change: Change) -> frozenset[str]:
        """The paths, of the release and of all bases, that a change names; each change asked once."""
        if id(change) not in self._named:
            self._named[id(change)] = self.all_paths.matched_by(change.files)
        return self._named[id(change)]

    def idle(self, differing: Iterable[str]) -> Iterator[Change]:
        """The changes that name nothing that was taken out of the bases, nor any of the paths `differing` from them."""
        removed = [path for base in self._bases for path in base.by_path if path not in self._inventory.by_path]
        touched = PathIndex([*differing, *removed])
        for change in self.own:
            if not self._bases or not touched.matched_by(change.files):
                yield change

    def idle_renamings(self) -> Iterator[tuple[Change, Renaming]]:
        """The renamings that tell of no file: the base has none of the old path, or the release none of the new one."""
        for change in self.own if self._bases else ():
            for renaming in change.renamed:
                bases = [base for base in self._bases if renaming.base in {None, base.name}]
                known = any(renaming.old in base.by_path for base in bases)
                if not known or renaming.new not in self._inventory.by_path:
                    yield change, renaming
