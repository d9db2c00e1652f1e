"""Every byte of an archive is in one part, every part is somebody's, and planning costs little."""

from __future__ import annotations

from hypothesis import given, strategies as st

from hatch_oaml.parts.grid import Plan, part_size_for, planned
from tests.growing import grows_linearly

SIZES = st.lists(st.tuples(st.integers(1, 5000), st.booleans()), min_size=1, max_size=60)


def owners(plan: Plan) -> list[int]:
    """The parts, each as often as it is made."""
    return sorted([*plan.own, *(part for batch in plan.batches for part in batch.parts)])


@given(SIZES, st.integers(1, 4000))
def test_every_part_is_made_once_and_every_file_hashed_once(made: list[tuple[int, bool]], part_size: int) -> None:
    sizes, theirs = [size for size, _ in made], [is_theirs for _, is_theirs in made]
    plan = planned(sizes, theirs, part_size)

    assert list(range(plan.grid.count)) == owners(plan)
    hashed = [piece for batch in plan.batches for piece in range(batch.first, batch.end)]
    assert [piece for piece, is_theirs in enumerate(theirs) if is_theirs] == hashed


@given(SIZES, st.integers(1, 4000))
def test_parts_are_equal_but_for_the_last_and_hold_each_byte_once(made: list[tuple[int, bool]], part_size: int) -> None:
    grid = planned([size for size, _ in made], [is_theirs for _, is_theirs in made], part_size).grid
    spans = [grid.span(part) for part in range(grid.count)]
    pieces = [piece for begin, end in spans for piece in grid.pieces(begin, end)]

    assert [part_size] * (len(spans) - 1) == [end - begin for begin, end in spans[:-1]]
    assert sum(size for size, _ in made) == spans[-1][1]
    for number, (size, _) in enumerate(made):
        found = [(begin, end) for piece, begin, end in pieces if piece == number]
        assert [begin for begin, _ in found] == [0, *(end for _, end in found[:-1])]
        assert size == found[-1][1]


@given(SIZES, st.integers(1, 4000))
def test_no_worker_makes_a_part_that_holds_a_byte_of_the_coordinator(
    made: list[tuple[int, bool]], part_size: int
) -> None:
    theirs = [is_theirs for _, is_theirs in made]
    plan = planned([size for size, _ in made], theirs, part_size)

    for batch in plan.batches:
        for part in batch.parts:
            pieces = [piece for piece, _, _ in plan.grid.pieces(*plan.grid.span(part))]
            assert all(theirs[piece] for piece in pieces)
            assert batch.first <= pieces[0] < batch.end, "its first byte lies in the batch's files"


def test_the_coordinator_makes_the_parts_at_both_ends_and_no_more() -> None:
    plan = planned([5_000, *[5 << 30] * 20, 5_000], [False, *[True] * 20, False], 1 << 26)

    assert [0, plan.grid.count - 1] == plan.own
    assert 20 == len(plan.batches)


def test_a_batch_is_of_a_hundred_files_or_ten_gigabytes_at_most() -> None:
    small = planned([1 << 20] * 100_000, [True] * 100_000, 1 << 26)
    large = planned([10**9] * 10_000, [True] * 10_000, 1 << 30)

    assert 100 >= max(batch.end - batch.first for batch in small.batches)
    assert 10 == max(batch.end - batch.first for batch in large.batches)


def test_a_small_release_is_work_for_many() -> None:
    assert 40 == len(planned([50 << 20] * 40, [True] * 40, 8 << 20).batches)


def test_parts_grow_with_the_archive_from_eight_mebibytes_to_sixty_four() -> None:
    assert 8 << 20 == part_size_for(1)
    assert 10 << 20 == part_size_for(10 * 10**9)
    assert 64 << 20 == part_size_for(10**13)
    assert 100 << 20 == part_size_for(1, least=100 << 20)


def test_a_plan_for_a_hundred_thousand_shards_is_made_in_linear_time() -> None:
    def plan_for(shards: int) -> Plan:
        return planned([100 << 20] * shards, [True] * shards, 1 << 26)

    plan = plan_for(100_000)

    assert list(range(plan.grid.count)) == owners(plan)
    assert grows_linearly(plan_for, 100_000)
