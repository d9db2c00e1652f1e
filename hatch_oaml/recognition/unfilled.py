"""Tells whether what a label has behind it is nobody's name: nobody filled it in, or a program did."""

from __future__ import annotations

import re

from hatch_oaml.recognition.words.unfilled import UNFILLED
from hatch_oaml.values.expressions import expression

_UNFILLED = expression(UNFILLED.either, re.IGNORECASE)


def is_unfilled(line: str) -> bool:
    """:param line: all that stands behind the label, up to the line's end: `UNKNOWN`, `必填`, `PyCharm`."""
    return _UNFILLED.match(line) is not None
