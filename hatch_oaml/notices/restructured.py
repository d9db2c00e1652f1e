"""Notices in reStructuredText; comments of it are not shown to readers of the rendered page, but to those of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition.passage import Passage

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath


def _read(_path: ArchivePath, text: str) -> tuple[Passage, ...]:
    return (Passage(text=text),)


SOURCE = NoticeSource(
    name="restructured", suffixes=frozenset({".rst", ".rest"}), read_text=_read, may_be_notice_file=True
)
