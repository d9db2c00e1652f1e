"""Whether a text holds one of some words, whatever their case."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, AnyStr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def holds_any(text: AnyStr, words: Iterable[AnyStr]) -> bool:
    """As `any(word in text for word in words)`, at a third of the time: recognition asks it some hundred times a file."""
    return any(map(text.__contains__, words))


def held_by(text: str, words: Sequence[str]) -> Iterator[str]:
    """Those of `words` that `text` holds, in order."""
    return compress(words, map(text.__contains__, words))


def caseless(text: str) -> str:
    """In small letters, and with `i` for what else passes for one where `re` ignores case: to look for words that an expression needs."""
    return text.lower() if text.isascii() else text.casefold().replace("ı", "i").replace("\u0307", "")
