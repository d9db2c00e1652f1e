"""Notices in YAML, TOML and their kin: comments and values alike stand there for people to read, the rows of a list do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._rows import IS_NOTICE_FIELD, is_translation
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath

_LIST = expression(r"(?:[ \t]*(?:#[^\n]*|---[ \t]*)?\n)*- ")
_KEY = expression(r"""[ \t]*(?:-[ \t]+)*["']?(?P<key>[^\s"':]+)["']?[ \t]*:""")
_FIELD = expression(r"^\s*[\w.\"'-]+\s*[:=]\s*")
"""Of a window's words: it says where they stand."""
_ITEM = expression(r"[ \t]*-[ \t]")
_MANY = 20


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    lines = text.split("\n")
    if is_translation(path):
        return (Passage(text="\n".join(_FIELD.sub("", line) for line in lines)),)
    if not path.lower().endswith((".yaml", ".yml")) or not (_LIST.match(text) or _is_mostly_items(lines)):
        return (Passage(text=text),)
    return (Passage(text="\n".join(line if _is_of_the_file(line) else "" for line in lines)),)


def _is_mostly_items(lines: list[str]) -> bool:
    items = sum(1 for line in lines if _ITEM.match(line))
    return items >= _MANY and 2 * items >= sum(1 for line in lines if line.strip())


def _is_of_the_file(line: str) -> bool:
    """Of records and lists: a comment, a notice field, or what stands at the left margin."""
    if line[:1] not in {"-", " ", "\t"} or line.lstrip().startswith("#"):
        return True
    key = _KEY.match(line)
    return key is not None and IS_NOTICE_FIELD.match(key["key"]) is not None


SOURCE = NoticeSource(
    name="settings",
    suffixes=frozenset({".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".properties", ".env", ".cff"}),
    read_text=_read,
    is_made_of_lines=True,
)
