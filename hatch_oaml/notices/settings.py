"""Notices in YAML, TOML and their kin: comments and values alike stand there for people to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition.passage import Passage

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath


def _read(_path: ArchivePath, text: str) -> tuple[Passage, ...]:
    return (Passage(text=text),)


SOURCE = NoticeSource(
    name="settings",
    suffixes=frozenset({".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".properties", ".env", ".cff"}),
    read_text=_read,
)
