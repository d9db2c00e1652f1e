"""How the letters of a document look, and whether that leaves them to be read: hidden, struck out, tiny, in the color of the paper.

WordprocessingML (ECMA-376, part 1, 17.3.2 and 17.7) and OpenDocument 1.3 (16 and 20).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.recognition.colors import are_alike, color
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hatch_oaml.records.notice import Visibility

    Look = Mapping[str, str]

_NEITHER = frozenset({"0", "false", "off", "none"})
_HIDING = ("w:vanish", "w:webHidden", "w:specVanish", "text:display")
_STRIKING = ("w:strike", "w:dstrike", "style:text-line-through-style")
_SWITCHES = frozenset((*_HIDING, *_STRIKING))
_VALUE = expression(r"\bw:val=[\"']([^\"'<>]*)[\"']")
_FILL = expression(r"\bw:fill=[\"']([^\"'<>]*)[\"']")
_SHOWN = expression(
    r"\b(text:display|style:text-line-through-style|fo:color|fo:font-size|fo:background-color)=[\"']([^\"'<>]*)[\"']"
)
_POINTS = expression(r"(\d{1,4}(?:\.\d{1,9})?)pt")
_TINIEST = 1.0
"""Points: letters as high as that nobody reads."""
UNKNOWN = {"paper": "unknown"}
"""Of what a picture, a slide or a table's style may lie under."""
ON_WHITE = {"paper": "ffffff"}
_LONGEST_CHAIN = 16


def of_word(name: str, rest: str) -> Look:
    """What a property of WordprocessingML says."""
    value = _VALUE.search(rest)
    if name in _SWITCHES:
        return {name: "" if value and value[1].lower() in _NEITHER else "on"}
    if name == "w:shd":
        fill = _FILL.search(rest)
        return {} if fill is None or fill[1] == "auto" else {"paper": fill[1]}
    if value is None:
        return {}
    if name == "w:color":
        return {"ink": value[1]}
    if name == "w:highlight":
        return {} if value[1] == "none" else {"paper": value[1]}
    return {"size": value[1]} if name == "w:sz" and value[1].isdecimal() and len(value[1]) < 5 else {}


WORD_PROPERTIES = frozenset({*_SWITCHES, "w:color", "w:shd", "w:highlight", "w:sz"})


def of_open_document(rest: str) -> Look:
    """What the attributes of a style's properties say."""
    look: dict[str, str] = {}
    for name, value in _SHOWN.findall(rest):
        if name in _SWITCHES:
            hides = value == "none" if name == "text:display" else value != "none"
            look[name] = "on" if hides else ""
        elif name == "fo:color":
            look["ink"] = value
        elif name == "fo:background-color" and value != "transparent":
            look["paper"] = value
        elif points := _POINTS.fullmatch(value):
            look["size"] = str(round(2 * float(points[1])))
    return look


def visibility_of(look: Look) -> Visibility:
    if any(look.get(name) for name in _STRIKING):
        return "withdrawn"
    if any(look.get(name) for name in _HIDING) or float(look.get("size", "24")) <= 2 * _TINIEST:
        return "hidden"
    ink, paper = color(look.get("ink", "auto")), color(look.get("paper", ""))
    return "hidden" if ink and paper and are_alike(ink, paper) else "open"


def with_parents(styles: Mapping[str, Look]) -> dict[str, Look]:
    """Each style with what it has of the ones that it is made of."""
    return {name: _chained(look, styles) for name, look in styles.items()}


def _chained(look: Look, styles: Mapping[str, Look]) -> Look:
    chain = [look]
    while (parent := chain[-1].get("parent")) in styles and len(chain) < _LONGEST_CHAIN:
        chain.append(styles[parent or ""])
    return _merged(reversed(chain))


def _merged(looks: Iterable[Look]) -> Look:
    merged: dict[str, str] = {}
    for look in looks:
        merged |= look
    merged.pop("parent", None)
    return merged
