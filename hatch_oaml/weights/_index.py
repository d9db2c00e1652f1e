"""Index files of sharded models: which file beside them holds each tensor.

After transformers' and diffusers' `*.safetensors.index.json` and `*.bin.index.json`: `weight_map` from tensor to file
name, `metadata.total_size` in bytes of tensors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hatch_oaml.records.tensors import ShardIndex
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.patterns import Patterns
from hatch_oaml.values.weight_names import WEIGHT_PATTERNS
from hatch_oaml.values.wording import abbreviated
from hatch_oaml.weights._contract import UnreadError, first
from hatch_oaml.weights._json import JsonError, parse_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.values.paths import ArchivePath

_INDEX = expression(r"(?P<weights>.+)\.index(?:\.[\w-]+)?\.json")
"""diffusers puts a variant's name behind: `….safetensors.index.fp16.json` (diffusers pull request 8869)."""
LARGEST_INDEX = 10_000_000
"""That of DeepSeek-V3, with 92,000 tensors, has 9 MB."""


_WEIGHTS = Patterns(WEIGHT_PATTERNS)


def is_index(path: ArchivePath) -> bool:
    """By its name, which is a weight file's with more behind it: the `search.index.json` of a website is none."""
    found = _INDEX.fullmatch(path)
    return found is not None and _WEIGHTS.match(found["weights"])


def inspect_index(path: ArchivePath, data: bytes) -> ShardIndex | None:
    """None for a file that is no index by its name; what is wrong with one is in its `faults`."""
    if not is_index(path):
        return None
    if len(data) > LARGEST_INDEX:
        return _broken(f"an index of {len(data):,} bytes is too long", f"索引长达 {len(data):,} 字节，过长")
    try:
        index = parse_json(data)
    except (JsonError, UnreadError) as error:
        return ShardIndex(faults=(error.reason,))
    match index:
        case {"weight_map": dict(weight_map)}:
            return ShardIndex(
                weight_map={
                    name: file for name, file in weight_map.items() if isinstance(file, str) and not _escapes(file)
                },
                total_size=_total_size(index),
                faults=first(_faults(weight_map)),
            )
        case _:
            return _broken("it has no `weight_map`", "其中没有 `weight_map`")


def _broken(en: str, zh: str) -> ShardIndex:
    return ShardIndex(faults=(Bilingual(en=en, zh=zh),))


def _total_size(index: Mapping[str, Any]) -> int | None:
    """Some writers store it as a float."""
    match index.get("metadata"):
        case {"total_size": int(size)}:
            return size
        case {"total_size": float(size)} if size.is_integer():
            return int(size)
        case _:
            return None


def _escapes(file: str) -> bool:
    """An entry names a file beside the index, never a path: loaders join it to the folder as it is."""
    return file in {"", ".", ".."} or any(letter in file for letter in "/\\:\0")


def _faults(weight_map: Mapping[str, Any]) -> Iterator[Bilingual]:
    for name, file in weight_map.items():
        if not isinstance(file, str) or _escapes(file):
            entry = abbreviated(repr(file))
            yield Bilingual(
                en=f"tensor `{abbreviated(name)}`: expected the name of a file beside the index, found {entry}",
                zh=f"张量 `{abbreviated(name)}`：应为索引旁某文件的文件名，实为 {entry}",
            )
