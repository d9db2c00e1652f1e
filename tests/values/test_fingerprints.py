"""A sample of lines is packed, and comes out as it was written down, whatever that was."""

from __future__ import annotations

import sys

from hypothesis import given, strategies as st

from hatch_oaml.values.fingerprints import NO_LINES, SAMPLE, WHOLE, fingerprint, hashes_of, lines_of, text_of

HASHES = st.integers(0, 2**32 - 1).map(lambda number: f"{number:08x}")
WHOLES = HASHES.map(lambda digits: WHOLE + digits)
STRANGE = st.one_of(st.text(), st.sampled_from([WHOLE, "0000", "FFFFFFFF", "a" * 9, "  ", "\0", "\ud800", "版本"]))
LINES = st.one_of(HASHES, WHOLES, STRANGE)


@given(st.one_of(st.lists(LINES), st.builds(lambda lines, whole: [*lines, whole], st.lists(HASHES), WHOLES)))
def test_a_sample_is_what_was_written_down(lines: list[str]) -> None:
    written = " ".join(" ".join(lines).split())

    assert written == text_of(fingerprint(" ".join(lines)))
    assert written.split() == lines_of(fingerprint(written))
    assert fingerprint(written) == fingerprint(text_of(fingerprint(written)))


@given(st.lists(LINES, unique=True), st.lists(LINES, unique=True))
def test_two_samples_are_one_only_if_they_were_written_down_alike(one: list[str], other: list[str]) -> None:
    are_alike = " ".join(one).split() == " ".join(other).split()

    assert are_alike is (fingerprint(" ".join(one)) == fingerprint(" ".join(other)))


@given(st.lists(HASHES))
def test_hashes_alone_are_numbers(lines: list[str]) -> None:
    assert tuple(int(line, 16) for line in lines) == hashes_of(fingerprint(" ".join(lines)))
    assert hashes_of(fingerprint(" ".join([*lines, f"{WHOLE}00c0ffee"]))) is None


def test_nothing_sampled_is_nothing() -> None:
    assert NO_LINES == fingerprint(" ")
    assert [] == lines_of(NO_LINES)


def test_a_hash_takes_four_bytes() -> None:
    lines = fingerprint(" ".join(f"{number:08x}" for number in range(SAMPLE)))

    assert sys.getsizeof(NO_LINES) + 4 * SAMPLE == sys.getsizeof(lines)
