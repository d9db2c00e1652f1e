"""What ends a line is taken from it whole, however long it is."""

from __future__ import annotations

import pytest

from hatch_oaml.recognition.comment_markers import bare


@pytest.mark.parametrize("length", [1, 2, 62, 63, 64, 65, 66, 67, 500])
@pytest.mark.parametrize("sign", ["#", "*", "=", "/", "-", "%", ";", "|"])
def test_a_row_of_signs_is_no_part_of_what_is_said(sign: str, length: int) -> None:
    least = {"=": 3, "-": 3, "/": 2}.get(sign, 1)

    assert "Ostrava Loom" == bare(f"# Ostrava Loom {sign * max(length, least)}")


@pytest.mark.parametrize("length", [2, 62, 63, 64, 65, 66, 67, 500])
def test_the_end_of_a_comment_in_markup_is_not_either(length: int) -> None:
    assert "Ostrava Loom" == bare(f"<!-- Ostrava Loom {'-' * length}>")
