"""The sample of a text says which it is, whatever stands above."""

from __future__ import annotations

import pytest

from hatch_oaml.recognition.fingerprint import fingerprint_of
from tests.growing import grows_linearly

LINES = "".join(f"the {number}th line tells of the loom {number * number}\n" for number in range(40)).encode()


def test_a_line_of_megabytes_hides_nothing_of_what_stands_below() -> None:
    picture = b"data:image/png;base64," + b"A" * (2 << 20) + b"\n"

    assert fingerprint_of(LINES) == fingerprint_of(picture + LINES)


@pytest.mark.parametrize(
    "above", [b"\n\n", b"  \r\n\t\n", b" # Loom\n\n", b"\xef\xbb\xbf\n", b"\n /* Loom\n*/", b"\x0c\n; x\n"]
)
def test_what_stands_above_the_first_line_is_no_part_of_it(above: bytes) -> None:
    assert fingerprint_of(LINES) == fingerprint_of(above + LINES)


@pytest.mark.parametrize("sign", [b"\r", b" ", b"\t", b"\n", b" \n", b"/*", b"<!--", b"# ", b"#\n", b"\x0c"])
def test_a_beginning_of_one_sign_is_passed_over_in_linear_time(sign: bytes) -> None:
    assert grows_linearly(lambda count: fingerprint_of(sign * count + b"x"), 24_000)
