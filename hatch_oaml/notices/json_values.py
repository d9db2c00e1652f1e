"""Notices in JSON: the values and keys of a document, one line each; of data, those of its notice fields."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._json_people import json_people
from hatch_oaml.notices._json_rows import strings_outside_rows
from hatch_oaml.notices._people_fields import role_of
from hatch_oaml.notices._rows import IS_NOTICE_FIELD, is_translation
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.recognition.prefilter import lines_with_needle
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.paths import ArchivePath

_STRING = r'"(?:[^"\\\n]|\\.)*"'
_OPEN = r'"(?P<open>(?:[^"\\\n]|\\.)*\\?)\Z'
_PAIR = expression(
    rf"(?:(?P<key>{_STRING})\s*:\s*)?(?P<value>{_STRING})(?!\s*:)|{_STRING}\s*:|(?P<comment>//[^\n]*|/\*.*?(?:\*/|\Z))|{_OPEN}",
    re.DOTALL,
)
"""A string with its key, if it has one; or the key of something else, so that its second sign opens no string.

What a line leaves open goes to its end, and no sign in it is tried again.
"""
_BYTES = expression(_STRING.encode())
_SAMPLED = 1 << 18
"""Bytes in which texts are looked for: what holds programs is smaller."""
_VOCABULARY = expression(
    r"(?:.*/)?(?:tokenizer|(?:[^/]*[-_.])?vocab(?:ulary)?|added_tokens|special_tokens_map|merges|encoder|dict)(?:[-_.][^/]*)?\.json$",
    re.IGNORECASE,
)
"""What a model ships whose rows are words."""
_METADATA = (".zenodo.json", "codemeta.json", "package.json", "composer.json")
"""That tell whose a work is, whatever words they hold."""
_LINES = (".jsonl", ".ndjson")
_SEVERAL = expression(r"\s*\{[^\n]*\}[ \t]*\n\s*\{")
"""A file of several values, whatever it is called: its first line is one."""
_IS_DOCUMENT = expression("")
_IS_TEXT_FIELD = expression(
    r"(?:inputs?|outputs?|targets?|instruction|prompt|completion|response|question|answer|chosen|rejected)$",
    re.IGNORECASE,
)
"""What a key is called whose value is a text to learn from, in a document that holds rows among other things."""


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    """Only lines with a needle are parsed: most of a large file is not."""
    lines = text.split("\n")
    is_rows = _is_rows(path, text)
    counts = IS_NOTICE_FIELD if is_rows else _IS_DOCUMENT
    with_keys = not is_translation(path)
    found = [
        value
        for index in lines_with_needle(text)
        for value in _in_line(lines[index], index + 1, counts, with_keys=with_keys)
    ]
    if is_rows:
        return tuple(value.passage for value in found)
    people = () if not with_keys or _is_vocabulary(path) else json_people(text)
    outside = strings_outside_rows(text) if found else None
    told = (value.passage for value in found if outside is None or value.text is None or value.text in outside)
    return (*people, *told)


def _is_rows(path: ArchivePath, text: str) -> bool:
    """Is the file an array, or one value a line? Then it is data, and its strings are rows."""
    if path.lower().endswith(_LINES):
        return True
    return text.lstrip("\ufeff \t\n")[:1] == "[" or _SEVERAL.match(text) is not None


class _Value(NamedTuple):
    """What a line holds: a comment, or a string whose `text` it is."""

    passage: Passage
    text: str | None = None


def _in_line(line: str, number: int, counts: re.Pattern[str], *, with_keys: bool) -> Iterator[_Value]:
    """:param with_keys: are they read too? Of a window's words they say where they stand, and not what is said."""
    for pair in _PAIR.finditer(line):
        if said := pair["comment"] or pair["open"]:
            yield _Value(Passage(text=said, first_line=number))
        if pair["value"] is None:
            continue
        key, value = _text(pair["key"] or ""), _text(pair["value"])
        if not counts.match(key) or _IS_TEXT_FIELD.match(key):
            continue
        text = f"{role_of(key) or key}: {value}" if with_keys and pair["key"] and "\n" not in value else value
        if text.strip():
            yield _Value(Passage(text=text, numbers=(number,)), value)


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


def _is_vocabulary(path: ArchivePath) -> bool:
    return _VOCABULARY.match(path) is not None


def _is_metadata(path: ArchivePath) -> bool:
    return path.rpartition("/")[2] in _METADATA


SOURCE = NoticeSource(
    name="json-values",
    claims=_is_metadata,
    suffixes=frozenset({".json", ".jsonl", ".ndjson", ".json5", ".geojson", ".webmanifest"}),
    read_text=_read,
    sample=_sample,
    is_made_of_lines=True,
    is_told_by_its_beginning=_is_vocabulary,
)
