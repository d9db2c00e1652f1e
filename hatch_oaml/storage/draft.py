"""A file appears under its name when it is whole, or not at all."""

from __future__ import annotations

import glob
import os
import shutil
import signal
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NoReturn

from hatch_oaml.storage.locks import locked, stem_beside
from hatch_oaml.storage.os_errors import as_write_error, no_space

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_WINDOWS = os.name == "nt"  # there a file that is open can be neither deleted nor renamed: its draft needs no lock
if not _WINDOWS:
    import fcntl


@contextmanager
def drafted(target: Path, *, capacity: int = 0) -> Iterator[BinaryIO]:
    """An empty file to write and read, named `.NAME.partial-…` beside `target`, which it replaces when all went well.

    The new file has mode 0644 and is on the disk, folder entry included, when this returns. Whatever ends the block
    early, Ctrl-C and SIGTERM included, leaves nothing new. What a killed process left behind under the same name is
    removed first: a draft is locked as long as its owner lives, whichever machine or container that lives in. Two
    processes may write to one name at once: the last to finish has it.

    :raises WriteError: for whatever the file system refuses, and at once if fewer than `capacity` bytes are free.
    """
    with terminable(), as_write_error(target):
        with locked(target):
            remove_orphans(target.parent, glob.escape(stem_beside(target.name)))
        require_space(target.parent, capacity)
        draft = Draft(target)
        try:
            yield draft.file
            with locked(target):
                draft.publish()
        except BaseException:
            draft.discard()
            raise
        flush_folder(target.parent)


def require_space(folder: Path, size: int) -> None:
    """:raises WriteError: if the disk that holds `folder` has fewer than `size` bytes free."""
    free = shutil.disk_usage(folder).free
    if free < size:
        raise no_space(folder, needed=size, free=free)


class Draft:
    """A file beside `target` that is on its way to that name."""

    def __init__(self, target: Path) -> None:
        """:raises OSError: as the methods do."""
        self._target = target
        self.file, self.path = _new_draft(target)

    def publish(self) -> None:
        """The file gets its name, flushed to the disk and readable by all; it is closed."""
        self.file.flush()
        os.fsync(self.file.fileno())
        if _WINDOWS:
            self.file.close()
        self.path.chmod(0o644)
        self.path.replace(self._target)  # elsewhere while it is locked, so that nobody takes it for an orphan
        self.file.close()

    def discard(self) -> None:
        """The file is gone, unless it was published."""
        try:
            if _WINDOWS:
                self.file.close()
            self.path.unlink(missing_ok=True)
        finally:
            self.file.close()


def _new_draft(target: Path) -> tuple[BinaryIO, Path]:
    while True:
        name = target.with_name(f"{stem_beside(target.name)}.partial-{os.getpid()}-{os.urandom(4).hex()}")
        file = open(name, "x+b", opener=for_the_owner_alone)  # noqa: SIM115  # the caller closes it
        try:
            if _owned(file, name):
                return file, name
        except BaseException:
            file.close()
            name.unlink(missing_ok=True)
            raise
        file.close()  # a cleaner came between creation and lock


def for_the_owner_alone(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _owned(file: BinaryIO, name: Path) -> bool:
    if _WINDOWS:
        return True
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks, on which nobody cleans
    return name.exists() and os.path.samestat(os.fstat(file.fileno()), name.stat())


def remove_orphans(folder: Path, names: str) -> None:
    """What killed processes left in `folder` of drafts whose names match the glob pattern."""
    for path in folder.glob(f"{names}.partial-*"):
        with suppress(OSError):
            if _WINDOWS:
                path.unlink()
                continue
            with path.open("r+b") as file:
                fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink()


def flush_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows cannot open a folder, and some file systems cannot flush one
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def terminable() -> Iterator[None]:
    """SIGTERM and SIGHUP unwind the stack, as Ctrl-C does, unless somebody else handles them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    replaced = [
        number
        for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM))
        if signal.getsignal(number) is signal.SIG_DFL
    ]
    for number in replaced:
        signal.signal(number, _exit)
    try:
        yield
    finally:
        for number in replaced:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def undisturbed() -> Iterator[None]:
    """What ends a process is answered when the block is left, and whatever it began is known; who asks twice is not kept waiting."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[int] = []
    before: dict[int, Any] = {}

    def note(number: int, frame: Any) -> None:
        asked.append(number)
        if len(asked) > 1:
            before[number](number, frame)

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and callable(signal.getsignal(number)):
            before[number] = signal.signal(number, note)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if len(asked) == 1:
        signal.raise_signal(asked[0])


def _exit(number: int, _frame: Any) -> NoReturn:
    raise SystemExit(128 + number)  # the status that a shell gives to a process that this signal ended
