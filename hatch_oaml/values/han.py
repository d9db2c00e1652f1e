"""Letters of Chinese."""

from __future__ import annotations


def begins_with_han(text: str) -> bool:
    r"""As the expression `[\u3400-\u9fff]` would say, which takes a millisecond to compile."""
    return "\u3400" <= text[:1] <= "\u9fff"
