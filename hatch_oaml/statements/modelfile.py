"""Ollama's Modelfile, whose `FROM` names what the model is made from.

https://github.com/ollama/ollama/blob/main/docs/modelfile.md
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.records.statement import Statement
from hatch_oaml.statements._contract import Witness
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = expression(r"(?:.*/)?modelfile(?:\.[\w-]+)?$", re.IGNORECASE)
_FROM = expression(r"^[ \t]*FROM[ \t]+(?P<value>\S+)", re.MULTILINE | re.IGNORECASE)
_FILE = expression(r"[./~\\]|.*\.(?:gguf|safetensors|bin)$", re.IGNORECASE)


def _read(text: str) -> Iterator[Statement]:
    """A file is most often the release's own."""
    lines = LineNumbers(text)
    for match in _FROM.finditer(text):
        if not _FILE.match(match["value"]):
            base = match["value"].partition(":")[0]
            yield Statement(about="base", key="FROM", value=base, line=lines.at(match.start()))


WITNESS = Witness(name="modelfile", claims=lambda path: _NAME.match(path) is not None, read=_read)
