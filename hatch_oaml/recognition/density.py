"""Bounds what one line may cost to read: no line that a person or a bundler wrote says thousands of times that a notice follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.recognition.prefilter import needles_in

if TYPE_CHECKING:
    from hatch_oaml.recognition.passage import Passage

WORDS = 2000
"""Words in one line without which there is no notice: behind so many of them a line is not read."""
_LONG = 20_000
"""Characters of a line that may hold so many."""
_PIECE = 65_536
"""Characters in which they are counted at once."""


def bounded(passage: Passage) -> Passage:
    """`passage` without what stands in a line behind its 2,000th word; itself where no line has as many."""
    text = passage.text
    if len(text) < _LONG:
        return passage
    lines = text.split("\n")
    kept = [line if len(line) < _LONG else line[: _readable(line)] for line in lines]
    return passage if kept == lines else replace(passage, text="\n".join(kept))


def _readable(line: str) -> int:
    """Up to which character `line` is read."""
    count = 0
    for start in range(0, len(line), _PIECE):
        offsets = needles_in(line[start : start + _PIECE])
        if count + len(offsets) > WORDS:
            return start + offsets[WORDS - count]
        count += len(offsets)
    return len(line)
