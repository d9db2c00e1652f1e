"""Python's strings over several lines: doc strings are for people to read, values are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.notices._python_people import python_people
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.recognition.prefilter import may_hold_notice
from hatch_oaml.values.blanks import blanked
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRIPLE = expression(r'"(?:"")|\'(?:\'\')')
_DOC_STRING = expression(r"\s*[rRuUbB]?$")


def python_passages(text: str) -> Iterator[Passage]:
    """Whom its own names tell of over lines, the code with its doc strings, and each triple-quoted string of several lines that is a value."""
    people, text = python_people(text)
    yield from people
    plain: list[str] = []
    taken, lines = 0, LineNumbers(text)
    for start, end in _values(text):
        inside = text[start:end]
        if may_hold_notice(inside.encode("utf-8", "surrogatepass")):
            yield Passage(text=inside, first_line=lines.at(start), visibility="string")
        plain += (text[taken:start], blanked(inside))
        taken = end
    yield Passage(text="".join((*plain, text[taken:])), content="code")


def _values(text: str) -> Iterator[tuple[int, int]]:
    """Where the triple-quoted strings that are no doc strings begin and end."""
    offset = 0
    while opening := _TRIPLE.search(text, offset):
        start = opening.start()
        end = text.find(opening[0], start + 3)
        if end < 0:
            return
        offset = end + 3
        if text.find("\n", start, end) < 0:
            continue  # before it looks at the line: of one that holds thousands, each would look at all of them
        before = text[text.rfind("\n", 0, start) + 1 : start]
        if not _DOC_STRING.match(before) and "#" not in before:
            yield start + 3, end
