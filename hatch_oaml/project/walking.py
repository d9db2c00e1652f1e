"""The files of a project's tree, walked as every command sees them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hatchling.builders.constants import EXCLUDED_DIRECTORIES

from hatch_oaml.project.on_disk import unreadable
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hatch_oaml.values.patterns import Patterns


@frozen
class Tree:
    """A project on disk: its root, the folders that builds write into, and what its version control ignores."""

    root: str
    outputs: tuple[str, ...]
    ignored: Patterns
    is_own_archive: Callable[[str], bool] = lambda _path: False
    """Whether a path is that of what a build of this project wrote."""
    walks_ignored: bool = False
    """Whether ignored folders are entered too: where the project names its model files, they may lie there."""


def lies_in_a_left_out_folder(path: str) -> bool:
    """Is it below a folder that `walk` does not enter, by its name?"""
    return not EXCLUDED_DIRECTORIES.isdisjoint(path.split("/")[:-1])


def walk(tree: Tree) -> Iterator[tuple[str, str]]:
    """The files below the root, each as release path and source; links to folders are followed once.

    Of several ways to a folder the first in order counts, as it does for Hatchling.
    """
    seen: set[tuple[int, int] | str] = set()
    folders = [("", tree.root)]
    while folders:
        prefix, folder = folders.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            identity = _identity(folder)
        except OSError as error:
            raise unreadable(folder, error) from error
        if identity in seen:
            continue
        seen.add(identity)
        below = []
        for entry in entries:
            path = f"{prefix}{entry.name}"
            if not tree.walks_ignored and _may_be_folder(entry) and tree.ignored.match(f"{path}/"):
                continue  # nothing of it is released, whatever it leads to
            if _is_folder(entry):
                if entry.name not in EXCLUDED_DIRECTORIES and path not in tree.outputs and not _is_environment(entry):
                    below.append((f"{path}/", entry.path))
            elif not tree.is_own_archive(path):
                yield path, entry.path
        folders.extend(reversed(below))


def _may_be_folder(entry: os.DirEntry[str]) -> bool:
    """Without following a link."""
    return entry.is_symlink() or entry.is_dir(follow_symlinks=False)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """False for a link that leads nowhere, or to itself: it is told when it is read."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _identity(folder: str) -> tuple[int, int] | str:
    """The same for all names of one folder.

    :raises OSError: if the folder is gone.
    """
    status = os.stat(folder)
    # some network drives of Windows number no files: all folders but the first would pass for seen
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(folder)


def _is_environment(entry: os.DirEntry[str]) -> bool:
    return os.path.isfile(os.path.join(entry.path, "pyvenv.cfg"))
