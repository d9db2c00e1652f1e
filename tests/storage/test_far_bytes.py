"""An archive in a store is read at any place, in pieces of any size, and no more of it is fetched than need be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import fsspec
import pytest

from hatch_oaml import stores
from hatch_oaml.storage.bytes_at import blocks_at
from hatch_oaml.storage.far_bytes import FarBytes, bytes_in_store
from hatch_oaml.storage.opening import whole_of
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
    return far("memory://models/a.tar")


def far(address: str) -> FarBytes:
    path = StorePath.of(address)
    return bytes_in_store(path, whole_of(path))


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


@pytest.fixture
def volumes(size: int) -> Iterator[int]:
    """`memory://models/b.tar.001` and so on, of which the last is shorter."""
    memory = fsspec.filesystem("memory")
    length = size // 3 - 1
    for number in range(4):
        memory.pipe(f"/models/b.tar.{number + 1:03}", DATA[:size][number * length :][:length])
    yield size
    memory.rm("/models/b.tar*")


@pytest.mark.parametrize("name", ["b.tar", "b.tar.001", "b.tar.003"])
def test_volumes_are_read_as_the_one_archive_that_they_make(volumes: int, name: str) -> None:
    archive = far(f"memory://models/{name}")

    assert ("b.tar", volumes) == (archive.name, archive.size)
    assert DATA[:volumes] == b"".join(map(bytes, blocks_at(archive, 0, volumes)))
    for offset in (0, volumes // 3 - 2, volumes // 3 - 1, volumes // 2, volumes - 5):
        for piece in (1, 3, 65536, volumes):
            assert DATA[:volumes][offset : offset + piece] == read(archive, offset, piece)


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_a_missing_volume_is_named(volumes: int, missing: int) -> None:
    assert volumes
    fsspec.filesystem("memory").rm(f"/models/b.tar.{missing:03}")

    with pytest.raises(SourceError, match=rf"memory://models/b\.tar\.{missing:03}: this volume is missing"):
        far("memory://models/b.tar.001")


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(SourceError, match=r"memory://models/b\.tar: there is no such object"):
        far("memory://models/b.tar")


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
