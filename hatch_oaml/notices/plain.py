"""Notices in prose of any kind, and in files of which nothing is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition.passage import Passage

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath


def _read(_path: ArchivePath, text: str) -> tuple[Passage, ...]:
    return (Passage(text=text),)


SOURCE = NoticeSource(
    name="plain",
    suffixes=frozenset({"", ".txt", ".text", ".tex", ".po", ".pot", ".csv", ".tsv", ".license"}),
    read_text=_read,
)
