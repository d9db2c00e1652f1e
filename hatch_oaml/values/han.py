"""Letters of Chinese."""

from __future__ import annotations

from typing import Final

BEYOND_LATIN: Final = r"[^\W\d_a-zA-Z]"
"""A letter that is none of the English alphabet, where any such stands for a Chinese one in an expression.

`[\u3400-\u9fff]` would be exact; but each use of it takes a millisecond to compile, without regard to case four.
"""


def begins_with_han(text: str) -> bool:
    r"""As the expression `[\u3400-\u9fff]` would say, which takes a millisecond to compile."""
    return "\u3400" <= text[:1] <= "\u9fff"


def holds_han(text: str) -> bool:
    r"""As to search for `[\u3400-\u9fff]` would say."""
    return not text.isascii() and any("\u3400" <= letter <= "\u9fff" for letter in text)
