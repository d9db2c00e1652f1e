"""One tensor of an ONNX model: TensorProto of onnx.proto3, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.records.tensors import Tensor
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated
from hatch_oaml.weights._contract import count, plain, wrong_size
from hatch_oaml.weights._protobuf import entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.weights._protobuf import Field, Reader

_TENSOR_DIMS, _TENSOR_TYPE, _TENSOR_NAME, _TENSOR_RAW, _TENSOR_EXTERNAL, _TENSOR_LOCATION = 1, 2, 8, 9, 13, 14
_TENSOR_PACKED = {4: 32, 10: 64}
_EXTERNAL = 1
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


@dataclass(slots=True)
class Proto:
    """A TensorProto's fields."""

    name: str = ""
    kind: int = 0
    shape: list[int] = field(default_factory=list)
    data: Field | None = None
    width: int | None = None
    is_external: bool = False
    external: dict[str, str] = field(default_factory=dict)


def read_proto(reader: Reader, holder: Field) -> Proto:
    proto = Proto()
    for item in reader.fields(holder.start, holder.end):
        _set(reader, proto, item)
    return proto


def faults_of(proto: Proto) -> Iterator[Bilingual]:
    return chain(_misfits(proto), _no_numbers(proto))


def _set(reader: Reader, proto: Proto, item: Field) -> None:
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
        key, value = entry(reader, item)
        proto.external[key] = value


def _size(proto: Proto) -> int | None:
    """Bytes that dtype and shape ask for; None where it cannot be told."""
    bits = TYPES.get(proto.kind, ("", 0))[1]
    elements = count(proto.shape)
    return -(-elements * bits // 8) if bits and elements is not None else None


def tensor_of(proto: Proto) -> Tensor:
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


def _no_numbers(proto: Proto) -> Iterator[Bilingual]:
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


def _misfits(proto: Proto) -> Iterator[Bilingual]:
    dtype, width = TYPES.get(proto.kind, ("", 0))
    found = _found(proto, width)
    elements = count(proto.shape)
    if width and found is not None and (elements is None or -(-elements * width // 8) != found):
        bits = None if elements is None else elements * width
        yield wrong_size(proto.name, bits=bits, found=found, what=f"{dtype} {abbreviated(str(proto.shape))}")


def _found(proto: Proto, width: int) -> int | None:
    """Bytes that the tensor has; None where they are not told, or numbers are stored wider than they are."""
    if proto.is_external:
        return _number(proto.external.get("length", ""))
    if proto.data is None or proto.width not in {None, width}:
        return None
    return proto.data.end - proto.data.start
