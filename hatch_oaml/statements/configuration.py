"""Configurations that libraries write beside weights: an adapter names its base, a model where it was loaded from."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hatch_oaml.records.statement import Statement
from hatch_oaml.statements._contract import Witness
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers
from hatch_oaml.values.model_names import says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.statement import About

_NAMES = expression(r"(?:.*/)?(?:(?:\w*[_-])?config|model_index)\.json$", re.IGNORECASE)
_KEYS: dict[str, About] = {
    "base_model_name_or_path": "base",
    "base_model": "possible-base",
    "_name_or_path": "possible-base",
    "name_or_path": "possible-base",
    "model_name_or_path": "possible-base",
}


def _read(text: str) -> Iterator[Statement]:
    if not any(key in text for key in _KEYS):
        return
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return
    for key, about in _KEYS.items() if isinstance(values, dict) else ():
        value = values.get(key)
        if isinstance(value, str) and not says_nothing(value):
            line = LineNumbers(text).at(max(0, text.find(f'"{key}"')))
            yield Statement(about=about, key=key, value=value, line=line)


WITNESS = Witness(name="configuration", claims=lambda path: _NAMES.match(path) is not None, read=_read)
