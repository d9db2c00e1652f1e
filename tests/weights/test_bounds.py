"""What would keep a reader busy, or fill the memory, is passed over and said; a file that may be whole is no fault."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.weights import inspect_source
from tests.growing import takes_at_most
from tests.weights.conftest import Table, field, flatbuffer, safetensors, zipped
from tests.weights.reading import source_of

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 100
"""Times as long as a short file of code is read: each takes less than half of it."""
LARGEST = 200_000_000

_NPY = b"\x93NUMPY\1\0\x76\0" + b"{'descr': '<f4', 'fortran_order': False, 'shape': (0,), }".ljust(117) + b"\n"


def long_directory(entries: int) -> bytes:
    entry = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0)
    directory = b"".join(entry + b"%06d" % number for number in range(entries))
    start = b"PK\3\4" + bytes(60)
    return start + directory + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 0, 0, len(directory), len(start), 0)


def gguf(tensors: int, pairs: int, rest: bytes) -> bytes:
    return b"GGUF" + struct.pack("<IQQ", 3, tensors, pairs) + rest


def onnx(graph: bytes) -> bytes:
    return field(1, 8) + field(8, b"") + field(7, graph)


def tflite_whose_tables_are_one() -> bytes:
    tensor = Table({0: (1, 2), 2: struct.pack("<I", 1), 3: "a"})
    model = Table({2: [Table({0: [tensor]})] * 3, 4: [Table({}), Table({0: "abcd"})]})
    data = bytearray(flatbuffer(model, b"TFL3"))
    return bytes(data) + bytes(8_000_000)


FILES: dict[str, Callable[[], tuple[str, bytes]]] = {
    "directory of 80,000 members": lambda: ("x.pt", long_directory(80_000)),
    "directory of 160,000 members": lambda: ("x.pt", long_directory(160_000)),
    "10,000 arrays": lambda: ("x.npz", zipped({f"a{number}.npy": _NPY for number in range(10_000)})),
    "deflated pickles": lambda: (
        "x.pt",
        zipped(
            {"a/data.pkl": b"\x80\x02}."} | {f"a/{number}.pkl": bytes(8_000_000) for number in range(40)},
            zipfile.ZIP_DEFLATED,
        ),
    ),
    "lists": lambda: ("x.safetensors", safetensors(b'{"a":[' + b"[]," * 2_700_000 + b"0]}")),
    "short texts": lambda: (
        "x.safetensors",
        safetensors(b"{" + b",".join(b'"%d":1' % n for n in range(900_000))[:8_300_000] + b"}"),
    ),
    "a long shape": lambda: (
        "x.safetensors",
        safetensors(
            b'{"a":{"dtype":"F32","shape":[' + b"9999999999999999999," * 400_000 + b'1],"data_offsets":[0,4]}}'
        ),
    ),
    "texts": lambda: ("x.gguf", gguf(0, 1, struct.pack("<QcIIQ", 1, b"a", 9, 8, 1_000_000) + bytes(8_000_000))),
    "infos": lambda: (
        "x.gguf",
        gguf(30_000, 0, b"".join(struct.pack("<Q6sIQIQ", 6, b"%06d" % n, 1, 8, 0, n * 32) for n in range(30_000))),
    ),
    "fields": lambda: ("x.onnx", onnx(field(1, b"") * 299_000)),
    "tensors": lambda: ("x.onnx", onnx(field(5, field(8, "a")) * 140_000)),
    "dimensions": lambda: ("x.onnx", onnx(field(5, field(1, b"\xff\xff\xff\xff\x7f" * 290_000)))),
    "opcodes": lambda: ("x.pkl", b"\x80\x04" + b"N0" * 450_000 + b"."),
    "imports": lambda: ("x.pkl", b"\x80\x04" + b"".join(b"c%06d\nx\n0" % number for number in range(140_000)) + b"N."),
    "long numbers": lambda: ("x.pkl", b"\x80\x04" + (b"L" + b"9" * 4000 + b"L\n0") * 30_000 + b"N."),
    "long lines": lambda: ("x.pkl", b"\x80\x04" + (b"V" + b"9" * 60_000 + b"\n0") * 500 + b"N."),
    "texts of 64 KiB": lambda: ("x.pkl", b"\x80\x04(" + (b"X\xff\xff\0\0" + b"x" * 65535) * 1000 + b"t."),
    "tuples in tuples": lambda: ("x.pkl", b"\x80\x04N" + b"\x85" * 240_000 + b"."),
    "a tuple of itself twice": lambda: ("x.pt", zipped({"a/data.pkl": b"\x80\x04]" + b"2\x86" * 120_000 + b"."})),
    "a large dictionary": lambda: (
        "x.pt",
        zipped({"a/data.pkl": b"\x80\x02}(" + b"".join(b"X\x06\0\0\0%06d]" % n for n in range(120_000)) + b"u."}),
    ),
    "tables in circles": lambda: ("x.tflite", tflite_whose_tables_are_one()),
}
"""Each is made when a test asks for it: all of them take seconds, and a collection needs their names alone."""


@pytest.mark.parametrize("name", FILES)
def test_no_file_keeps_a_reader_busy(name: str) -> None:
    path, data = FILES[name]()

    def read() -> None:
        assert inspect_source(source_of(data, path)) is not None

    assert takes_at_most(MOST, read)


@pytest.mark.huge
@pytest.mark.parametrize("name", ["lists", "short texts", "a long shape", "texts of 64 KiB", "deflated pickles"])
def test_no_file_takes_200_mb(name: str) -> None:
    path, data = FILES[name]()
    tracemalloc.start()
    try:
        inspect_source(source_of(data, path))
        assert tracemalloc.get_traced_memory()[1] < LARGEST
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("lists", "it has 2,700,002 lists and objects"),
        ("directory of 160,000 members", "its ZIP directory is 8,320,000 bytes long"),
        ("tensors", "it has 30,001 tensors; at most 30,000 are read"),
        ("long lines", "its pickle has more than 250,000 opcodes"),
    ],
)
def test_what_was_not_read_is_said_and_no_fault(name: str, reason: str) -> None:
    path, data = FILES[name]()

    weights = inspect_source(source_of(data, path))

    assert weights is not None
    assert weights.unread is not None
    assert (weights.unread.en, weights.faults) == (reason, ())
