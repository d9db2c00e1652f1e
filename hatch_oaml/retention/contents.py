"""Finds by their lines which files of a release a base's file went into."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hatch_oaml.retention.scopes import last_part
from hatch_oaml.retention.similarity import (
    CLEAR_MARGIN,
    LEAST_SHARE,
    likeness,
    share,
    without,
)
from hatch_oaml.retention.similarity_index import SimilarityIndex, share_of_short

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import Inventory, ReleaseFile
    from hatch_oaml.values.fingerprints import Fingerprint

GENERIC_NAMES = frozenset({"__init__.py", "setup.py", "conftest.py", "main.py", "index.js", "config.json", "Makefile"})
"""Names that files without a common origin have."""

_SHARE_OF_NAMESAKES = 0.2


class ReleaseSide:
    """The release's files, by what they can be found by."""

    def __init__(self, inventory: Inventory) -> None:
        self.files = inventory.files
        self.by_path = inventory.by_path
        self._alone: dict[str, ReleaseFile] = {}
        self._alike: dict[str, list[ReleaseFile]] = {}
        for file in inventory:
            if file.sha256 is None or not file.size:
                continue
            first = self._alone.setdefault(file.sha256, file)  # a list for each would take more than all else here
            if first is not file:
                self._alike.setdefault(file.sha256, [first]).append(file)

    def of_digest(self, digest: str) -> Sequence[ReleaseFile]:
        """Those that have these bytes, in their order; an empty file is like any other, and tells nothing."""
        if digest in self._alike:
            return self._alike[digest]
        return (self._alone[digest],) if digest in self._alone else ()

    @cached_property
    def index(self) -> SimilarityIndex:
        return SimilarityIndex((file.path, file.fingerprint) for file in self.files if file.fingerprint)


class Contents:
    """The lines of one base's files, as they are found in a release."""

    def __init__(self, base: BaseRecord, release: ReleaseSide) -> None:
        self._base = base
        self._release = release

    @cached_property
    def _index(self) -> SimilarityIndex:
        return SimilarityIndex((file.path, file.fingerprint) for file in self._base.files if file.fingerprint)

    def best(self, file: BaseFile, claimed: Container[str]) -> tuple[float, ReleaseFile] | None:
        """The file of the release that holds most of `file`, and how much of it; of equals one that is not `claimed`."""
        if not file.fingerprint:
            return None
        release = self._release
        found = [
            (held, _is_namesake(file.path, path), release.by_path[path])
            for path in release.index.near(file.fingerprint)
            if path != file.path and not self._had_it_before(file, path) and (held := self._share(file, path))
        ]
        best = max(
            found,
            key=lambda one: (one[0] + one[1] * CLEAR_MARGIN, one[2].path not in claimed, one[2].path),
            default=None,
        )
        return None if best is None else (best[0], best[2])

    def _share(self, file: BaseFile, path: str) -> float:
        """How much of `file` is at `path`; 0 where that is no sign that it went there."""
        there = self._release.by_path[path].fingerprint
        alike = likeness(file.fingerprint, there)
        if alike.tells or (_is_namesake(file.path, path) and alike.tells_of_namesakes(_SHARE_OF_NAMESAKES)):
            return alike.share
        short = share_of_short(file.fingerprint, self._index, there, self._release.index)
        return short if short == 1 or last_part(file.path) not in GENERIC_NAMES else 0.0

    def adds_to(self, file: BaseFile, other: BaseFile | None, here: ReleaseFile) -> bool:
        """Has `file` lines in `here` that `other`, which `here` was made from, has not?"""
        if other is None:
            return True
        own = without(file.fingerprint, other.fingerprint)
        alike = likeness(own, here.fingerprint)
        return alike.tells or share_of_short(own, self._index, here.fingerprint, self._release.index) > 0

    def parts(self, file: BaseFile, claimed: Container[str]) -> Iterator[ReleaseFile]:
        """The files of the release, nobody else's, most of whose lines were in `file`.

        :param claimed: it may only grow from one call to the next.
        """
        if not self._unclaimed(claimed):
            return
        own = file.fingerprint
        for path in self._release.index.near(own):
            if path in claimed or path in self._base.by_path:
                continue
            theirs = self._release.by_path[path].fingerprint
            if likeness(theirs, own).tells and self._best_owner(theirs) == file.path:
                yield self._release.by_path[path]

    def _unclaimed(self, claimed: Container[str]) -> bool:
        """Is there any file with lines that `parts` could answer? Of many files that lie where they lay an index takes long."""
        while self._may_be_parts:
            path = self._may_be_parts[-1]
            if path not in claimed:
                return True
            self._may_be_parts.pop()
        return False

    @cached_property
    def _may_be_parts(self) -> list[str]:
        """The files of the release that have lines and lie at no path of the base."""
        return [file.path for file in self._release.files if file.fingerprint and file.path not in self._base.by_path]

    def _best_owner(self, theirs: Fingerprint) -> str | None:
        """The base's file that most of the lines are of."""
        near = [(likeness(theirs, self._base.by_path[path].fingerprint), path) for path in self._index.near(theirs)]
        return max(near, default=(None, None))[1]

    def _had_it_before(self, file: BaseFile, path: str) -> bool:
        """Did the base's own file at `path` already hold these lines? Then they are no sign of a rename."""
        there = self._base.by_path.get(path)
        return there is not None and (share(file.fingerprint, there.fingerprint) or 0.0) >= LEAST_SHARE


def _is_namesake(one: str, other: str) -> bool:
    name = last_part(one)
    return name == last_part(other) and name not in GENERIC_NAMES
