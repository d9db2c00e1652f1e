"""GGUF: key and value pairs, then the tensors' places, then the tensors.

After ggml's docs/gguf.md, versions 1 to 3 in both byte orders; the keys of a split set (`split.no`, `split.count`,
`split.tensors.count`) after llama.cpp's gguf-split. Not read through the `gguf` package: it needs numpy, maps the whole
file, and builds an array for every token of the vocabulary.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from itertools import chain

from hatch_oaml.records.tensors import Split, Tensor, Weights
from hatch_oaml.values.wording import abbreviated
from hatch_oaml.weights._contract import (
    MOST_TENSORS,
    BrokenError,
    Cursor,
    UnreadError,
    WeightFile,
    WeightFormat,
    count,
    first,
    plain,
    too_many,
)
from hatch_oaml.weights._ggml import FILE_TYPES, TYPES
from hatch_oaml.weights._gguf_faults import Info, misfits, misplaced, repeated, unknown_types

_MAGIC = b"GGUF"
_STRING = 8
_ARRAY = 9
_CODES = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "B", 10: "Q", 11: "q", 12: "d"}
_LONGEST_TEXT = 1024 * 1024
_MOST_TEXT = 8 * 1024 * 1024
_MOST_ELEMENTS = 1_000_000
_MOST_DIMENSIONS = 4
_DEFAULT_ALIGNMENT = 32
_SMALLEST_ALIGNMENT = 8
"""gguf.md asks for a multiple of 8, and ggml for a power of two."""
_ALIGNMENT = "general.alignment"
_UINT32 = 4
_DEEPEST = 8
"""Of arrays in arrays; writers use one or two."""


def _recognizes(source: WeightFile) -> bool:
    return source.head.startswith(_MAGIC)


@dataclass(slots=True)
class _Header:
    """What has been read so far; version 1 counts in 32 bits."""

    cursor: Cursor
    wide: str
    keys: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    text_read: int = 0
    elements_passed: int = 0


def _read(source: WeightFile) -> Weights:
    if not _recognizes(source):
        raise BrokenError(
            f"its first bytes are {source.head[:4]!r}, expected {_MAGIC!r}",
            f"文件开头为 {source.head[:4]!r}，应为 {_MAGIC!r}",
        )
    cursor = Cursor(source, len(_MAGIC))
    version = _version(cursor)
    header = _Header(cursor, "I" if version == 1 else "Q")
    tensor_count, pairs = cursor.number(header.wide), cursor.number(header.wide)
    _check_counts(source, tensor_count, pairs)
    for _ in range(pairs):
        _read_pair(header)
    infos = [_read_info(header) for _ in range(tensor_count)]
    return _weights(source, header, infos)


def _version(cursor: Cursor) -> int:
    """A big-endian file reads as a version far too large: gguf.md leaves it to the reader to tell."""
    version = cursor.number("I")
    if version & 0xFFFF == 0:
        cursor.order = ">"
        version = int.from_bytes(version.to_bytes(4, "little"), "big")
    if version not in {1, 2, 3}:
        raise UnreadError(f"GGUF version {version} is unknown", f"未知的 GGUF 版本 {version}")
    return version


def _check_counts(source: WeightFile, tensor_count: int, pairs: int) -> None:
    for found, smallest, en, zh in ((tensor_count, 20, "tensors", "张量"), (pairs, 9, "key-value pairs", "键值对")):
        if found * smallest > source.size:
            raise BrokenError(
                f"it claims {found:,} {en}, more than fit into its {source.size:,} bytes",
                f"文件自称有 {found:,} 个{zh}，其 {source.size:,} 字节容纳不下",
            )
    if tensor_count > MOST_TENSORS:
        raise too_many(tensor_count, MOST_TENSORS)
    if pairs > MOST_TENSORS:
        raise UnreadError(f"it has {pairs:,} key-value pairs", f"文件有 {pairs:,} 个键值对")


def _text(header: _Header) -> str | None:
    """A string; None for one too long to keep."""
    length = header.cursor.number(header.wide)
    header.text_read += length
    if length > _LONGEST_TEXT or header.text_read > _MOST_TEXT:
        header.cursor.skip(length)
        return None
    return header.cursor.take(length).decode("utf-8", "replace")


def _read_pair(header: _Header) -> None:
    key = _text(header)
    if key is None:
        raise BrokenError("a key is longer than a megabyte", "有一个键长于一兆字节")
    if key in header.keys:
        raise BrokenError(f"key `{abbreviated(key)}` occurs twice", f"键 `{abbreviated(key)}` 出现了两次")
    header.keys.add(key)
    kind = header.cursor.number("I")
    if key == _ALIGNMENT and kind != _UINT32:
        raise BrokenError(
            f"{_ALIGNMENT} has the type {kind}, expected {_UINT32} (uint32)",
            f"{_ALIGNMENT} 的类型为 {kind}，应为 {_UINT32}（uint32）",
        )
    if kind == _STRING:
        text = _text(header)
        if text is not None and key.startswith("general."):
            header.texts[plain(key)] = text
    elif kind == _ARRAY:
        _pass_array(header, key)
    elif kind in {6, 12}:
        header.cursor.skip(struct.calcsize(_CODES[kind]))
    else:
        header.numbers[key] = header.cursor.number(_code(kind, key))


def _code(kind: int, key: str) -> str:
    if kind not in _CODES:
        raise BrokenError(
            f"key `{abbreviated(key)}` has the unknown type {kind}", f"键 `{abbreviated(key)}` 的类型 {kind} 未知"
        )
    return _CODES[kind]


def _pass_array(header: _Header, key: str, depth: int = 0) -> None:
    kind = header.cursor.number("I")
    length = header.cursor.number(header.wide)
    if kind == _STRING:
        _pass_texts(header, length)
        return
    if kind == _ARRAY:
        header.elements_passed += length
        if depth >= _DEEPEST or header.elements_passed > _MOST_ELEMENTS:
            raise UnreadError(f"key `{abbreviated(key)}` holds arrays of arrays", f"键 `{abbreviated(key)}` 是多层数组")
        for _ in range(length):
            _pass_array(header, key, depth + 1)
        return
    header.cursor.skip(length * struct.calcsize(_code(kind, key)))


def _pass_texts(header: _Header, length: int) -> None:
    """A vocabulary: hundreds of thousands of short strings, and the one place here where speed matters."""
    header.elements_passed += length
    if header.elements_passed > _MOST_ELEMENTS:
        raise UnreadError(
            f"its lists hold more than {_MOST_ELEMENTS:,} texts",
            f"其列表中的文本超过 {_MOST_ELEMENTS:,} 条",
        )
    cursor = header.cursor
    layout = struct.Struct(cursor.order + header.wide)
    unpack, size, at, position = layout.unpack, layout.size, cursor.at, cursor.position
    for _ in range(length):
        position += size + unpack(at(position, size))[0]
    cursor.position = position


def _read_info(header: _Header) -> Info:
    cursor = header.cursor
    name = _text(header)
    dimensions = cursor.number("I")
    if name is None or dimensions > _MOST_DIMENSIONS:
        raise BrokenError(
            f"tensor `{abbreviated(name or '?')}` has {dimensions:,} dimensions, at most {_MOST_DIMENSIONS} are allowed",
            f"张量 `{abbreviated(name or '?')}` 有 {dimensions:,} 维，最多允许 {_MOST_DIMENSIONS} 维",
        )
    shape = tuple(cursor.number(header.wide) for _ in range(dimensions))
    return Info(plain(name), shape, cursor.number("I"), cursor.number("Q"))


def _weights(source: WeightFile, header: _Header, infos: list[Info]) -> Weights:
    alignment = header.numbers.get(_ALIGNMENT, _DEFAULT_ALIGNMENT)
    if alignment < _SMALLEST_ALIGNMENT or alignment & (alignment - 1):
        raise BrokenError(
            f"general.alignment is {alignment}, expected a power of two, {_SMALLEST_ALIGNMENT} at least",
            f"general.alignment 为 {alignment}，应为 2 的幂，且不小于 {_SMALLEST_ALIGNMENT}",
        )
    start = -(-header.cursor.position // alignment) * alignment
    tensors = tuple(_tensor(info, start) for info in infos)
    return Weights(
        format=FORMAT.name,
        tensors=tensors,
        metadata=header.texts,
        faults=first(chain(repeated(infos), misfits(infos), misplaced(tensors, alignment, start, source.size))),
        unread=unknown_types(infos),
        dtype=FILE_TYPES.get(header.numbers.get("general.file_type", -1)),
        split=_split(header.numbers),
    )


def _tensor(info: Info, start: int) -> Tensor:
    name, block, size = TYPES.get(info.kind, (f"type {info.kind}", 1, 0))
    elements = count(info.shape)
    known = size and elements is not None
    return Tensor(
        name=info.name,
        dtype=name,
        shape=info.shape,
        offset=start + info.offset,
        size=(elements or 0) // block * size if known else None,
    )


def _split(numbers: dict[str, int]) -> Split | None:
    if numbers.get("split.count", 0) < 2:
        return None
    return Split(
        number=numbers.get("split.no", 0), count=numbers["split.count"], tensors=numbers.get("split.tensors.count")
    )


FORMAT = WeightFormat(name="gguf", recognizes=_recognizes, read=_read)
