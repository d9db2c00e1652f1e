"""Notices in Markdown: a model card's front matter, the sections of a README that are about rights, and what HTML hides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._card_names import is_card
from hatch_oaml.notices._card_sections import of_card
from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._elements import passage_of
from hatch_oaml.recognition.passage import Passage, WholeNotices
from hatch_oaml.recognition.visibility import parts_of_markdown
from hatch_oaml.values.blanks import blanked
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.front_matter import front_matter_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.notice import NoticeKind
    from hatch_oaml.values.paths import ArchivePath

_FRONT_KEY = expression(r"(?:license\w*|base_model\w*|copyright|authors?|attribution|notice)\s*:", re.IGNORECASE)
_SUFFIXES = (".md", ".markdown", ".mdx", ".mkd", ".qmd", ".rmd")


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    return tuple(_passages(path, text))


def _passages(path: ArchivePath, text: str) -> Iterator[Passage]:
    body = text
    if front := front_matter_block(text):
        yield from _front_matter(front["yaml"], text.count("\n", 0, front.start("yaml")) + 1)
        body = _blank(text, front.start(), front.end())
    (_, shown), *unseen = parts_of_markdown(body)
    for visibility, part in unseen:
        yield Passage(text=part, visibility=visibility)
    if is_card(path):
        yield from of_card(shown)
    else:
        yield passage_of(shown, is_html=True)


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + blanked(text[start:end]) + text[end:]


def _front_matter(yaml: str, first_line: int) -> Iterator[Passage]:
    """The keys about rights, then the text that is left, comments and tags of REUSE in it.

    The keys' values rightly change in what is made of the model: they are possible notices.
    """
    lines = yaml.split("\n")
    rest = lines.copy()
    for index, line in enumerate(lines):
        if not _FRONT_KEY.match(line):
            continue
        block = [line, *_indented(lines, index + 1)]
        rest[index : index + len(block)] = [""] * len(block)
        kind: NoticeKind = "license" if line.lower().startswith("license") else "attribution"
        sure = not line.lower().startswith(("license", "base_model"))
        yield Passage(text="\n".join(block), first_line=first_line + index, content=WholeNotices(kind=kind, sure=sure))
    yield Passage(text="\n".join(rest), first_line=first_line)


def _indented(lines: list[str], first: int) -> Iterator[str]:
    for number in range(first, len(lines)):
        line = lines[number]
        if not line.startswith((" ", "-", "\t")):
            return
        yield re.sub(r"^(\s*)- ", r"\1", line)


SOURCE = NoticeSource(
    name="markdown", suffixes=frozenset(_SUFFIXES), read_text=_read, may_be_notice_file=True, reads_cards=True
)
