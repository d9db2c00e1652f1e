"""A letter of Chinese is told by its place in Unicode, as an expression would tell it."""

from __future__ import annotations

import re
import sys

import pytest

from hatch_oaml.values.han import begins_with_han


def test_the_letters_are_those_of_the_expression() -> None:
    letters = "".join(chr(code) for code in range(sys.maxunicode + 1) if begins_with_han(chr(code)))

    assert re.fullmatch(r"[\u3400-\u9fff]+", letters)
    assert 0x9FFF - 0x3400 + 1 == len(letters)


@pytest.mark.parametrize(
    ("text", "begins"), [("", False), ("云梭", True), ("云 loom", True), ("loom 云", False), (" 云", False)]
)
def test_the_first_letter_decides(text: str, begins: bool) -> None:  # noqa: FBT001
    assert begins == begins_with_han(text)
