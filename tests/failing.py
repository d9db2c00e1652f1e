"""System calls that fail: the one that is asked for, of all that touch a folder."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ERRORS = (errno.EIO, errno.ENOSPC, errno.EMFILE, errno.EINTR)

REMOVING = frozenset({"unlink", "remove", "rmdir"})
"""When these fail, what they were to remove is left."""

_BY_PATH = (
    *(
        "open",
        "stat",
        "lstat",
        "mkdir",
        "rmdir",
        "rename",
        "replace",
        "unlink",
        "remove",
        "chmod",
        "scandir",
        "listdir",
    ),
    *("link", "symlink", "truncate", "utime", "statvfs"),
)
_BY_DESCRIPTOR = ("fsync", "fstat", "ftruncate", "pwrite", "pwritev", "posix_fallocate", "close")


@dataclass
class Calls:
    """The names of the calls that touched one of the folders, in order; the last one failed if it was asked to."""

    folders: tuple[Path, ...]
    fails_at: int | None = None
    number: int = errno.EIO
    names: list[str] = field(default_factory=list)
    _descriptors: set[int] = field(default_factory=set)
    _failed: bool = False

    def wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if not self._touches(name, arguments):
                return real(*arguments, **options)
            if not self._failed:
                self.names.append(name)
            if len(self.names) - 1 == self.fails_at and not self._failed:
                self._failed = True
                if name == "close":
                    real(*arguments, **options)  # as on Linux: what fails to be closed is closed
                raise OSError(self.number, os.strerror(self.number), self._said(arguments))
            answer = real(*arguments, **options)
            if name == "open":
                self._descriptors.add(answer)
            if name == "close":
                self._descriptors.discard(arguments[0])
            return answer

        return call

    def _said(self, arguments: tuple[Any, ...]) -> str:
        return next((os.fspath(said) for said in arguments if isinstance(said, str | os.PathLike)), "")

    def _touches(self, name: str, arguments: tuple[Any, ...]) -> bool:
        if arguments and isinstance(arguments[0], int):
            return arguments[0] in self._descriptors
        said = [os.path.abspath(os.fspath(word)) for word in arguments if isinstance(word, str | os.PathLike)]
        return any(self._is_at_or_below(word, str(folder), name) for word in said for folder in self.folders)

    @staticmethod
    def _is_at_or_below(path: str, folder: str, name: str) -> bool:
        """Whether the folder itself is there is Hatchling's question, before any hook is asked."""
        return path.startswith(folder + os.sep) or (path == folder and name not in {"stat", "mkdir"})


@contextmanager
def calls_in(*folders: Path, fails_at: int | None = None, number: int = errno.EIO) -> Iterator[Calls]:
    """Notes the calls of this process that touch one of the folders; the one of that index fails, once."""
    calls = Calls(folders=folders, fails_at=fails_at, number=number)
    with ExitStack() as stack:
        for name in (*_BY_PATH, *_BY_DESCRIPTOR):
            if hasattr(os, name):
                stack.enter_context(patch.object(os, name, calls.wrapped(name, getattr(os, name))))
        yield calls


@contextmanager
def temporary_files_in(folder: Path) -> Iterator[None]:
    folder.mkdir(exist_ok=True)
    with patch.object(tempfile, "tempdir", str(folder)):
        yield
