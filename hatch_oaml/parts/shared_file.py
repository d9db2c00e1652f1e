"""The parts of an archive lie in one draft, on a file system that all workers share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.parts.grid import part_size_for

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hatch_oaml.parts.destination import Destination


class SharedFile:
    """The draft at `path`, into which an archive of `size` bytes goes."""

    def __init__(self, path: Path, size: int) -> None:
        self.part_size = part_size_for(size)
        self._path = path

    def destination(self) -> Destination:
        return {"file": str(self._path.absolute()), "part_size": self.part_size}

    def take(self, tokens: Mapping[int, str]) -> None:
        """They are where they belong."""

    def arrived(self) -> int:
        """A file does not tell which of its bytes were written."""
        return 0
