"""A file is copied without its bytes, where the file system lets two files share them until one of them changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from hatch_oaml.storage.source import held_to

if TYPE_CHECKING:
    from hatch_oaml.records.members import FileContent
    from hatch_oaml.values.paths import ArchivePath

if sys.platform == "linux":
    import fcntl

_FICLONE = 0x40049409
"""ioctl_ficlone(2) of Linux: Btrfs, XFS, bcachefs, NFS 4.2 and others can."""


def cloned(path: ArchivePath, content: FileContent, target: str) -> bool:
    """Gives the empty file `target` the source's bytes; False where they must be copied. A hard link it never is.

    :raises ChangedWhileReadingError: the source is not what was noted.
    :raises SourceError: it cannot be read.
    :raises OSError: `target` cannot be opened.
    """
    if sys.platform != "linux" or content.pin is not None:
        return False
    with open(target, "r+b", buffering=0) as file, held_to(path, content) as source:
        try:
            fcntl.ioctl(file.fileno(), _FICLONE, source.fileno())
        except (
            OSError
        ):  # another file system than the source's, or one that shares nothing; a copy tells what else is wrong
            return False
    return True
