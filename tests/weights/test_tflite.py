from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

import pytest

from hatch_oaml.records.tensors import Tensor
from tests.weights.conftest import Table, flatbuffer

if TYPE_CHECKING:
    from tests.weights.conftest import InspectBytes


def u32(value: int) -> bytes:
    return struct.pack("<I", value)


def made(*tensors: Table, buffers: Any, metadata: Any = ()) -> bytes:
    fields = {2: [Table({0: list(tensors)})], 3: "made by hand", 4: list(buffers)}
    return flatbuffer(Table(fields | ({6: list(metadata)} if metadata else {})), b"TFL3")


def tensor(name: str, shape: tuple[int, ...], kind: int, buffer: int, **more: Any) -> Table:
    return Table({0: shape, 1: bytes([kind]), 2: u32(buffer), 3: name} | ({6: Table({})} if more else {}))


def data(text: str) -> Table:
    return Table({0: text})


def test_the_tensors_that_have_bytes_are_told(inspect_bytes: InspectBytes) -> None:
    content = made(tensor("a", (2, 4), 9, 1), tensor("computed", (3,), 0, 0), buffers=[Table({}), data("12345678")])

    weights = inspect_bytes("model.tflite", content)

    assert weights.faults == ()
    assert [Tensor(name="a", dtype="int8", shape=(2, 4), offset=content.index(b"12345678"), size=8)] == list(
        weights.tensors
    )
    assert weights.metadata == {"description": "made by hand"}


def test_author_and_license_are_read_from_the_metadata(inspect_bytes: InspectBytes) -> None:
    inner = flatbuffer(Table({0: "Model", 4: "Example Lab", 5: "OpenAtom Model License 1.0"}), b"M001")
    metadata = [Table({0: "TFLITE_METADATA", 1: u32(1)})]

    weights = inspect_bytes("a.tflite", made(buffers=[Table({}), data(inner.decode("latin-1"))], metadata=metadata))

    assert weights.metadata == {
        "description": "made by hand",
        "name": "Model",
        "author": "Example Lab",
        "license": "OpenAtom Model License 1.0",
    }


def test_packed_and_sparse_tensors_are_whole(inspect_bytes: InspectBytes) -> None:
    tensors = (tensor("packed", (3,), 17, 1), tensor("sparse", (100,), 0, 1, sparse=True))

    assert inspect_bytes("a.tflite", made(*tensors, buffers=[Table({}), data("12")])).faults == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            made(tensor("a", (3,), 0, 1), buffers=[Table({}), data("1234")]),
            "tensor `a`: float32 [3] takes 12 bytes, found 4",
        ),
        (
            made(buffers=[Table({}), Table({1: struct.pack("<Q", 5000), 2: struct.pack("<Q", 10)})]),
            "truncated: buffer 1 ends at byte 5,010, the file has 208",
        ),
        (b"\x10\x00\x00\x00TFL3", "truncated: a table lies at byte 16, past the end at 8"),
        (b"\xff" * 2000, r"bytes 4 to 8 are b'\xff\xff\xff\xff', expected b'TFL3'"),
    ],
)
def test_a_broken_file_says_what_was_expected_and_found(
    inspect_bytes: InspectBytes, content: bytes, reason: str
) -> None:
    assert [reason] == [fault.en for fault in inspect_bytes("a.tflite", content).faults]


def test_more_tensors_or_buffers_than_are_read_are_said(inspect_bytes: InspectBytes) -> None:
    buffers = inspect_bytes("a.tflite", made(buffers=[Table({})] * 30_001)).unread
    tensors = [tensor("a", (4,), 9, 1)] * 30_001

    assert buffers is not None
    assert buffers.en == "it has 30,001 tensors; at most 30,000 are read"
    assert inspect_bytes("a.tflite", made(*tensors, buffers=[Table({}), data("1234")])).unread is not None
