"""The file of one project's facts, read: a line for each answer, and at its end the digest of all of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hatch_oaml.facts_cache.private_folder import open_private
from hatch_oaml.facts_cache.recipe import recipe
from hatch_oaml.values.digests import RunningSha256

if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import BinaryIO

KEY = 32
"""Characters that a line begins with: half of a digest of what was asked."""

LARGEST = 256 << 20
"""Bytes of a file, and of all that are kept."""

_DIGEST = 64


def first_line() -> bytes:
    """What another version wrote begins otherwise, and is nothing.

    :raises OSError: as `recipe` does.
    """
    return f"hatch-oaml facts {recipe()}\n".encode()


class KeptLines:
    """A file that was found whole, left open: what takes its name meanwhile changes nothing here. Of its lines only the keys are held."""

    def __init__(self, file: BinaryIO, offsets: dict[bytes, int]) -> None:
        self._file = file
        self._offsets = offsets

    @property
    def keys(self) -> Collection[bytes]:
        """In the order of the lines."""
        return self._offsets.keys()

    def find(self, key: bytes) -> bytes | None:
        """The line, with its end.

        :raises OSError: it cannot be read any more.
        """
        offset = self._offsets.get(key)
        if offset is None:
            return None
        self._file.seek(offset)
        return self._file.readline()

    def close(self) -> None:
        self._file.close()


def lines_in(folder: str, name: str) -> KeptLines | None:
    """None where there is no such file, where it is somebody else's, damaged, too large, or written by another version."""
    file = None
    try:
        file = open_private(folder, name)
        offsets = None if file is None or os.fstat(file.fileno()).st_size > LARGEST else _offsets(file)
        if file is not None and offsets is not None:
            return KeptLines(file, offsets)
    except OSError:  # a cache that cannot be read is none
        pass
    if file is not None:
        file.close()
    return None


def _offsets(file: BinaryIO) -> dict[bytes, int] | None:
    """Where each key's line begins; None where the file is not whole."""
    line = file.readline()
    if line != first_line():
        return None
    running = RunningSha256()
    running.update(line)
    offsets: dict[bytes, int] = {}
    for line in file:
        if len(line) == _DIGEST + 1:
            return offsets if line == f"{running.digest()}\n".encode() and not file.read(1) else None
        offsets[line[:KEY]] = running.size
        running.update(line)
    return None
