"""Hatchling's own walk of a tree, without its gaps: a folder that it cannot read ends the walk."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from hatchling.builders.plugin import interface

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import ModuleType

_FINISHED = expression(r"\.whl|\.tar\.gz|\.oaml", re.IGNORECASE)
"""What the name of a finished archive, or of its folder, has in it."""
_WALK = "safe_walk"
"""The name that Hatchling's selection looks up."""


@contextmanager
def no_gaps(
    root: str, is_never_entered: Callable[[str], bool], is_passed_over: Callable[[str], bool] = lambda _path: False
) -> Iterator[None]:
    """While it lasts, Hatchling's selection raises what it otherwise passes over in silence.

    Nor does it enter what is ignored as a whole: a link there may lead to `/`, or to a data set; nor take files that are passed over,
    by their paths below the root, wherever it comes by them.

    Hatchling 1.33 walks by `os.walk`, which by default leaves out a folder that cannot be listed (EACCES, EIO, EMFILE).

    :raises OSError: from within, at such a folder.
    """
    walk = partial(_walk, root=root, is_never_entered=is_never_entered, is_passed_over=is_passed_over)
    with replaced(interface, _WALK, walk):
        yield


@contextmanager
def replaced(module: ModuleType, name: str, value: object) -> Iterator[None]:
    """While it lasts, `name` of `module` is `value`."""
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


def _walk(
    path: str, *, root: str, is_never_entered: Callable[[str], bool], is_passed_over: Callable[[str], bool]
) -> Iterable[tuple[str, list[str], list[str]]]:
    """As Hatchling's `safe_walk`: links to folders are followed, each folder is entered once."""
    seen: set[tuple[int, int]] = set()
    for folder, folders, files in os.walk(path, followlinks=True, onerror=_raise):
        status = os.stat(folder)
        identity = status.st_dev, status.st_ino
        if identity in seen:
            del folders[:]
            continue
        seen.add(identity)
        if path == root:
            prefix = _prefix(folder, root)
            folders[:] = [name for name in folders if not is_never_entered(f"{prefix}{name}/")]
        if _FINISHED.search("\n".join((folder, *files))):  # to ask of each file costs more, and hardly a folder has any
            prefix = _prefix(folder, root)
            files[:] = [name for name in files if not is_passed_over(f"{prefix}{name}")]
        yield folder, folders, files


def _prefix(folder: str, root: str) -> str:
    below = os.path.relpath(folder, root).replace(os.sep, "/") + "/"
    return "" if below == "./" else below


def _raise(error: OSError) -> NoReturn:
    raise error
