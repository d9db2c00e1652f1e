"""An archive's bytes are found where they lie: in one file, or in volumes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hatch_oaml.archives._bytes_at import FileBytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hatch_oaml.archives._bytes_at import SizedBytesAt

Read = TypeVar("Read")


def opened(path: Path, read: Callable[[SizedBytesAt], Read]) -> Read:
    """What `read` makes of the archive at `path`; it takes over the duty to close it.

    :raises SourceError: the archive cannot be opened, or is refused by `read`.
    """
    source = FileBytes(path)
    try:
        return read(source)
    except BaseException:
        source.close()
        raise
