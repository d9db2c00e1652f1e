"""The members of a finished archive are hashed, large ones side by side, while whoever asked goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hatch_oaml.values.digests import RunningSha256
from hatch_oaml.values.many import column
from hatch_oaml.values.sameness import same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Protocol

    from hatch_oaml.archives._contract import Reading
    from hatch_oaml.records.members import Digests, Progress, StoredMember
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath

    class Others(Protocol):
        """Who hashes members elsewhere, and how many of them `at_once`."""

        at_once: int

        def hash(self, member: StoredMember, progress: Progress) -> Sha256 | None:
            """None of one that is to be hashed here."""


_LARGE = 1 << 17
_WORKERS = min(4, os.cpu_count() or 1)
_TURN = 2e-5
"""Seconds after which who runs Python lets a hashing thread have its next block: it needs Python for microseconds, and
hashes for a millisecond without. The interpreter's own 5 ms would let it wait for longer than it works."""


def digests_of(reading: Reading, progress: Progress) -> Digests:
    """The digest of every member, each byte read once.

    :raises SourceError: the archive is damaged.
    """
    with hashing(reading, progress) as digests:
        return dict(digests)


@contextmanager
def hashing(
    reading: Reading, progress: Progress, others: Others | None = None, stated: Digests | None = None
) -> Iterator[Digests]:
    """The digest of every member, each byte read once: to ask for one that is not known yet waits for it.

    At the end all of them are known. What fails meanwhile is told only of an archive that is whole.

    :param others: who hashes large members, if not the threads of this process.
    :param stated: of a small member that has this digest the very one is kept: of very many, two of each take much room.
    :raises SourceError: the archive is damaged; from within, or at the end.
    """
    hasher = _Hasher(reading, progress, others)
    members = reading.members
    sizes = enumerate(column(members, "size") if reading.side_by_side else ())
    large = [members[at] for at, size in sizes if size >= _LARGE]
    with _short_turns(), ThreadPoolExecutor(others.at_once if others else _WORKERS) as pool:
        try:
            by_size = sorted(large, key=lambda member: -member.size)
            pending = {member.path: pool.submit(hasher.hash, member) for member in by_size}
            small = (member for member in members if member.path not in pending)
            known = dict(_sharing(((member.path, hasher.hash(member)) for member in small), stated or {}))
            del stated  # it has a row for each member too
            digests = _Awaited(list(column(members, "path")), known, pending, hasher)
            try:
                yield digests
            except Exception:
                digests.wait_for_all()
                raise
            digests.wait_for_all()
        finally:
            hasher.stop()


def _sharing(found: Iterable[tuple[ArchivePath, Sha256]], stated: Digests) -> Iterator[tuple[ArchivePath, Sha256]]:
    for path, digest in found:
        yield path, same(digest, stated.get(path))


@contextmanager
def _short_turns() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(before, _TURN))
    try:
        yield
    finally:
        sys.setswitchinterval(before)


class _Hasher:
    """`failure` is the first one: the others stopped for it."""

    def __init__(self, reading: Reading, progress: Progress, others: Others | None) -> None:
        self.failure: BaseException | None = None
        self._others = others
        self._reading = reading
        self._progress = progress
        self._stopped = False

    def stop(self) -> None:
        self._stopped = True

    def hash(self, member: StoredMember) -> Sha256:
        try:
            return self._digest(member)
        except BaseException as error:  # noqa: BLE001  # an interruption too stops the others, and is told as it is
            self.failure = self.failure or error
            self._stopped = True
            raise self.failure from None

    def _digest(self, member: StoredMember) -> Sha256:
        if self._stopped:
            raise CancelledError
        told = self._others.hash(member, self._progress) if self._others and member.size >= _LARGE else None
        return told or self._digest_here(member)

    def _digest_here(self, member: StoredMember) -> Sha256:
        running = RunningSha256()
        for block in self._reading.blocks(member):
            if self._stopped:
                raise CancelledError
            running.update(block)
            self._progress(member.path, len(block))
        return running.digest()


class _Awaited(Mapping["ArchivePath", "Sha256"]):
    """In the order of the archive; its length and its paths are known from the start."""

    def __init__(
        self,
        paths: list[ArchivePath],
        known: dict[ArchivePath, Sha256],
        pending: dict[ArchivePath, Future[Sha256]],
        hasher: _Hasher,
    ) -> None:
        self._paths = paths
        self._known = known
        self._pending = pending
        self._hasher = hasher

    def __getitem__(self, path: ArchivePath) -> Sha256:
        if path in self._pending:
            self._known[path] = self._awaited(self._pending[path])
            del self._pending[path]
        return self._known[path]

    def __iter__(self) -> Iterator[ArchivePath]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, path: object) -> bool:
        return path in self._known or path in self._pending

    def wait_for_all(self) -> None:
        for path in list(self._pending):
            _ = self[path]

    def _awaited(self, future: Future[Sha256]) -> Sha256:
        while not wait([future], timeout=0.5).done:  # Windows does not deliver Ctrl-C to a thread that waits for ever
            pass
        if self._hasher.failure is not None:
            raise self._hasher.failure
        return future.result()
