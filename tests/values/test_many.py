"""Very many records kept by their fields are what was given."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Sequence

import pytest

from hatch_oaml.records.members import StoredMember
from hatch_oaml.values.many import Many, column
from hatch_oaml.values.paths import ArchivePath


def _members(count: int) -> list[StoredMember]:
    return [
        StoredMember(
            path=ArchivePath(f"folder/{number}"), size=number * 7, executable=number % 700 == 3, offset=number << 40
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("count", [0, 1, 2, 511, 512, 513, 1024, 1500])
def test_they_come_out_as_they_went_in(count: int) -> None:
    given = _members(count)
    kept = Many(StoredMember, iter(given))
    assert len(kept) == count
    assert list(kept) == given
    assert [kept[at] for at in range(count)] == given
    assert [kept[at] for at in range(-count, 0)] == given
    assert [*kept[1:-1], *kept[::-1]] == [*given[1:-1], *given[::-1]]
    assert list(reversed(kept)) == given[::-1]


@pytest.mark.parametrize("count", [0, 1, 600, 1024])
def test_a_column_is_the_field_of_each(count: int) -> None:
    given = _members(count)
    for records in (given, Many(StoredMember, given)):
        for name in ("path", "size", "executable", "offset"):
            assert list(column(records, name)) == [getattr(record, name) for record in given]


def test_what_lies_beyond_the_end_is_told() -> None:
    kept = Many(StoredMember, _members(3))
    for at in (3, -4, 600):
        with pytest.raises(IndexError):
            kept[at]


def test_it_is_equal_to_any_sequence_of_equal_ones() -> None:
    given = _members(5)
    kept = Many(StoredMember, given)
    assert kept == given
    assert kept == tuple(given)
    assert kept == Many(StoredMember, given)
    assert kept != given[:-1]
    assert kept != [*given[1:], given[0]]
    assert kept != 5  # what is no sequence
    assert isinstance(kept, Sequence)
    assert repr(given[0]) in repr(kept)
    with pytest.raises(TypeError):
        hash(kept)


@pytest.mark.parametrize("size", [1 << 62, (1 << 63) - 1, 1 << 63, 1 << 70, -1, True, None])
def test_a_value_of_any_kind_stays_what_it_is(size: object) -> None:
    given = [
        StoredMember(path=ArchivePath(name), size=size, executable=False, offset=0)  # type: ignore[arg-type]  # whatever comes
        for name in "ab"
    ]
    kept = Many(StoredMember, [*given, *_members(1)])
    assert [(type(one.size), one.size) for one in kept][:2] == [(type(size), size)] * 2


def test_a_truth_and_a_number_that_are_equal_stay_two_values() -> None:
    given = [
        StoredMember(path=ArchivePath(name), size=size, executable=False, offset=0)  # whatever comes
        for name, size in (("a", 1), ("b", True))
    ]

    assert [int, bool] == [type(one.size) for one in Many(StoredMember, given)]


def test_they_take_a_fifth_of_the_room() -> None:
    paths = [ArchivePath(f"folder/{number}") for number in range(20_000)]

    def room(*, packed: bool) -> int:
        tracemalloc.start()
        made = (
            StoredMember(path=path, size=sys.maxsize - number, executable=False, offset=number << 40)
            for number, path in enumerate(paths)
        )
        kept = Many(StoredMember, made) if packed else list(made)
        taken = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        assert len(kept) == len(paths)
        return taken

    assert room(packed=True) * 5 < room(packed=False)
