"""The people whom a Python module's own names tell of over several lines: `__author__ = (`, `__credits__ = [`."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from hatch_oaml.notices._people_fields import PEOPLE, people_in, people_within
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.blanks import blanked
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRING = r"(?:[rubRUB]{0,2}(?:\"[^\"\\\n]{0,300}\"|'[^'\\\n]{0,300}'))"
_FIELD = expression(
    r"^[ \t]*__(?P<role>author|credit|maintainer|contributor)s?__[ \t]*(?::[^=\n]{1,60})?=[ \t]*"
    rf"(?P<value>[(\[](?:{_STRING}|#[^\n]*\n|[\s,\\])*[)\]]|{_STRING}(?:[ \t]*\\\n[ \t]*{_STRING})+)",
    re.MULTILINE,
)


def python_people(text: str) -> tuple[tuple[Passage, ...], str]:
    """A passage for each person, and `text` without the fields of several lines that name them: one line says it itself."""
    lines, found, rest, reached = LineNumbers(text), list[Passage](), list[str](), 0
    for field in _FIELD.finditer(text) if "__" in text else ():
        people = list(_people(field)) if "\n" in field["value"] else []
        found += (
            Passage(text=said, numbers=(lines.at(offset),), visibility="string", content=PEOPLE)
            for offset, said in people
        )
        if people:
            rest += (text[reached : field.start()], blanked(field[0]))
            reached = field.end()
    return tuple(found), "".join((*rest, text[reached:]))


def _people(field: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Each person with the offset where the name stands."""
    for one in _values(field["value"]):
        for name in people_within(one):
            offset = field.string.find(name.split(",")[0], field.start("value"), field.end())
            yield from ((max(offset, field.start("value")), said) for said in people_in(field["role"], name))


def _values(text: str) -> tuple[str, ...]:
    """The strings of an expression of strings alone; of no other any."""
    try:
        value: Any = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return ()
    values = value if isinstance(value, list | tuple) else (value,)
    return tuple(one for one in values if isinstance(one, str))
