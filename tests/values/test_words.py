"""Whether a text holds one of some words."""

from __future__ import annotations

import pytest

from hatch_oaml.values.words import holds_any


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [("a loom", ("spindle", "loom"), True), ("a loom", ("spindle",), False), ("a loom", (), False), ("", ("",), True)],
)
def test_text(text: str, words: tuple[str, ...], *, expected: bool) -> None:
    assert holds_any(text, words) is expected


def test_bytes() -> None:
    assert holds_any(b"a loom", [b"loom"])
    assert not holds_any(b"a loom", [b"spindle"])
