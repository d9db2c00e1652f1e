"""The fields for a license in files that registries, hubs and archives read, whatever their form: JSON, YAML, TOML, XML and others."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.front_matter import front_matter
from hatch_oaml.values.license_names import license_name
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYS = ("license", "licenses", "license_name")
_INSIDE = ("id", "type", "name", "spdx", "@id", "url")
"""Where a license that is an object has its name."""
_SETTING = expression(r"^license[ \t]*=[ \t]*(?P<name>[^\s\"'{][^\n#;]*)", re.IGNORECASE | re.MULTILINE)
_ARGUMENT = expression(
    r"[(,\s]license\s{0,9}=\s{0,9}(?:\{\s{0,9}text\s{0,9}=\s{0,9})?(?P<name>\"[^\"\n]*\"|'[^'\n]*')(?=\s*(?:[,)}\n#]|\Z))"
)
_LABEL = expression(
    r"org\.opencontainers\.image\.licenses[\"']?(?:[ \t]{0,9}=[ \t]{0,9}|[ \t]{1,9})(?P<name>\"[^\"\n]*\"|'[^'\n]*'|[^\s\\]+)"
)
_HEADER = expression(r"^License(?:-Expression)?:[ \t]{0,9}(?!file\b)(?P<name>[^\s+|][^\n+|]*)", re.MULTILINE)
"""Of R's DESCRIPTION and of a package's metadata."""
_ELEMENT = expression(
    r"<license(?:Url)?(?P<attributes>\s[^<>]{0,200})?>\s{0,99}(?:<name>\s{0,99})?(?P<name>[^<>\s][^<>]{0,200})",
    re.IGNORECASE,
)
_OF_FILE = expression(r"\btype\s{0,9}=\s{0,9}[\"']file", re.IGNORECASE)


def fields(text: str) -> Iterator[tuple[str, str, int]]:
    """Each that names a license: its key, the name, and the line."""
    for key, value, line in _written(text):
        name = license_name(value)
        if name is not None:
            yield key, name, line


def _written(text: str) -> Iterator[tuple[str, str, int]]:
    start = text.lstrip()[:1]
    if start == "{":
        yield from _of_json(text)
        return
    lines = LineNumbers(text)
    if start == "<":
        for match in _ELEMENT.finditer(text):
            if not _OF_FILE.search(match["attributes"] or ""):
                yield "license", match["name"].strip(), lines.at(match.start("name"))
        return
    for value in front_matter(f"---\n{text}\n---\n").get("license", []):
        yield "license", value.text, value.line - 1
    for field in (_SETTING, _ARGUMENT, _LABEL, _HEADER):
        for match in field.finditer(text):
            yield "license", match["name"].strip("\"' "), lines.at(match.start("name"))


def _of_json(text: str) -> Iterator[tuple[str, str, int]]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return
    lines = LineNumbers(text)
    for key in _KEYS:
        line = lines.at(max(0, text.find(f'"{key}"')))
        for name in (name for one in _objects(values) for name in _names_in(one.get(key))):
            yield key, name, line


def _objects(values: object) -> Iterator[dict[object, object]]:
    """The object itself, or those in it where it holds nothing else, as data sets with several configurations do."""
    if isinstance(values, dict):
        inside = [value for value in values.values() if isinstance(value, dict)]
        yield from [values] if values.keys() & {*_KEYS} or len(inside) < len(values) else inside


def _names_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            if not isinstance(one, list):
                yield from _names_in(one)
    elif isinstance(value, dict):
        name = next((value[key] for key in _INSIDE if isinstance(value.get(key), str)), None)
        yield from [] if name is None else [name]
