"""A place's line is told whatever was asked before, and many are told in one walk."""

from __future__ import annotations

from hypothesis import given, strategies as st

from hatch_oaml.values.line_numbers import LineNumbers
from tests.growing import grows_linearly


@given(st.text(alphabet="a\n", max_size=20), st.lists(st.integers(0, 20), max_size=6))
def test_a_line_is_told_in_whatever_order_places_are_asked_for(text: str, offsets: list[int]) -> None:
    lines = LineNumbers(text)

    for offset in offsets:
        assert text[:offset].count("\n") + 1 == lines.at(offset)


def test_lines_of_many_places_are_told_in_linear_time() -> None:
    def ask(count: int) -> None:
        text = "x = 1\n" * count
        lines = LineNumbers(text)
        for offset in range(0, len(text), 6):
            lines.at(offset)

    assert grows_linearly(ask, 24_000)
