"""The models that a merge's configuration is made of: mergekit's YAML, read line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.records.statement import Statement
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers
from hatch_oaml.values.model_names import says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

_METHOD = expression(r"^[ \t]*(?:merge_method|gate_mode)[ \t]*:", re.MULTILINE)
_MODEL = expression(
    r"""^[ \t]*(?:-[ \t]+)?(?P<key>model|base_model|path|source_model|lora)[ \t]*:[ \t]+["']?(?P<value>[^\s"'#{}\[\],|>&*][^\s"'#]*)""",
    re.MULTILINE,
)


def is_merge(text: str) -> bool:
    return _METHOD.search(text) is not None


def merged_models(text: str, first_line: int = 1) -> Iterator[Statement]:
    """Each model with the line that names it; `a/model+a/lora` are two."""
    lines = LineNumbers(text)
    for match in _MODEL.finditer(text):
        line = first_line - 1 + lines.at(match.start("value"))
        for value in match["value"].split("+"):
            if not says_nothing(value):
                yield Statement(about="base", key=match["key"], value=value, line=line)
