"""Weight files made byte by byte, as the formats' own libraries would not make them."""

from __future__ import annotations

import io
import json
import struct
import sys
import zipfile
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import inspect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from hatch_oaml.records.tensors import Weights


class InspectBytes(Protocol):
    """What `inspect` says of a file of this name with these bytes; asserted not to be None."""

    def __call__(self, name: str, data: bytes) -> Weights: ...


@pytest.fixture
def inspect_bytes(tmp_path: Path) -> InspectBytes:
    def inspected(name: str, data: bytes) -> Weights:
        file = tmp_path / "weights"
        file.write_bytes(data)
        found = inspect(archive_path(name), file)
        assert found is not None
        return found

    return inspected


@pytest.fixture
def without_h5py(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "h5py", None)


def safetensors(header: Mapping[str, Any] | bytes, data: bytes = b"") -> bytes:
    """The tensors begin at byte 200, unless the header is given as it stands."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode().ljust(192)
    return struct.pack("<Q", len(text)) + text + data


def entry(dtype: str, shape: Sequence[int], begin: int, end: int) -> dict[str, Any]:
    return {"dtype": dtype, "shape": list(shape), "data_offsets": [begin, end]}


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


# Pickles, opcode by opcode: torch is not needed to write what torch writes


def text(value: str) -> bytes:
    return b"X" + struct.pack("<I", len(value.encode())) + value.encode()


def number(value: int) -> bytes:
    return b"J" + struct.pack("<i", value)


def global_(module: str, name: str) -> bytes:
    return f"c{module}\n{name}\n".encode()


def tuple_(*items: bytes) -> bytes:
    return b"(" + b"".join(items) + b"t"


def dict_(items: Mapping[str, bytes]) -> bytes:
    return b"}(" + b"".join(text(key) + value for key, value in items.items()) + b"u"


def pickled(value: bytes) -> bytes:
    return b"\x80\x02" + value + b"."


def tensor(
    storage: str, key: str, elements: int, shape: Sequence[int], strides: Sequence[int], offset: int = 0
) -> bytes:
    persistent = tuple_(text("storage"), global_("torch", storage), text(key), text("cpu"), number(elements)) + b"Q"
    sizes, steps = tuple_(*map(number, shape)), tuple_(*map(number, strides))
    arguments = tuple_(persistent, number(offset), sizes, steps, b"\x89", b"}")
    return global_("torch._utils", "_rebuild_tensor_v2") + arguments + b"R"


def torch_zip(state: Mapping[str, bytes], storages: Mapping[str, bytes]) -> bytes:
    members = {"archive/data.pkl": pickled(dict_(state)), "archive/version": b"3\n"}
    return zipped(members | {f"archive/data/{key}": data for key, data in storages.items()})


def torch_legacy(state: Mapping[str, bytes], storages: Mapping[str, tuple[int, bytes]]) -> bytes:
    magic = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
    keys = b"](" + b"".join(map(text, storages)) + b"e"
    start = magic + pickled(number(1001)) + pickled(b"}") + pickled(dict_(state)) + pickled(keys)
    return start + b"".join(struct.pack("<q", elements) + data for elements, data in storages.values())


# Protocol Buffers and FlatBuffers


def varint(value: int) -> bytes:
    more, low = value >> 7, value & 0x7F
    return bytes([low | 0x80]) + varint(more) if more else bytes([low])


def field(number_: int, value: int | bytes | str) -> bytes:
    if isinstance(value, int):
        return varint(number_ << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number_ << 3 | 2) + varint(len(data)) + data


class Table:
    """A FlatBuffer table: `fields` by number; bytes stand as they are, anything else is placed behind and pointed at."""

    def __init__(self, fields: Mapping[int, Any]) -> None:
        self.fields = fields


def flatbuffer(root: Table, identifier: bytes) -> bytes:
    data = bytearray(4) + identifier
    _place(data, 0, root)
    return bytes(data)


def _place(data: bytearray, pointer: int, value: Any) -> None:
    data.extend(bytes(-len(data) % 8))
    place = len(data)
    if isinstance(value, Table):
        place = _place_table(data, value)
    elif isinstance(value, list):
        data.extend(struct.pack("<I", len(value)) + bytes(4 * len(value)))
        for index, item in enumerate(value):
            _place(data, place + 4 + 4 * index, item)
    else:
        content = value.encode() if isinstance(value, str) else b"".join(struct.pack("<i", item) for item in value)
        data.extend(struct.pack("<I", len(content) if isinstance(value, str) else len(value)) + content)
    struct.pack_into("<I", data, pointer, place - pointer)


def _place_table(data: bytearray, table: Table) -> int:
    count = max(table.fields, default=-1) + 1
    slots = [8 + 8 * index if index in table.fields else 0 for index in range(count)]
    vtable = struct.pack(f"<HH{count}H", 4 + 2 * count, 8 + 8 * count, *slots)
    data.extend(vtable + bytes(-len(vtable) % 8))
    place = len(data)
    data.extend(struct.pack("<i", len(vtable) + -len(vtable) % 8) + bytes(4 + 8 * count))
    for index, value in table.fields.items():
        if isinstance(value, bytes):
            data[place + slots[index] : place + slots[index] + len(value)] = value
        else:
            _place(data, place + slots[index], value)
    return place
