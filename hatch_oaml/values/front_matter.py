"""The keys at the top of a model card's front matter: as much of YAML as cards are written in."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.flow_mapping import flow_pairs
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BLOCK = expression(r"\A\ufeff?\s*---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_KEY = expression(r"""(?P<quote>["']?)(?P<key>[A-Za-z_][\w-]*)(?P=quote)[ \t]*:(?:[ \t]+(?P<value>.*))?$""")
_ASKED_KEY = expression(
    r"""\?[ \t]+(?P<quote>["']?)(?P<key>[A-Za-z_][\w-]*)(?P=quote)[ \t]*(?:#.*)?\n:(?:[ \t]+(?P<value>.*))?$"""
)
_TAG = expression(r"^(?:[!&][^\s,\[\]{}]*[ \t]+)+")
_NAMES = frozenset({"name", "id", "model", "model_id", "repo", "repo_id"})
"""Under which a mapping in a value's place tells what it is."""
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
    """Each key at the top with its value, or the values of its list, as written; what is nested deeper is left out, but for a name."""
    block = front_matter_block(text)
    if block is None:
        return {}
    first = text.count("\n", 0, block.start("yaml")) + 1
    if block["yaml"].lstrip().startswith("{"):
        return _in_braces(block["yaml"], first)
    lines = _without_margin(block["yaml"].split("\n"))
    found: dict[str, list[Value]] = {}
    for key, index in _keys(lines):
        values = _values(_TAG.sub("", key["value"] or ""), lines, index)
        found[key["key"]] = [Value(_unquoted(value), first + at) for at, value in values]
    return found


def _keys(lines: Sequence[str]) -> Iterator[tuple[re.Match[str], int]]:
    """Those at the top, with what stands beside them, and on which line; one behind a question mark has its value below."""
    for index, line in enumerate(lines):
        if key := _KEY.match(line):
            yield key, index
        elif line.startswith("?") and (asked := _ASKED_KEY.match("\n".join(lines[index : index + 2]))):
            yield asked, index + 1


def _in_braces(yaml: str, first: int) -> dict[str, list[Value]]:
    numbers = LineNumbers(yaml)
    found: dict[str, list[Value]] = {}
    for path, value, offset in flow_pairs(yaml):
        keys = [_unquoted(key) for key in path]
        if len(keys) == 1 or keys[1] in _NAMES:
            found.setdefault(keys[0], []).append(Value(_unquoted(_TAG.sub("", value)), first - 1 + numbers.at(offset)))
    return found


def _without_margin(lines: Sequence[str]) -> Sequence[str]:
    """A mapping may be indented as a whole."""
    begun = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    margin = begun[: len(begun) - len(begun.lstrip(" "))]
    return [line.removeprefix(margin) for line in lines] if margin and _KEY.match(begun.lstrip()) else lines


def _values(value: str, lines: Sequence[str], index: int) -> Iterator[tuple[int, str]]:
    plain = _without_comment(value)
    if plain.startswith("{"):
        inside = "\n".join((plain, *_below(lines, index)))
        yield from ((index, pair.value) for pair in flow_pairs(inside, 1) if _unquoted(pair.path[-1]) in _NAMES)
    elif plain.startswith("["):
        below = (_without_comment(line) for line in _below(lines, index))
        yield from ((index, item) for item in _items(" ".join((plain, *below))[1:]))
    elif plain in {"|", ">", "|-", ">-", "|+", ">+"}:
        yield index, " ".join(" ".join(_below(lines, index)).split())
    elif item := _ITEM.match(plain):
        yield index, _without_comment(item["value"])
        yield from _nested(lines, index)
    elif plain:
        yield index, plain
    else:
        yield from _nested(lines, index)


def _nested(lines: Sequence[str], index: int) -> Iterator[tuple[int, str]]:
    """Items of a list; the name in a mapping; or else the value itself, on lines of its own."""
    below = [(at, line) for at, line in enumerate(_below(lines, index), index + 1) if _without_comment(line)]
    if not below:
        return
    if _KEY.match(below[0][1].strip()):
        named = ((at, _KEY.match(line.strip())) for at, line in below)
        yield from ((at, _without_comment(key["value"] or "")) for at, key in named if key and key["key"] in _NAMES)
    elif _ITEM.match(below[0][1]):
        items = ((at, _ITEM.match(line)) for at, line in below)
        yield from ((at, _without_comment(_TAG.sub("", item["value"]))) for at, item in items if item)
    elif below[0][1].startswith((" ", "\t")):
        yield below[0][0], " ".join(_without_comment(line) for _, line in below)


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
