"""TensorFlow Lite (LiteRT): a FlatBuffer of the schema with the identifier `TFL3`.

After tensorflow/compiler/mlir/lite/schema/schema.fbs and, for the metadata's author and license, TFLite Support's
metadata_schema.fbs. Not read through the `tflite` package: it needs flatbuffers and numpy, and checks no offset.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.records.tensors import Tensor, Weights
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated
from hatch_oaml.weights._contract import (
    MOST_TENSORS,
    BrokenError,
    WeightFile,
    WeightFormat,
    count,
    first,
    plain,
    too_many,
    wrong_size,
)
from hatch_oaml.weights._flatbuffer import Buffer, FlatTable

if TYPE_CHECKING:
    from collections.abc import Iterator

_IDENTIFIER = b"TFL3"
_MODEL_SUBGRAPHS, _MODEL_DESCRIPTION, _MODEL_BUFFERS, _MODEL_METADATA = 2, 3, 4, 6
_GRAPH_TENSORS = 0
_TENSOR_SHAPE, _TENSOR_TYPE, _TENSOR_BUFFER, _TENSOR_NAME, _TENSOR_SPARSITY = 0, 1, 2, 3, 6
_BUFFER_DATA, _BUFFER_OFFSET, _BUFFER_SIZE = 0, 1, 2
_METADATA_IDENTIFIER = b"M001"
_METADATA_TEXTS = {0: "name", 1: "description", 2: "version", 4: "author", 5: "license"}
_MOST_DIMENSIONS = 64
TYPES = {
    # number: name, bits
    0: ("float32", 32),
    1: ("float16", 16),
    2: ("int32", 32),
    3: ("uint8", 8),
    4: ("int64", 64),
    5: ("string", 0),
    6: ("bool", 8),
    7: ("int16", 16),
    8: ("complex64", 64),
    9: ("int8", 8),
    10: ("float64", 64),
    11: ("complex128", 128),
    12: ("uint64", 64),
    13: ("resource", 0),
    14: ("variant", 0),
    15: ("uint32", 32),
    16: ("uint16", 16),
    17: ("int4", 4),
    18: ("bfloat16", 16),
}


def _recognizes(source: WeightFile) -> bool:
    return source.head[4:8] == _IDENTIFIER


@dataclass(frozen=True, slots=True)
class _Extent:
    offset: int
    size: int


def _read(source: WeightFile) -> Weights:
    if not _recognizes(source):
        raise BrokenError(
            f"bytes 4 to 8 are {source.head[4:8]!r}, expected {_IDENTIFIER!r}",
            f"第 4 至 8 字节为 {source.head[4:8]!r}，应为 {_IDENTIFIER!r}",
        )
    model = Buffer(source, 0, source.size).root()
    extents = _extents(model)
    tensors = tuple(_tensors(model, extents))
    return Weights(
        format=FORMAT.name,
        tensors=tuple(tensor for tensor, _ in tensors),
        metadata=_texts(source, model, extents),
        faults=first(chain(_cut(extents, source.size), _misfits(tensors))),
    )


def _extents(model: FlatTable) -> list[_Extent | None]:
    """Buffers in the FlatBuffer itself, or behind it in files past 2 GB; an offset of 0 or 1 says in it."""
    extents: list[_Extent | None] = []
    if model.vector(_MODEL_BUFFERS)[1] > MOST_TENSORS:
        raise too_many(model.vector(_MODEL_BUFFERS)[1], MOST_TENSORS)
    for buffer in model.tables(_MODEL_BUFFERS):
        offset = buffer.number(_BUFFER_OFFSET, 8)
        size = buffer.number(_BUFFER_SIZE, 8)
        if offset <= 1:
            offset, size = buffer.vector(_BUFFER_DATA)
        extents.append(_Extent(offset, size) if size else None)
    return extents


def _tensors(model: FlatTable, extents: list[_Extent | None]) -> Iterator[tuple[Tensor, bool]]:
    """The tensors that have bytes in the file, and whether they are sparse: the others are computed."""
    several = model.vector(_MODEL_SUBGRAPHS)[1] > 1
    found = 0
    for graph_number, graph in enumerate(model.tables(_MODEL_SUBGRAPHS)):
        for number, tensor in enumerate(graph.tables(_GRAPH_TENSORS)):
            index = tensor.number(_TENSOR_BUFFER, 4)
            extent = extents[index] if index < len(extents) else None
            if extent is None:
                continue
            found += 1
            if found > MOST_TENSORS:
                raise too_many(found, MOST_TENSORS)
            name = plain(tensor.text(_TENSOR_NAME)) or str(number)
            yield (
                Tensor(
                    name=f"{graph_number}.{name}" if several else name,
                    dtype=_type(tensor.number(_TENSOR_TYPE, 1))[0],
                    shape=tuple(tensor.numbers(_TENSOR_SHAPE, _MOST_DIMENSIONS)),
                    offset=extent.offset,
                    size=extent.size,
                ),
                tensor.field_offset(_TENSOR_SPARSITY) is not None,
            )


def _type(number: int) -> tuple[str, int]:
    return TYPES.get(number, (f"type {number}", 0))


def _cut(extents: list[_Extent | None], size: int) -> Iterator[Bilingual]:
    for index, extent in enumerate(extents):
        if extent and extent.offset + extent.size > size:
            end = extent.offset + extent.size
            yield Bilingual(
                en=f"truncated: buffer {index} ends at byte {end:,}, the file has {size:,}",
                zh=f"文件被截断：缓冲区 {index} 止于第 {end:,} 字节，而文件只有 {size:,} 字节",
            )


def _misfits(tensors: tuple[tuple[Tensor, bool], ...]) -> Iterator[Bilingual]:
    bits_of = dict(TYPES.values())
    for tensor, is_sparse in tensors:
        bits = bits_of.get(tensor.dtype, 0)
        if not bits or is_sparse or any(extent < 0 for extent in tensor.shape):
            continue
        elements = count(tensor.shape)
        expected = None if elements is None else -(-elements * bits // 8)
        if expected != tensor.size:
            what = f"{tensor.dtype} {abbreviated(str(list(tensor.shape)))}"
            yield wrong_size(
                tensor.name, bits=None if elements is None else elements * bits, found=tensor.size or 0, what=what
            )


def _texts(source: WeightFile, model: FlatTable, extents: list[_Extent | None]) -> dict[str, str]:
    texts = {"description": model.text(_MODEL_DESCRIPTION)}
    for entry in model.tables(_MODEL_METADATA):
        index = entry.number(1, 4)
        extent = extents[index] if index < len(extents) else None
        if entry.text(0) == "TFLITE_METADATA" and extent and extent.offset + extent.size <= source.size:
            texts |= _metadata(source, extent)
    return {name: plain(text) for name, text in texts.items() if text}


def _metadata(source: WeightFile, extent: _Extent) -> dict[str, str]:
    """A FlatBuffer inside the FlatBuffer, with the model's author and license."""
    if extent.size < 8 or source.at(extent.offset + 4, 4) != _METADATA_IDENTIFIER:
        return {}
    metadata = Buffer(source, extent.offset, extent.offset + extent.size).root()
    texts = {name: metadata.text(index) for index, name in _METADATA_TEXTS.items()}
    return {name: text for name, text in texts.items() if text}


FORMAT = WeightFormat(name="tflite", recognizes=_recognizes, read=_read)
