"""Notices in the metadata of a Python package: each field on its own, and the description behind them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.notices._card_sections import of_card
from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._outlines import of_markdown, of_restructured
from hatch_oaml.recognition.passage import Passage, WholeNotices, moved
from hatch_oaml.recognition.unfilled import is_unfilled
from hatch_oaml.recognition.visibility import parts
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers
from hatch_oaml.values.wheel_names import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.notices._outlines import Outline
    from hatch_oaml.values.paths import ArchivePath

_FIELD = expression(
    r"^(?!(?:Classifier|Requires-Dist|Keywords|Name|Version|Platform):)[A-Za-z][\w-]*:.*(?:\n[ \t]+.*)*", re.MULTILINE
)
_NAMES_SOMEBODY = WholeNotices(kind="attribution", each="line")
_MARKDOWN = expression(r"^Description-Content-Type:\s*text/(?:x-)?markdown", re.MULTILINE | re.IGNORECASE)
_CONTINUED = expression(r"\n[ \t]+\|?")


_PEOPLE = ("Author:", "Author-email:", "Maintainer:", "Maintainer-email:")


def _read(_path: ArchivePath, text: str) -> tuple[Passage, ...]:
    fields, gap, description = text.partition("\n\n")
    outline = of_markdown if _MARKDOWN.search(fields) else of_restructured
    return (*_fields(fields), *_described(description, fields.count("\n") + len(gap) + 1, outline))


def _fields(text: str) -> Iterator[Passage]:
    lines = LineNumbers(text)
    for field in _FIELD.finditer(text):
        if is_unfilled(field[0].partition(":")[2]):
            continue  # Setuptools writes `UNKNOWN` into a field that nobody gave
        plain = Passage(text=_CONTINUED.sub("\n", field[0]), first_line=lines.at(field.start()))
        yield replace(plain, content=_NAMES_SOMEBODY) if field[0].startswith(_PEOPLE) else plain


def _described(text: str, first_line: int, outline: Outline) -> Iterator[Passage]:
    """As a README, which it mostly is."""
    for visibility, part in parts(text) if text else ():
        if visibility == "open":
            for passage in of_card(part, outline):
                yield moved(passage, range(first_line, first_line + text.count("\n") + 1))
        else:
            yield Passage(text=part, first_line=first_line, visibility=visibility)


def _claims(path: ArchivePath) -> bool:
    return path.rpartition("/")[2] in {METADATA, "PKG-INFO"}


SOURCE = NoticeSource(name="package-metadata", claims=_claims, read_text=_read)
