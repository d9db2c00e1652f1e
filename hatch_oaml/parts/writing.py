"""The coordinator: gives out the batches, makes the parts that nobody else can, and those with late members last."""

from __future__ import annotations

import time
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import TYPE_CHECKING, Protocol

from hatch_oaml import __version__
from hatch_oaml.parts.answers import refuse_fault
from hatch_oaml.parts.destination import put
from hatch_oaml.parts.grid import planned
from hatch_oaml.parts.stretch import Stretch, as_plain
from hatch_oaml.parts.task import carry_out
from hatch_oaml.records.members import BytesContent, FileContent, LateContent
from hatch_oaml.storage.entries import Entry, as_expected, rendered
from hatch_oaml.storage.source import whole
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import WriteError
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from concurrent.futures import Executor

    from hatch_oaml.parts.destination import Destination
    from hatch_oaml.parts.grid import Batch
    from hatch_oaml.parts.task import Answer, Order
    from hatch_oaml.records.members import Digests, Progress
    from hatch_oaml.values.digests import Sha256

OWN = 1 << 20
"""Bytes of a file up to which the coordinator reads it: what is small lies in the project, which workers need not see."""

INTERVAL = 20.0
"""Seconds between two questions of what has arrived: each is a request for every thousand parts."""

_PATIENCE = 0.5
"""Seconds: Windows does not deliver Ctrl-C to a thread that waits without an end."""


class Place(Protocol):
    """Where the parts of an archive go."""

    part_size: int

    def destination(self) -> Destination:
        """What workers are told."""

    def take(self, tokens: Mapping[int, str]) -> None:
        """:param tokens: what `put` answered for each of these parts, counted from 0."""

    def arrived(self) -> int:
        """Bytes that are there already, as far as it is known; workers themselves tell nothing until a task is done."""


def write_parts(place: Place, entries: Iterable[Entry], end: bytes, executor: Executor, progress: Progress) -> Digests:
    """All entries one behind the other, then `end`; answers the digest of each.

    :raises ChangedWhileReadingError: a file is not what it was.
    :raises SourceError: a file cannot be read, or a worker does not see it.
    :raises WriteError: a part cannot be put into its place, or a worker has another version of hatch-oaml.
    """
    coordinator = _Coordinator(place, [*entries, Entry(ArchivePath(""), BytesContent(data=b""), end)], progress)
    pending: dict[Future[Answer], Batch] = {}
    try:
        for batch in coordinator.plan.batches:
            pending[executor.submit(carry_out, coordinator.order(batch))] = batch
        coordinator.put_own()
        coordinator.collect(pending)
    except BaseException:
        for future in pending:
            future.cancel()
        raise
    coordinator.put_late()
    return coordinator.digests


class _Coordinator:
    def __init__(self, place: Place, entries: list[Entry], progress: Progress) -> None:
        self.digests: dict[ArchivePath, Sha256] = {}
        self._place = place
        self._destination = place.destination()
        self._progress = progress
        self._noted = self._told = 0
        self._entries = entries
        self._stretch = Stretch(entries, place.part_size)  # in which what is at hand takes the place of a file
        self._grid = self._stretch.grid
        self._theirs = [isinstance(entry.content, FileContent) and entry.content.size > OWN for entry in entries]
        self.plan = planned([entry.size for entry in entries], self._theirs, place.part_size)
        self._at_hand: set[int] = set()
        self._late = [number for number, entry in enumerate(entries) if isinstance(entry.content, LateContent)]
        self._late_parts = {part for number in self._late for part in self._parts_of(number)}
        self._buffer = memoryview(bytearray(min(place.part_size, self._grid.size)))

    def order(self, batch: Batch) -> Order:
        end = batch.end
        while batch.parts and self._grid.starts[end] < self._grid.span(batch.parts[-1])[1]:
            end += 1
        return {
            "version": __version__,
            "destination": self._destination,
            "part_size": self._grid.part_size,
            "start": self._grid.starts[batch.first],
            "entries": [as_plain(entry) for entry in self._entries[batch.first : end]],
            "count": batch.end - batch.first,
            "parts": (batch.parts.start, batch.parts.stop),
        }

    def put_own(self) -> None:
        """What waits for no digest; what a late part needs too is kept for it."""
        for part in self.plan.own:
            begin, end = self._grid.span(part)
            for number, _, _ in self._grid.pieces(begin, end):
                self._hold(number)
            if part not in self._late_parts:
                self._put(part)
                self._let_go(end)

    def collect(self, pending: Mapping[Future[Answer], Batch]) -> None:
        waiting = set(pending)
        asked = time.monotonic()
        while waiting:
            finished, waiting = wait(waiting, timeout=_PATIENCE, return_when=FIRST_COMPLETED)
            for future in finished:
                self._take(future.result(), pending[future])
            if time.monotonic() - asked >= INTERVAL:
                self._tell(self._place.arrived() - self._told)
                asked = time.monotonic()

    def put_late(self) -> None:
        for number in self._late:
            data = rendered(self._entries[number], self.digests)
            self._stretch.entries[number] = self._entries[number]._replace(content=BytesContent(data=data))
            self._note(number, sha256_of(data))
        for part in sorted(self._late_parts):
            self._put(part)

    def _take(self, answer: Answer, batch: Batch) -> None:
        refuse_fault(answer["outcome"], WriteError)
        self._place.take(answer["tokens"])
        for number, digest in zip(range(batch.first, batch.end), answer["digests"], strict=True):
            self._note(number, digest)

    def _note(self, number: int, digest: Sha256) -> None:
        entry = self._entries[number]
        digest = as_expected(entry, digest)
        if entry.path:
            self.digests[entry.path] = digest
            self._noted += entry.content.size
            self._tell(self._noted - self._told, entry.path)

    def _tell(self, count: int, path: str = "") -> None:
        """What has passed beyond what was told: of files that are done, or of parts that arrived meanwhile."""
        if count > 0:
            self._told += count
            self._progress(path, count)

    def _hold(self, number: int) -> None:
        """The content, if it is one of the coordinator's own and known."""
        entry = self._entries[number]
        if self._theirs[number] or number in self._at_hand or isinstance(entry.content, LateContent):
            return
        data = entry.content.data if isinstance(entry.content, BytesContent) else whole(entry.path, entry.content)
        self._stretch.entries[number] = entry._replace(content=BytesContent(data=data))
        self._at_hand.add(number)
        self._note(number, sha256_of(data))

    def _let_go(self, end: int) -> None:
        """Of what no part behind `end` needs, nor a late one."""
        for number in list(self._at_hand):
            if self._grid.starts[number + 1] <= end and self._late_parts.isdisjoint(self._parts_of(number)):
                self._at_hand.remove(number)
                self._stretch.entries[number] = self._entries[number]

    def _put(self, part: int) -> None:
        begin, end = self._grid.span(part)
        block = self._buffer[: end - begin]
        self._stretch.fill(begin, block)
        self._place.take({part: put(self._destination, begin, block)})

    def _parts_of(self, number: int) -> range:
        size, starts = self._grid.part_size, self._grid.starts
        return range(starts[number] // size, -(-starts[number + 1] // size))
