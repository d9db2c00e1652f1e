"""Many files flow into one, each byte read once, hashed and written on the way."""

from __future__ import annotations

import os
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import field
from itertools import cycle
from threading import Event
from typing import TYPE_CHECKING

from hatch_oaml.records.members import BytesContent, FileContent, LateContent
from hatch_oaml.storage.crc32 import crc32
from hatch_oaml.storage.entries import as_expected, finished_head, rendered_blocks
from hatch_oaml.storage.output import aligned
from hatch_oaml.storage.source import blocks, whole
from hatch_oaml.values.digests import BLOCK, RunningSha256, sha256_of
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.members import Progress
    from hatch_oaml.storage.entries import Entry
    from hatch_oaml.storage.output import Output
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath

_SMALL = 1 << 17
"""Files up to this size share blocks: for them a thread costs more than it gains."""

_WORKERS = min(8, 2 * (os.cpu_count() or 1))
"""Half of them wait for the disk."""


@frozen
class Copied:
    """What was learnt of the contents on the way; `crcs` only of those whose entry asked for it."""

    digests: dict[ArchivePath, Sha256] = field(default_factory=dict)
    crcs: dict[ArchivePath, int] = field(default_factory=dict)


def copy(output: Output, entries: Iterable[Entry], progress: Progress) -> Copied:
    """Writes `entries` one after the other from offset 0: large ones side by side, small ones many at a time.

    :raises ChangedWhileReadingError: a file is not what it was.
    :raises SourceError: a file cannot be read.
    :raises OSError: the output cannot be written.
    """
    copier = _Copier(output, progress)
    with copier.at_work():
        copier.copy(entries)
    copier.write_late_ones()
    return copier.copied


