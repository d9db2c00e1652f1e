"""Which of many gitignore patterns may match a path, found without asking each of them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WILD = expression(r"(?:[*?]|\\.|\[[!^]?\]?[^\]/]*\])+")
"""Wildcards, classes and escaped signs."""
_UNCLOSED = expression(r"[\[\\].*", re.DOTALL)
_SIZES = (16, 8, 4, 2, 1)


class LineIndex:
    """Each of `lines` is filed under a piece of it that no path lacks which it matches: of its pieces the rarest among all lines."""

    def __init__(self, lines: Sequence[str]) -> None:
        pieces = [tuple(_pieces(line)) for line in lines]
        counts = Counter(chain.from_iterable(pieces))
        self._always = [number for number, own in enumerate(pieces) if not own]
        self._filed: dict[str, list[int]] = {}
        for number, own in enumerate(pieces):
            if own:
                self._filed.setdefault(min(own, key=counts.__getitem__), []).append(number)
        self._sizes = sorted({len(piece) for piece in self._filed})

    def candidates(self, path: str) -> list[int]:
        """The indices of the lines that may match `path`, ascending: all that do, and few others."""
        found = set(self._always)
        for size in self._sizes:
            for start in range(len(path) - size + 1):
                found.update(self._filed.get(path[start : start + size], ()))
        return sorted(found)


def longest_literal(line: str) -> str:
    """The longest text that stands in every path which the pattern matches; "" where there is none."""
    return max(_literals(line), key=len, default="")


def _literals(line: str) -> Iterator[str]:
    """What stands between wildcards, up to a class that does not end; a slash at an end may stand for no letter."""
    for found in _WILD.split(line.rstrip().removeprefix("!")):
        if literal := _UNCLOSED.sub("", found).strip("/"):
            yield literal
        if _UNCLOSED.search(found):
            return


def _pieces(line: str) -> Iterator[str]:
    """Pieces of one size, as long as the line has any, each half on the one before it."""
    literals = tuple(_literals(line))
    longest = max(map(len, literals), default=0)
    size = next((size for size in _SIZES if size <= longest), 0)
    for literal in literals if size else ():
        last = len(literal) - size
        if last >= 0:
            yield from (literal[start : start + size] for start in (*range(0, last, max(1, size // 2)), last))
