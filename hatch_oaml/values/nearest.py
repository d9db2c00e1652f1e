"""What somebody may have meant who wrote a word that nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The one of `known` that `word` is most like; None where it is far from all."""
    # only a mistake asks, and is worth the import
    from difflib import get_close_matches  # noqa: PLC0415

    return next(iter(get_close_matches(word, known, n=1)), None)
