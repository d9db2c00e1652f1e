"""The sample of a text says which it is, whatever stands above."""

from __future__ import annotations

from hatch_oaml.recognition.fingerprint import fingerprint_of

LINES = "".join(f"the {number}th line tells of the loom {number * number}\n" for number in range(40)).encode()


def test_a_line_of_megabytes_hides_nothing_of_what_stands_below() -> None:
    picture = b"data:image/png;base64," + b"A" * (2 << 20) + b"\n"

    assert fingerprint_of(LINES) == fingerprint_of(picture + LINES)
