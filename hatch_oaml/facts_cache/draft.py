"""The file of one project's facts, written: whole under its name, or not at all."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from hatch_oaml.facts_cache.lines import KEY, LARGEST, first_line
from hatch_oaml.facts_cache.private_folder import create_private, make_private
from hatch_oaml.values.digests import RunningSha256
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_DRAFT = ".draft"
_OURS = expression(rf"[0-9a-f]{{{KEY}}}(?:\.[0-9a-f]{{16}}{re.escape(_DRAFT)})?")
_ABANDONED = 24 * 60 * 60
"""Seconds after which a draft is nobody's: whoever wrote it was killed."""


class LinesDraft:
    """Lines on their way; two processes that write at once have a draft each, and the last one's is found afterwards."""

    def __init__(self, folder: str, name: str) -> None:
        """:raises OSError: the folder cannot be written into, or is not this user's alone."""
        first = first_line()
        if not make_private(folder):
            raise PermissionError(folder)
        self._folder = folder
        self._target = os.path.join(folder, name)
        self._path = f"{self._target}.{os.urandom(8).hex()}{_DRAFT}"
        self._running = RunningSha256()
        self._file = create_private(self._path)
        self.add(first)

    def add(self, line: bytes) -> None:
        """:raises OSError: it cannot be written, or is too much to keep."""
        if self._running.size + len(line) > LARGEST:
            raise OSError(f"{self._target}: too large")
        self._running.update(line)
        self._file.write(line)

    def finish(self) -> None:
        """:raises OSError: it cannot be written, or put in its place."""
        self._file.write(f"{self._running.digest()}\n".encode())
        self._file.close()
        os.replace(self._path, self._target)
        _prune(self._folder, self._target)

    def discard(self) -> None:
        with suppress(OSError):  # what could not be written cannot be closed either, and is closed all the same
            self._file.close()
        with suppress(OSError):
            os.unlink(self._path)


def _prune(folder: str, newest: str) -> None:
    """Takes out what was abandoned, and the projects that were asked of longest ago, until the rest is no more than `LARGEST`.

    :raises OSError: the folder cannot be listed.
    """
    abandoned = time.time() - _ABANDONED
    room = LARGEST
    for used, size, path in sorted(_files(folder), key=lambda file: (file[2] != newest, -file[0])):
        is_draft = path.endswith(_DRAFT)
        room -= 0 if is_draft else size
        if used < abandoned if is_draft else room < 0:
            with suppress(OSError):  # somebody else's hand, or, on Windows, somebody reads it
                os.unlink(path)


def _files(folder: str) -> Iterator[tuple[float, int, str]]:
    """Those of ours alone: what else somebody has put there stays."""
    for entry in os.scandir(folder):
        if not _OURS.fullmatch(entry.name):
            continue
        with suppress(FileNotFoundError):  # it has its name by now
            status = entry.stat(follow_symlinks=False)
            yield status.st_mtime, status.st_size, entry.path
