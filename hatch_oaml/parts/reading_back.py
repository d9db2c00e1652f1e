"""What arrived in a store, held against what was meant to: its heads, and the texts that make it lawful."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

from hatch_oaml.values.digests import sha256_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from hatch_oaml.records.members import Digests
    from hatch_oaml.storage.entries import Entry
    from hatch_oaml.values.paths import ArchivePath

    Wanted = list[tuple[int, int, Entry]]
    """From where to where, and of which entry."""

_AT_ONCE = 16
"""Requests: each waits for the store, and hardly anything else."""

_GAP = 1 << 16
"""Bytes that are rather read than asked around."""

_MOST = 8 << 20


class ReadAt(Protocol):
    def __call__(self, offset: int, buffer: memoryview) -> None:
        """Fills the buffer."""


def reads_back(read_at: ReadAt, entries: Sequence[Entry], digests: Digests, legal: Collection[ArchivePath]) -> bool:
    """Whether heads and `legal` members stand where they belong; contents of weights are the store's to prove, part by part.

    :raises SourceError: it cannot be read.
    """
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return all(pool.map(lambda wanted: _as_meant(read_at, wanted, digests, legal), _ranges(entries, legal)))


def _ranges(entries: Sequence[Entry], legal: Collection[ArchivePath]) -> Iterator[Wanted]:
    """What lies close together is one range."""
    wanted: Wanted = []
    for start, entry in zip(accumulate((entry.size for entry in entries), initial=0), entries, strict=False):
        end = start + len(entry.head) + (entry.content.size if entry.path in legal else 0)
        if wanted and (start - wanted[-1][1] > _GAP or end - wanted[0][0] > _MOST):
            yield wanted
            wanted = []
        wanted.append((start, end, entry))
    if wanted:
        yield wanted


def _as_meant(read_at: ReadAt, wanted: Wanted, digests: Digests, legal: Collection[ArchivePath]) -> bool:
    offset = wanted[0][0]
    buffer = memoryview(bytearray(wanted[-1][1] - offset))
    read_at(offset, buffer)
    for start, end, entry in wanted:
        found = buffer[start - offset : end - offset]
        content = len(entry.head)
        if found[:content] != entry.head or (entry.path in legal and sha256_of(found[content:]) != digests[entry.path]):
            return False
    return True
