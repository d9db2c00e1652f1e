"""Which files are model cards, by their names, and what a reader sees of one: no front matter, comments or code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_CARD = expression(r"(?:.*/)?(?:readme|model[-_]?card)[^/]*\.(?:md|markdown|mdx)$", re.IGNORECASE)
_HIDDEN = expression(r"^(?P<mark>```|~~~)[^\n]*\n.*?^(?P=mark)|<!--.*?-->|\A---\n.*?\n---\n", re.DOTALL | re.MULTILINE)
_MARKS = expression(r"[*_]{2,3}|^[ \t>+*•-]+")


def is_card(path: str) -> bool:
    return _CARD.match(path) is not None


def is_card_of_all(path: str) -> bool:
    """At the top: the sentences of one that lies deeper speak of what lies there."""
    return "/" not in path and is_card(path)


def visible_lines(text: str) -> Iterator[tuple[int, str]]:
    """Each with its number, from 1, without the marks of lists, quotations and bold words."""
    plain = _HIDDEN.sub(lambda hidden: "\n" * hidden[0].count("\n"), text)
    for number, line in enumerate(plain.split("\n"), 1):
        yield number, _MARKS.sub("", line)
