"""What is found as the years of a notice is also what is compared, all of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.notices import extract
from hatch_oaml.retention.normalization import OPEN_ENDED, claims
from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.years import YEAR, YEARS, range_of_years

RANGES = {
    "2019": {2019},
    "2019年": {2019},
    "May 2019": {2019},
    "Sept. 2019": {2019},
    "2019-2021": {2019, 2020, 2021},
    "2019 – 2021": {2019, 2020, 2021},
    "2019--2021": {2019, 2020, 2021},
    "2019/2021": {2019, 2020, 2021},
    "2019 to 2021": {2019, 2020, 2021},
    "2019年至2021年": {2019, 2020, 2021},
    "Jan 2019 - Dec 2020": {2019, 2020},
    "2019-21": {2019, 2020, 2021},
    "199x": {-1990},
    "200?": {-2000},
}
OPEN = ("2019-present", "2019 - now", "2019-date", "2019~today", "2019至今", "2019年 至今", "2019-现在")
DANGLING = "2019 -"
"""A year behind it would end the range."""


def is_open_from(year: int, years: frozenset[int]) -> bool:
    return {year, year + 1, OPEN_ENDED} <= years and year - 1 not in years


@pytest.mark.parametrize(("text", "expected"), RANGES.items())
def test_a_range_is_compared_by_its_years(text: str, expected: set[int]) -> None:
    assert [expected] == [claim.years for claim in claims(f"Copyright {text} Loom")]
    assert re.fullmatch(range_of_years(), text, re.IGNORECASE)


@pytest.mark.parametrize("text", [*OPEN, DANGLING])
def test_a_range_without_an_end_goes_on(text: str) -> None:
    [claim] = claims(f"Copyright {text} Loom")

    assert (("loom",), True) == (claim.holder, is_open_from(2019, claim.years))


@pytest.mark.parametrize("text", ["20191", "12019", "1823", "2119", "2019a-", "199xx"])
def test_other_numbers_are_no_years(text: str) -> None:
    assert re.fullmatch(YEAR, text) is None
    assert re.fullmatch(YEARS, text) is None


@given(
    st.lists(st.sampled_from([*RANGES, *OPEN[:-1]]), min_size=1, max_size=4),
    st.sampled_from([", ", " ", "; ", " & ", "、", " and "]),
)
def test_all_that_is_found_as_years_is_compared_as_years(ranges: list[str], between: str) -> None:
    text = between.join(ranges)
    expected = frozenset().union(*(year for one in ranges for year in [claims(f"Copyright {one} Loom")[0].years]))

    assert re.fullmatch(YEARS, text, re.IGNORECASE), text
    [notice] = extract(archive_path("a.py"), f"# Copyright {text}, Loom Works\n".encode()).notices
    found = claims(notice.text)
    assert [("loom", "works")] == [claim.holder for claim in found if claim.holder]
    assert expected == frozenset().union(*(claim.years for claim in found))
