"""Which files of a release tell what was modified, by their names, and which of their lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from hatch_oaml.project.sections import sections, within
from hatch_oaml.telling.words import words_of
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.front_matter import front_matter_block
from hatch_oaml.values.legal_names import legal_kind
from hatch_oaml.values.wording import is_seen

if TYPE_CHECKING:
    from collections.abc import Iterator

Manner = Literal["changes", "notice", "card"]
"""*changes*: tells of nothing else. *notice*: where a paragraph says that something was modified. *card*: below a heading for it."""

_SUFFIX = expression(r"(?:\.(?:md|markdown|mdx|rst|txt|text|adoc|org|html?|toml))?$", re.IGNORECASE)
_LANGUAGE = expression(
    r"[-_.](?:zh|en|ja|jp|ko|kr|de|fr|es|it|pt|ru|cn|tw|chs|cht|zh[-_](?:cn|tw|hk|hans|hant)|pt[-_]br|中文|英文|日本語|한국어)$",
    re.IGNORECASE,
)
_CARD = expression(r"(?:readme|model[-_]?card)(?:[-_.].*)?$", re.IGNORECASE)
_MARKS = "#*_:：- \t0123456789."
"""Around the words of a heading."""


class Line(NamedTuple):
    """A line of a text, by its number from 1."""

    number: int
    text: str


def manner_of(path: str) -> Manner | None:
    """How the file at `path` tells; None where it does not."""
    name = path.rpartition("/")[2]
    stem = _LANGUAGE.sub("", _SUFFIX.sub("", name))
    if words_of("file").fullmatch(stem):
        return "changes"
    if _CARD.match(name):
        return "card"
    return "notice" if legal_kind(path) == "notice" else None


def tells_by_name(path: str) -> bool:
    return manner_of(path) is not None


def telling_lines(manner: Manner, text: str) -> Iterator[Line]:
    """Those of `text` that tell of changes, wherever something was modified by them; nobody reads what a comment of HTML holds."""
    text = _without_comments(text)
    if manner == "changes":
        yield from (Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    elif manner == "notice":
        yield from _in_paragraphs(text)
    else:
        yield from _below_headings(text)


def _without_comments(text: str) -> str:
    """Each line where it stands."""
    kept: list[str] = []
    reached = 0
    while (start := text.find("<!--", reached)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept += (text[reached:start], "\n" * text.count("\n", start, end))
        reached = end + len("-->")
    return "".join((*kept, text[reached:]))


def _in_paragraphs(text: str) -> Iterator[Line]:
    """Of a paragraph that has a word of change, all; it may be but the heading of the one below it."""
    gathered: list[Line] = []
    goes_on = False
    for number, line in enumerate((*text.split("\n"), ""), 1):
        if line.strip():
            gathered.append(Line(number, line))
            continue
        if gathered:
            says = goes_on or any(words_of("change").search(one.text) for one in gathered)
            goes_on = says and gathered[-1].text.rstrip().endswith((":", "："))
            yield from gathered if says else ()
            gathered = []


def _below_headings(text: str) -> Iterator[Line]:
    block = front_matter_block(text)
    above = text.count("\n", 0, block.end()) if block else 0
    body = text[block.end() :] if block else text
    for section in within(sections(body), _is_about_changes):
        yield from (Line(above + section.line + index, line) for index, line in enumerate(section.lines))


def _is_about_changes(title: str) -> bool:
    bare = " ".join("".join(letter if is_seen(letter) else " " for letter in title).split())
    while bare and not (bare[0].isalnum() and not bare[0].isdecimal()):
        bare = bare[1:]
    return words_of("heading").fullmatch(bare.strip(_MARKS)) is not None
