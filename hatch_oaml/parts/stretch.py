"""What lies one behind the other in an archive, wherever each piece of it is read from."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from hatch_oaml.parts.grid import Grid
from hatch_oaml.records.members import BytesContent, FileContent
from hatch_oaml.storage.entries import Entry
from hatch_oaml.storage.source import read_range
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from hatch_oaml.values.digests import RunningSha256

    Plain: TypeAlias = tuple[str, str, int, int | None, str | None, bytes, int]
    """An entry of a file, as it travels to a worker."""


def as_plain(entry: Entry) -> Plain:
    """:raises TypeError: its content is not in a file; a fault of the caller."""
    if not isinstance(entry.content, FileContent):
        raise TypeError(entry.path)
    content = entry.content
    return entry.path, content.source, content.size, content.mtime_ns, content.pin, entry.head, entry.tail


def as_entry(plain: Plain) -> Entry:
    path, source, size, mtime_ns, pin, head, tail = plain
    return Entry(ArchivePath(path), FileContent(source=source, size=size, mtime_ns=mtime_ns, pin=pin), head, tail)


class Stretch:
    """Entries from the offset `start` of an archive on, cut by its grid; an entry may be replaced by another of its size."""

    def __init__(self, entries: Sequence[Entry], part_size: int, start: int = 0) -> None:
        self.entries = list(entries)
        starts = list(accumulate((entry.size for entry in entries), initial=start))
        self.grid = Grid(part_size=part_size, starts=starts)

    def fill(self, begin: int, buffer: memoryview) -> None:
        """With what lies from offset `begin` on.

        :raises ChangedWhileReadingError: a file is not what it was.
        :raises SourceError: a file cannot be read.
        """
        for number, start, block in self._cut(begin, buffer):
            _read(self.entries[number], start, block)

    def hash(self, begin: int, block: memoryview, running: Sequence[RunningSha256]) -> None:
        """The contents in the block, which lies from offset `begin` on, of the first entries: of as many as are `running`."""
        for number, start, piece in self._cut(begin, block):
            if number < len(running):
                first, last = _content_within(self.entries[number], start, start + len(piece))
                running[number].update(piece[first:last])

    def _cut(self, begin: int, block: memoryview) -> Iterator[tuple[int, int, memoryview]]:
        """Which entry, from which of its bytes on, and where they are in the block."""
        at = 0
        for number, start, stop in self.grid.pieces(begin, begin + len(block)):
            yield number, start, block[at : at + stop - start]
            at += stop - start


def _read(entry: Entry, begin: int, buffer: memoryview) -> None:
    """Fills the buffer with the entry's bytes from `begin` on."""
    head = entry.head[begin : begin + len(buffer)]
    buffer[: len(head)] = head
    start, stop = _content_within(entry, begin, begin + len(buffer))
    offset = begin + start - len(entry.head)
    if start < stop:
        match entry.content:
            case BytesContent():
                buffer[start:stop] = entry.content.data[offset : offset + stop - start]
            case FileContent():
                read_range(entry.path, entry.content, offset, buffer[start:stop])
            case _:
                raise TypeError(entry.path)
    tail = max(len(head), stop)
    buffer[tail:] = bytes(len(buffer) - tail)


def _content_within(entry: Entry, begin: int, end: int) -> tuple[int, int]:
    """Where the content lies in the entry's bytes from `begin` to `end`, counted from `begin`."""
    first, last = len(entry.head), len(entry.head) + entry.content.size
    start = min(max(first, begin), end)
    return start - begin, max(start, min(last, end)) - begin
