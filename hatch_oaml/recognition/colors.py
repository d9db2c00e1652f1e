"""Whether letters can be told from the paper by their color."""

from __future__ import annotations

import re

from hatch_oaml.values.expressions import expression

_HEX = expression(r"#?(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_FUNCTION = expression(r"rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)(?:[\s,/]+([\d.]+)%?)?\s*\)")
_WITHOUT_COLOR = expression(r"hsla?\([^()]*(?:,|/)\s*0*(?:\.0\d*)?%?\s*\)")
"""Its last part, how much of it is seen, is nothing."""
_NAMED = {
    "white": (255, 255, 255),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245),
    "floralwhite": (255, 250, 240),
    "black": (0, 0, 0),
}
WHITE = _NAMED["white"]
_NEAR = 20
"""Of 255: with no more between two colors nobody tells one from the other."""

Color = tuple[int, int, int]


def color(said: str) -> Color | None:
    """By its name, its hexadecimal digits or its function, as CSS has them; None for another."""
    said = said.strip().lower()
    if said in _NAMED:
        return _NAMED[said]
    if _HEX.fullmatch(said):
        digits = said.lstrip("#")
        if len(digits) < 6:
            digits = "".join(digit * 2 for digit in digits)
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if function := _FUNCTION.fullmatch(said):
        return _part(function[1]), _part(function[2]), _part(function[3])
    return None


def is_transparent(said: str) -> bool:
    """Is nothing seen of it?"""
    said = said.strip().lower()
    if said == "transparent" or _WITHOUT_COLOR.fullmatch(said):
        return True
    if function := _FUNCTION.fullmatch(said):
        return function[4] is not None and float(_number(function[4])) <= 0.02
    return said.startswith("#") and ((len(said) == 5 and said[4] == "0") or (len(said) == 9 and said[7:] == "00"))


def are_alike(one: Color, other: Color) -> bool:
    return all(abs(first - second) <= _NEAR for first, second in zip(one, other, strict=True))


def _part(said: str) -> int:
    value = float(_number(said.removesuffix("%")))
    return min(255, round(value * 2.55 if said.endswith("%") else value))


def _number(said: str) -> str:
    """With one point at the most."""
    whole, _, rest = said.partition(".")
    return f"{whole or 0}.{rest.replace('.', '') or 0}"
