"""Small files of a project written whole, or not at all: one by one, or all that a command writes."""

from __future__ import annotations

import os
import signal
import stat
import threading
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING

from hatch_oaml.storage.draft import drafted, terminable
from hatch_oaml.storage.os_errors import as_write_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Journal:
    """What a command has written, and what stood there before: None where nothing did."""

    def __init__(self) -> None:
        self.before: dict[Path, bytes | None] = {}
        self._modes: dict[Path, int] = {}
        self._folders: list[Path] = []

    def note(self, target: Path) -> None:
        """Before it is written for the first time."""
        if target in self.before:
            return
        is_there = os.path.lexists(target)
        self.before[target] = target.read_bytes() if is_there else None
        if is_there:
            self._modes[target] = stat.S_IMODE(target.stat().st_mode)
        missing = [folder for folder in target.parents if not folder.exists() and folder not in self._folders]
        self._folders.extend(reversed(missing))

    def undo(self) -> None:
        """To the end, whatever signals come meanwhile; what the system refuses now, nobody can mend here."""
        with _deaf():
            for target, data in reversed(self.before.items()):
                with suppress(OSError):
                    _put_back(target, data)
                    if target in self._modes:
                        target.chmod(self._modes[target])
            for folder in reversed(self._folders):
                with suppress(OSError):
                    folder.rmdir()


_journal: ContextVar[Journal | None] = ContextVar("journal", default=None)


@contextmanager
def all_or_nothing() -> Iterator[Journal]:
    """Whatever ends the block early, Ctrl-C and SIGTERM included, leaves every file as it was before."""
    journal = Journal()
    token = _journal.set(journal)
    try:
        with terminable():
            yield journal
    except BaseException:
        _journal.reset(token)
        journal.undo()
        raise
    _journal.reset(token)


def write_file(target: Path, data: bytes) -> None:
    """With the folders above it.

    :raises WriteError: the system refuses one of them, or the file.
    """
    with as_write_error(target):
        if journal := _journal.get():
            journal.note(target)
        target.parent.mkdir(parents=True, exist_ok=True)
    with drafted(target.absolute()) as file:
        file.write(data)


def _put_back(target: Path, data: bytes | None) -> None:
    if data is None:
        target.unlink(missing_ok=True)
    elif target.read_bytes() != data:
        with drafted(target.absolute()) as file:
            file.write(data)


@contextmanager
def _deaf() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, signal.SIG_IGN) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
