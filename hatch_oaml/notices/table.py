"""Notices in tables of values: their rows are data, and what they say is nobody's notice of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._rows import header
from hatch_oaml.recognition.passage import Passage

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath


def _read(_path: ArchivePath, text: str) -> tuple[Passage, ...]:
    return (Passage(text=header(text)),)


SOURCE = NoticeSource(name="table", suffixes=frozenset({".csv", ".tsv", ".vocab", ".merges", ".bpe"}), read_text=_read)
