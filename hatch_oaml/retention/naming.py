"""Whether a notice file names the file that a notice is of: then the notice may stand there instead."""

from __future__ import annotations

import re
from functools import cached_property

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.patterns import Patterns
from hatch_oaml.values.wording import printable

_PATTERN = expression(r"[^\s,;:\"'`]*(?:[*?]|/(?=[\s,;:]|$))[^\s,;:\"'`]*")
_WORD = expression(r"\w+")


class NamesIn:
    """What the notice file at `path` names, with the `text` of its notices: looked up, for it may name thousands of files."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path.casefold()
        self._text = text
        self._folded = text.casefold()
        self._works: dict[str, bool] = {}

    def names(self, path: str, component: str) -> bool:
        """Does it name `path`, a pattern that covers it, or the component that it is of?

        What cannot be seen in a name may stand there as an escape.
        """
        if component not in self._works:
            self._works[component] = self._names_work(component)
        return self._works[component] or self._has(path) or self._patterns.match(path)

    def _names_work(self, component: str) -> bool:
        last = component.rsplit("/", 1)[-1]
        in_its_path = re.search(rf"(?<![\w]){re.escape(last.casefold())}(?![\w])", self._path) is not None
        return self._has(component) or self._has(last) or in_its_path

    def _has(self, name: str) -> bool:
        return any(self._stands(one.casefold()) for one in {name, printable(name)} if len(one) > 1)

    def _stands(self, name: str) -> bool:
        """Does it stand there as a word? Then each of its words does: of the rarest the places are looked at."""
        found = [(self._places.get(word[0], ()), word.start()) for word in _WORD.finditer(name)]
        if not found:
            return re.search(rf"(?<![\w]){re.escape(name)}(?![\w])", self._folded) is not None
        places, offset = min(found, key=lambda one: len(one[0]))
        return any(self._is_apart(place - offset, name) for place in places)

    def _is_apart(self, start: int, name: str) -> bool:
        end = start + len(name)
        if start < 0 or not self._folded.startswith(name, start):
            return False
        return not (_WORD.match(self._folded, end) or (start and _WORD.match(self._folded, start - 1)))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each word begins."""
        places: dict[str, list[int]] = {}
        for word in _WORD.finditer(self._folded):
            places.setdefault(word[0], []).append(word.start())
        return places

    @cached_property
    def _patterns(self) -> Patterns:
        """Those in the text that mean something, each by itself."""
        return Patterns(tuple(filter(_is_pattern, dict.fromkeys(_PATTERN.findall(self._text)))))


def _is_pattern(text: str) -> bool:
    if text.startswith("!") or not any(character.isalnum() for character in text):
        return False
    try:
        Patterns((text,)).match("")
    except ValueError:
        return False
    return True
