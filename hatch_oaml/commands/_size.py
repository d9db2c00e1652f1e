"""How much there is to read."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from hatch_oaml.storage.opening import size_of
from hatch_oaml.storage.store_path import StorePath

if TYPE_CHECKING:
    from pathlib import Path


def bytes_to_read(source: Path) -> int:
    """Of a folder or an archive, on a disk or in a store; what a folder does not let be seen is for its reader to tell.

    :raises SourceError: the archive cannot be opened.
    """
    if isinstance(source, StorePath) and (source.is_dir() or source.is_prefix()):
        return sum(stored.size for stored in source.below())
    if source.is_dir():
        return sum(_size(os.path.join(folder, name)) for folder, _, names in os.walk(source) for name in names)
    return size_of(source)


def _size(path: str) -> int:
    try:
        status = os.stat(path)
    except OSError:
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0
