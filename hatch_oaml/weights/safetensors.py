"""Safetensors: a JSON header that places every tensor, then the tensors.

After the format's page (huggingface.co/docs/safetensors, “Format”) and what its library refuses: a header over 100 MB,
a hole or an overlap between tensors, bytes after the last one. Not read through that library: it maps the file, wants a
framework, and reports the first fault alone, without the tensor's name.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from hatch_oaml.records.tensors import Tensor, Weights
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated
from hatch_oaml.weights._contract import (
    BrokenError,
    WeightFile,
    WeightFormat,
    count,
    ends_too_early,
    first,
    plain,
    too_many,
    wrong_size,
)
from hatch_oaml.weights._json import JsonError, parse_json
from hatch_oaml.weights._json_entries import json_entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    _Header = tuple[dict[str, str], tuple[Tensor, ...]]
    """Its metadata and its tensors."""

LONGEST_HEADER = 100_000_000
MOST_IN_ENTRIES = 120_000
"""Tensors in one file that are read entry by entry: two seconds' work, and 60 MB."""
_LONGEST_IN_ENTRIES = 1 << 24
"""Bytes of a header that is read so: of its names and metadata all are kept."""
_AT_ONCE = 1 << 20
"""Bytes of a header that is read at once, unless it is strange."""
_PREFIX = 8
_METADATA = "__metadata__"
BITS = {
    "F4": 4,
    "F6_E2M3": 6,
    "F6_E3M2": 6,
    "BOOL": 8,
    "U8": 8,
    "I8": 8,
    "F8_E5M2": 8,
    "F8_E4M3": 8,
    "F8_E8M0": 8,
    "F8_E4M3FNUZ": 8,
    "F8_E5M2FNUZ": 8,
    "I16": 16,
    "U16": 16,
    "F16": 16,
    "BF16": 16,
    "I32": 32,
    "U32": 32,
    "F32": 32,
    "C64": 64,
    "I64": 64,
    "U64": 64,
    "F64": 64,
}


def _recognizes(source: WeightFile) -> bool:
    head = source.head
    # the library passes over white space that the format forbids
    return head[_PREFIX:].lstrip(b" \t\r\n").startswith(b"{") and _header_length(head) <= LONGEST_HEADER


def _header_length(head: bytes) -> int:
    return int.from_bytes(head[:_PREFIX], "little")


def _read(source: WeightFile) -> Weights:
    length = _length(source)
    start = _PREFIX + length
    metadata, tensors = _in_entries(source, length) or _at_once(source, length)
    return Weights(
        format=FORMAT.name,
        tensors=tensors,
        metadata=metadata,
        faults=first(chain(_misfits(tensors), _misplaced(tensors, start, source.size))),
        unread=_unknown_types(tensors),
    )


def _in_entries(source: WeightFile, length: int) -> _Header | None:
    """What a long header says; None of a short one, and of one in which anything is strange."""
    if not _AT_ONCE < length <= _LONGEST_IN_ENTRIES or source.head[_PREFIX:][:1] != b"{":
        return None
    metadata: dict[str, str] = {}
    tensors: dict[str, Tensor] = {}
    more = 0
    try:
        for name, entry in json_entries(source.at, _PREFIX, length):
            if name in tensors or (name == _METADATA and metadata):
                return None
            if name == _METADATA:
                metadata = _texts(entry)
            elif len(tensors) == MOST_IN_ENTRIES:
                more += 1
            else:
                tensors[name] = _tensor(name, entry, _PREFIX + length)
    except JsonError:
        return None
    if more:
        raise too_many(MOST_IN_ENTRIES + more, MOST_IN_ENTRIES)
    return metadata, tuple(tensors.values())


def _at_once(source: WeightFile, length: int) -> _Header:
    header = _parse(source.at(_PREFIX, length))
    metadata = header.pop(_METADATA, None)
    tensors = tuple(_tensor(name, entry, _PREFIX + length) for name, entry in header.items())
    return _texts(metadata), tensors


def _texts(metadata: Any) -> dict[str, str]:
    metadata = {} if metadata is None else metadata  # the library takes null for none
    if not isinstance(metadata, dict) or not all(isinstance(value, str) for value in metadata.values()):
        raise BrokenError("`__metadata__` is no map from text to text", "`__metadata__` 不是文本到文本的映射")
    return {key: plain(value) for key, value in metadata.items()}


