"""Which folder of a base became which of the release, as the files that are surely the same ones tell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_LEAST_LANDED = 2


@frozen
class FolderRenaming:
    """The files below `old` lie at the same places below `new`; "" is the whole tree."""

    old: str
    new: str

    def moved(self, path: str) -> str | None:
        """Where the file at `path` lies now; None if it is not below `old`."""
        if self.old and not path.startswith(f"{self.old}/"):
            return None
        below = path[len(self.old) + 1 :] if self.old else path
        return f"{self.new}/{below}" if self.new else below


def folder_renamings(witnesses: Iterable[tuple[str, str]]) -> list[FolderRenaming]:
    """What pairs of old and new paths of the same file tell; the deepest folders first, and the best attested."""
    votes = Counter(found for old, new in witnesses if (found := _told_by(old, new)))
    return sorted(
        votes, key=lambda found: (-found.old.count("/") - bool(found.old), -votes[found], found.old, found.new)
    )


def _told_by(old: str, new: str) -> FolderRenaming | None:
    """From `a/x/f` and `b/x/f`: `a` became `b`. A file that has another name, or stayed, tells nothing."""
    before, after = old.split("/"), new.split("/")
    if before[-1] != after[-1] or old == new:
        return None
    same = 0
    while same < min(len(before), len(after)) and before[-1 - same] == after[-1 - same]:
        same += 1
    return FolderRenaming(old="/".join(before[: len(before) - same]), new="/".join(after[: len(after) - same]))


def prefix_of(base: Sequence[str], release: Collection[str]) -> FolderRenaming | None:
    """The folder that the base's record has too much or too little, told by paths alone; None if there is none.

    None of the base's files lies where the record says, and most of them lie at the same place below one folder.
    """
    if not base or any(path in release for path in base):
        return None
    best = max(_prefixes(base, release), key=lambda found: _landed(found, base, release), default=None)
    if best is None:
        return None
    landed = _landed(best, base, release)
    return best if landed >= _LEAST_LANDED and 2 * landed >= len(base) else None


def _landed(renaming: FolderRenaming, base: Sequence[str], release: Collection[str]) -> int:
    return sum(renaming.moved(path) in release for path in base)


def _prefixes(base: Sequence[str], release: Collection[str]) -> Iterator[FolderRenaming]:
    """In the order of their paths, so that the answer is always the same one."""
    for folder in sorted(_folders(base)):
        yield FolderRenaming(old=folder, new="")
    for folder in sorted(_folders(release)):
        yield FolderRenaming(old="", new=folder)


def _folders(paths: Iterable[str]) -> set[str]:
    """All folders that lie at most two deep: a download's own, and one above it."""
    return {"/".join(parts[:depth]) for path in paths for depth in (1, 2) if len(parts := path.split("/")) > depth}
