"""A file's digest and those of its tensors, in one pass over its bytes."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hatch_oaml.digests import Sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from io import FileIO

    from hatch_oaml.tensors import Tensor

BLOCK = 4 * 1024 * 1024
"""Measured: smaller blocks lose more to handing over than they gain from the cache."""
Region = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Digested:
    """A file of `size` bytes; a tensor has a digest where its bytes lie in one piece of this file."""

    sha256: Sha256
    size: int
    tensors: tuple[Tensor, ...]


def untold(_count: int, /) -> None:
    pass


def digest(file: FileIO, tensors: Iterable[Tensor], told: Callable[[int], None] = untold) -> Digested:
    """Two threads: SHA-256 of the whole is one stream, SHA-256 of the tensors another.

    :param told: is called with the number of bytes that were read.
    """
    known = tuple(tensors)
    pieces = _Pieces(_disjoint(region for tensor in known if (region := _region(tensor))))
    whole = hashlib.sha256()
    size = 0
    buffers = (bytearray(BLOCK), bytearray(BLOCK))
    with ThreadPoolExecutor(max_workers=1) as pool:
        pending = None
        for turn, length in enumerate(_fill(file, buffers)):
            view = memoryview(buffers[turn % 2])[:length]
            if pending:
                pending.result()
            pending = pool.submit(whole.update, view)
            pieces.update(size, view)
            size += length
            told(length)
        if pending:
            pending.result()
    return Digested(sha256=Sha256(whole.hexdigest()), size=size, tensors=_with_digests(known, pieces))


def digest_tensors(blocks: Iterable[memoryview], tensors: Iterable[Tensor]) -> tuple[Tensor, ...]:
    """`tensors` with their digests, of a file whose bytes are `blocks`."""
    known = tuple(tensors)
    pieces = _Pieces(_disjoint(region for tensor in known if (region := _region(tensor))))
    size = 0
    for block in blocks:
        pieces.update(size, block)
        size += len(block)
    return _with_digests(known, pieces)


def _with_digests(tensors: Iterable[Tensor], pieces: _Pieces) -> tuple[Tensor, ...]:
    digests = pieces.digests
    return tuple(replace(tensor, sha256=digests.get(_region(tensor))) for tensor in tensors)


def _fill(file: FileIO, buffers: tuple[bytearray, bytearray]) -> Iterator[int]:
    """Fills one buffer while the other is still being hashed."""
    turn = 0
    while length := file.readinto(buffers[turn % 2]):
        yield length
        turn += 1


def _region(tensor: Tensor) -> Region | None:
    if tensor.file is not None or tensor.offset is None or tensor.size is None:
        return None
    return tensor.offset, tensor.offset + tensor.size


def _disjoint(regions: Iterable[Region]) -> list[Region]:
    """In order; a region that overlaps an earlier one is left out, so that no file makes us hash it many times."""
    kept: list[Region] = []
    end = 0
    for region in sorted(set(regions)):
        if region[0] >= end:
            kept.append(region)
            end = region[1]
    return kept


class _Pieces:
    """The regions being hashed, as the file goes by."""

    def __init__(self, regions: list[Region]) -> None:
        self._regions = regions
        self._next = 0
        self._hash = hashlib.sha256()
        self._digests: dict[Region | None, Sha256] = {}

    def update(self, position: int, block: memoryview) -> None:
        end = position + len(block)
        while self._next < len(self._regions):
            region = self._regions[self._next]
            if region[0] >= end and region[1] > end:
                return
            self._hash.update(block[max(0, region[0] - position) : max(0, region[1] - position)])
            if region[1] > end:
                return
            self._digests[region] = Sha256(self._hash.hexdigest())
            self._hash = hashlib.sha256()
            self._next += 1

    @property
    def digests(self) -> Mapping[Region | None, Sha256]:
        """Those of the regions that the file had to their end."""
        return self._digests
