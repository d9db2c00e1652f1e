"""Keys and values of a mapping in braces: JSON, and YAML's own form of it (YAML 1.2.2, section 7.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = r"(?:[^\s,\[\]{}:\"'#]|:(?=[^\s,\[\]{}]))(?:[^,\[\]{}:\n]|:(?=[^\s,\[\]{}]))*"
_TOKEN = expression(
    r"\s+|#[^\n]*|(?P<sign>[\[\]{},:])|(?P<scalar>\"(?:[^\"\\]|\\[\s\S])*\"|'(?:[^']|'')*'|" + _PLAIN + ")|[\\s\\S]"
)


class Pair(NamedTuple):
    """`path` are the keys from the top; `value` is as it is written, quotes too; `offset` is where it stands."""

    path: tuple[str, ...]
    value: str
    offset: int


def flow_pairs(text: str, deepest: int = 2) -> Iterator[Pair]:
    """Of the mapping that `text` begins with; an item of a list is a value of its key.

    :param deepest: the longest path that is told, and how many lists may be around a value.
    """
    opened = _Opened()
    last: Pair | None = None
    for token in _TOKEN.finditer(text):
        if token["scalar"]:
            last = Pair((), token["scalar"].strip(), token.start("scalar"))
        elif sign := token["sign"]:
            if last and sign != ":" and opened.depth <= 2 * deepest and len(path := opened.path()) <= deepest:
                yield last._replace(path=path)
            opened.take(sign, last.value if last else "")
            last = None
            if not opened.depth:
                return


class _Opened:
    """The braces and brackets around a place, each brace with the key whose value stands there."""

    def __init__(self) -> None:
        self._signs: list[str] = []
        self._keys: list[str] = []

    @property
    def depth(self) -> int:
        return len(self._signs)

    def path(self) -> tuple[str, ...]:
        """Only where it is short: it is made anew."""
        return tuple(key for sign, key in zip(self._signs, self._keys, strict=True) if sign == "{")

    def take(self, sign: str, before: str) -> None:
        """:param before: the scalar before `sign`: a key, if that is a colon."""
        if sign in "[{":
            self._signs.append(sign)
            self._keys.append("")
        elif sign in "]}":
            del self._signs[-1:], self._keys[-1:]
        elif self._signs and self._signs[-1] == "{":
            self._keys[-1] = before if sign == ":" else ""
