"""Notices in YAML, TOML and their kin: comments and values alike stand there for people to read, the rows of a list do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._rows import HOLDS_SAMPLES, HOLDS_WORDS, IS_NOTICE_FIELD, is_translation
from hatch_oaml.notices._toml_people import toml_people
from hatch_oaml.notices._yaml_people import yaml_people
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.paths import ArchivePath

_LIST = expression(r"(?:[ \t]*(?:#[^\n]*|---[ \t]*)?\n)*- ")
_KEY = expression(r"""[ \t]*(?:-[ \t]+)*["']?(?P<key>[^\s"':]+)["']?[ \t]*:""")
_FIELD = expression(r"^\s*[\w.\"'-]+\s*[:=]\s*")
"""Of a window's words: it says where they stand."""
_ITEM = expression(r"[ \t]*-[ \t]")
_MANY = 20
_YAML = (".yaml", ".yml", ".cff")


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    lines = text.split("\n")
    if is_translation(path):
        return (Passage(text="\n".join(_FIELD.sub("", line) for line in lines)),)
    if path.lower().endswith(".toml"):
        people, rest = toml_people(text)
        return (*people, Passage(text=rest))
    if not path.lower().endswith(_YAML):
        return (Passage(text=text),)
    people, rest = yaml_people(text)
    if not (_LIST.match(text) or _is_mostly_items(lines)):
        return (*people, Passage(text="\n".join(_outside_samples(rest.split("\n")))))
    return (*people, Passage(text="\n".join(line if _is_of_the_file(line) else "" for line in rest.split("\n"))))


def _outside_samples(lines: list[str]) -> Iterator[str]:
    """`lines`, those empty that belong to a key whose value are samples or a model's words, and say no notice field."""
    depth: int | None = None
    for index, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if depth is not None and line.strip() and not (indent > depth or (indent == depth and line[indent] == "-")):
            depth = None
        if depth is not None:
            yield line if _is_of_the_file(line) else ""
            continue
        if _opens_samples(line, lines[index + 1 : index + 5]):
            depth = indent
        yield line


def _opens_samples(line: str, below: list[str]) -> bool:
    """Is it the key of a list of samples, or of a model's words?"""
    key = _KEY.match(line)
    if key is None or key.end() < len(line.rstrip()):
        return False
    if HOLDS_WORDS.match(key["key"]):
        return True
    said = (other for other in below if other.strip() and not other.lstrip().startswith("#"))
    is_list = next((_ITEM.match(other) is not None for other in said), False)
    return is_list and HOLDS_SAMPLES.match(key["key"]) is not None


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
