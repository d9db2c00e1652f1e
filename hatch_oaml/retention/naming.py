"""Which notice files name the file that a notice is of: then the notice may stand there instead."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_index import LineIndex
from hatch_oaml.values.patterns import Patterns
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PATTERN = expression(r"[^\s,;:\"'`]*(?:[*?]|/(?=[\s,;:]|$))[^\s,;:\"'`]*")
_WORD = expression(r"\w+")


class Names:
    """What each of the notice files at `paths` names, with the text of its notices: looked up, for thousands may name thousands."""

    def __init__(self, paths: Sequence[str], texts: Sequence[str]) -> None:
        self._paths = _Folded(paths)
        self._texts = _Folded(texts)
        self._written = texts
        self._known: dict[str, set[int]] = {}
        self._works: dict[str, set[int]] = {}

    def naming(self, path: str, component: str) -> set[int]:
        """Those that name `path`, a pattern that covers it, or the component that it is of, by their indices.

        What cannot be seen in a name may stand there as an escape.
        """
        if component not in self._works:
            self._works[component] = self._naming_work(component)
        if path not in self._known:
            self._known[path] = {*self._having(path), *self._covering(path)}
        return self._works[component] | self._known[path]

    def _naming_work(self, component: str) -> set[int]:
        last = component.rsplit("/", 1)[-1]
        return {*self._having(component), *self._having(last), *self._paths.having(last.casefold())}

    def _having(self, name: str) -> Iterator[int]:
        for one in {name, printable(name)}:
            if len(one) > 1:
                yield from self._texts.having(one.casefold())

    def _covering(self, path: str) -> Iterator[int]:
        lines = tuple(self._patterns)
        for index in self._pattern_index.candidates(path):
            if Patterns((lines[index],)).match(path):
                yield from self._patterns[lines[index]]

    @cached_property
    def _pattern_index(self) -> LineIndex:
        return LineIndex(tuple(self._patterns))

    @cached_property
    def _patterns(self) -> dict[str, list[int]]:
        """Those in the texts that mean something, each by itself, and where they stand."""
        found: dict[str, list[int]] = {}
        for index, text in enumerate(self._written):
            for pattern in dict.fromkeys(_PATTERN.findall(text)):
                found.setdefault(pattern, []).append(index)
        return {pattern: places for pattern, places in found.items() if _is_pattern(pattern)}


class _Folded:
    """Texts in which names are looked up, whatever their case."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [text.casefold() for text in texts]

    def having(self, name: str) -> Iterator[int]:
        """Those in which `name` stands as a word. Then each of its words does: of the rarest the places are looked at."""
        found = [(self._places.get(word[0], ()), word.start()) for word in _WORD.finditer(name)]
        if not found:
            alone = re.compile(rf"(?<![\w]){re.escape(name)}(?![\w])")
            yield from (index for index, text in enumerate(self._texts) if alone.search(text))
            return
        places, offset = min(found, key=lambda one: len(one[0]))
        yield from (index for index, place in places if _is_apart(self._texts[index], place - offset, name))

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, int]]]:
        """Of each word: which text, and where in it it begins."""
        places: dict[str, list[tuple[int, int]]] = {}
        for index, text in enumerate(self._texts):
            for word in _WORD.finditer(text):
                places.setdefault(word[0], []).append((index, word.start()))
        return places


def _is_apart(text: str, start: int, name: str) -> bool:
    end = start + len(name)
    if start < 0 or not text.startswith(name, start):
        return False
    return not (_WORD.match(text, end) or (start and _WORD.match(text, start - 1)))


def _is_pattern(text: str) -> bool:
    if text.startswith("!") or not any(character.isalnum() for character in text):
        return False
    try:
        Patterns((text,)).match("")
    except ValueError:
        return False
    return True
