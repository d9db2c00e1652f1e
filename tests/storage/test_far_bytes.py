"""An archive in a store is read at any place, in pieces of any size, and no more of it is fetched than need be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import fsspec
import pytest

from hatch_oaml import stores
from hatch_oaml.storage.bytes_at import blocks_at
from hatch_oaml.storage.far_bytes import FarBytes
from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.values.errors import SourceError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = (9 << 20) + 5
DATA = bytes(range(251)) * (SIZE // 251 + 1)


@pytest.fixture(params=[1000, SIZE])
def size(request: pytest.FixtureRequest) -> Iterator[int]:
    """Of an object at `memory://models/a.tar`."""
    stores._connected.cache_clear()
    memory = fsspec.filesystem("memory")
    memory.pipe("/models/a.tar", DATA[: request.param])
    yield request.param
    memory.rm("/models/a.tar")


@pytest.fixture
def archive(size: int) -> FarBytes:
    assert size
    return FarBytes(StorePath.of("memory://models/a.tar"))


def read(archive: FarBytes, offset: int, size: int) -> bytes:
    buffer = bytearray(size)
    return bytes(buffer[: archive.read_at(offset, memoryview(buffer))])


@pytest.mark.parametrize("piece", [1, 512, 65536, 3 << 20, SIZE + 7])
def test_a_piece_is_what_stands_there(archive: FarBytes, size: int, piece: int) -> None:
    for offset in (0, 1, 511, size // 2, size - 1, size, size + 5):
        assert DATA[:size][offset : offset + piece] == read(archive, offset, piece)


def test_who_reads_on_gets_all(archive: FarBytes, size: int) -> None:
    assert DATA[:size] == b"".join(map(bytes, blocks_at(archive, 0, size)))
    assert DATA[:size] == b"".join(read(archive, offset, 100_000) for offset in range(0, size, 100_000))


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(SourceError, match=r"memory://models/b\.tar: there is no such object"):
        FarBytes(StorePath.of("memory://models/b.tar"))


def test_an_address_is_a_path_with_a_name_and_neighbours(size: int) -> None:
    path = StorePath.of("memory://models/a.tar")

    assert ("a.tar", ".tar", "memory://models/a.tar") == (path.name, path.suffix, str(path))
    assert "memory://models/a.tar.sig" == str(path.with_name(f"{path.name}.sig"))
    assert "file:///models/a" == StorePath.of("file:///models/a").address
    assert path == path.absolute()
    assert (True, False, False) == (path.exists(), path.is_dir(), path.is_file())
    assert StorePath.of("memory://models").is_prefix()
    assert not path.is_prefix()
    assert [size] == [stored.size for stored in path.parent.below()]
    with pytest.raises(UsageError, match="carries a user"):
        StorePath.of("s3://me:secret@models/a")
