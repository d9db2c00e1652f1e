"""How an archive is cut for a store keeps to that store's limits."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.parts.cut import cut_for
from hatch_oaml.stores import PartLimits
from hatch_oaml.values.errors import WriteError

S3 = PartLimits(least=5 << 20, most=5 << 30, count=10_000)
TERABYTE = 10**12


@given(st.integers(1, 100 * TERABYTE), st.none() | st.integers(1 << 30, TERABYTE))
def test_no_object_has_more_parts_than_the_store_takes_and_all_hold_the_archive(
    size: int, volume_size: int | None
) -> None:
    try:
        cut = cut_for(size, S3, volume_size)
    except WriteError:
        assert volume_size
        assert size / volume_size > 900
        return

    assert 1 <= cut.parts_each <= S3.count
    assert S3.least <= cut.part_size <= S3.most
    each = cut.part_size * cut.parts_each
    assert (len(cut.endings) - 1) * each < size <= len(cut.endings) * each
    assert volume_size is None or each <= volume_size


def test_one_object_has_the_archives_own_name() -> None:
    assert ("",) == cut_for(625 << 30, S3).endings


def test_beyond_ten_thousand_parts_there_are_volumes() -> None:
    assert (".001", ".002") == cut_for((625 << 30) + 1, S3).endings
    assert 150 == len(cut_for(100 * TERABYTE, S3).endings)


def test_one_volume_that_was_asked_for_is_called_so() -> None:
    assert (".001",) == cut_for(1, S3, 1 << 30).endings


def test_more_volumes_than_can_be_numbered_are_refused() -> None:
    with pytest.raises(WriteError, match=r"would take 11,\d\d\d volumes, and at most 999"):
        cut_for(100 * TERABYTE, S3, 9 * 10**9)
