"""Ollama's Modelfile: `FROM` names what the model is made from, `LICENSE` holds what is shown as its license.

https://github.com/ollama/ollama/blob/main/docs/modelfile.md
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.license.versions import may_name_license
from hatch_oaml.records.statement import Statement
from hatch_oaml.statements._contract import Witness
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.license_names import license_name
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = expression(r"(?:.*/)?modelfile(?:\.[\w-]+)?$", re.IGNORECASE)
_FROM = expression(r"^[ \t]*FROM[ \t]+(?P<value>\S+)", re.MULTILINE | re.IGNORECASE)
_LICENSE = expression(r"^[ \t]*LICENSE[ \t]+", re.MULTILINE | re.IGNORECASE)
_QUOTES = '"""'
_COPYRIGHT = expression(r"\s*(?:copyright|\(c\)|©)", re.IGNORECASE)
_LONGEST = 64 << 10
"""Characters of a license's text that are looked at."""
_FILE = expression(r"[./~\\]|.*\.(?:gguf|safetensors|bin)$", re.IGNORECASE)


def _read(text: str) -> Iterator[Statement]:
    """A file is most often the release's own."""
    lines = LineNumbers(text)
    for match in _FROM.finditer(text):
        if not _FILE.match(match["value"]):
            base = match["value"].partition(":")[0]
            yield Statement(about="base", key="FROM", value=base, line=lines.at(match.start()))
    for match in _LICENSE.finditer(text):
        if name := _license_told(_value_at(text, match.end())):
            yield Statement(about="possible-license", key="LICENSE", value=name, line=lines.at(match.start()))


def _value_at(text: str, start: int) -> str:
    """What an instruction says: to the quotes that end it, else to the line's end."""
    if text.startswith(_QUOTES, start):
        start += len(_QUOTES)
        end = text.find(_QUOTES, start)
    else:
        end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)][:_LONGEST]


def _license_told(text: str) -> str | None:
    """The first line that may name a license, unless the text names ours."""
    if may_name_license(text):
        return None
    told = (line.strip().strip("\"'") for line in text.splitlines())
    first = next((line for line in told if line and not _COPYRIGHT.match(line)), "")
    return license_name(first)


WITNESS = Witness(name="modelfile", claims=lambda path: _NAME.match(path) is not None, read=_read)
