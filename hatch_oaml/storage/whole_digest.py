"""The digest of an archive as it lies there, envelope and all."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from hatch_oaml.storage.opening import opened
from hatch_oaml.values.digests import BLOCK, sha256_of_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hatch_oaml.storage.bytes_at import SizedBytesAt
    from hatch_oaml.values.digests import Sha256


def digest_of_archive(path: Path) -> Sha256:
    """What `sha256sum` says of the file.

    :raises SourceError: it cannot be read.
    """
    return opened(path, _digest)


def _digest(source: SizedBytesAt) -> Sha256:
    with closing(source):
        return sha256_of_blocks(_blocks(source))


def _blocks(source: SizedBytesAt) -> Iterator[memoryview]:
    buffer = memoryview(bytearray(BLOCK))
    offset = 0
    while count := source.read_at(offset, buffer):
        yield buffer[:count]
        offset += count
