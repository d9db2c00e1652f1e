"""JSON from a file that nobody vouches for."""

from __future__ import annotations

import json
from typing import Any

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.wording import abbreviated
from hatch_oaml.weights._contract import UnreadError

_LONGEST_NUMBER = 20
_LONG_NUMBER = expression(rb"\d{21}")
_MOST_CONTAINERS = 200_000
"""An empty list takes 20 times its two bytes."""


class JsonError(ValueError):
    """The bytes are not JSON with unique keys and numbers of a sensible length."""

    def __init__(self, en: str, zh: str) -> None:
        self.reason = Bilingual(en=en, zh=zh)
        super().__init__(en)


def parse_json(data: bytes) -> Any:
    """:raises JsonError: saying what is wrong.
    :raises UnreadError: if it would take too much memory.
    """
    containers = data.count(b"[") + data.count(b"{")
    if containers > _MOST_CONTAINERS:
        raise UnreadError(f"it has {containers:,} lists and objects", f"其中有 {containers:,} 个列表和对象")
    try:
        return json.loads(
            data.decode(),
            object_pairs_hook=unique,
            parse_int=number if _LONG_NUMBER.search(data) else None,
            parse_constant=refuse_constant,
        )
    except RecursionError:
        raise JsonError("it is nested too deep", "嵌套过深") from None
    except json.JSONDecodeError as error:
        raise JsonError(
            f"it is not JSON in line {error.lineno}, column {error.colno}",
            f"第 {error.lineno} 行第 {error.colno} 列不是 JSON",
        ) from None
    except UnicodeError:
        raise JsonError("it is not valid Unicode", "不是有效的 Unicode 文本") from None


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        key.encode()  # a lone surrogate is no text
        if key in result:
            raise JsonError(f"the key `{abbreviated(key)}` occurs twice", f"键 `{abbreviated(key)}` 出现了两次")
        result[key] = value
    return result


def number(text: str) -> int:
    if len(text) > _LONGEST_NUMBER:
        raise JsonError(f"a number has {len(text):,} digits", f"有一个数字长达 {len(text):,} 位")
    return int(text)


def refuse_constant(text: str) -> None:
    raise JsonError(f"`{text}` is not JSON", f"`{text}` 不是 JSON")
