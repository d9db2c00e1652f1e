"""A folder appears under its name when all of it is there, or not at all."""

from __future__ import annotations

import glob
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from hatch_oaml.storage.draft import flush_folder, require_space, terminable
from hatch_oaml.storage.exchange import exchanged
from hatch_oaml.storage.locks import locked, stem_beside
from hatch_oaml.storage.os_errors import as_write_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_WINDOWS = os.name == "nt"  # there no folder can be locked: what a killed build left of one stays
if not _WINDOWS:
    import fcntl


@contextmanager
def drafted_folder(target: Path, refuse_foreign: Callable[[Path], None], *, capacity: int = 0) -> Iterator[Path]:
    """An empty folder, named `.NAME.partial-…` beside `target`, whose place it takes when all went well.

    What was there goes then, as one that `refuse_foreign` lets pass; until then it stays as it is, whatever ends the block
    early. What a killed process left is removed first, as `draft.drafted` does; no other name is touched.

    :param refuse_foreign: raises for what may not be removed; asked at the start, and again at the end.
    :raises WriteError: for whatever the file system refuses, and at once if fewer than `capacity` bytes are free.
    """
    with terminable(), as_write_error(target):
        refuse_foreign(target)
        require_space(target.parent, capacity)
        draft, lock = _beside(target), None
        try:
            with locked(target):
                _remove_orphans(target)
                draft.mkdir(mode=0o700)
                lock = _lock(draft)
            yield draft
            with locked(target):
                refuse_foreign(target)
                _replace(target, draft)
        except BaseException:
            _discard(draft)
            raise
        finally:
            if lock is not None:
                os.close(lock)
        flush_folder(target.parent)


def remove_folder(target: Path) -> None:
    """Its name is free at once, whatever interrupts the rest.

    :raises OSError: the file system refuses.
    """
    aside = _beside(target)
    target.replace(aside)
    _discard(aside)


def _replace(target: Path, draft: Path) -> None:
    """Whatever interrupts it, one of the two has the name, and the other is gone or still the draft.

    Where the two cannot change places in one step, a process that is killed between two steps leaves both, and none has the
    name until the next build.
    """
    if not os.path.lexists(target):
        draft.replace(target)
    elif exchanged(draft, target):
        _discard(draft)
    else:
        _replace_in_two_steps(target, draft)


def _replace_in_two_steps(target: Path, draft: Path) -> None:
    aside = _beside(target)
    try:
        target.replace(aside)
        draft.replace(target)
    except BaseException:
        if not os.path.lexists(target):
            aside.replace(target)
        raise
    finally:
        _discard(aside)


def _discard(folder: Path) -> None:
    """What cannot be removed the next build removes; an interruption waits until it is done."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except OSError:  # not every failure is ignored by `ignore_errors`
        pass
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _beside(target: Path) -> Path:
    return target.with_name(f"{stem_beside(target.name)}.partial-{os.getpid()}-{os.urandom(4).hex()}")


def _lock(folder: Path) -> int | None:
    """Held as long as its owner lives, whichever machine or container that lives in; None where there are no locks."""
    if _WINDOWS:
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    with suppress(OSError):  # a file system without locks, on which nobody cleans
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return descriptor


def _remove_orphans(target: Path) -> None:
    for path in target.parent.glob(f"{glob.escape(stem_beside(target.name))}.partial-*"):
        with suppress(OSError):
            if _WINDOWS or not path.is_dir():
                continue
            descriptor = os.open(path, os.O_RDONLY)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(path)
            finally:
                os.close(descriptor)