def _length(source: WeightFile) -> int:
    """Of the header."""
    if source.size < _PREFIX:
        raise ends_too_early(source.size, _PREFIX)
    length = _header_length(source.head)
    if length > LONGEST_HEADER:
        raise BrokenError(
            f"its header would be {length:,} bytes long; the format allows {LONGEST_HEADER:,}",
            f"文件头长度标为 {length:,} 字节，而格式只允许 {LONGEST_HEADER:,} 字节",
        )
    if _PREFIX + length > source.size:
        raise BrokenError(
            f"truncated in its header: {length:,} bytes of header are expected, {source.size - _PREFIX:,} follow",
            f"文件在文件头处被截断：文件头应有 {length:,} 字节，实有 {source.size - _PREFIX:,} 字节",
        )
    return length


def _parse(data: bytes) -> dict[str, Any]:
    try:
        header = parse_json(data)
    except JsonError as error:
        raise BrokenError(f"its header: {error.reason.en}", f"文件头：{error.reason.zh}") from None
    if not isinstance(header, dict) or not data.startswith(b"{"):
        raise BrokenError("its header is not a JSON object", "文件头不是 JSON 对象")
    return header


def _tensor(name: str, entry: Any, start: int) -> Tensor:
    # no `match`: it doubles the time that a thousand shards take
    try:
        dtype, shape, (begin, end) = entry["dtype"], entry["shape"], entry["data_offsets"]
        sound = (
            type(dtype) is str and type(shape) is list and all(type(extent) is int for extent in (begin, end, *shape))
        )
        if sound and 0 <= begin <= end and min(shape, default=0) >= 0:
            return Tensor(name=name, dtype=_spelled(dtype), shape=tuple(shape), offset=start + begin, size=end - begin)
    except (TypeError, KeyError, ValueError):
        pass
    raise BrokenError(
        f"tensor `{abbreviated(name)}`: expected dtype, shape and data_offsets, found {abbreviated(repr(entry))}",
        f"张量 `{abbreviated(name)}`：应有 dtype、shape 与 data_offsets，实为 {abbreviated(repr(entry))}",
    )


@lru_cache(maxsize=256)
def _spelled(dtype: str) -> str:
    return plain(dtype.lower())


def _misfits(tensors: tuple[Tensor, ...]) -> Iterator[Bilingual]:
    for tensor in tensors:
        bits = BITS.get(tensor.dtype.upper())
        if bits is None:
            continue
        elements = count(tensor.shape)
        found = tensor.size or 0
        if elements is None or elements * bits != found * 8:
            what = f"{tensor.dtype} {abbreviated(str(list(tensor.shape)))}"
            yield wrong_size(tensor.name, bits=None if elements is None else elements * bits, found=found, what=what)


def _misplaced(tensors: tuple[Tensor, ...], start: int, size: int) -> Iterator[Bilingual]:
    """Tensors must lie one behind the other, from the header's end to the file's."""
    spans = sorted((tensor.offset or 0, (tensor.offset or 0) + (tensor.size or 0), tensor.name) for tensor in tensors)
    for (_, before, other), (begin, _, name) in pairwise([(start, start, "header"), *spans]):
        if begin < before:
            yield Bilingual(
                en=f"tensor `{abbreviated(name)}` begins at byte {begin:,}, inside `{abbreviated(other)}`, which ends at {before:,}",
                zh=f"张量 `{abbreviated(name)}` 始于第 {begin:,} 字节，与止于 {before:,} 的 `{abbreviated(other)}` 重叠",
            )
        if begin > before:
            yield Bilingual(
                en=f"tensor `{abbreviated(name)}`: expected at byte {before:,}, found at {begin:,}; what lies between belongs to no tensor",
                zh=f"张量 `{abbreviated(name)}`：应始于第 {before:,} 字节，实始于 {begin:,}，中间的字节不属于任何张量",
            )
    end, name = max(((end, name) for _, end, name in spans), default=(start, ""))
    if end > size:
        yield Bilingual(
            en=f"truncated: tensor `{abbreviated(name)}` ends at byte {end:,}, the file has {size:,}",
            zh=f"文件被截断：张量 `{abbreviated(name)}` 止于第 {end:,} 字节，而文件只有 {size:,} 字节",
        )
    if end < size:
        yield Bilingual(
            en=f"its tensors end at byte {end:,}, the file has {size:,}",
            zh=f"张量止于第 {end:,} 字节，而文件有 {size:,} 字节",
        )


def _unknown_types(tensors: tuple[Tensor, ...]) -> Bilingual | None:
    unknown = sorted({tensor.dtype for tensor in tensors if tensor.dtype.upper() not in BITS})
    if not unknown:
        return None
    names = abbreviated(", ".join(unknown))
    return Bilingual(
        en=f"its dtypes {names} are unknown, so that sizes could not be checked",
        zh=f"未知的 dtype {names}，无法核对其大小",
    )


FORMAT = WeightFormat(name="safetensors", recognizes=_recognizes, read=_read)
