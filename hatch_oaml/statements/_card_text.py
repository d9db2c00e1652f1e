"""Which files are model cards, by their names, and what a reader sees of one: no front matter, comments or code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_CARD = expression(r"(?:.*/)?(?:(?:readme|model[-_]?card)[^/]*|card)\.(?:md|markdown|mdx)$", re.IGNORECASE)
_FRONT_MATTER = expression(r"---\n.*?\n---\n", re.DOTALL)
_OPENING = expression(r"<!--|^(?:```|~~~)[^\n]*\n", re.MULTILINE)
_MARKS = expression(r"[*_]{2,3}|^[ \t>+*•-]+")


def is_card(path: str) -> bool:
    return _CARD.match(path) is not None


def is_card_of_all(path: str) -> bool:
    """At the top: the sentences of one that lies deeper speak of what lies there."""
    return "/" not in path and is_card(path)


def visible_lines(text: str) -> Iterator[tuple[int, str]]:
    """Each with its number, from 1, without the marks of lists, quotations and bold words."""
    for number, line in enumerate(_without_hidden(text).split("\n"), 1):
        yield number, _MARKS.sub("", line)


def _without_hidden(text: str) -> str:
    """What is closed alone is hidden; what it was keeps its lines. Each closing is looked for where there is one: in linear time."""
    front = _FRONT_MATTER.match(text)
    reached = front.end() if front else 0
    shown = ["\n" * text.count("\n", 0, reached)]
    last = {closing: text.rfind(closing) for closing in ("-->", "\n```", "\n~~~")}
    while opening := _OPENING.search(text, reached):
        mark = opening[0][:3]
        closing, begin = ("-->", opening.end()) if mark == "<!-" else (f"\n{mark}", opening.end() - 1)
        end = text.find(closing, begin) if begin <= last[closing] else -1
        stop = opening.start() + len(mark) if end < 0 else end + len(closing)
        shown += (text[reached : opening.start()], mark if end < 0 else "\n" * text.count("\n", opening.start(), stop))
        reached = stop
    return "".join((*shown, text[reached:]))
