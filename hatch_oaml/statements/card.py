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
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.values.front_matter import Value

_OTHER_TEXT = expression(
    r"^https?://(?:www\.)?(?:apache\.org/licenses/|opensource\.org/licen[sc]es?/|spdx\.org/licenses/(?!LicenseRef)|gnu\.org/licenses/"
    r"|creativecommons\.org/(?:licenses|publicdomain)/|mozilla\.org/\S*MPL|choosealicense\.com/licenses/|mit-license\.org|unlicense\.org)",
    re.IGNORECASE,
)
"""Where known licenses lie, none of which is ours."""
_FENCED = expression(r"^(```|~~~)[^\n]*\n(?P<inside>.*?)^\1", re.DOTALL | re.MULTILINE)


def _read(text: str) -> Iterator[Statement]:
    keys = front_matter(text)
    for value in keys.get("base_model", []):
        if not says_nothing(value.text):
            yield Statement(about="base", key="base_model", value=value.text, line=value.line)
    for value in keys.get("base_model_relation", []):
        yield Statement(about="relation", key="base_model_relation", value=value.text, line=value.line)
    yield from _licenses(keys)
    if is_merge(text):
        lines = LineNumbers(text)
        for block in _FENCED.finditer(text):
            if is_merge(block["inside"]):
                yield from merged_models(block["inside"], lines.at(block.start("inside")))


def _licenses(keys: Mapping[str, Sequence[Value]]) -> Iterator[Statement]:
    """A hub's `other` stands for what `license_name` says, and what `license_link` leads to."""
    names, licenses = keys.get("license_name", []), keys.get("license", [])
    named = [value for value in licenses if value.text.casefold() != "other"]
    for value in named:
        yield Statement(about="license", key="license", value=value.text, line=value.line)
    if names and len(named) < len(licenses):
        yield Statement(about="license", key="license_name", value=names[0].text, line=names[0].line)
    for value in () if named else keys.get("license_link", []):
        if _OTHER_TEXT.search(value.text):
            yield Statement(about="license", key="license_link", value=value.text, line=value.line)


WITNESS = Witness(name="card", claims=is_card, read=_read)
