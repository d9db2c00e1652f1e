"""The members of a finished archive are hashed, large ones side by side."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

from hatch_oaml.values.digests import RunningSha256

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hatch_oaml.archives._contract import Reading
    from hatch_oaml.records.members import Digests, Progress, StoredMember
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath

_LARGE = 1 << 17
_WORKERS = min(4, os.cpu_count() or 1)


def digests_of(reading: Reading, progress: Progress) -> Digests:
    """The digest of every member, each byte read once.

    :raises SourceError: the archive is damaged.
    """
    hasher = _Hasher(reading, progress)
    if reading.side_by_side:
        hasher.hash_side_by_side()
    else:
        hasher.hash_each(reading.members)
    return {member.path: hasher.digests[member.path] for member in reading.members}


class _Hasher:
    def __init__(self, reading: Reading, progress: Progress) -> None:
        self.digests: dict[ArchivePath, Sha256] = {}
        self._reading = reading
        self._progress = progress
        self._large: deque[StoredMember] = deque()
        self._stopped = False

    def hash_side_by_side(self) -> None:
        large = (member for member in self._reading.members if member.size >= _LARGE)
        self._large.extend(sorted(large, key=lambda member: -member.size))
        with ThreadPoolExecutor(_WORKERS) as pool:
            try:
                workers = {pool.submit(self._hash_large_ones) for _ in range(min(_WORKERS, len(self._large)))}
                self.hash_each(member for member in self._reading.members if member.size < _LARGE)
                while workers:  # with a timeout, since Windows does not deliver Ctrl-C to a thread that waits for ever
                    finished, workers = wait(workers, timeout=0.5, return_when=FIRST_EXCEPTION)
                    for worker in finished:
                        worker.result()
            finally:
                self._stopped = True

    def hash_each(self, members: Iterable[StoredMember]) -> None:
        for member in members:
            self._hash(member)

    def _hash_large_ones(self) -> None:
        try:
            while member := self._next_large_one():
                self._hash(member)
        except BaseException:
            self._stopped = True
            raise

    def _next_large_one(self) -> StoredMember | None:
        try:
            return self._large.popleft()
        except IndexError:
            return None

    def _hash(self, member: StoredMember) -> None:
        running = RunningSha256()
        for block in self._reading.blocks(member):
            if self._stopped:
                return
            running.update(block)
            self._progress(member.path, len(block))
        self.digests[member.path] = running.digest()
