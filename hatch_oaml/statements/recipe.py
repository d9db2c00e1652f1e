"""A recipe for training, as trainers read it: YAML that names the model to begin with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.records.statement import Statement
from hatch_oaml.statements._contract import Witness
from hatch_oaml.statements._merge_lists import is_merge
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers
from hatch_oaml.values.model_names import says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

_MODEL = expression(
    r"""^(?P<key>base_model|(?:pretrained_|base_)?model_name_or_path)[ \t]*:[ \t]+["']?(?P<value>[^\s"'#{}\[\],|>&*][^\s"'#]*)""",
    re.MULTILINE,
)


def _read(text: str) -> Iterator[Statement]:
    """That a recipe lies there does not tell that the model was made by it."""
    lines = LineNumbers(text)
    for match in () if is_merge(text) else _MODEL.finditer(text):
        if not says_nothing(match["value"]):
            line = lines.at(match.start("value"))
            yield Statement(about="possible-base", key=match["key"], value=match["value"], line=line)


WITNESS = Witness(name="recipe", claims=lambda path: path.lower().endswith((".yml", ".yaml")), read=_read)
