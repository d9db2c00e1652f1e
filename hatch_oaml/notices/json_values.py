"""Notices in JSON: the values and keys of a document, one line each; of data, those of its notice fields."""

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


_BYTES = expression(_STRING.encode())
_SAMPLED = 1 << 18
"""Bytes in which texts are looked for: what holds programs is smaller."""
_LINES = (".jsonl", ".ndjson")
_SEVERAL = expression(r"\s*\{[^\n]*\}[ \t]*\n\s*\{")
"""A file of several values, whatever it is called: its first line is one."""
_IS_DOCUMENT = expression("")
_IS_NOTICE_FIELD = expression(
    r"[_@]*(?:copyrights?|licen[sc]es?|notices?|patents?|trademarks?|版权|著作权|许可证?|声明)(?:[_-]\w+)?$",
    re.IGNORECASE,
)
"""What a key is called that says whose a row is."""
_IS_TEXT_FIELD = expression(
    r"(?:inputs?|outputs?|targets?|instruction|prompt|completion|response|question|answer|chosen|rejected)$",
    re.IGNORECASE,
)
"""What a key is called whose value is a text to learn from, in a document that holds rows among other things."""


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    """Only lines with a needle are parsed: most of a large file is not."""
    lines = text.split("\n")
    counts = _IS_NOTICE_FIELD if _is_rows(path, text) else _IS_DOCUMENT
    return tuple(passage for index in lines_with_needle(text) for passage in _in_line(lines[index], index + 1, counts))


def _is_rows(path: ArchivePath, text: str) -> bool:
    """Is the file an array, or one value a line? Then it is data, and its strings are rows."""
    if path.lower().endswith(_LINES):
        return True
    return text.lstrip("\ufeff \t\n")[:1] == "[" or _SEVERAL.match(text) is not None


def _in_line(line: str, number: int, counts: re.Pattern[str]) -> Iterator[Passage]:
    for pair in _PAIR.finditer(line):
        if pair["comment"]:
            yield Passage(text=pair["comment"], first_line=number)
            continue
        key, value = _text(pair["key"] or ""), _text(pair["value"])
        if not counts.match(key) or _IS_TEXT_FIELD.match(key):
            continue
        text = f"{key}: {value}" if pair["key"] and "\n" not in value else value
        if text.strip():
            yield Passage(text=text, numbers=(number,))


def _sample(data: bytes) -> bytes:
    """With the lines of the texts in its strings: a chat template, a program."""
    head = data[:_SAMPLED]
    if b"\\n" not in head:
        return data
    texts = (_text(string.decode("utf-8", "replace")) for string in _BYTES.findall(head) if b"\\n" in string)
    return "\n".join(texts).encode("utf-8", "replace") + b"\n" + data


def _text(quoted: str) -> str:
    if not quoted:
        return ""
    try:
        return str(json.loads(quoted, strict=False)).replace("\r\n", "\n")
    except ValueError:
        return quoted[1:-1]


SOURCE = NoticeSource(
    name="json-values",
    suffixes=frozenset({".json", ".jsonl", ".ndjson", ".json5", ".geojson", ".webmanifest"}),
    read_text=_read,
    sample=_sample,
)
