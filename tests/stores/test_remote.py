"""Other stores are read, held to what was listed, and never written to."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import fsspec
import pytest

from hatch_oaml import stores
from hatch_oaml.stores import StoredObject, store_of
from hatch_oaml.stores._remote import RemoteStore, _pin
from hatch_oaml.values.errors import ChangedWhileReadingError, SourceError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hatch_oaml.stores import Store


@pytest.fixture(params=["memory", "file"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty folder."""
    stores._connected.cache_clear()
    address = "memory://models" if request.param == "memory" else f"file://{tmp_path.as_posix()}/models"
    yield address
    memory = fsspec.filesystem("memory")
    for name in memory.find("/models"):
        memory.rm(name)


def put(address: str, data: bytes) -> None:
    files, path = fsspec.core.url_to_fs(address)
    files.makedirs(path.rpartition("/")[0], exist_ok=True)
    files.pipe(path, data)


def read(store: Store, stored: StoredObject, offset: int, size: int) -> bytes:
    buffer = bytearray(size)
    store.read_range(stored.address, stored.pin, offset, memoryview(buffer))
    return bytes(buffer)


def test_a_prefix_is_a_folder(folder: str) -> None:
    for path, data in {"a/one": b"1", "a/b/two": b"22", "ab": b"no"}.items():
        put(f"{folder}/{path}", data)
    store = store_of(folder)

    found = list(store.list(f"{folder}/a"))

    assert [(f"{folder}/a/b/two", 2), (f"{folder}/a/one", 1)] == [(each.address, each.size) for each in found]
    assert found == list(store.list(f"{folder}/a/"))
    assert found[1] == store.stat(f"{folder}/a/one")


def test_a_range_is_read_to_its_end_or_not_at_all(folder: str) -> None:
    put(f"{folder}/a/one", b"0123456789")
    store = store_of(folder)
    [stored] = store.list(folder)

    assert b"345" == read(store, stored, 3, 3)
    assert b"" == read(store, stored, 3, 0)
    with pytest.raises(SourceError, match="one: ends too early, at byte 10"):
        read(store, stored, 8, 3)


@pytest.mark.parametrize("after", [b"after.", b"before, and more", None])
def test_an_object_that_changed_or_is_gone_is_not_read(folder: str, after: bytes | None) -> None:
    put(f"{folder}/one", b"before")
    store = store_of(folder)
    [stored] = store.list(folder)
    files, path = fsspec.core.url_to_fs(f"{folder}/one")
    if after is None:
        files.rm(path)
    else:
        files.pipe(path, after)

    with pytest.raises(ChangedWhileReadingError, match="one"):
        read(store, stored, 0, 6)


def test_what_is_not_there_is_told(folder: str) -> None:
    with pytest.raises(SourceError, match="nothing: there is no such object"):
        store_of(folder).stat(f"{folder}/nothing")
    put(f"{folder}/a/one", b"")
    with pytest.raises(SourceError, match="a: there is no such object"):
        store_of(folder).stat(f"{folder}/a")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"1")
    (tmp_path / "one").chmod(0)
    address = f"file://{tmp_path.as_posix()}/one"
    store = store_of(address)

    with pytest.raises(SourceError, match="one: the store does not permit it"):
        read(store, store.stat(address), 0, 1)


def test_nothing_is_written(folder: str) -> None:
    store = store_of(folder)
    stored = StoredObject(address=f"{folder}/a", size=0, pin="")
    writing: list[Callable[[], Any]] = [
        lambda: store.begin(folder),
        lambda: store.put_part(folder, "", 1, b""),
        lambda: store.parts(folder, ""),
        lambda: store.finish(folder, "", {}),
        lambda: store.abort(folder, ""),
        lambda: store.unfinished(folder),
        lambda: store.delete(stored),
    ]

    assert not store.writable
    for write in writing:
        with pytest.raises(UsageError, match="such a store is only read from"):
            write()


@pytest.mark.parametrize(
    ("facts", "pin"),
    [
        ({"size": 1, "etag": '"abc"', "mtime": 1.5}, "abc"),
        ({"size": 1, "ETag": "abc", "LastModified": 7}, "abc"),
        ({"size": 1, "generation": "17", "etag": "abc"}, "17"),
        ({"size": 1, "blob_id": "f00", "last_commit": None}, "f00"),
        ({"size": 1, "mtime": 1.5, "ino": 7}, "1 1.5 7"),
    ],
)
def test_a_pin_is_what_the_store_itself_tells_contents_apart_by(facts: dict[str, Any], pin: str) -> None:
    assert pin == _pin(facts)


def test_a_library_of_one_store_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gcsfs", None)
    stores._connected.cache_clear()

    with pytest.raises(
        UsageError, match="gs://: the library that reads this store is not installed: `pip install gcsfs`"
    ):
        store_of("gs://bucket/a")


def test_what_a_library_raises_of_its_own_is_told_by_its_name_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class HttpError(Exception):
        pass

    def fail(*_: object, **__: object) -> None:
        raise HttpError("https://host/?token=hunter2")

    store = RemoteStore("memory")
    monkeypatch.setattr(store._files, "info", fail)

    with pytest.raises(SourceError, match=r"memory://a/b: the store refused \(HttpError\)") as refused:
        store.stat("memory://a/b")
    assert "hunter2" not in str(refused.value)