class _Copier:
    def __init__(self, output: Output, progress: Progress) -> None:
        self.copied = Copied()
        self._output = output
        self._progress = progress
        self._gathered: list[bytes] = []  # what is not yet written,
        self._size = 0  # of so many bytes,
        self._offset = 0  # which belongs here
        self._late: list[tuple[int, Entry]] = []
        self._pool = ThreadPoolExecutor(_WORKERS)
        self._helper = ThreadPoolExecutor(1)
        self._running: set[ArchivePath] = set()
        self._streams: set[Future[None]] = set()
        self._stopped = Event()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Ends once all threads have; whatever goes wrong ends them at their next block."""
        with self._helper, self._pool:
            try:
                yield
                self._wait(at_most=0)
            except BaseException:
                self._stopped.set()
                self._pool.shutdown(wait=False, cancel_futures=True)
                raise

    def copy(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if self._stopped.is_set():
                return
            if isinstance(entry.content, LateContent):
                self._late.append((self._set_aside(entry.size), entry))
            elif isinstance(entry.content, BytesContent):
                self._gather(entry, entry.content.data)
            elif entry.content.size <= _SMALL:
                self._gather(entry, whole(entry.path, entry.content))
            else:
                self._start_stream(entry, entry.content)
        self._flush()

    def write_late_ones(self) -> None:
        for offset, entry in self._late:
            self._write_late(offset, entry)

    def _write_late(self, offset: int, entry: Entry) -> None:
        position = offset + len(entry.head)
        hashed = _Hash(with_crc=entry.crc_at is not None)
        for block in rendered_blocks(entry, self.copied.digests):
            hashed.update(block)
            self._output.write_at(position, block)
            position += len(block)
            self._progress(entry.path, len(block))
        self._output.write_at(position, bytes(entry.tail))
        digest = hashed.sha256.digest()
        self._output.write_at(offset, finished_head(entry, digest, hashed.crc))
        self._note(entry, digest, hashed.crc)

    def _gather(self, entry: Entry, data: bytes) -> None:
        crc = None if entry.crc_at is None else crc32(data)
        digest = sha256_of(data)
        self._note(entry, digest, crc)
        self._gathered += (finished_head(entry, digest, crc), data, bytes(entry.tail))
        self._size += entry.size
        self._progress(entry.path, len(data))
        if self._size >= BLOCK:
            self._flush()

    def _flush(self) -> None:
        if self._gathered:
            self._output.write_at(self._offset, b"".join(self._gathered))
            self._offset += self._size
            self._gathered.clear()
            self._size = 0

    def _set_aside(self, size: int) -> int:
        """The offset of the next `size` bytes, which will not be gathered."""
        self._flush()
        offset = self._offset
        self._offset += size
        return offset

    def _note(self, entry: Entry, digest: Sha256, crc: int | None) -> None:
        self.copied.digests[entry.path] = as_expected(entry, digest)
        if crc is not None:
            self.copied.crcs[entry.path] = crc

    def _start_stream(self, entry: Entry, content: FileContent) -> None:
        offset = self._set_aside(entry.size)
        self._wait(at_most=2 * _WORKERS)
        self._streams.add(self._pool.submit(self._stream_or_stop, offset, entry, content))

    def _wait(self, *, at_most: int) -> None:
        """Until no more than so many streams are left.

        Windows does not deliver Ctrl-C to a thread that waits without an end, hence the timeout.
        """
        while len(self._streams) > at_most:
            finished, self._streams = wait(self._streams, timeout=0.5, return_when=FIRST_COMPLETED)
            for stream in finished:
                stream.result()

    def _stream_or_stop(self, offset: int, entry: Entry, content: FileContent) -> None:
        self._running.add(entry.path)
        try:
            self._stream(offset, entry, content)
        except BaseException:
            self._stopped.set()
            raise
        finally:
            self._running.discard(entry.path)

    def _stream(self, offset: int, entry: Entry, content: FileContent) -> None:
        self._output.write_at(offset, entry.head)
        position = offset + len(entry.head)
        hashed = _Hash(with_crc=entry.crc_at is not None)
        buffers = _Buffers(self._output, position)
        for block in self._hashed_blocks(entry, content, hashed, buffers):
            if self._stopped.is_set():
                return
            self._output.write_at(position, block)
            position += len(block)
            self._progress(entry.path, len(block))
        self._output.write_at(position, bytes(entry.tail))
        digest = hashed.sha256.digest()
        if entry.crc_at is not None or entry.head_for is not None:
            self._output.write_at(offset, finished_head(entry, digest, hashed.crc))
        self._note(entry, digest, hashed.crc)

    def _hashed_blocks(
        self, entry: Entry, content: FileContent, hashed: _Hash, buffers: _Buffers
    ) -> Iterator[memoryview]:
        """The file's blocks; that of a lonely file is hashed while it is written and the next one read."""
        hashing: Future[None] | None = None
        for block in blocks(entry.path, content, buffers):
            if hashing:
                hashing.result()  # its buffer will be read into next
                hashing = None
            if len(self._running) == 1:
                hashing = self._helper.submit(hashed.update, block)
            else:
                hashed.update(block)
            yield block
        if hashing:
            hashing.result()


class _Buffers:
    """Buffers, taken in turn, for blocks that lie behind one another from `position` on: each ends where the output likes."""

    def __init__(self, output: Output, position: int) -> None:
        self._output = output
        self._offset = position
        self._buffers = cycle([aligned(BLOCK), aligned(BLOCK)])

    def __call__(self, at_most: int) -> memoryview:
        count = min(at_most, self._output.block_end(self._offset) - self._offset)
        self._offset += count
        return next(self._buffers)[:count]


class _Hash:
    """What is learnt of a content on the way; `crc` is None where nobody asked for it."""

    def __init__(self, *, with_crc: bool) -> None:
        self.sha256 = RunningSha256()
        self.crc = 0 if with_crc else None

    def update(self, block: bytes | memoryview) -> None:
        self.sha256.update(block)
        if self.crc is not None:
            self.crc = crc32(block, self.crc)
