"""One process at a time names, replaces or removes a finished file."""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PATIENCE = 60.0
"""Seconds: a holder renames a file or two, which takes milliseconds."""

_PAUSE = 0.02


_LONGEST = 224
"""Bytes of a name that leave room for what is put around it, of the 255 that file systems have."""


def stem_beside(name: str) -> str:
    """How the names begin of what lies beside the file `name` for a while; files with very long names may share it."""
    data = os.fsencode(name)
    return f".{name if len(data) <= _LONGEST else data[:_LONGEST].decode(errors='ignore')}"


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """While it lasts, nobody else who asks likewise touches the name `target`.

    The lock is the file `.NAME.lock` beside it. The system lets go of it when its holder dies, however that is; the file
    goes with its last holder. Where the file system knows no locks, nobody waits.

    :raises WriteError: somebody has held it for a minute.
    :raises OSError: for whatever the file system refuses.
    """
    path = target.with_name(f"{stem_beside(target.name)}.lock")
    descriptor = _acquired(path, target)
    try:
        yield
    finally:
        _release(descriptor, path)


def _acquired(path: Path, target: Path) -> int:
    end = time.monotonic() + _PATIENCE
    while (descriptor := _attempt(path)) is None:
        if time.monotonic() > end:
            raise WriteError(
                Bilingual(
                    en=f"{target}: another process has been naming this file for a minute; end it, then build again",
                    zh=f"{target}：另一个进程占用此文件名已达一分钟；请结束该进程后重新构建",
                )
            )
        time.sleep(_PAUSE)
    return descriptor


def _attempt(path: Path) -> int | None:
    """The open lock; None while it is somebody's, or was removed by its last holder since it was opened."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        if os.name == "nt":  # there, it is about to be removed
            return None
        raise
    is_ours = False
    try:
        is_ours = locks(descriptor)
        if is_ours and _is_at(descriptor, path):
            return descriptor
    except BaseException:
        with ExitStack() as at_the_end:
            at_the_end.callback(os.close, descriptor)
            if is_ours and _is_at(descriptor, path):
                path.unlink()
        raise
    os.close(descriptor)
    return None


def locks(descriptor: int) -> bool:
    """Locks the open file for this process, unless another one has it locked: then the answer is no."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # a file system without locks
    return True


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _release(descriptor: int, path: Path) -> None:
    if sys.platform == "win32":
        os.close(descriptor)
    with suppress(OSError):  # on Windows, while somebody else has it open: then it goes with that one
        path.unlink()
    if sys.platform != "win32":
        os.close(descriptor)
