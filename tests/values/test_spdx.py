"""What an SPDX expression leaves to the recipient's choice, and what several are together."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.values.spdx import always_holds, joined, license_ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A", True),
        ("a", True),
        ("MIT", False),
        ("", False),
        ("A AND MIT", True),
        ("MIT AND A", True),
        ("MIT OR A", False),
        ("A or MIT", False),
        ("(MIT OR Apache-2.0) AND A", True),
        ("MIT OR Apache-2.0 AND A", False),
        ("(MIT OR A) AND (A OR Zlib)", False),
        ("A OR A", True),
        ("A OR (A AND MIT)", True),
        ("GPL-2.0-only WITH Classpath-exception-2.0 AND A", True),
        ("MIT WITH A", False),
        ("((A", True),
        ("A)) OR MIT", True),
    ],
)
def test_a_license_holds_whatever_the_recipient_chooses_or_not(text: str, *, expected: bool) -> None:
    assert expected == always_holds(text, lambda name: name.lower() == "a")


@given(st.text(alphabet="AB()ORND WITH", max_size=60))
def test_any_text_is_read_to_some_end(text: str) -> None:
    assert always_holds(text, lambda name: name == "A") in {True, False}


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        ("MIT", (), "MIT"),
        ("MIT", ("mit",), "MIT"),
        ("MIT", ("Apache-2.0", "Zlib"), "MIT AND Apache-2.0 AND Zlib"),
        ("MIT OR Zlib", ("Apache-2.0",), "(MIT OR Zlib) AND Apache-2.0"),
        ("MIT", ("isc or 0bsd",), "MIT AND (ISC OR 0BSD)"),
        ("MIT AND Zlib", ("Zlib AND MIT",), "MIT AND Zlib"),
        ("no expression !", (), "no expression !"),
    ],
)
def test_all_that_holds_is_one_expression(whole: str, parts: tuple[str, ...], expected: str) -> None:
    assert expected == joined(whole, parts)


def test_licenses_and_exceptions_are_named_once() -> None:
    assert ("MIT", "GPL-2.0+", "Classpath-exception-2.0") == license_ids(
        "(MIT OR GPL-2.0+ with Classpath-exception-2.0) AND MIT"
    )
