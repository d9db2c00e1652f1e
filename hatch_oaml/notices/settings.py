"""Notices in YAML, TOML and their kin: comments and values alike stand there for people to read, the rows of a list do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._rows import IS_NOTICE_FIELD
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath

_LIST = expression(r"(?:[ \t]*(?:#[^\n]*|---[ \t]*)?\n)*- ")
_KEY = expression(r"""[ \t]*(?:-[ \t]+)*["']?(?P<key>[^\s"':]+)["']?[ \t]*:""")
_COMMENT = expression(r"[ \t]*#")


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    if not path.lower().endswith((".yaml", ".yml")) or not _LIST.match(text):
        return (Passage(text=text),)
    return (Passage(text="\n".join(line if _is_of_the_file(line) else "" for line in text.split("\n"))),)


def _is_of_the_file(line: str) -> bool:
    """Of a list of records: a comment, or a notice field."""
    key = _KEY.match(line)
    return _COMMENT.match(line) is not None or (key is not None and IS_NOTICE_FIELD.match(key["key"]) is not None)


SOURCE = NoticeSource(
    name="settings",
    suffixes=frozenset({".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".properties", ".env", ".cff"}),
    read_text=_read,
)
