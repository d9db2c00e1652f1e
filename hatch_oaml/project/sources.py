"""Where the files of a release lie on disk, by their paths."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Sources(MutableMapping[str, str]):
    """Path in the release → source on disk, in the order in which they were put in.

    Of a file that lies below `root` as its path says the source is made when it is asked for: of very many, they would
    take as much room as the paths.
    """

    def __init__(self, root: str, known: Iterable[tuple[str, str]]) -> None:
        self._above = root + os.sep
        self._elsewhere: dict[str, str | None] = {}
        self.update(known)

    def __setitem__(self, path: str, source: str) -> None:
        self._elsewhere[path] = None if source == self._above + path.replace("/", os.sep) else source

    def __getitem__(self, path: str) -> str:
        return self._elsewhere[path] or self._above + path.replace("/", os.sep)

    def __delitem__(self, path: str) -> None:
        del self._elsewhere[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._elsewhere)

    def __len__(self) -> int:
        return len(self._elsewhere)
