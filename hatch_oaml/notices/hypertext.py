"""Notices in HTML, SVG and XML; those that no browser shows are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.recognition.visibility import parts

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath


def _read(_path: ArchivePath, text: str) -> tuple[Passage, ...]:
    return tuple(Passage(text=part, visibility=visibility) for visibility, part in parts(text))


SOURCE = NoticeSource(
    name="hypertext",
    suffixes=frozenset({".html", ".htm", ".xhtml", ".svg", ".xml", ".xsl", ".xslt", ".rng", ".xsd"}),
    read_text=_read,
)
