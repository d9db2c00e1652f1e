"""A folder that nobody but its owner can put a file into, and its files."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

_IS_POSIX = os.name == "posix"
_READING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def is_private(folder: str) -> bool:
    """Is it a folder of this user's, closed to all others? On Windows what lies in a profile is closed by its own list of rights.

    :raises OSError: it cannot be asked.
    """
    status = os.lstat(folder)
    if not stat.S_ISDIR(status.st_mode):
        return False
    return not _IS_POSIX or (status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def make_private(folder: str) -> bool:
    """Makes the folder, and those above it, where they are missing; whether it is private now.

    What was there is left as it is: who else may have written into it cannot be told. Nothing is made in somebody else's
    home, where root may write, and where the owner would be locked out of what root made.

    :raises OSError: it cannot be made.
    """
    above = os.path.dirname(folder)
    if _IS_POSIX and os.geteuid() == 0 and os.stat(_nearest(above)).st_uid != 0:
        return False
    os.makedirs(above, mode=0o700, exist_ok=True)
    with suppress(FileExistsError):
        os.mkdir(folder, 0o700)
    return is_private(folder)


def open_private(folder: str, name: str) -> BinaryIO | None:
    """The file, to be read; None where the folder or the file is somebody else's, or no regular file.

    :raises OSError: it cannot be opened, or is not there.
    """
    if not is_private(folder):
        return None
    file = os.fdopen(os.open(os.path.join(folder, name), _READING), "rb")
    try:
        status = os.fstat(file.fileno())
        is_ours = stat.S_ISREG(status.st_mode) and (not _IS_POSIX or status.st_uid == os.geteuid())
    except BaseException:
        file.close()
        raise
    if is_ours:
        return file
    file.close()
    return None


def create_private(path: str) -> BinaryIO:
    """:raises OSError: it cannot be made, or is there already."""
    return os.fdopen(os.open(path, _WRITING, 0o600), "wb")


def _nearest(folder: str) -> str:
    """The folder itself, or the nearest above it that is there."""
    while not os.path.lexists(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    return folder
