"""What is wrong with the places and shapes of the tensors of a GGUF file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated
from hatch_oaml.weights._contract import count
from hatch_oaml.weights._ggml import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.tensors import Tensor


@dataclass(frozen=True, slots=True)
class Info:
    """What the header says of a tensor; `kind` is ggml's number of its type, `offset` counts from the first tensor."""

    name: str
    shape: tuple[int, ...]
    kind: int
    offset: int


def repeated(infos: list[Info]) -> Iterator[Bilingual]:
    seen: set[str] = set()
    for info in infos:
        if info.name in seen:
            yield Bilingual(
                en=f"tensor `{abbreviated(info.name)}` occurs twice", zh=f"张量 `{abbreviated(info.name)}` 出现了两次"
            )
        seen.add(info.name)


def misfits(infos: list[Info]) -> Iterator[Bilingual]:
    for info in infos:
        dtype, block, _ = TYPES.get(info.kind, ("", 1, 0))
        row = info.shape[0] if info.shape else 1
        if row % block:
            yield Bilingual(
                en=f"tensor `{abbreviated(info.name)}`: rows of {row:,} elements cannot be {dtype}, which packs them in blocks of {block}",
                zh=f"张量 `{abbreviated(info.name)}`：每行 {row:,} 个元素，不能用每块 {block} 个元素的 {dtype} 存放",
            )
        if count(info.shape) is None:
            yield Bilingual(
                en=f"tensor `{abbreviated(info.name)}` has more elements than a file can hold",
                zh=f"张量 `{abbreviated(info.name)}` 的元素多于任何文件所能容纳",
            )


def misplaced(tensors: tuple[Tensor, ...], alignment: int, start: int, size: int) -> Iterator[Bilingual]:
    """gguf.md: each tensor begins at a multiple of the alignment; ggml: one directly behind the other."""
    expected = start
    for tensor in tensors:
        offset = tensor.offset or 0
        if tensor.size is None:
            return
        if offset != expected:
            yield Bilingual(
                en=f"tensor `{abbreviated(tensor.name)}`: expected at byte {expected:,}, found at {offset:,}",
                zh=f"张量 `{abbreviated(tensor.name)}`：应始于第 {expected:,} 字节，实始于 {offset:,}",
            )
        if offset + tensor.size > size:
            yield Bilingual(
                en=f"truncated: tensor `{abbreviated(tensor.name)}` ends at byte {offset + tensor.size:,}, the file has {size:,}",
                zh=f"文件被截断：张量 `{abbreviated(tensor.name)}` 止于第 {offset + tensor.size:,} 字节，而文件只有 {size:,} 字节",
            )
        expected = offset + -(-tensor.size // alignment) * alignment


def unknown_types(infos: list[Info]) -> Bilingual | None:
    unknown = sorted({info.kind for info in infos if info.kind not in TYPES})
    if not unknown:
        return None
    names = abbreviated(", ".join(map(str, unknown)))
    return Bilingual(
        en=f"its tensor types {names} are unknown, so that sizes could not be checked",
        zh=f"未知的张量类型 {names}，无法核对其大小",
    )
