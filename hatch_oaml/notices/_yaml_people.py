"""The people whom the fields at the top of a YAML document name, a citation's too: as much of YAML as lists of people are written in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hatch_oaml.notices._people_fields import PEOPLE, ROLES, people_in, role_of
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FIELD = expression(rf"""["']?(?P<key>[_@]?(?:{ROLES}))["']?[ \t]*:[ \t]*(?P<flow>[\[{{].*)?(?:#.*)?$""", re.IGNORECASE)
_BEGINS_ITEM = expression(r"""[ \t]*(?:-(?:[ \t]|$)|["']?[\w@.-]+["']?[ \t]*:[ \t]*$)""")
_PAIR = expression(r"""(?P<indent>[ \t]*)["']?(?P<key>[\w@.-]+)["']?[ \t]*:(?:[ \t]+(?P<value>.*))?$""")
_COMMENT = expression(r"(?:^|\s)#.*$")
_QUOTED = r""""(?:[^"\\]|\\.){0,400}"|'[^']{0,400}'"""
_FLOW_ITEM = expression(rf"""\{{[^{{}}]*\}}|{_QUOTED}|[^\s,\[\]{{}}"'][^,\[\]{{}}]*""")
_FLOW_PAIR = expression(rf"""(?<![\w@.-])(?P<key>[\w@.-]+)["']?\s*:\s*(?P<value>{_QUOTED}|[^,{{}}"']+)""")


@frozen
class _Told:
    """What one item says, on the line with this index."""

    line: int
    value: Any


def yaml_people(text: str) -> tuple[tuple[Passage, ...], str]:
    """A passage for each person, and `text` without the lines of the fields that name them."""
    lines = text.split("\n")
    found: list[Passage] = []
    index = 0
    while index < len(lines):
        field = _FIELD.match(lines[index])
        end = _end_of_block(lines, index + 1) if field else index + 1
        if field and (people := tuple(_people(field, lines, index, end))):
            found += people
            lines[index:end] = [""] * (end - index)
        index = end
    return tuple(found), "\n".join(lines)


def _end_of_block(lines: Sequence[str], start: int) -> int:
    """Where the lines that are indented, or items, end."""
    end = start
    for index in range(start, len(lines)):
        line = lines[index]
        if line.strip() and not line.startswith((" ", "\t", "-", "]", "}")):
            break
        if line.strip():
            end = index + 1
    return end


def _people(field: re.Match[str], lines: Sequence[str], index: int, end: int) -> Iterator[Passage]:
    role = role_of(field["key"])
    told = _in_flow(field, lines, index, end) if field["flow"] else _in_block(lines, index + 1, end)
    for one in told:
        for line in people_in(role, one.value) if role else ():
            yield Passage(text=line, numbers=(one.line + 1,), content=PEOPLE)


def _in_flow(field: re.Match[str], lines: Sequence[str], index: int, end: int) -> Iterator[_Told]:
    for number, line in enumerate((field["flow"], *lines[index + 1 : end]), index):
        for item in _FLOW_ITEM.findall(line):
            yield _Told(line=number, value=_flow_record(item) if item.startswith("{") else _plain(item))


def _flow_record(text: str) -> dict[str, str]:
    return {pair["key"]: _plain(pair["value"]) for pair in _FLOW_PAIR.finditer(text)}


def _in_block(lines: Sequence[str], start: int, end: int) -> Iterator[_Told]:
    """The items of a list, or the record that stands there, or each of those that stand there under names of their own."""
    begin, item = start, list[str]()
    margin = min((_margin(line) for line in lines[start:end] if line.strip()), default=0)
    for index in range(start, end):
        line = _COMMENT.sub("", lines[index])
        if _margin(line) == margin and _BEGINS_ITEM.match(line):
            yield from _told(begin, item)
            begin, item = index, [line.replace("-", " ", 1) if line.lstrip().startswith("-") else ""]
        else:
            item.append(line)
    yield from _told(begin, item)


def _told(begin: int, lines: Sequence[str]) -> Iterator[_Told]:
    """What an item says, whose first line has blanks in place of its dash."""
    said = [line for line in lines if line.strip()]
    if not said:
        return
    pairs = [pair for line in said if (pair := _PAIR.match(line))]
    margin = min((len(pair["indent"]) for pair in pairs), default=0)
    record = {pair["key"]: _plain(pair["value"]) for pair in pairs if len(pair["indent"]) == margin and pair["value"]}
    first = said[0].strip()
    yield _Told(line=begin, value=_flow_record(first) if first.startswith("{") else record if pairs else _plain(first))


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())


def _plain(scalar: str) -> str:
    scalar = scalar.strip()
    return scalar[1:-1] if len(scalar) > 1 and scalar[0] == scalar[-1] and scalar[0] in "\"'" else scalar
