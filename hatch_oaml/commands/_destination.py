"""Where a command writes to, as the caller names it: a file, or what is open already."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING

from hatch_oaml.commands._writing import write_file
from hatch_oaml.storage.os_errors import as_write_error, cannot_write
from hatch_oaml.streams import write_all
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import UsageError
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.wording import short_name

if TYPE_CHECKING:
    from pathlib import Path

_DESCRIPTORS = expression(r"/dev/fd|/proc/(\d+)(?:/task/\d+)?/fd")
_MOST_LINKS = 40
_STANDARD_OUTPUT = 1


def write_to(path: Path, data: bytes) -> None:
    """A file is replaced whole or not at all, and a link to it stays; a pipe, a device and what is open already are written into.

    :raises WriteError: the system refuses.
    :raises BrokenPipeError: nobody reads what is open already.
    """
    descriptor = _open_already(path)
    if descriptor is not None:
        _write_into(descriptor, path, data)
    elif _is_written_into(path):
        with as_write_error(path), path.open("wb") as stream:
            stream.write(data)
    else:
        with as_write_error(path):
            target = path.resolve()
        write_file(target, data)


def refuse_endless_name(path: Path) -> None:
    """:raises UsageError: no file can have this name, which the system alone knows."""
    try:
        os.lstat(path)
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            shown = short_name(path.name)
            raise UsageError(
                Bilingual(
                    en=f"--output: '{shown}' is too long for the name of a file; give it a shorter one",
                    zh=f"--output：'{shown}' 作为文件名过长；请改用较短的名称",
                )
            ) from error


def _open_already(path: Path) -> int | None:
    """The descriptor of this process that `path` leads to, as `/dev/stdout` does."""
    for _ in range(_MOST_LINKS):
        folder = _DESCRIPTORS.fullmatch(os.path.realpath(path.parent))
        if folder and path.name.isdecimal():
            return int(path.name) if folder[1] in {None, str(os.getpid())} else None
        if not os.path.islink(path):
            return None
        path = path.parent / os.readlink(path)
    return None


def _write_into(descriptor: int, path: Path, data: bytes) -> None:
    if descriptor == _STANDARD_OUTPUT:
        sys.stdout.flush()
    try:
        write_all(descriptor, data, str(path))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise cannot_write(path, error) from error


def _is_written_into(path: Path) -> bool:
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False
