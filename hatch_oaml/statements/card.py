"""A model card: its front matter is what hubs show of bases and license.

https://huggingface.co/docs/hub/model-cards
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.records.statement import Statement
from hatch_oaml.statements._card_text import is_card
from hatch_oaml.statements._contract import Witness
from hatch_oaml.statements._merge_lists import is_merge, merged_models
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.front_matter import front_matter
from hatch_oaml.values.line_numbers import LineNumbers
from hatch_oaml.values.model_names import says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCED = expression(r"^(```|~~~)[^\n]*\n(?P<inside>.*?)^\1", re.DOTALL | re.MULTILINE)


def _read(text: str) -> Iterator[Statement]:
    keys = front_matter(text)
    for value in keys.get("base_model", []):
        if not says_nothing(value.text):
            yield Statement(about="base", key="base_model", value=value.text, line=value.line)
    for value in keys.get("base_model_relation", []):
        yield Statement(about="relation", key="base_model_relation", value=value.text, line=value.line)
    names = keys.get("license_name", [])
    for value in keys.get("license", []):
        if value.text.casefold() != "other":
            yield Statement(about="license", key="license", value=value.text, line=value.line)
        elif names:
            yield Statement(about="license", key="license_name", value=names[0].text, line=names[0].line)
    if is_merge(text):
        lines = LineNumbers(text)
        for block in _FENCED.finditer(text):
            if is_merge(block["inside"]):
                yield from merged_models(block["inside"], lines.at(block.start("inside")))


WITNESS = Witness(name="card", claims=is_card, read=_read)
