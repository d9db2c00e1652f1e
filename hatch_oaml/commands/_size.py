"""How much there is to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.archives._opening import size_of

if TYPE_CHECKING:
    from pathlib import Path


def bytes_to_read(source: Path) -> int:
    """Of a folder or an archive.

    :raises SourceError: the archive cannot be opened.
    """
    if source.is_dir():
        return sum(path.stat().st_size for path in source.rglob("*") if path.is_file())
    return size_of(source)
