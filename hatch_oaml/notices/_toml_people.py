"""The people whom the lists of a TOML document name: a package's authors and maintainers, as names or as records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import tomli

from hatch_oaml.notices._people_fields import PEOPLE, ROLES, people_in, role_of
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.blanks import blanked
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIST = expression(
    rf"""^[ \t]*["']?(?P<key>{ROLES})["']?[ \t]*=[ \t]*(?P<value>\[[^\[\]]{{0,20000}}\])""",
    re.IGNORECASE | re.MULTILINE,
)


def toml_people(text: str) -> tuple[tuple[Passage, ...], str]:
    """A passage for each person, and `text` without the lists that name them."""
    lines, found, rest, reached = LineNumbers(text), list[Passage](), list[str](), 0
    for field in _LIST.finditer(text):
        role = role_of(field["key"])
        people = [
            Passage(
                text=said, numbers=(lines.at(_offset(one, text, field.start("value"), field.end())),), content=PEOPLE
            )
            for one in _values(field["value"])
            for said in (people_in(role, one) if role else ())
        ]
        if people:
            found += people
            rest += (text[reached : field.start()], blanked(field[0]))
            reached = field.end()
    return tuple(found), "".join((*rest, text[reached:]))


def _values(text: str) -> Iterator[Any]:
    try:
        yield from tomli.loads(f"x = {text}")["x"]
    except (tomli.TOMLDecodeError, RecursionError):
        return


def _offset(one: object, text: str, start: int, end: int) -> int:
    strings = [one] if isinstance(one, str) else [*one.values()] if isinstance(one, dict) else []
    said = next((string for string in strings if isinstance(string, str)), "")
    return max(text.find(said, start, end), start)
