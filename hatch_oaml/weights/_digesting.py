"""A file's digest and those of its tensors, in one pass over its bytes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.values.digests import RunningSha256
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from io import RawIOBase

    from hatch_oaml.records.tensors import Tensor
    from hatch_oaml.values.digests import Sha256

BLOCK = 4 * 1024 * 1024
"""Measured: smaller blocks lose more to handing over than they gain from the cache."""
Region = tuple[int, int]


@frozen
class Digested:
    """A file of `size` bytes; a tensor has a digest where its bytes lie in one piece of this file."""

    sha256: Sha256
    size: int
    tensors: tuple[Tensor, ...]


def untold(_count: int, /) -> None:
    pass


def digest(file: RawIOBase, tensors: Iterable[Tensor], told: Callable[[int], None] = untold) -> Digested:
    """Two threads: SHA-256 of the whole is one stream, SHA-256 of the tensors another.

    :param told: is called with the number of bytes that were read.
    """
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  # only tensors that are compared need it

    pieces = TensorHash(tensors)
    whole = RunningSha256()
    buffers = (bytearray(BLOCK), bytearray(BLOCK))
    with ThreadPoolExecutor(max_workers=1) as pool:
        pending = None
        for turn, length in enumerate(_fill(file, buffers)):
            view = memoryview(buffers[turn % 2])[:length]
            if pending:
                pending.result()
            pending = pool.submit(whole.update, view)
            pieces.update(view)
            told(length)
        if pending:
            pending.result()
    return Digested(sha256=whole.digest(), size=pieces.size, tensors=pieces.tensors())


def digest_tensors(blocks: Iterable[memoryview], tensors: Iterable[Tensor]) -> tuple[Tensor, ...]:
    """`tensors` with their digests, of a file whose bytes are `blocks`."""
    pieces = TensorHash(tensors)
    for block in blocks:
        pieces.update(block)
    return pieces.tensors()


def _fill(file: RawIOBase, buffers: tuple[bytearray, bytearray]) -> Iterator[int]:
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


class TensorHash:
    """Tensors being hashed as the bytes of their file go by; `size` is how many did."""

    def __init__(self, tensors: Iterable[Tensor]) -> None:
        self.size = 0
        self._tensors = tuple(tensors)
        self._regions = _disjoint(region for tensor in self._tensors if (region := _region(tensor)))
        self._next = 0
        self._hash = RunningSha256()
        self._digests: dict[Region | None, Sha256] = {}

    def update(self, block: memoryview) -> None:
        position, end = self.size, self.size + len(block)
        self.size = end
        while self._next < len(self._regions):
            region = self._regions[self._next]
            if region[0] >= end and region[1] > end:
                return
            self._hash.update(block[max(0, region[0] - position) : max(0, region[1] - position)])
            if region[1] > end:
                return
            self._digests[region] = self._hash.digest()
            self._hash = RunningSha256()
            self._next += 1

    def tensors(self) -> tuple[Tensor, ...]:
        """With the digests of those that the file had to their end."""
        return tuple(replace(tensor, sha256=self._digests.get(_region(tensor))) for tensor in self._tensors)
