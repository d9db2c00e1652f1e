"""The file of one project's facts, read: a line for each answer, and at its end the digest of all of them."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

from hatch_oaml.facts_cache.private_folder import open_private
from hatch_oaml.facts_cache.recipe import recipe
from hatch_oaml.values.digests import RunningSha256

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
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
    """A file that was found whole, left open: what takes its name meanwhile changes nothing here.

    Held in memory are sixteen bytes and a mark for each line, since a release may have very many files.
    """

    def __init__(self, file: BinaryIO, index: Mapping[int, int]) -> None:
        """:param index: what each line's key begins with, and where the line does."""
        self._file = file
        self._beginnings = array("Q", sorted(index))
        self._offsets = array("Q", (index[beginning] for beginning in self._beginnings))
        self._is_replaced = bytearray(len(self._offsets))
        self._is_used = bytearray(len(self._offsets))

    def find(self, key: bytes) -> bytes | None:
        """The line, with its end.

        :raises OSError: it cannot be read any more.
        """
        number = self._number(key)
        line = b"" if number is None else self._line(number)
        return line if line.startswith(key) else None

    def use(self, key: bytes) -> None:
        """Its line is still true."""
        if (number := self._number(key)) is not None:
            self._is_used[number] = True

    def replace(self, key: bytes) -> None:
        """There is another line now in place of the one that it has."""
        if (number := self._number(key)) is not None:
            self._is_replaced[number] = True

    def rest(self) -> Iterator[tuple[bytes, bool]]:
        """The lines that were not replaced, in their order, and of each whether it is known to be true still.

        :raises OSError: one cannot be read any more.
        """
        for number in sorted(range(len(self._offsets)), key=self._offsets.__getitem__):
            if not self._is_replaced[number]:
                yield self._line(number), bool(self._is_used[number])

    def close(self) -> None:
        self._file.close()

    def _number(self, key: bytes) -> int | None:
        beginning = _beginning(key)
        number = bisect_left(self._beginnings, beginning)
        return number if number < len(self._beginnings) and self._beginnings[number] == beginning else None

    def _line(self, number: int) -> bytes:
        self._file.seek(self._offsets[number])
        return self._file.readline()


def _beginning(line: bytes) -> int:
    """Enough of a line's key to find it by: eight bytes.

    :raises ValueError: it has none.
    """
    return int(line[: KEY // 2], 16)


def lines_in(folder: str, name: str) -> KeptLines | None:
    """None where there is no such file, where it is somebody else's, damaged, too large, or written by another version."""
    file = None
    try:
        file = open_private(folder, name)
        if file is not None and os.fstat(file.fileno()).st_size <= LARGEST:
            return KeptLines(file, _index(file))
    except (OSError, ValueError):  # a cache that cannot be read is none
        pass
    if file is not None:
        file.close()
    return None


def _index(file: BinaryIO) -> dict[int, int]:
    """Where each line begins, by the beginning of its key.

    :raises ValueError: the file is not whole, or another version's.
    """
    line = file.readline()
    if line != first_line():
        raise ValueError(line)
    running = RunningSha256()
    running.update(line)
    index: dict[int, int] = {}
    for line in file:
        if len(line) == _DIGEST + 1:
            if line != f"{running.digest()}\n".encode() or file.read(1):
                raise ValueError(line)
            return index
        index[_beginning(line)] = running.size
        running.update(line)
    raise ValueError(line)
