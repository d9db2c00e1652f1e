"""The keys at the top of a model card's front matter: as much of YAML as cards are written in."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BLOCK = expression(r"\A\ufeff?\s*---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_KEY = expression(r"""(?P<quote>["']?)(?P<key>[A-Za-z_][\w-]*)(?P=quote)[ \t]*:(?:[ \t]+(?P<value>.*))?$""")
_COMMENT = expression(r"""(?:^|\s)#.*$""")
_ITEM = expression(r"[ \t]*-[ \t]+(?P<value>.*)$")
_FLOW = expression(r"""\s*(?P<item>"(?:[^"\\]|\\.)*"\s*|'(?:[^']|'')*'\s*|[^\s,\[\]"'][^,\[\]]*)?(?P<end>[,\]]|\Z)""")

_DOUBLE = expression(r'"(?P<text>(?:[^"\\]|\\.)*)"?')
_ESCAPE = expression(
    r"\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|(?P<letter>.))", re.DOTALL
)
_ESCAPED = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
"""YAML 1.2.2, section 5.7; any other letter stands for itself."""


class Value(NamedTuple):
    text: str
    line: int


def front_matter_block(text: str) -> re.Match[str] | None:
    """All of it, its fences too; the group `yaml` is what stands between them."""
    return _BLOCK.match(text)


def front_matter(text: str) -> dict[str, list[Value]]:
    """Each key at the top with its value, or the values of its list, as written; what is nested deeper is left out."""
    block = front_matter_block(text)
    if block is None:
        return {}
    first = text.count("\n", 0, block.start("yaml")) + 1
    lines = block["yaml"].split("\n")
    found: dict[str, list[Value]] = {}
    for index, line in enumerate(lines):
        if key := _KEY.match(line):
            found[key["key"]] = [
                Value(_unquoted(value), first + at) for at, value in _values(key["value"] or "", lines, index)
            ]
    return found


def _values(value: str, lines: Sequence[str], index: int) -> Iterator[tuple[int, str]]:
    plain = _without_comment(value)
    if plain.startswith("["):
        below = (_without_comment(line) for line in _below(lines, index))
        yield from ((index, item) for item in _items(" ".join((plain, *below))[1:]))
    elif plain in {"|", ">", "|-", ">-", "|+", ">+"}:
        yield index, " ".join(" ".join(_below(lines, index)).split())
    elif plain:
        yield index, plain
    else:
        for at, line in enumerate(_below(lines, index), index + 1):
            if item := _ITEM.match(line):
                yield at, _without_comment(item["value"])


def _items(inside: str) -> Iterator[str]:
    """Of a list in brackets, from behind the first."""
    offset = 0
    while offset < len(inside) and (match := _FLOW.match(inside, offset)):
        if match["item"]:
            yield match["item"]
        if match["end"] != ",":
            return
        offset = match.end()


def _below(lines: Sequence[str], index: int) -> Iterator[str]:
    """The lines that belong to the key on line `index`."""
    for number in range(index + 1, len(lines)):
        line = lines[number]
        if line and not line.startswith((" ", "\t", "-", "#", "]")):
            return
        yield line


def _without_comment(value: str) -> str:
    return value.strip() if value.lstrip().startswith(('"', "'")) else _COMMENT.sub("", value).strip()


def _unquoted(value: str) -> str:
    plain = value.strip()
    if quoted := _DOUBLE.match(plain):
        return _ESCAPE.sub(_meant, quoted["text"])
    if plain.startswith("'"):
        return plain[1:].rpartition("'")[0].replace("''", "'") or plain.strip("'")
    return plain


def _meant(escape: re.Match[str]) -> str:
    digits = escape["x"] or escape["u"] or escape["U"]
    if digits:
        return chr(int(digits, 16)) if int(digits, 16) <= sys.maxunicode else escape[0]
    return _ESCAPED.get(escape["letter"], escape["letter"])
