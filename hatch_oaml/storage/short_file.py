"""The bytes of a short file that somebody named: nothing is waited for that nobody sends."""

from __future__ import annotations

import errno
import io
import os
import stat
from typing import TYPE_CHECKING

from hatch_oaml.storage.bytes_at import opened_at_once
from hatch_oaml.values.digests import BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


_NO_FILE = "is no regular file 不是普通文件"


def short_file(path: Path, longest: int) -> bytes:
    """Of the regular file at `path`: one byte more than the `longest` where it is longer.

    :raises OSError: it cannot be read, or is a folder, a pipe, a socket or a device.
    """
    with _opened(path) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, _NO_FILE)
        return _bytes_of(file, b"", longest)


def short_text(path: Path, longest: int) -> bytes:
    """As `short_file`, and no more than the block with the first NUL byte, which no text has: holes of a file are not read to their end."""
    with _opened(path) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, _NO_FILE)
        return text_in(iter(lambda: file.read(BLOCK), b""), longest)


def text_in(blocks: Iterable[bytes | memoryview], longest: int) -> bytes:
    """Their bytes up to the end of the block with the first NUL byte, or that with the byte behind the `longest`."""
    data = bytearray()
    for block in blocks:
        begin = len(data)
        data += block
        if len(data) > longest or data.find(b"\0", begin) >= 0:
            break
    return bytes(data)


def short_file_or_pipe(path: Path, longest: int) -> bytes:
    """As `short_file`, and of a pipe that somebody writes into, such as a shell makes of a command's output."""
    with _opened(path) as file:
        mode = os.fstat(file.fileno()).st_mode
        if stat.S_ISREG(mode):
            return _bytes_of(file, b"", longest)
        if not stat.S_ISFIFO(mode):
            raise OSError(errno.EINVAL, _NO_FILE)
        begun = file.read(longest + 1)  # None where the writer has yet to begin, nothing where there is none
        if begun == b"":
            raise OSError(errno.EINVAL, _NO_FILE)
        os.set_blocking(file.fileno(), True)
        return _bytes_of(file, begun or b"", longest)


def _opened(path: Path) -> io.FileIO:
    if path.is_dir():
        raise OSError(errno.EINVAL, _NO_FILE)
    return io.FileIO(path, opener=opened_at_once)


def _bytes_of(file: io.FileIO, begun: bytes, longest: int) -> bytes:
    data = bytearray(begun)
    while len(data) <= longest and (more := file.read(longest + 1 - len(data))):
        data += more
    return bytes(data)
