"""A file that a format's own library refuses is broken here too, and one that it reads is not."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections import OrderedDict
from typing import TYPE_CHECKING

import gguf
import numpy as np
import onnx
import pytest
from safetensors import SafetensorError, safe_open

from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import inspect, is_index

if TYPE_CHECKING:
    from pathlib import Path


def is_broken(file: Path) -> bool:
    facts = inspect(archive_path(file.name), file)
    assert facts is not None
    return bool(facts.faults)


def with_metadata(metadata: object) -> bytes:
    entry = {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}
    header = json.dumps({"__metadata__": metadata, "w": entry}, ensure_ascii=False).encode()
    return struct.pack("<Q", len(header)) + header + bytes(8)


@pytest.mark.parametrize(
    "metadata",
    [
        None,
        {},
        {"格式": "词"},
        {"a": "b"},
        {"a": 1},
        {"a": 0.5},
        {"a": None},
        {"a": {"b": "c"}},
        {"a": ["b"]},
        {"a": True},
        [],
        "a",
    ],
    ids=repr,
)
def test_safetensors_metadata(tmp_path: Path, metadata: object) -> None:
    file = tmp_path / "m.safetensors"
    file.write_bytes(with_metadata(metadata))
    try:
        with safe_open(file, "np"):
            refused = False
    except SafetensorError:
        refused = True

    assert refused == is_broken(file)


def text(value: str) -> bytes:
    return struct.pack("<Q", len(value.encode())) + value.encode()


ARCHITECTURE = text("general.architecture") + struct.pack("<I", 8) + text("lantern")
GGUF_PAIRS = {
    "nothing more": (),
    "alignment as uint32": (text("general.alignment") + struct.pack("<II", 4, 32),),
    "alignment as int32": (text("general.alignment") + struct.pack("<Ii", 5, 32),),
    "alignment as uint64": (text("general.alignment") + struct.pack("<IQ", 10, 32),),
    "alignment as a text": (text("general.alignment") + struct.pack("<I", 8) + text("32"),),
    "a key twice": (ARCHITECTURE,),
    "a key with two values": tuple(text("a") + struct.pack("<II", 4, value) for value in (1, 2)),
    "an array of arrays": (text("a") + struct.pack("<IIQIQII", 9, 9, 1, 4, 2, 1, 2),),
    "an array of arrays of texts": (text("a") + struct.pack("<IIQIQ", 9, 9, 1, 8, 1) + text("x"),),
}


@pytest.mark.parametrize("pairs", GGUF_PAIRS.values(), ids=GGUF_PAIRS)
def test_gguf_keys(tmp_path: Path, pairs: tuple[bytes, ...]) -> None:
    keys = (ARCHITECTURE, *pairs)
    data = (
        b"GGUF" + struct.pack("<IQQ", 3, 1, len(keys)) + b"".join(keys) + text("w") + struct.pack("<IQIQ", 1, 8, 0, 0)
    )
    file = tmp_path / "m.gguf"
    file.write_bytes(data + bytes(-len(data) % 32) + bytes(32))
    try:
        gguf.GGUFReader(file)
        refused = False
    except (ValueError, KeyError, IndexError, TypeError):
        refused = True

    assert refused == is_broken(file)


def npz_of(shape: str) -> bytes:
    header = f"{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}".encode()
    header += b" " * (-(len(header) + 11) % 64) + b"\n"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.npy", b"\x93NUMPY\1\0" + struct.pack("<H", len(header)) + header + bytes(36))
    return buffer.getvalue()


@pytest.mark.parametrize(
    "shape", ["(3, 3)", "(9,)", "(3  3)", "(, 9)", "(3,, 3)", "(1, 9, )", "(9, 1,)", "(9)", "( 9 , )"]
)
def test_npz_shapes(tmp_path: Path, shape: str) -> None:
    file = tmp_path / "m.npz"
    file.write_bytes(npz_of(shape))
    try:
        with np.load(file) as loaded:
            _ = loaded["a"]
        refused = False
    except (ValueError, SyntaxError):
        refused = True

    assert refused == is_broken(file)


def npy_of(version: tuple[int, int], descr: str, size: int) -> bytes:
    header = f"{{'descr': {descr!r}, 'fortran_order': False, 'shape': (3,), }}\n".encode()
    length = struct.pack("<H" if version[0] == 1 else "<I", len(header))
    return b"\x93NUMPY" + bytes(version) + length + header + bytes(size)


@pytest.mark.parametrize("version", [(1, 0), (2, 0), (3, 0), (1, 1), (4, 0), (0, 0)])
@pytest.mark.parametrize(("descr", "size"), [("<f4", 12), ("<f4", 11), ("x", 12)])
def test_npy_headers(tmp_path: Path, version: tuple[int, int], descr: str, size: int) -> None:
    """What numpy refuses is broken, or told to be unread: a later numpy may know it."""
    file = tmp_path / "m.npy"
    file.write_bytes(npy_of(version, descr, size))
    try:
        np.load(file)
        refused = False
    except (ValueError, TypeError, SyntaxError):
        refused = True
    facts = inspect(archive_path("m.npy"), file)

    assert facts is not None
    assert refused == bool(facts.faults or facts.unread)


def test_several_arrays_may_be_saved_into_one_file(tmp_path: Path) -> None:
    file = tmp_path / "m.npy"
    with file.open("wb") as opened:
        np.save(opened, np.zeros((2, 3), np.float32))
        np.save(opened, np.zeros(4, np.int8))
    whole = inspect(archive_path("m.npy"), file)
    file.write_bytes(file.read_bytes()[:-1])
    cut = inspect(archive_path("m.npy"), file)

    assert whole is not None
    assert cut is not None
    assert [("", (2, 3)), ("1", (4,))] == [(tensor.name, tensor.shape) for tensor in whole.tensors]
    assert (0, 1) == (len(whole.faults), len(cut.faults))


def test_what_a_compressed_array_of_objects_would_import_is_told(tmp_path: Path) -> None:
    np.savez_compressed(tmp_path / "m.npz", a=np.array([OrderedDict()], object))
    facts = inspect(archive_path("m.npz"), tmp_path / "m.npz")

    assert facts is not None
    assert "collections.OrderedDict" in facts.imports


def external(location: str, offset: str, length: str) -> onnx.ModelProto:
    tensor = onnx.TensorProto(name="w", data_type=onnx.TensorProto.FLOAT, dims=[4])
    tensor.data_location = onnx.TensorProto.EXTERNAL
    for key, value in (("location", location), ("offset", offset), ("length", length)):
        tensor.external_data.add(key=key, value=value)
    value = onnx.helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, [4])
    graph = onnx.helper.make_graph([onnx.helper.make_node("Identity", ["w"], ["y"])], "g", [], [value], [tensor])
    return onnx.helper.make_model(graph)


@pytest.mark.parametrize(
    ("offset", "length"),
    [("0", "16"), ("", "16"), ("0x0", "16"), ("0", "0x10"), ("zero", "16"), ("-1", "16"), ("1e0", "16")],
)
def test_onnx_external_offsets(tmp_path: Path, offset: str, length: str) -> None:
    file = tmp_path / "m.onnx"
    file.write_bytes(external("w.bin", offset, length).SerializeToString())
    (tmp_path / "w.bin").write_bytes(bytes(20))
    try:
        onnx.load(file)
        refused = False
    except Exception:  # noqa: BLE001  # the library has no error of its own for this
        refused = True

    assert refused == is_broken(file)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("model.safetensors.index.json", True),
        ("unet/diffusion_pytorch_model.safetensors.index.fp16.json", True),
        ("pytorch_model.bin.index.non_ema.json", True),
        ("search.index.json", False),
        ("search.index.fp16.json", False),
        ("model.safetensors.json", False),
    ],
)
def test_an_index_of_a_variant_is_one(path: str, expected: bool) -> None:  # noqa: FBT001  # a truth table
    assert expected == is_index(archive_path(path))
