"""Notices in reStructuredText; comments of it are not shown to readers of the rendered page, but to those of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.notices._card_names import is_card
from hatch_oaml.notices._card_sections import of_card
from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._outlines import of_restructured
from hatch_oaml.recognition.passage import Passage

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath


_SUFFIXES = (".rst", ".rest")


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    return tuple(of_card(text, of_restructured)) if is_card(path) else (Passage(text=text),)


SOURCE = NoticeSource(
    name="restructured", suffixes=frozenset(_SUFFIXES), read_text=_read, may_be_notice_file=True, reads_cards=True
)
