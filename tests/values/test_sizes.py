"""Sizes as people write them."""

from __future__ import annotations

import pytest

from hatch_oaml.values.sizes import parse_size, shown_size


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1900MB", 1_900_000_000),
        ("2GiB", 2 * 1024**3),
        ("5 gb", 5_000_000_000),
        ("1.5 MiB", 1_572_864),
        ("4096", 4096),
        ("1B", 1),
        ("3TiB", 3 * 1024**4),
    ],
)
def test_units_count_in_thousands_or_with_an_i_in_1024s(text: str, expected: int) -> None:
    assert expected == parse_size(text)


@pytest.mark.parametrize("text", ["", "0", "MB", "1XB", "-1", "1I", "0.2", "1,9GB", "1 2"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$" if text.isalnum() else None):
        parse_size(text)


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (999_949, "999.9 kB"),
        (999_950, "1.0 MB"),
        (15_200_000_000, "15.2 GB"),
        (12_345_600_000_000_000, "12345.6 TB"),
    ],
)
def test_a_size_is_shown_in_the_unit_that_keeps_it_short(size: int, shown: str) -> None:
    assert shown == shown_size(size)
