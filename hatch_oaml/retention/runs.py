"""Where runs of words stand among many texts: looked up by their rarest word."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.retention.normalization import Tokens


class Runs:
    """Of texts, in their order, as words."""

    def __init__(self, texts: Sequence[Tokens]) -> None:
        self._texts = texts

    def hold(self, run: Tokens) -> bool:
        """Does a text hold the words of `run` side by side? No text holds an empty one."""
        return self.first_with(run) is not None

    def first_with(self, run: Tokens) -> int | None:
        """The first text that does, by its index."""
        if not run:
            return None
        offset, places = 0, self._places.get(run[0], ())
        for index, word in enumerate(run):
            found = self._places.get(word, ())
            if len(found) < len(places):
                offset, places = index, found
            if not places:
                return None
        length = len(run)
        for index, place in places:
            start = place - offset
            if start >= 0 and self._texts[index][start : start + length] == run:
                return index
        return None

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, int]]]:
        """Of each word: which text, and where in it, in order."""
        places: dict[str, list[tuple[int, int]]] = {}
        for index, text in enumerate(self._texts):
            for place, word in enumerate(text):
                places.setdefault(word, []).append((index, place))
        return places


def prefix_hashes(words: Tokens) -> list[int]:
    """A hash for each number of words from the beginning on, 0 words first: in linear time, unlike each beginning itself."""
    hashes = [0]
    for word in words:
        hashes.append(hash((hashes[-1], word)))
    return hashes
