"""Finds, for each file of a base, the file of the release that it became."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from hatch_oaml.retention.similarity import LEAST_SHARE, SimilarityIndex, share, true_owner
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.records.base_record import BaseFile, BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.modifications import Renaming
    from hatch_oaml.values.patterns import Patterns

_NOTICE_FILE = expression(
    r"(?:licen[cs]e|copying|notice|copyright|authors|contributors|patents|trademark|third[-_ ]?party|credits|许可证|版权|声明|致谢)(?![^/]*\.(?:py|js|ts|c|h|go|rs|sh|json)$)[^/]*$",
    re.IGNORECASE,
)
_HOMES = ("LICENSES", "licenses", "legal", "license")
"""Folders beside which, or in which, a notice file may stand and speak of the same tree."""
_CARD = expression(r"(?:readme|model[-_]?card)[^/]*$", re.IGNORECASE)


def folder_of(path: str) -> str:
    return path.rpartition("/")[0]


def last_part(path: str) -> str:
    return path.rpartition("/")[2]


def is_notice_file(path: str, notice_files: Patterns) -> bool:
    return notice_files.match(path) or _NOTICE_FILE.match(last_part(path)) is not None


def scope_of(path: str, notice_files: Patterns) -> str | None:
    """The folder all of which the notices in `path` are of, "" for the whole tree; None where they are of that file."""
    if is_notice_file(path, notice_files):
        return folder_of(path)
    return "" if _CARD.match(path) else None


class Counterparts:
    """Which file of `files` each file of each base became; `renamings` are what somebody said of it."""

    def __init__(
        self, bases: Sequence[BaseRecord], files: Sequence[ReleaseFile], renamings: Sequence[Renaming] = ()
    ) -> None:
        self._bases = bases
        self._files = files
        self._by_path = {file.path: file for file in files}
        self._declared = {(renaming.base, renaming.old): renaming.new for renaming in renamings}

    @cached_property
    def _by_digest(self) -> dict[str, ReleaseFile]:
        return {file.sha256: file for file in reversed(self._files) if file.sha256 is not None and file.size}

    @cached_property
    def _finder(self) -> SimilarityIndex:
        return SimilarityIndex((file.path, file.fingerprint) for file in self._files if file.fingerprint)

    def of(self, base: BaseRecord, file: BaseFile) -> ReleaseFile | None:
        """The same path, unless another base's file is what lies there; else the same bytes; else a rename.

        Of a rename, what is declared goes before what the content shows.
        """
        here = self._by_path.get(file.path)
        if here is not None and self._is_from(base, file, here):
            return here
        if (same := self._by_digest.get(file.sha256)) is not None:
            return same
        return self._declared_to_be(base, file) or self._namesake(file) or self._renamed(base, file)

    def _is_from(self, base: BaseRecord, file: BaseFile, here: ReleaseFile) -> bool:
        if here.sha256 == file.sha256:
            return True
        rivals = [other for other in self._bases if other is not base and file.path in other.by_path]
        if not rivals:
            return True
        if here.sha256 is None:
            return False  # weights that were not read yet may be any base's: nothing is claimed of them
        if any(other.by_path[file.path].sha256 == here.sha256 for other in rivals):
            return False
        candidates = [(0, file.fingerprint), *((1, other.by_path[file.path].fingerprint) for other in rivals)]
        return true_owner(here.fingerprint, candidates) != 1

    def _declared_to_be(self, base: BaseRecord, file: BaseFile) -> ReleaseFile | None:
        new = self._declared.get((base.name, file.path), self._declared.get(("", file.path)))
        return None if new is None else self._by_path.get(new)

    def _namesake(self, file: BaseFile) -> ReleaseFile | None:
        """NOTICE.txt for NOTICE: notice files have no lines to be told by."""
        name = last_part(file.path)
        if not _NOTICE_FILE.match(name):
            return None
        stem = name.partition(".")[0].casefold()
        folder = folder_of(file.path)
        homes = {folder, *(f"{folder}/{home}".lstrip("/") for home in _HOMES)}
        return next(
            (
                other
                for other in self._files
                if folder_of(other.path) in homes
                and last_part(other.path).partition(".")[0].casefold() == stem
                and _NOTICE_FILE.match(last_part(other.path))
            ),
            None,
        )

    def _renamed(self, base: BaseRecord, file: BaseFile) -> ReleaseFile | None:
        path = self._finder.best(file.fingerprint, file.path, lambda found: self._had_it_before(base, file, found))
        return None if path is None else self._by_path.get(path)  # type: ignore[call-overload]  # a release's path

    @staticmethod
    def _had_it_before(base: BaseRecord, file: BaseFile, path: str) -> bool:
        """Did the base's own file at `path` already hold these lines? Then they are no sign of a rename."""
        there = base.by_path.get(path)
        return there is not None and (share(file.fingerprint, there.fingerprint) or 0.0) >= LEAST_SHARE
