"""Core ML: a protobuf message, of which we read the description, where its author and license stand, and no tensors.

After coremltools' mlmodel/format/Model.proto (Model, ModelDescription, Metadata). A package (`.mlpackage`) is a folder that has such a
file, and its tensors in a `weight.bin` beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.tensors import Weights
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.weights._contract import BrokenError, UnreadError, WeightFile, WeightFormat, plain
from hatch_oaml.weights._protobuf import Field, Reader, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

_VERSION, _DESCRIPTION, _UPDATABLE = 1, 2, 10
_NEWEST = 64
_KINDS = range(200, 4000)
"""Numbers of the fields of which a model has one: a network, a tree, a pipeline of models."""
_INPUT, _OUTPUT, _FUNCTIONS, _METADATA = 1, 10, 20, 100
_DESCRIBING = frozenset({_INPUT, _OUTPUT, 11, 12, 13, _FUNCTIONS, 21, 50, _METADATA})
_TEXTS = {1: "short_description", 2: "version_string", 3: "author", 4: "license"}
_USER_DEFINED = 100
_UNREAD = Bilingual(en="there is no reader for its tensors (Core ML)", zh="尚不能读取其张量（Core ML）")


def _recognizes(source: WeightFile) -> bool:
    """There is no magic number: fields that a model has, to the very end, a description and a kind among them."""
    if source.head[:1] != b"\x08":
        return False
    reader = Reader(source)
    numbers: set[int] = set()
    for item in reader.fields(0, source.size):
        if item.number == _VERSION and not 0 < item.value <= _NEWEST:
            return False
        if item.number == _DESCRIPTION and not (item.is_bytes and _describes(reader, item)):
            return False
        if item.number not in {_VERSION, _DESCRIPTION, _UPDATABLE} and item.number not in _KINDS:
            return False
        numbers.add(item.number)
    return {_VERSION, _DESCRIPTION} <= numbers and any(number in _KINDS for number in numbers)


def _describes(reader: Reader, description: Field) -> bool:
    numbers = {item.number for item in reader.fields(description.start, description.end)}
    return bool(numbers & {_INPUT, _OUTPUT, _FUNCTIONS, _METADATA}) and numbers <= _DESCRIBING


def _read(source: WeightFile) -> Weights:
    reader = Reader(source)
    texts: dict[str, str] = {}
    try:
        for item in reader.fields(0, source.size):
            if item.number == _DESCRIPTION and item.is_bytes:
                texts.update(_described(reader, item))
    except BrokenError as error:
        return Weights(format=FORMAT.name, metadata=texts, faults=(error.fault,))
    except UnreadError as error:
        return Weights(format=FORMAT.name, metadata=texts, unread=error.reason)
    return Weights(format=FORMAT.name, metadata={name: text for name, text in texts.items() if text}, unread=_UNREAD)


def _described(reader: Reader, description: Field) -> Iterator[tuple[str, str]]:
    for metadata in reader.fields(description.start, description.end):
        if metadata.number != _METADATA or not metadata.is_bytes:
            continue
        for item in reader.fields(metadata.start, metadata.end):
            if item.number in _TEXTS and item.is_bytes:
                yield _TEXTS[item.number], plain(reader.text(item))
            elif item.number == _USER_DEFINED and item.is_bytes:
                yield entry(reader, item)


FORMAT = WeightFormat(name="coreml", recognizes=_recognizes, read=_read)
