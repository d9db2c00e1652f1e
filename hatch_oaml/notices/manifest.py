"""Notices in manifests that are written in a language of their own: the people whom their fields name, and what their text says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._people_fields import PEOPLE, people_in, people_within
from hatch_oaml.notices._python_strings import python_passages
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.blanks import blanked
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.paths import ArchivePath

_STRING = r"(?:[\"'][^\"'\n]{1,300}[\"'])"
_PIECES = rf"{_STRING}(?:[ \t]*\\?\n[ \t]*{_STRING}){{0,200}}"
"""Of Python, whose strings go on over lines."""
_LONG = r"[^\[\]{}]{0,4000}"
_QUOTED = expression(r"([\"'])(?P<said>[^\"'\n]{1,300})\1(?P<joint>\s*(?:=>|:)\s*)?")
_ADDRESS = expression(r"[^\s@<>]+@[^\s@<>]+$")
_EMAIL = expression(r"email\s*=\s*[\"']([^\"'\n]{1,200})")


class _Manifest(NamedTuple):
    """How a manifest is called, and its field written that names people; `role` and `value` are parts of `field`."""

    name: str
    called: re.Pattern[str]
    field: re.Pattern[str]


def _manifest(called: str, field: str, flags: int = 0) -> _Manifest:
    return _Manifest(called, _called(called), expression(field, re.MULTILINE | flags))


def _called(name: str) -> re.Pattern[str]:
    return expression(rf"(?:.*/)?(?:{name})$", re.IGNORECASE)


_MANIFESTS = (
    _manifest(
        r"setup\.py",
        rf"\b(?P<role>author|maintainer)[ \t]*=[ \t]*f?(?P<value>{_PIECES}|[(\[]\s*{_STRING}(?:[\s,]+{_STRING}){{0,200}}[\s,]*[)\]])",
    ),
    _manifest(
        r"(?:[^/]*[._-])?(?:docker|container)file(?:[._-][^/]*)?",
        rf"^[ \t]*(?:LABEL[ \t]+)?(?:[\w.-]+[ \t]*=[ \t]*{_STRING}[ \t]+)?[\"']?(?:[\w.-]+\.)?(?P<role>maintainer|author)s?[\"']?"
        rf"(?:[ \t]*=[ \t]*|[ \t]+)(?P<value>{_STRING}|[^\s\"'=\\][^\n=\\]{{1,200}})",
        re.IGNORECASE,
    ),
    _manifest(r"DESCRIPTION", r"^Authors@(?P<role>)R:(?P<value>(?:[^\n]{0,400}\n(?:[ \t]+[^\n]{0,400}\n){0,400}))"),
    _manifest(
        r"(?:makefile|build)\.pl", rf"\b(?P<role>author)[ \t]*=>[ \t]*(?P<value>\[{_LONG}\]|{_STRING})", re.IGNORECASE
    ),
    _manifest(r"mix\.exs", rf"\b(?P<role>maintainer|author)s?:[ \t]*(?P<value>\[{_LONG}\])"),
    _manifest(r"(?:[^/]+\.)?opam", rf"^(?P<role>author|maintainer)s?:\s*(?P<value>\[{_LONG}\]|{_STRING})"),
    _manifest(r"dub\.sdl", rf"^(?P<role>author)s?[ \t]+(?P<value>{_STRING}(?:[ \t]+{_STRING}){{0,200}})"),
    _manifest(
        r"[^/]+\.sbt", rf"\b(?P<role>developer|author)s?[ \t]*:?=[ \t]*(?P<value>\[{_LONG}\]|{_STRING})", re.IGNORECASE
    ),
)
_CALLED = _called("|".join(manifest.name for manifest in _MANIFESTS))
_PERSON = expression(
    r"\bperson\(\s*(?:given\s*=\s*)?[\"'](?P<given>[^\"'\n]{1,80})[\"'](?:\s*,\s*(?:family\s*=\s*)?[\"'](?P<family>[^\"'\n]{1,80})[\"'])?"
    r"(?P<more>[^()]{0,400}(?:\([^()]{0,400}\)[^()]{0,400}){0,4}\))"
)
"""As R has it."""


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    return tuple(_passages(path, text))


def _passages(path: ArchivePath, text: str) -> Iterator[Passage]:
    lines, rest, reached = LineNumbers(text), list[str](), 0
    for manifest in _MANIFESTS:
        if not manifest.called.match(path):
            continue
        for field in manifest.field.finditer(text):
            people = list(_people(field))
            yield from (Passage(text=said, numbers=(lines.at(offset),), content=PEOPLE) for offset, said in people)
            if people:
                rest += (text[reached : field.start()], blanked(field[0]))
                reached = field.end()
    left = "".join((*rest, text[reached:]))
    yield from python_passages(left) if path.endswith(".py") else [Passage(text=left, content="code")]


def _people(field: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Each person with the offset where the name stands."""
    value, start, role = field["value"], field.start("value"), field["role"].lower() or "author"
    if not field["role"]:
        for person in _PERSON.finditer(value):
            yield from ((start + person.start(), said) for said in people_in(role, _person(person)))
    elif value[0] not in "[({\"'":
        yield from ((start, said) for said in people_in(role, value))
    else:
        yield from _quoted(role, value, start)


def _person(said: re.Match[str]) -> dict[str, str]:
    email = _EMAIL.search(said["more"])
    return {"given": said["given"], "family": said["family"] or "", "email": email[1] if email else ""}


def _quoted(role: str, value: str, start: int) -> Iterator[tuple[int, str]]:
    """Each string of `value`, with the address that it stands for where one of the two is none."""
    name: re.Match[str] | None = None
    for string in _QUOTED.finditer(value):
        if name is not None and _ADDRESS.match(string["said"]):
            yield from (
                (start + name.start(), said)
                for said in people_in(role, {"name": name["said"], "email": string["said"]})
            )
            name = None
            continue
        if name is not None:
            yield from _alone(role, name, start)
        name = string
    if name is not None:
        yield from _alone(role, name, start)


def _alone(role: str, string: re.Match[str], start: int) -> Iterator[tuple[int, str]]:
    for name in people_within(string["said"]):
        yield from ((start + string.start(), said) for said in people_in(role, name))


def _claims(path: ArchivePath) -> bool:
    return _CALLED.match(path) is not None  # of each file it is asked


SOURCE = NoticeSource(name="manifest", claims=_claims, read_text=_read, is_made_of_lines=True)
