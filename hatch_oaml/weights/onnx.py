"""ONNX: a protobuf message, its tensors inside it or in files beside it.

After onnx.proto3 (ModelProto, GraphProto, TensorProto) and ONNX's docs/ExternalData.md. Not read through the `onnx`
package: it needs numpy and protobuf, and reads the message whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.records.tensors import Tensor, Weights
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated
from hatch_oaml.weights._contract import (
    MOST_TENSORS,
    BrokenError,
    UnreadError,
    WeightFile,
    WeightFormat,
    count,
    first,
    plain,
    too_many,
    wrong_size,
)
from hatch_oaml.weights._protobuf import Field, Reader

if TYPE_CHECKING:
    from collections.abc import Iterator


_MODEL_GRAPH, _MODEL_OPSETS, _MODEL_PROPERTIES, _MODEL_FUNCTIONS = 7, 8, 14, 25
_MODEL_TEXTS = {2: "producer_name", 3: "producer_version", 4: "domain", 6: "doc_string"}
_MODEL_FIELDS = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 14, 20, 25, 26})
_GRAPH_NODE, _GRAPH_INITIALIZER, _GRAPH_DOC, _GRAPH_SPARSE = 1, 5, 10, 15
_NODE_ATTRIBUTE, _FUNCTION_NODE = 5, 7
_ATTRIBUTE_TENSORS, _ATTRIBUTE_GRAPHS, _ATTRIBUTE_SPARSE = {5, 10}, {6, 11}, {22, 23}
_TENSOR_DIMS, _TENSOR_TYPE, _TENSOR_NAME, _TENSOR_RAW, _TENSOR_EXTERNAL, _TENSOR_LOCATION = 1, 2, 8, 9, 13, 14
_TENSOR_PACKED = {4: 32, 10: 64}
_EXTERNAL = 1
_DEEPEST = 8
_NEWEST_IR = 64
TYPES = {
    # number: name, bits
    1: ("float", 32),
    2: ("uint8", 8),
    3: ("int8", 8),
    4: ("uint16", 16),
    5: ("int16", 16),
    6: ("int32", 32),
    7: ("int64", 64),
    8: ("string", 0),
    9: ("bool", 8),
    10: ("float16", 16),
    11: ("double", 64),
    12: ("uint32", 32),
    13: ("uint64", 64),
    14: ("complex64", 64),
    15: ("complex128", 128),
    16: ("bfloat16", 16),
    17: ("float8e4m3fn", 8),
    18: ("float8e4m3fnuz", 8),
    19: ("float8e5m2", 8),
    20: ("float8e5m2fnuz", 8),
    21: ("uint4", 4),
    22: ("int4", 4),
    23: ("float4e2m1", 4),
    24: ("float8e8m0", 8),
    25: ("uint2", 2),
    26: ("int2", 2),
    27: ("float6e2m3", 6),
    28: ("float6e3m2", 6),
}


def _recognizes(source: WeightFile) -> bool:
    """There is no magic number: fields that ModelProto has, to the very end, with a graph or functions among them."""
    if source.head[:1] != b"\x08":
        return False
    numbers: set[int] = set()
    for item in Reader(source).fields(0, source.size):
        if item.number not in _MODEL_FIELDS or (item.number == 1 and not 0 < item.value <= _NEWEST_IR):
            return False
        numbers.add(item.number)
    return bool(numbers & {_MODEL_GRAPH, _MODEL_FUNCTIONS}) and _MODEL_OPSETS in numbers


@dataclass(slots=True)
class _Model:
    reader: Reader
    tensors: list[Tensor] = field(default_factory=list)
    faults: list[Bilingual] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def _read(source: WeightFile) -> Weights:
    """What has been read stays where a later part is broken or too long."""
    model = _Model(Reader(source))
    unread = None
    try:
        _read_model(model, source.size)
    except BrokenError as error:
        model.faults.insert(0, error.fault)
    except UnreadError as error:
        unread = error.reason
    return Weights(
        format=FORMAT.name,
        tensors=tuple(model.tensors),
        metadata={name: text for name, text in model.texts.items() if text},
        faults=first(model.faults),
        unread=unread,
    )


def _read_model(model: _Model, size: int) -> None:
    graphs: list[Field] = []
    functions: list[Field] = []
    for item in model.reader.fields(0, size):
        if item.number in _MODEL_TEXTS and item.is_bytes:
            model.texts[_MODEL_TEXTS[item.number]] = model.reader.text(item)
        elif item.number == _MODEL_PROPERTIES and item.is_bytes:
            key, value = _entry(model.reader, item)
            model.texts[key] = value
        elif item.number == _MODEL_GRAPH and item.is_bytes:
            graphs.append(item)
        elif item.number == _MODEL_FUNCTIONS and item.is_bytes:
            functions.append(item)
    if not graphs and not functions:
        raise BrokenError("it holds no graph", "其中没有计算图")
    for graph in graphs:
        _read_graph(model, graph, "", 0)
    for function in functions:
        _read_nodes(model, function, _FUNCTION_NODE, "", 0)


def _entry(reader: Reader, entry: Field) -> tuple[str, str]:
    """StringStringEntryProto."""
    texts = {item.number: plain(reader.text(item)) for item in reader.fields(entry.start, entry.end)}
    return texts.get(1, ""), texts.get(2, "")


def _read_graph(model: _Model, graph: Field, prefix: str, depth: int) -> None:
    """The initializers first: they are the weights, and the nodes may be many."""
    for item in model.reader.fields(graph.start, graph.end):
        if item.number == _GRAPH_INITIALIZER and item.is_bytes:
            _read_tensor(model, item, prefix)
        elif item.number == _GRAPH_SPARSE and item.is_bytes:
            _read_sparse(model, item, prefix)
        elif item.number == _GRAPH_DOC and item.is_bytes and depth == 0:
            model.texts["graph.doc_string"] = model.reader.text(item)
    _read_nodes(model, graph, _GRAPH_NODE, prefix, depth)


def _read_nodes(model: _Model, holder: Field, number: int, prefix: str, depth: int) -> None:
    if depth > _DEEPEST:
        return
    for index, node in enumerate(_only(model.reader, holder, {number})):
        for attribute in _only(model.reader, node, {_NODE_ATTRIBUTE}):
            _read_attribute(model, attribute, f"{prefix}node{index}.", depth)


def _read_attribute(model: _Model, attribute: Field, prefix: str, depth: int) -> None:
    for item in model.reader.fields(attribute.start, attribute.end):
        if item.number in _ATTRIBUTE_TENSORS and item.is_bytes:
            _read_tensor(model, item, prefix)
        elif item.number in _ATTRIBUTE_SPARSE and item.is_bytes:
            _read_sparse(model, item, prefix)
        elif item.number in _ATTRIBUTE_GRAPHS and item.is_bytes:
            _read_graph(model, item, prefix, depth + 1)


def _read_sparse(model: _Model, sparse: Field, prefix: str) -> None:
    """SparseTensorProto: values and indices are tensors."""
    for item in _only(model.reader, sparse, {1, 2}):
        _read_tensor(model, item, prefix)


def _only(reader: Reader, holder: Field, numbers: set[int]) -> Iterator[Field]:
    return (item for item in reader.fields(holder.start, holder.end) if item.number in numbers and item.is_bytes)


@dataclass(slots=True)
class _Proto:
    """A TensorProto's fields."""

    name: str = ""
    kind: int = 0
    shape: list[int] = field(default_factory=list)
    data: Field | None = None
    width: int | None = None
    is_external: bool = False
    external: dict[str, str] = field(default_factory=dict)


