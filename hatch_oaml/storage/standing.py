"""Which finished files stood under their names at one moment, so that no others are removed later."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.storage.locks import locked
from hatch_oaml.storage.os_errors import as_write_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path


class Identity(NamedTuple):
    """What tells a file from another that has its name later."""

    device: int
    number: int
    size: int
    changed: int


def identity_of(path: Path) -> Identity | None:
    """None if nothing is there.

    :raises WriteError: the file system refuses to tell.
    """
    with as_write_error(path):
        try:
            status = path.stat()
        except FileNotFoundError:
            return None
    return Identity(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def standing(folder: Path, patterns: Iterable[str]) -> dict[Path, Identity]:
    """The files in `folder` whose names match one of the glob patterns.

    :raises WriteError: the file system refuses to tell.
    """
    with as_write_error(folder):
        paths = sorted({path for pattern in patterns for path in folder.glob(pattern)})
    found = ((path, identity_of(path)) for path in paths)
    return {path: identity for path, identity in found if identity is not None}


def _unlink(path: Path) -> None:
    path.unlink()


def remove_if_unchanged(files: Mapping[Path, Identity], remove: Callable[[Path], None] = _unlink) -> None:
    """Those that still are what they were; what another process has put into their place since then stays.

    :raises WriteError: for whatever the file system refuses.
    """
    for path, identity in files.items():
        with as_write_error(path), locked(path):
            if identity_of(path) == identity:
                remove(path)
