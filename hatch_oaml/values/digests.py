"""SHA-256 digests, the only ones a release speaks, and all ways to come by one."""

from __future__ import annotations

import hashlib
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NewType

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Sha256 = NewType("Sha256", str)
"""64 lower-case hexadecimal digits."""

BLOCK = 1 << 20
"""Bytes that are read and hashed at once: more fall out of the processor's second-level cache before they are written."""

UNKNOWN = Sha256("0" * 64)
"""Stands where a digest will be written once it is known; of the same length, so that sizes are known before."""

_HEX = expression(r"[0-9a-f]{64}\Z")


def sha256(text: str) -> Sha256:
    """:raises ValueError: if `text` is not 64 lower-case hexadecimal digits."""
    if not _HEX.match(text):
        raise ValueError(text)
    return Sha256(text)


class RunningSha256:
    """The digest of what goes by, in pieces; `size` is how many bytes did."""

    def __init__(self) -> None:
        self.size = 0
        self._hash = hashlib.sha256()

    def update(self, block: bytes | bytearray | memoryview) -> None:
        self._hash.update(block)
        self.size += len(block)

    def digest(self) -> Sha256:
        return Sha256(self._hash.hexdigest())


def sha256_of(data: bytes | bytearray | memoryview) -> Sha256:
    return Sha256(hashlib.sha256(data).hexdigest())


def sha256_of_name(name: str) -> Sha256:
    """Of a path, even one that is no text: a name that no other path gets, and that every system allows."""
    return sha256_of(name.encode("utf-8", "surrogateescape"))


def sha256_of_blocks(blocks: Iterable[bytes | memoryview]) -> Sha256:
    """Of all of them, one behind the other."""
    running = RunningSha256()
    for block in blocks:
        running.update(block)
    return running.digest()


def digest_for_uuid(blocks: Iterable[bytes]) -> bytes:
    """The bytes of a UUID of version 5, of which the first block is the namespace: `uuid.uuid5` wants all the others as one text."""
    running = hashlib.sha1(usedforsecurity=False)
    for block in blocks:
        running.update(block)
    return running.digest()[:16]


def start_and_digest(data: bytes, read: Callable[[int], bytes], most: int) -> tuple[bytes, Sha256, int]:
    """The first `most` bytes of a stream, the digest of all of them, and how many they are.

    :param data: what `read` answered already; of most files it is all.
    """
    more = read(BLOCK)
    if not more:
        return data[:most], sha256_of(data), len(data)
    running = RunningSha256()
    start = bytearray()
    for block in chain([data, more], read_blocks(read)):
        running.update(block)
        start += block[: most - len(start)]
    return bytes(start), running.digest(), running.size


def read_blocks(read: Callable[[int], bytes]) -> Iterator[bytes]:
    """What a stream's `read` answers, up to its end."""
    return iter(partial(read, BLOCK), b"")
