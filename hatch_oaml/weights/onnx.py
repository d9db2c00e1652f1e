"""ONNX: a protobuf message, its tensors inside it or in files beside it.

After onnx.proto3 (ModelProto, GraphProto, TensorProto) and ONNX's docs/ExternalData.md. Not read through the `onnx`
package: it needs numpy and protobuf, and reads the message whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hatch_oaml.records.tensors import Tensor, Weights
from hatch_oaml.weights._contract import (
    MOST_TENSORS,
    BrokenError,
    UnreadError,
    WeightFile,
    WeightFormat,
    first,
    too_many,
)
from hatch_oaml.weights._onnx_tensors import faults_of, read_proto, tensor_of
from hatch_oaml.weights._protobuf import Field, Reader, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.bilingual import Bilingual


_MODEL_GRAPH, _MODEL_OPSETS, _MODEL_PROPERTIES, _MODEL_FUNCTIONS = 7, 8, 14, 25
_MODEL_TEXTS = {2: "producer_name", 3: "producer_version", 4: "domain", 6: "doc_string"}
_MODEL_FIELDS = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 14, 20, 25, 26})
_GRAPH_NODE, _GRAPH_INITIALIZER, _GRAPH_DOC, _GRAPH_SPARSE = 1, 5, 10, 15
_NODE_ATTRIBUTE, _FUNCTION_NODE = 5, 7
_ATTRIBUTE_TENSORS, _ATTRIBUTE_GRAPHS, _ATTRIBUTE_SPARSE = {5, 10}, {6, 11}, {22, 23}
_DEEPEST = 8
_NEWEST_IR = 64


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
            key, value = entry(model.reader, item)
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


def _read_tensor(model: _Model, holder: Field, prefix: str) -> None:
    if len(model.tensors) >= MOST_TENSORS:
        raise too_many(len(model.tensors) + 1, MOST_TENSORS)
    proto = read_proto(model.reader, holder)
    proto.name = proto.name or f"{prefix}{len(model.tensors)}"
    model.tensors.append(tensor_of(proto))
    model.faults.extend(faults_of(proto))


FORMAT = WeightFormat(name="onnx", recognizes=_recognizes, read=_read)
