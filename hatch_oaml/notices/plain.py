"""Notices in prose of any kind, and in files of which nothing is known; those that are lists of words are data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._rows import header, is_table, is_word_list
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath

_VOCABULARY = expression(
    r"(?:.*/)?(?:vocab(?:ulary)?|merges|tokens|dict|word[-_]?list)(?:[-_.][^/]*)?\.txt$", re.IGNORECASE
)


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    is_data = _VOCABULARY.match(path) is not None or is_table(text) or is_word_list(text)
    return (Passage(text=header(text) if is_data else text),)


SOURCE = NoticeSource(
    name="plain",
    suffixes=frozenset({"", ".txt", ".text", ".tex", ".po", ".pot", ".license"}),
    read_text=_read,
)
