"""The files of a new folder are written as if they were one, each where the one before it ends."""

from __future__ import annotations

import os
from bisect import bisect_right
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from hatch_oaml.storage.bytes_at import FileBytes, blocks_at
from hatch_oaml.storage.draft import flush_folder, for_the_owner_alone
from hatch_oaml.storage.output import FileStorage
from hatch_oaml.values.digests import BLOCK
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from typing import BinaryIO

    from hatch_oaml.storage.output import Bytes

_LARGE = 1 << 26
"""Bytes of a file from which on to keep it open pays: it is then written past the page cache."""

_AT_ONCE = 8
"""Files that are brought to the disk side by side: a journal takes several in one go."""


@dataclass(slots=True)
class _Open:
    """A large file while it is being written."""

    file: BinaryIO
    storage: FileStorage
    left: int


class FolderOutput:
    """An `Output`; to be left by `close`."""

    def __init__(self, folder: str, files: Sequence[tuple[ArchivePath, int]]) -> None:
        """Makes all of them, still empty.

        :param files: path below `folder`, and size, in the order in which they will be written.
        :raises OSError: as the methods do.
        """
        self._folder = folder
        self._paths = [path for path, _ in files]
        self._starts = [0, *accumulate(size for _, size in files)]
        self._complete: frozenset[ArchivePath] = frozenset()
        self._open: dict[int, _Open] = {}
        self._lock = Lock()
        for path in self._paths:
            os.makedirs(os.path.dirname(self.place(path)), exist_ok=True)
            open(self.place(path), "xb", opener=for_the_owner_alone).close()

    def place(self, path: ArchivePath) -> str:
        return os.path.join(self._folder, path)

    def pass_over(self, paths: Iterable[ArchivePath]) -> None:
        """They have their bytes already: what is written of them is what they hold."""
        self._complete = frozenset(paths)

    def add(self, path: ArchivePath, data: bytes) -> None:
        """One file more, small and at once."""
        with open(self.place(path), "xb", opener=for_the_owner_alone) as file:
            file.write(data)
        self._paths.append(path)

    def paths(self) -> Iterator[ArchivePath]:
        """Of the files that are there."""
        for folder, _, names in os.walk(self._folder):
            above = os.path.relpath(folder, self._folder).replace(os.sep, "/")
            yield from (ArchivePath(name if above == "." else f"{above}/{name}") for name in names)

    def size(self, path: ArchivePath) -> int:
        return os.stat(self.place(path)).st_size

    def blocks(self, path: ArchivePath) -> Iterator[memoryview]:
        """The bytes of a file as it lies there, read when they are asked for."""
        with closing(FileBytes(Path(self.place(path)))) as source:
            yield from blocks_at(source, 0, source.size)

    def reserve(self, size: int) -> None:
        """Each of them when it is written."""

    def block_end(self, offset: int) -> int:
        number = self._number_at(offset)
        start, end = self._starts[number], self._starts[number + 1]
        return min(start + ((offset - start) // BLOCK + 1) * BLOCK, end)

    def write_at(self, offset: int, data: Bytes) -> None:
        rest = memoryview(data)
        while rest:
            number = self._number_at(offset)
            piece = rest[: self._starts[number + 1] - offset]
            if self._paths[number] not in self._complete:
                self._write(number, offset - self._starts[number], piece)
            offset += len(piece)
            rest = rest[len(piece) :]

    def finish(self, executable: Collection[ArchivePath], time: int) -> None:
        """Modes and times, in seconds since 1970, as an archive has them, whatever the umask; then all is on the disk."""
        folders = {self._folder}
        for path in self._paths:
            place = self.place(path)
            os.chmod(place, 0o755 if path in executable else 0o644)
            os.utime(place, (time, time))
            while (place := os.path.dirname(place)) not in folders:
                folders.add(place)
        for folder in folders:
            os.chmod(folder, 0o755)  # noqa: S103  # what a release is unpacked into
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            list(pool.map(_flush, map(self.place, self._paths)))
        for folder in folders:
            flush_folder(Path(folder))

    def close(self) -> None:
        with ExitStack() as each:
            while self._open:
                each.callback(self._open.popitem()[1].file.close)

    def _number_at(self, offset: int) -> int:
        """Of the file that has a byte there; empty ones have none."""
        return bisect_right(self._starts, offset) - 1

    def _write(self, number: int, inside: int, data: memoryview) -> None:
        if self._starts[number + 1] - self._starts[number] < _LARGE:
            _write_at(self.place(self._paths[number]), inside, data)
            return
        part = self._opened(number)
        part.storage.write_at(inside, data)
        with self._lock:
            part.left -= len(data)
            if not part.left:
                del self._open[number]
                part.file.close()

    def _opened(self, number: int) -> _Open:
        with self._lock:
            if number not in self._open:
                size = self._starts[number + 1] - self._starts[number]
                file = open(self.place(self._paths[number]), "r+b")  # noqa: SIM115  # closed with its last byte
                self._open[number] = _Open(file, FileStorage(file), size)
                self._open[number].storage.reserve(size)
            return self._open[number]


def _write_at(path: str, offset: int, data: memoryview) -> None:
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        os.lseek(descriptor, offset, os.SEEK_SET)
        while data:
            data = data[os.write(descriptor, data) :]
    finally:
        os.close(descriptor)


def _flush(path: str) -> None:
    descriptor = os.open(path, os.O_RDWR)  # Windows flushes no file that is open for reading
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
