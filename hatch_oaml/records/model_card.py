"""A model card's front matter, as far as one key and its values go: https://huggingface.co/docs/hub/model-cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CARD_NAMES = ("README.md", "readme.md", "Readme.md", "README_zh.md", "MODEL_CARD.md", "model_card.md")

_FRONT_MATTER = expression(r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_KEY = expression(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_ITEM = expression(r"[ \t]*-[ \t]+(?P<value>.*)")
_COMMENT = expression(r"[ \t]+#.*$")


def front_matter(card: bytes) -> Mapping[str, tuple[str, ...]]:
    """Each key at the top with its texts: one, the items of a list, or none where the value is a table.

    No YAML library reads it: of what a card may say only keys with plain values and lists of such are asked for.
    """
    found = _FRONT_MATTER.match(card.decode("utf-8", "replace"))
    return dict(_keys(found["yaml"].splitlines())) if found else {}


def _keys(lines: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for index, line in enumerate(lines):
        found = _KEY.fullmatch(line.rstrip())
        if found is None:
            continue
        value = _bare(found["value"] or "")
        if value.startswith("[") and value.endswith("]"):
            yield found["key"], tuple(text for item in value[1:-1].split(",") if (text := _bare(item)))
        elif value:
            yield found["key"], (value,)
        else:
            yield found["key"], tuple(_items(lines[index + 1 :]))


def _items(lines: list[str]) -> Iterator[str]:
    for line in lines:
        item = _ITEM.fullmatch(line.rstrip())
        if item is None:
            return
        if text := _bare(item["value"]):
            yield text


def _bare(value: str) -> str:
    value = value.strip()
    if value[:1] in {'"', "'"} and (end := value.find(value[0], 1)) > 0:
        return value[1:end]
    value = _COMMENT.sub("", f" {value}").strip()
    return "" if value in {"null", "~"} else value