def _read_tensor(model: _Model, holder: Field, prefix: str) -> None:
    if len(model.tensors) >= MOST_TENSORS:
        raise too_many(len(model.tensors) + 1, MOST_TENSORS)
    proto = _Proto()
    for item in model.reader.fields(holder.start, holder.end):
        _set(model.reader, proto, item)
    proto.name = proto.name or f"{prefix}{len(model.tensors)}"
    model.tensors.append(_tensor(proto))
    model.faults.extend(chain(_misfits(proto), _no_numbers(proto)))


def _set(reader: Reader, proto: _Proto, item: Field) -> None:
    if item.number == _TENSOR_DIMS:
        proto.shape.extend(reader.packed(item) if item.is_bytes else [item.value])
    elif item.number == _TENSOR_TYPE:
        proto.kind = item.value
    elif item.number == _TENSOR_NAME and item.is_bytes:
        proto.name = plain(reader.text(item))
    elif item.number == _TENSOR_RAW and item.is_bytes:
        proto.data = item
    elif item.number in _TENSOR_PACKED and item.is_bytes:
        proto.data, proto.width = item, _TENSOR_PACKED[item.number]
    elif item.number == _TENSOR_LOCATION:
        proto.is_external = item.value == _EXTERNAL
    elif item.number == _TENSOR_EXTERNAL and item.is_bytes:
        key, value = _entry(reader, item)
        proto.external[key] = value


def _size(proto: _Proto) -> int | None:
    """Bytes that dtype and shape ask for; None where it cannot be told."""
    bits = TYPES.get(proto.kind, ("", 0))[1]
    elements = count(proto.shape)
    return -(-elements * bits // 8) if bits and elements is not None else None


def _tensor(proto: _Proto) -> Tensor:
    dtype = TYPES.get(proto.kind, (f"type {proto.kind}", 0))[0]
    if proto.is_external:
        length = _number(proto.external.get("length", ""))
        return Tensor(
            name=proto.name,
            dtype=dtype,
            shape=tuple(proto.shape),
            offset=_number(proto.external.get("offset", "")) or 0,
            size=_size(proto) if length is None else length,
            file=proto.external.get("location", ""),
        )
    span = (proto.data.start, proto.data.end - proto.data.start) if proto.data else (None, _size(proto))
    return Tensor(name=proto.name, dtype=dtype, shape=tuple(proto.shape), offset=span[0], size=span[1])


def _no_numbers(proto: _Proto) -> Iterator[Bilingual]:
    """docs/ExternalData.md: offset and length are decimal; onnx converts them by `int`."""
    for key in ("offset", "length") if proto.is_external else ():
        text = proto.external.get(key)
        if text is not None and _number(text) is None:
            yield Bilingual(
                en=f"tensor `{abbreviated(proto.name)}`: its {key} `{abbreviated(text)}` is no decimal number",
                zh=f"张量 `{abbreviated(proto.name)}`：其 {key} `{abbreviated(text)}` 不是十进制数",
            )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 20 else None


def _misfits(proto: _Proto) -> Iterator[Bilingual]:
    dtype, width = TYPES.get(proto.kind, ("", 0))
    found = _found(proto, width)
    elements = count(proto.shape)
    if width and found is not None and (elements is None or -(-elements * width // 8) != found):
        bits = None if elements is None else elements * width
        yield wrong_size(proto.name, bits=bits, found=found, what=f"{dtype} {abbreviated(str(proto.shape))}")


def _found(proto: _Proto, width: int) -> int | None:
    """Bytes that the tensor has; None where they are not told, or numbers are stored wider than they are."""
    if proto.is_external:
        return _number(proto.external.get("length", ""))
    if proto.data is None or proto.width not in {None, width}:
        return None
    return proto.data.end - proto.data.start


FORMAT = WeightFormat(name="onnx", recognizes=_recognizes, read=_read)
