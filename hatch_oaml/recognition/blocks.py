"""Gathers the lines around a needle into blocks: runs of bare lines that one paragraph or comment holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from hatch_oaml.recognition.announced import announces, is_item, may_announce
from hatch_oaml.recognition.comment_markers import bare, column, marked, prefix
from hatch_oaml.recognition.denials import hints
from hatch_oaml.recognition.names import are_names, names_holder
from hatch_oaml.recognition.prefilter import lines_with_needle, needles_in
from hatch_oaml.recognition.reading import Reading
from hatch_oaml.recognition.words.evidence import FULL_NAME
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.han import BEYOND_LATIN
from hatch_oaml.values.years import YEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    _Bare = Callable[[int], str]

REACH = 3
"""A notice has at most four lines: the one with the needle, and three before or after."""
_LONG_LINE = 8192
"""Characters: in a line of minified code, or of data, nothing far from a needle is looked at."""
_AROUND = 2000
"""Characters before and behind a needle: no grammar looks farther."""
_LITERAL_LINE_FEED = "\\n"
"""As programs write it into a text: into a map of sources, whole files."""
_LINE_FEED = expression(r"\n")
_MADE = r"based\son|(?:inspired|written|developed)\sby|(?:adapted|derived|forked)\sfrom"
_LABEL = expression(
    r"(?:copyright|\(c\)|©|版权|著作)[^\n]*[:：]$"
    rf"|(?:基于|(?:改编|修改|移植|fork\s?)自|参考了?|{_MADE})[^\n]{{0,24}}[:：]$",
    re.IGNORECASE,
)
"""A line that announces holders or a work, which stand below it, even behind an empty line."""
_HEADING = expression(r"(?:(?P<people>authors?)|copyright)(?:\s(?:and|&)\s\w+)?", re.IGNORECASE)
_PEOPLE_LABEL = expression(r"(?:original |contributing )?authors?:", re.IGNORECASE)
_FULL_NAME = expression(FULL_NAME)
_PERSON_AND_WHEN = expression(rf"{FULL_NAME}\s\([\w.-]+\)(?:,?\s{YEAR}[\d.-]*)?")
"""With an account, and when: `Mina Halloway (mina) 2012-01-05`."""
_YEARS_ALONE = expression(r"(?:copyright|\(c\)|©|\s)+[\d\s,–-]{4,40}", re.IGNORECASE)
_LISTED = expression(rf"[^\n]{{0,80}}<[^<>\s]+@|{YEAR}")
"""What a line of a list of holders has: an address, or a year at its beginning."""
_NAMED = expression(
    rf"(?:(?:and|&)\s)?(?:{FULL_NAME}|{BEYOND_LATIN}{{2,4}})(?:[ ,]+{YEAR}[\d,\s–-]{{0,40}})?(?:[,;、]|,?\s(?:and|&))?"
)
"""A line that is a name, of a list with one on each."""


@frozen
class Block:
    """`text` holds the bare lines, each but the last ended by a line feed; the first is line `first`, from 0; `columns` and `items` as in `Reading`.

    `is_one_line` says that they are one line of the file, in whose literal their line feeds are written out.
    """

    text: str
    first: int
    columns: tuple[int, ...] = ()
    items: frozenset[int] = frozenset()
    is_one_line: bool = False

    @property
    def reading(self) -> Reading:
        return Reading(text=self.text, columns=self.columns, items=self.items)

    def line_at(self, offset: int) -> int:
        """The line, from 0, in which the character at `offset` stands; a search, where to count each time takes quadratic time."""
        return self.first if self.is_one_line else self.first + bisect_left(self._ends, offset)

    @cached_property
    def hints(self) -> tuple[int, ...]:
        """Where the words stand without which no notice of the block is denied."""
        return hints(self.text)

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in _LINE_FEED.finditer(self.text)]


def split_blocks(lines: Sequence[str], hits: Sequence[int]) -> Iterator[Block]:
    """Blocks that hold all of `hits`, in order, none overlapping another."""
    near = frozenset(hits)
    done = 0

    @cache  # several ask for the same line
    def bare_at(index: int) -> str:
        return bare(lines[index])

    for hit in hits:
        if hit < done:
            continue
        if len(lines[hit]) > _LONG_LINE:
            yield from _windows(lines[hit], hit)
            done = hit + 1
            continue
        above = list(_above(lines, hit, done, bare_at))
        below = list(_below(lines, hit, near, bare_at))
        done = hit + 1 + len(below)
        first = hit - len(above)
        texts = (*reversed(above), bare_at(hit), *below)
        text = "\n".join(texts)
        yield Block(
            text=text,
            first=first,
            columns=tuple(column(lines[first + index], text) for index, text in enumerate(texts)),
            items=frozenset(_items(texts, lines[first : first + len(texts)]) if may_announce(text) else ()),
        )


def _items(texts: Sequence[str], lines: Sequence[str]) -> Iterator[int]:
    """The lines, from 0, below one that announces a list, which begin with another mark than it; `lines` are the `texts` before they were bared."""
    mark: str | None = None
    for index, text in enumerate(texts):
        if announces(text):
            mark = marked(lines[index])
        elif mark is not None and marked(lines[index]) not in {"", mark}:
            yield index


def _above(lines: Sequence[str], hit: int, done: int, bare_at: _Bare) -> Iterator[str]:
    """The bare lines before `hit` that belong to it, the nearest first."""
    sign = prefix(lines[hit])
    for index in range(hit - 1, max(done, hit - REACH) - 1, -1):
        if len(lines[index]) > _LONG_LINE:
            return
        text = bare_at(index)
        if not text or prefix(lines[index]) != sign or _is_code_above(lines[index], lines[index + 1]):
            return
        yield text


def _windows(line: str, number: int) -> Iterator[Block]:
    """What stands around the needles of a line that a program wrote: no sentence is as long as it."""
    for start, end in _around_needles(line):
        if _LITERAL_LINE_FEED not in line[start:end]:
            yield Block(text=bare(line[start:end]), first=number)
            continue
        lines = line[start:end].split(_LITERAL_LINE_FEED)
        for block in split_blocks(lines, lines_with_needle("\n".join(lines))):
            yield replace(block, first=number, is_one_line=True)


def _around_needles(line: str) -> Iterator[tuple[int, int]]:
    start = end = 0
    for needle in needles_in(line):
        if needle - _AROUND > end:
            if end:
                yield start, end
            start = max(0, needle - _AROUND)
        end = needle + _AROUND
    yield start, end


def _below(lines: Sequence[str], hit: int, near: frozenset[int], bare_at: _Bare) -> Iterator[str]:
    """The bare lines behind `hit` that belong to it or to a later hit among them."""
    sign = prefix(lines[hit])
    reach = hit
    lists = announces(bare_at(hit))
    mark = marked(lines[hit])
    for index in range(hit + 1, len(lines)):
        if len(lines[index]) > _LONG_LINE:
            return
        text = bare_at(index) if index - reach <= REACH else ""
        if not text and hit < index <= hit + 2 and _leads_over_a_gap(lines, hit, index, bare_at):
            yield text
            continue
        if not text or not _is_signed(lines[index], sign) or _is_code_below(lines[index - 1], lines[index]):
            return
        lists = lists or (index in near and announces(text))
        if (
            index in near
            or _LISTED.match(text)
            or _NAMED.fullmatch(text)
            or (lists and (is_item(text) or marked(lines[index]) != mark))
        ):
            reach = index
        yield text


def _is_signed(line: str, sign: str) -> bool:
    """Does `line` begin with the comment sign of those above it, or go on with a comment of reStructuredText?"""
    found = prefix(line)
    return found == sign or (sign == ".." and not found and line.startswith("  "))


def _leads_over_a_gap(lines: Sequence[str], hit: int, gap: int, bare_at: _Bare) -> bool:
    """Are holders or a work announced that stand below an empty line: by a label, or by years that nobody is named behind?"""
    if gap + 1 == len(lines):
        return False
    text, below = bare_at(hit), bare_at(gap + 1)
    if announces(text) and (marked(lines[gap + 1]) or is_item(below)):
        return gap == hit + 1 or bare_at(hit + 1).endswith((":", "："))
    if gap > hit + 1 and (bare_at(hit + 1) or not lines[hit + 1].strip()):  # no rule below a heading
        return False
    if heading := _HEADING.fullmatch(text):
        return heading["people"] is not None or _LISTED.match(below) is not None
    if _LABEL.search(text):
        return True
    if _PEOPLE_LABEL.fullmatch(text):
        return _PERSON_AND_WHEN.fullmatch(below) is not None or (
            _FULL_NAME.match(below) is not None and are_names(below)
        )
    return _YEARS_ALONE.fullmatch(text) is not None and names_holder(below)


def _is_code_below(line: str, below: str) -> bool:
    """Does a comment end with `line`, and no other begin `below`?"""
    return line.endswith("*/") and below.lstrip()[:1] not in {"/", "*"}


def _is_code_above(above: str, line: str) -> bool:
    """Does a comment begin with `line`, and no other stand `above`, where a program's statement ends?"""
    return (
        line.lstrip().startswith("/*")
        and above.rstrip().endswith(("{", "}", ";", ")"))
        and not above.lstrip().startswith(("*", "/"))
    )
