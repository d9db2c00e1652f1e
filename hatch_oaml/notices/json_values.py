"""Notices in JSON: the values and keys of a file that is data, one line each."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.recognition.prefilter import lines_with_needle
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.paths import ArchivePath

_STRING = r'"(?:[^"\\\n]|\\.)*"'
_PAIR = expression(
    rf"(?:(?P<key>{_STRING})\s*:\s*)?(?P<value>{_STRING})(?!\s*:)|(?P<comment>//[^\n]*|/\*.*?\*/)", re.DOTALL
)


def _read(_path: ArchivePath, text: str) -> tuple[Passage, ...]:
    """Only lines with a needle are parsed: most of a large file is not."""
    lines = text.split("\n")
    return tuple(passage for index in lines_with_needle(text) for passage in _in_line(lines[index], index + 1))


def _in_line(line: str, number: int) -> Iterator[Passage]:
    for pair in _PAIR.finditer(line):
        if pair["comment"]:
            yield Passage(text=pair["comment"], first_line=number)
            continue
        value = _text(pair["value"])
        text = f"{_text(pair['key'])}: {value}" if pair["key"] and "\n" not in value else value
        if text.strip():
            yield Passage(text=text, numbers=(number,))


def _text(quoted: str) -> str:
    try:
        return str(json.loads(quoted, strict=False)).replace("\r\n", "\n")
    except ValueError:
        return quoted[1:-1]


SOURCE = NoticeSource(
    name="json-values",
    suffixes=frozenset({".json", ".jsonl", ".ndjson", ".json5", ".geojson", ".webmanifest"}),
    read_text=_read,
)
