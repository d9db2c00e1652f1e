"""An object in a store is read once, in order, with a bounded number of ranges ahead."""

from __future__ import annotations

from threading import Event, Lock

import pytest

from hatch_oaml.storage import far_file
from hatch_oaml.storage.far_file import FarFile
from hatch_oaml.values.errors import SourceError
from tests.stores.mistakes import broken

DATA = bytes(range(256)) * 4


@pytest.fixture(autouse=True)
def _small_ranges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far_file, "RANGE", 100)
    monkeypatch.setattr(far_file, "_SPARE", [])


class Far:
    """Counts what it is asked for, and may be told to fail at an offset."""

    def __init__(self, fails_at: int | None = None) -> None:
        self.asked: list[tuple[int, int]] = []
        self._fails_at = fails_at
        self._lock = Lock()

    def __call__(self, offset: int, buffer: memoryview) -> None:
        with self._lock:
            self.asked.append((offset, len(buffer)))
        if self._fails_at is not None and offset >= self._fails_at:
            raise broken(offset)
        buffer[:] = DATA[offset : offset + len(buffer)]


def read(file: FarFile, size: int) -> bytes:
    buffer = bytearray(size)
    return bytes(buffer[: file.readinto(buffer)])


def rest_of(file: FarFile, size: int = 100) -> bytes:
    return b"".join(iter(lambda: read(file, size), b""))


def test_each_byte_is_asked_for_once_and_comes_in_order() -> None:
    far = Far()

    with FarFile(len(DATA), far) as file:
        found = rest_of(file, 33)

    assert DATA == found
    assert [(offset, min(100, 1024 - offset)) for offset in range(0, 1024, 100)] == sorted(far.asked)


def test_an_empty_object_is_asked_for_nothing() -> None:
    far = Far()

    with FarFile(0, far) as file:
        assert b"" == read(file, 33)
    assert [] == far.asked


def test_a_range_that_cannot_be_read_is_told_where_it_is_read() -> None:
    with FarFile(len(DATA), Far(fails_at=300)) as file:
        assert DATA[:300] == b"".join(read(file, 100) for _ in range(3))
        with pytest.raises(SourceError, match="at byte 300"):
            read(file, 100)


def test_many_files_share_what_may_lie_ahead_and_give_it_back() -> None:
    fars = [Far() for _ in range(10)]
    files = [FarFile(len(DATA), far) for far in fars]

    for file in files:
        assert DATA[:100] == read(file, 100)
    for file in files[::2]:
        file.close()
        file.close()
    assert all(DATA[100:] == rest_of(file) for file in files[1::2])
    for file in files:
        file.close()

    assert sum(len(far.asked) for far in fars[::2]) <= 5 + 4, "of those left early no more than may lie ahead"
    assert 4 == sum(far_file._OF_ALL.acquire(blocking=False) for _ in range(20))
    far_file._OF_ALL.release(4)


def test_what_is_left_early_does_not_wait_for_ranges_that_nobody_asked_for_yet() -> None:
    gate = Event()
    asked = []

    def slow(offset: int, buffer: memoryview) -> None:
        asked.append(offset)
        if offset:
            gate.wait(10)
        buffer[:] = DATA[offset : offset + len(buffer)]

    with FarFile(len(DATA), slow) as file:
        read(file, 10)
        gate.set()
    assert len(asked) <= 5
