"""A digest is 64 lower-case hexadecimal digits and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.values.digests import UNKNOWN, sha256, sha256_of

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"  # FIPS 180-4's digest of nothing


def test_the_digest_of_nothing_is_the_published_one() -> None:
    assert EMPTY == sha256_of(b"")


@given(st.binary())
def test_what_is_computed_can_be_read(data: bytes) -> None:
    assert sha256_of(data) == sha256(sha256_of(data))


def test_the_placeholder_has_the_length_of_any_digest() -> None:
    assert UNKNOWN == sha256(UNKNOWN)
    assert len(EMPTY) == len(UNKNOWN)


@pytest.mark.parametrize("text", ["", EMPTY[1:], EMPTY + "0", EMPTY.upper(), EMPTY + "\n", "g" * 64, "\u0660" * 64])
def test_anything_else_is_no_digest(text: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the whole message is asserted below
        sha256(text)
    assert text == str(caught.value)
