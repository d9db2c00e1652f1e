"""How a file of a release differs from the files of its bases."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from hatch_oaml.comparison.model_diff import content_key, file_of_base, file_of_release, header_key

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.values.paths import ArchivePath

Difference = Literal["same", "moved", "modified", "added"]


class KnownFiles:
    """The files of `bases`; `derived` are the release paths of what was made from one of them under another path."""

    def __init__(self, bases: Sequence[BaseRecord], derived: Collection[ArchivePath]) -> None:
        self._bases = bases
        self._derived = derived

    def difference(self, file: ReleaseFile) -> Difference | None:
        """How `file` differs from the bases; None while only its digest, not yet known, could tell.

        The same path with other bytes is *modified* even if another file of the base has those bytes, and so is what
        became of a base's file under another path. A file that was saved again, its tensors being those of a base's
        file, is *moved*. A Git LFS pointer is compared as the file that it stands for.
        """
        if file.pointer is not None:
            file = replace(file, sha256=file.pointer.sha256, size=file.pointer.size, pointer=None)
        at_path = [base.by_path[file.path] for base in self._bases if file.path in base.by_path]
        if file.sha256 is None:
            return self._difference_by_size(file, tuple(other.size for other in at_path))
        if any(other.sha256 == file.sha256 for other in at_path):
            return "same"
        if self._was_saved_again(file):
            return "moved"
        if at_path:
            return "modified"
        if any(file.sha256 in base.digests for base in self._bases):
            return "moved"
        return "modified" if file.path in self._derived else "added"

    def _difference_by_size(self, file: ReleaseFile, sizes_at_path: tuple[int, ...]) -> Difference | None:
        if file.size in sizes_at_path or self._can_be_saved_again(file):
            return None
        if sizes_at_path:
            return "modified"
        if file.path in self._derived or any(file.size in base.sizes for base in self._bases):
            return None
        return "added"

    def _was_saved_again(self, file: ReleaseFile) -> bool:
        return _is_whole(file) and content_key(file_of_release(file)) in self._contents

    def _can_be_saved_again(self, file: ReleaseFile) -> bool:
        return _is_whole(file) and header_key(file_of_release(file)) in self._headers

    @cached_property
    def _contents(self) -> frozenset[Hashable]:
        files = (file_of_base(file) for base in self._bases for file in base.files if file.tensors)
        return frozenset(key for file in files if (key := content_key(file)) is not None)

    @cached_property
    def _headers(self) -> frozenset[Hashable]:
        files = (file_of_base(file) for base in self._bases for file in base.files if file.tensors)
        return frozenset(header_key(file) for file in files if content_key(file) is not None)


def _is_whole(file: ReleaseFile) -> bool:
    return file.weights is not None and not file.weights.faults
