"""Searches what each file of one base became in the release, step by step, the surest first."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hatch_oaml.retention.contents import GENERIC_NAMES, Contents, ReleaseSide
from hatch_oaml.retention.folders import FolderRenaming, folder_renamings, prefix_of
from hatch_oaml.retention.forms import stem_of
from hatch_oaml.retention.scopes import folder_of, last_part
from hatch_oaml.retention.search_result import SearchResult
from hatch_oaml.retention.similarity import likeness, true_owner
from hatch_oaml.values.legal_names import holds_license, is_legal_name, legal_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.modifications import Renaming
    from hatch_oaml.retention.forms import Stem

_HOMES = ("LICENSES", "licenses", "legal", "license")
"""Folders beside which, or in which, a notice file may stand and speak of the same tree."""
_SHARE_OF_FOLDER = 0.25
"""Folders that became others keep two fifths of their files and more; of those that merely gave some away, a tenth is left."""
_ENOUGH_LANDED = 3
_LEAST_LEFT = 2
_LEFT_BEHIND = 0.1
"""Of a file's lines: no more stay at its place where it was moved, and a stub that points there was left."""


class Search:
    """One base's files, each step finding what the steps before it did not."""

    def __init__(
        self, base: BaseRecord, bases: Sequence[BaseRecord], release: ReleaseSide, renamings: Sequence[Renaming]
    ) -> None:
        self._base = base
        self._bases = bases
        self._release = release
        self._contents = Contents(base, release)
        self._declared = {renaming.old: renaming.new for renaming in renamings if renaming.base in {None, base.name}}
        self._landings: dict[FolderRenaming, tuple[int, int]] = {}
        self.found = SearchResult(base, release.by_path)
        self.found.prefix = prefix_of([file.path for file in base.files], release.by_path)
        self._left = [file for file in base.files if not self._is_at_its_path(file)]
        for step in (self._of_same_bytes, self._declared_to_be, self._in_folder, self._namesake):
            self._left = [file for file in self._left if not self._take(file, step)]
        self._take_contents()
        for file in self._left:
            if not self.found.became(file.path):
                self._take(file, self._converted)

    def _take(self, file: BaseFile, step: Callable[[BaseFile], ReleaseFile | None]) -> bool:
        found = step(file)
        if found is not None:
            self.found.claim(file, (found,))
        return found is not None

    def _is_at_its_path(self, file: BaseFile) -> bool:
        here = self._release.by_path.get(file.path)
        if here is None:
            return False
        if not self._is_from(file, here):
            self.found.elsewhere.add(file.path)
            return False
        return True

    def _is_from(self, file: BaseFile, here: ReleaseFile) -> bool:
        if here.sha256 == file.sha256:
            return True
        rivals = [other for other in self._bases if other is not self._base and file.path in other.by_path]
        if not rivals:
            return True
        if here.sha256 is None:
            return False  # weights that were not read yet may be any base's: nothing is claimed of them
        if any(other.by_path[file.path].sha256 == here.sha256 for other in rivals):
            return False
        candidates = [(0, file.fingerprint), *((1, other.by_path[file.path].fingerprint) for other in rivals)]
        return true_owner(here.fingerprint, candidates) != 1

    def _of_same_bytes(self, file: BaseFile) -> ReleaseFile | None:
        """Of several, the one at the most similar path."""
        same = self._release.of_digest(file.sha256)
        return max(
            same, key=lambda other: (_common_end(file.path, other.path), other.path not in self.found), default=None
        )

    def _declared_to_be(self, file: BaseFile) -> ReleaseFile | None:
        new = self._declared.get(file.path)
        return None if new is None else self._release.by_path.get(new)

    def _in_folder(self, file: BaseFile) -> ReleaseFile | None:
        """At the same place below a folder that was renamed: whatever is left of it, if the folder went as a whole."""
        for renaming in self._folders:
            moved = renaming.moved(file.path)
            if moved is not None and moved not in self.found and moved not in self._base.by_path:
                here = self._release.by_path.get(moved)
                if here is not None and (self._went_whole(renaming, file) or _has_lines_of(file, here)):
                    return here
        return None

    def _went_whole(self, renaming: FolderRenaming, file: BaseFile) -> bool:
        """Do so many of the folder's files lie at their places below the other one that this one must be it?

        For a name that any folder has it takes others.
        """
        if renaming == self.found.prefix:
            return True
        landed, all_below = self._landed(renaming)
        return landed >= _SHARE_OF_FOLDER * all_below and (
            landed >= _ENOUGH_LANDED or last_part(file.path) not in GENERIC_NAMES
        )

    def _landed(self, renaming: FolderRenaming) -> tuple[int, int]:
        if renaming not in self._landings:
            moved = [new for other in self._base.files if (new := renaming.moved(other.path)) is not None]
            self._landings[renaming] = sum(new in self._release.by_path for new in moved), len(moved)
        return self._landings[renaming]

    @cached_property
    def _folders(self) -> list[FolderRenaming]:
        witnesses = [(file.path, found[0].path) for file in self._base.files if (found := self._witness(file))]
        return [*([self.found.prefix] if self.found.prefix else []), *folder_renamings(witnesses)]

    def _witness(self, file: BaseFile) -> tuple[ReleaseFile, ...]:
        """What the file surely became: the same bytes, once, or what its lines tell."""
        if found := self.found.became(file.path):
            return found if len(self._release.of_digest(file.sha256)) == 1 else ()
        best = self._contents.best(file, self.found)
        return (best[1],) if best else ()

    def _namesake(self, file: BaseFile) -> ReleaseFile | None:
        """NOTICE.txt for NOTICE: notice files have no lines to be told by."""
        name = last_part(file.path)
        if not is_legal_name(file.path):
            return None
        stem = name.partition(".")[0].casefold()
        folder = folder_of(file.path)
        homes = {folder, *(f"{folder}/{home}".lstrip("/") for home in _HOMES)}
        return next(
            (
                other
                for other in self._release.files
                if folder_of(other.path) in homes
                and last_part(other.path).partition(".")[0].casefold() == stem
                and is_legal_name(other.path)
            ),
            None,
        )

    def _converted(self, file: BaseFile) -> ReleaseFile | None:
        """`loom.ts` or `loom.min.js` of `loom.js`: by its name, for no line of it may be left. Not by one that any folder has."""
        if last_part(file.path) in GENERIC_NAMES:
            return None
        alike = self._by_stem.get(stem_of(file.path), ())
        return next((here for here in alike if here.path not in self.found), None)

    @cached_property
    def _by_stem(self) -> dict[Stem, list[ReleaseFile]]:
        """The files that lie at no path of the base, by folder, name and what kind of text they are."""
        found: dict[Stem, list[ReleaseFile]] = {}
        for file in self._release.files:
            if file.path not in self._base.by_path and (stem := stem_of(file.path)) is not None:
                found.setdefault(stem, []).append(file)
        return found

    def _take_contents(self) -> None:
        """Renamed, merged and split files, by their lines: the best base file alone claims a file of the release.

        Others share it only by lines of their own.
        """
        found = [(*best, file) for file in self._left if (best := self._contents.best(file, self.found))]
        found.sort(key=lambda one: (-one[0], one[2].path))
        for _, here, file in found:
            if self._contents.adds_to(file, self.found.origin(here.path), here):
                self.found.claim(file, (here,))
        for file in self._base.files:
            if self._keeps_its_place(file):
                continue
            if (copied := self._kept_under_another_name(file)) is not None:
                self.found.claim(file, (copied, *self.found.became(file.path)))
                continue
            if (moved := self._moved_away(file)) is not None:
                self.found.claim(file, (moved, *self.found.became(file.path)))
            parts = tuple(self._contents.parts(file, self.found))
            if parts:
                self.found.claim(file, (*self.found.became(file.path), *parts))

    def _keeps_its_place(self, file: BaseFile) -> bool:
        became = self.found.became(file.path)
        return any(here.path == file.path and here.sha256 == file.sha256 for here in became)

    def _kept_under_another_name(self, file: BaseFile) -> ReleaseFile | None:
        """A license of the base's, byte for byte, that has another license's text at its place, where the base itself had it not."""
        if legal_kind(file.path) != "license" or file.path not in self._release.by_path:
            return None
        same = self._release.of_digest(file.sha256)
        return next((one for one in same if holds_license(one.path) and one.path not in self._base.by_path), None)

    def _moved_away(self, file: BaseFile) -> ReleaseFile | None:
        """Where the lines of `file` went, if what lies at its place has hardly any of them: a stub, or another text."""
        became = self.found.became(file.path)
        if not became or likeness(file.fingerprint, became[0].fingerprint).share > _LEFT_BEHIND:
            return None
        best = self._contents.best(file, self.found)
        if best is None or best[1] in became:
            return None
        return best[1] if self._contents.adds_to(file, self.found.origin(best[1].path), best[1]) else None


def _common_end(one: str, other: str) -> int:
    """How many of the last parts of two paths are the same."""
    pairs = zip(reversed(one.split("/")), reversed(other.split("/")), strict=False)
    return next((count for count, (a, b) in enumerate(pairs) if a != b), min(one.count("/"), other.count("/")) + 1)


def _has_lines_of(file: BaseFile, here: ReleaseFile) -> bool:
    alike = likeness(file.fingerprint, here.fingerprint)
    return alike.share > _LEFT_BEHIND and alike.share * alike.lines >= _LEAST_LEFT
