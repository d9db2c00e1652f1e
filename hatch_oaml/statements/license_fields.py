"""Files with a field for the license of the whole, which registries, hubs and archives show, beside a model card.

CITATION.cff (https://citation-file-format.github.io), package.json (https://docs.npmjs.com/cli/configuring-npm/package-json),
codemeta.json (https://codemeta.github.io/terms), .zenodo.json (https://developers.zenodo.org), setup.cfg, setup.py, ModelScope's
configuration.json, and the label `org.opencontainers.image.licenses` of a Dockerfile.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hatch_oaml.records.statement import Statement
from hatch_oaml.statements._contract import Witness
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.front_matter import front_matter
from hatch_oaml.values.license_names import license_name
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

_JSON = r"package|codemeta|\.zenodo|config|configuration|model_index|model[-_]?card|metadata"
_NAMES = expression(
    rf"citation\.cff|(?:{_JSON})\.json|setup\.(?:cfg|py)|(?:docker|container)file[^/]*|model\.ya?ml", re.IGNORECASE
)
"""At the top: what lies deeper speaks of what lies there."""
_KEYS = ("license", "licenses", "license_name")
_INSIDE = ("id", "type", "name", "spdx", "@id", "url")
"""Where a license that is an object has its name."""
_SETTING = expression(r"^license[ \t]*=[ \t]*(?P<name>[^\s\"'][^\n#;]*)", re.IGNORECASE | re.MULTILINE)
_ARGUMENT = expression(r"[(,\s]license\s*=\s*(?P<name>\"[^\"\n]*\"|'[^'\n]*')(?=\s*[,)\n])")
_LABEL = expression(
    r"org\.opencontainers\.image\.licenses[\"']?(?:[ \t]{0,9}=[ \t]{0,9}|[ \t]{1,9})(?P<name>\"[^\"\n]*\"|'[^'\n]*'|[^\s\\]+)"
)


def _read(text: str) -> Iterator[Statement]:
    if text.lstrip().startswith("{"):
        yield from _of_json(text)
        return
    for value in front_matter(f"---\n{text}\n---\n").get("license", []):
        yield from _stated("license", value.text, value.line - 1)
    lines = LineNumbers(text)
    for field in (_SETTING, _ARGUMENT, _LABEL):
        for match in field.finditer(text):
            yield from _stated("license", match["name"].strip("\"' "), lines.at(match.start()))


def _of_json(text: str) -> Iterator[Statement]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return
    lines = LineNumbers(text)
    for key in _KEYS if isinstance(values, dict) else ():
        line = lines.at(max(0, text.find(f'"{key}"')))
        for name in _names_in(values.get(key)):
            yield from _stated(key, name, line)


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


def _stated(key: str, value: str, line: int) -> Iterator[Statement]:
    name = license_name(value)
    if name is not None:
        yield Statement(about="possible-license", key=key, value=name, line=line)


WITNESS = Witness(name="license-fields", claims=lambda path: _NAMES.fullmatch(path) is not None, read=_read)
