"""What pictures, sounds and films say of themselves: short texts, each under a name."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

from hatch_oaml.recognition.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable


def passages_of(texts: Iterable[tuple[str, str]]) -> tuple[Passage, ...]:
    """Of texts, each with what is to stand before it, one line each, each once; of a file that is cut, what was found before."""
    told: list[tuple[str, str]] = []
    with suppress(struct.error, IndexError, zlib.error):
        told.extend(texts)
    lines = (f"{name}: {text}" if name else text for name, text in told if text)
    return tuple(Passage(text=line, numbers=(1,)) for line in dict.fromkeys(lines))


def plain(text: str) -> str:
    """In one line, without the zero bytes that end or divide it."""
    return " ".join(text.replace("\0", " ").split())
