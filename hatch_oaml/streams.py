"""The standard streams as the caller left them: open, closed, full, or read by nobody any more."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from select import select
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

STANDARD_OUTPUT = "<stdout>"
"""As Python names it: what an error says that befell standard output."""

_LAST_STANDARD = 2


def told_of_interruption() -> str:
    return "hatch-oaml: interrupted; nothing half-written is left 已中断；没有留下未写完的文件"


def tell_interruption() -> None:
    """On standard error, if anybody still reads that."""
    with suppress(OSError):
        sys.stderr.write(f"\n{told_of_interruption()}\n")
        sys.stderr.flush()


def open_closed_streams(closed_output: Callable[[], io.TextIOBase]) -> None:
    """What stands in for each standard stream that is closed.

    Its descriptor is taken first: else the next file that is opened would get it, and whatever a library prints.

    :param closed_output: makes what stands in for standard output.
    """
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= _LAST_STANDARD:
        os.set_inheritable(descriptor, True)
    os.close(descriptor)
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    if sys.stdout is None:
        sys.stdout = closed_output()
    if sys.stderr is None:
        sys.stderr = io.StringIO()


class Closed(io.StringIO):
    """Stands for an output that is closed: nothing can be written to it, and whoever tries is told."""

    def write(self, text: str, /) -> int:  # noqa: ARG002  # io's signature
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), STANDARD_OUTPUT)


class _Whole(io.RawIOBase):
    """A descriptor that takes all that is written to it, or raises what keeps it from that, under the name of its stream.

    Python's own lets go what a full disk or a pipe that must not be waited for did not take, where nothing is buffered
    (https://docs.python.org/3/using/cmdline.html#envvar-PYTHONUNBUFFERED).
    """

    def __init__(self, descriptor: int, name: str) -> None:
        self._descriptor = descriptor
        self.name = name

    def write(self, data: Any, /) -> int:
        rest = memoryview(data).cast("B")
        size = len(rest)
        while rest:
            rest = rest[self._taken(rest) :]
        return size

    def _taken(self, data: memoryview) -> int:
        try:
            return os.write(self._descriptor, data)
        except BlockingIOError:
            select([], [self._descriptor], [])
            return 0
        except OSError as error:
            raise OSError(error.errno, error.strerror, self.name) from error

    def fileno(self) -> int:
        return self._descriptor

    def isatty(self) -> bool:
        return os.isatty(self._descriptor)

    def writable(self) -> bool:
        return True


def write_all(descriptor: int, data: bytes, name: str) -> None:
    """As standard output takes it: all of it, or `OSError` under `name`."""
    _Whole(descriptor, name).write(data)


def write_whole() -> None:
    """From now on standard output and standard error take the whole of what is written, or the writer is told."""
    if sys.stdout is sys.__stdout__:
        sys.stdout = _whole(sys.stdout)
    if sys.stderr is sys.__stderr__:
        sys.stderr = _whole(sys.stderr)


def _whole(stream: Any) -> Any:
    """`stream` itself where it is no file, such as a console of Windows."""
    buffer = getattr(stream, "buffer", None)
    file = getattr(buffer, "raw", buffer)
    if not isinstance(file, io.FileIO):
        return stream
    return io.TextIOWrapper(
        io.BufferedWriter(_Whole(file.fileno(), stream.name)),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
    )


def stop_writing() -> None:
    """Standard output takes no more: what is still buffered for it must not fail again when Python ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell_of_interruption_in_one_line() -> None:
    """From now on an interruption that nobody caught is told without a traceback; what it ends, and how, stays as it is."""
    before = sys.excepthook

    def told(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            before(kind, error, traceback)
            return
        with suppress(OSError):
            sys.stderr.write(f"{told_of_interruption()}\n")

    if getattr(before, "__module__", None) != __name__:
        sys.excepthook = told
