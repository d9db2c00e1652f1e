"""A waiver says why, in words that are not the notice's own."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.records.config import Waiver
from hatch_oaml.records.notice import Notice
from hatch_oaml.retention.waivers import WaiverIndex, defect_of_waiver, touches

NOTICE = "Copyright 2020 Ostrava Loom, weavers of kelp"


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("", "empty"),
        ("TODO", "placeholder"),
        ("weavers of kelp", "repetition"),
        (NOTICE, "repetition"),
        ("see above", "generic"),
        ("the the the the", "generic"),
        ("参见说明文档", "generic"),
        ("the folder legacy/, of which it speaks, is not shipped", None),
    ],
)
def test_a_reason_is_one_or_says_nothing(reason: str, expected: str | None) -> None:
    assert expected == defect_of_waiver(Waiver(notice=NOTICE, base="b", reason=reason))


def test_a_waiver_of_words_that_any_notice_has_is_of_none() -> None:
    assert "unspecific" == defect_of_waiver(Waiver(notice="Copyright 2020", base="b", reason="the part is not shipped"))


WORDS = st.lists(st.sampled_from(["Copyright", "2020", "Ostrava", "Loom", "(c)", ","]), max_size=4).map(" ".join)


@given(
    named=st.lists(st.tuples(WORDS, st.sampled_from(["a", "b"])), max_size=8),
    text=WORDS,
    base=st.sampled_from(["a", "b"]),
)
def test_no_waiver_that_touches_a_notice_is_missed(named: list[tuple[str, str]], text: str, base: str) -> None:
    waivers = [Waiver(notice=notice, base=base, reason="") for notice, base in named]
    notice = Notice(kind="copyright", text=text, line=1, end_line=1)

    touching = [number for number, waiver in enumerate(waivers) if touches(waiver, base, notice)]

    assert set(touching) <= set(WaiverIndex(waivers).candidates(base, notice))


def test_of_thousands_of_waivers_few_are_held_against_a_notice() -> None:
    waivers = [Waiver(notice=f"Copyright 2020 Loom {number}", base="b", reason="") for number in range(3000, 6000)]
    notice = Notice(kind="copyright", text="Copyright 2020 Loom 4321", line=1, end_line=1)

    assert [1321] == WaiverIndex(waivers).candidates("b", notice)
