"""The style sheets in a page: which elements, told by their names, classes and ids, get which declarations.

Cascading Style Sheets as far as a page itself says what it hides: selectors of names, also within others, and no state, condition or place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    Declarations = dict[str, str]

_COMMENT = expression(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = expression(r"[{}]")
_DECLARATION = expression(r"([\w-]+)\s*:\s*([^;{}]+)")
_IMPORTANT = expression(r"\s*!\s*important\s*$")
_NAME = expression(r"[.#]?-?[a-z_][\w-]*")
_COMPOUND = expression(r"(?:[a-z][\w-]*)?(?:[.#]-?[a-z_][\w-]*)*")
_ALWAYS = expression(r"@(?:layer|supports|scope|container)\b|@media\s+(?:only\s+)?(?:screen|all)\s*$")
"""What holds wherever a page is shown; what a condition says otherwise (print, the width, dark) hides nothing for all."""
_TELLING = frozenset(
    (
        *("display", "visibility", "content-visibility", "opacity", "filter", "font-size", "color", "fill"),
        *("background", "background-color", "background-image", "transform", "clip", "clip-path", "overflow"),
        *("left", "top", "right", "bottom", "text-indent", "margin", "margin-left", "margin-top", "overflow-x"),
        *("height", "width", "max-height", "max-width", "overflow-y"),
    )
)
_MOST = 64
"""Rules of one name that are looked at for each element that has it."""


@frozen
class _Rule:
    """`names` are the element's own, all of which it has; `within` those of what it stands in."""

    rank: tuple[int, int, int]
    order: int
    names: frozenset[str]
    within: frozenset[str]
    declared: Mapping[str, str]


class StyleSheet:
    """What all sheets of a page say, in their order."""

    def __init__(self, sheets: Collection[str] = ()) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        for order, (selector, body) in enumerate(rule for sheet in sheets for rule in _rules(sheet)):
            if declared := {name: value for name, value in declarations(body).items() if name in _TELLING}:
                for one in selector.split(","):
                    self._take(one, order, declared)

    def _take(self, selector: str, order: int, declared: Declarations) -> None:
        compounds = selector.replace(">", " ").replace(":root", "html").split()
        if not compounds or not all(map(_COMPOUND.fullmatch, compounds)):
            return
        *around, own = [frozenset(_NAME.findall(compound)) for compound in compounds]
        every = [name for names in (*around, own) for name in names]
        rank = (_count(every, "#"), _count(every, "."), len(every))
        key = max(own, key=lambda name: (name[0] == "#", name[0] == ".", name))
        rules = self._rules.setdefault(key, [])
        if len(rules) < _MOST:
            within = frozenset().union(*around)
            rules.append(_Rule(rank=rank, order=order, names=own, within=within, declared=declared))

    def of(self, names: Collection[str], around: Mapping[str, int]) -> Declarations:
        """What is declared of an element with `names`; those of the ones that it stands in are the keys of `around`."""
        if not self._rules:
            return {}
        rules = [
            rule
            for name in names
            for rule in self._rules.get(name, ())
            if rule.names.issubset(names) and all(around.get(other) for other in rule.within)
        ]
        found: Declarations = {}
        for rule in sorted(rules, key=lambda rule: (rule.rank, rule.order)):
            overlay(found, rule.declared)
        return found


def overlay(found: Declarations, later: Mapping[str, str]) -> None:
    """Puts what is declared `later` over what was found, but where that is called important."""
    for name, value in later.items():
        if not _IMPORTANT.search(found.get(name, "")) or _IMPORTANT.search(value):
            found[name] = value


def said(value: str) -> str:
    """A declaration's value without how important it is."""
    return _IMPORTANT.sub("", value)


def declarations(body: str) -> Declarations:
    """In small letters, the white space single; the last of a name holds."""
    found: Declarations = {}
    for name, value in _DECLARATION.findall(_COMMENT.sub("", body).lower()):
        overlay(found, {name: " ".join(value.split())})
    return found


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and what stands in their braces, but in blocks that hold under a condition only."""
    sheet = _COMMENT.sub(" ", sheet).lower()
    reached = 0
    blocks: list[str] = []
    for brace in _BRACE.finditer(sheet):
        text = sheet[reached : brace.start()].strip()
        reached = brace.end()
        body, _, inner = text.rpartition(";") if brace[0] == "{" else (text, "", "")
        if body and blocks and not blocks[-1].startswith("@") and all(map(_ALWAYS.match, blocks[:-1])):
            yield blocks[-1], body
        if brace[0] == "{":
            blocks.append(inner.strip())
        elif blocks:
            blocks.pop()


def _count(names: Collection[str], sign: str) -> int:
    return sum(name.startswith(sign) for name in names)
