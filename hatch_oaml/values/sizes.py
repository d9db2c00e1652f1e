"""Sizes in bytes, as people write and read them."""

from __future__ import annotations

import re

from hatch_oaml.values.expressions import expression

_UNITS = {"": 1, "B": 1}
_UNITS |= {f"{letter}B": 1000**power for power, letter in enumerate("KMGT", 1)}
_UNITS |= {f"{letter}IB": 1024**power for power, letter in enumerate("KMGT", 1)}
_THOUSANDS = ("kB", "MB", "GB", "TB")
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


def shown_size(size: int) -> str:
    """`1.2 MB`, in thousands; bytes are exact: `999 bytes`."""
    if size < 1000:
        return f"{size} byte{'s' * (size != 1)}"
    power = 1
    while power < len(_THOUSANDS) and size >= 999.95 * 1000**power:
        power += 1
    return f"{size / 1000**power:.1f} {_THOUSANDS[power - 1]}"
