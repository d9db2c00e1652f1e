"""Sizes in bytes, as people write them."""

from __future__ import annotations

import re

from hatch_oaml.values.expressions import expression

_UNITS = {"": 1, "B": 1}
_UNITS |= {f"{letter}B": 1000**power for power, letter in enumerate("KMGT", 1)}
_UNITS |= {f"{letter}IB": 1024**power for power, letter in enumerate("KMGT", 1)}
_SIZE = expression(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>[KMGT]?I?B?)", re.IGNORECASE)

_MOST = 1 << 63
"""Bytes that no file system can hold."""


def parse_size(text: str) -> int:
    """`1900MB` counts in thousands, `2GiB` in 1024s, a bare number bytes.

    :raises ValueError: `text` is no size, or less than one byte, or more than any disk has.
    """
    found = _SIZE.fullmatch(text.strip())
    unit = _UNITS.get(found["unit"].upper()) if found else None
    size = float(found["number"]) * unit if found and unit else 0
    if not 1 <= size < _MOST:
        raise ValueError(text)
    return int(size)
