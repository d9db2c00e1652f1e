"""A share of few lines tells nothing, and lines that a file had before are no sign that another became it."""

from __future__ import annotations

import pytest

from hatch_oaml.retention.similarity import LEAST_LINES, Likeness, share
from hatch_oaml.values.fingerprints import fingerprint
from tests.shipping import judged, lost

SHORT = "# Copyright 2020 Ostrava Loom\n"
LONG = "# Copyright 2021 Halloway\n"


def code(lines: int, name: str) -> str:
    return "".join(
        f"{name}_{line} = weave({line}, warp='{'abcdefghijklmnopqrstuvwxyz'[line] * 5}')\n" for line in range(lines)
    )


@pytest.mark.parametrize(("lines", "expected"), [(0, None), (LEAST_LINES - 1, None), (LEAST_LINES, 1.0)])
def test_the_share_of_too_few_lines_is_not_known(lines: int, expected: float | None) -> None:
    text = fingerprint(" ".join(f"{line:04}" for line in range(lines)))

    assert expected == share(text, text)


@pytest.mark.parametrize("lines", [7, LEAST_LINES - 1, LEAST_LINES, 20])
def test_a_file_that_had_the_lines_before_does_not_owe_the_notice_of_the_one_that_went(lines: int) -> None:
    shared, own = code(lines, "value"), code(25, "other")
    base = {"short.py": SHORT + shared, "long.py": LONG + shared + own}

    assert [] == lost(judged(base, {"long.py": LONG + shared + own}))
    assert [] == lost(judged(base, {"long.py": LONG + shared + own + "weave_on()\n"}))


@pytest.mark.parametrize("lines", [7, LEAST_LINES - 1, LEAST_LINES, 20])
def test_a_file_that_took_the_lines_over_does(lines: int) -> None:
    shared, own = code(lines, "value"), code(25, "other")

    assert ["Copyright 2020 Ostrava Loom"] == lost(
        judged({"short.py": SHORT + shared}, {"long.py": LONG + shared + own})
    )


@pytest.mark.parametrize(("lines", "tells"), [(4, False), (5, True), (12, True)])
def test_five_lines_are_enough_to_tell_of_a_rename_where_all_are_there(lines: int, tells: bool) -> None:  # noqa: FBT001  # a parameter
    assert tells == Likeness(1.0, lines).tells


@pytest.mark.parametrize(
    ("share", "lines", "tells"), [(0.79, 11, False), (0.8, 11, True), (0.5, 12, True), (0.49, 12, False)]
)
def test_of_few_lines_most_must_be_there_and_of_many_half(share: float, lines: int, tells: bool) -> None:  # noqa: FBT001  # likewise
    assert tells == Likeness(share, lines).tells
