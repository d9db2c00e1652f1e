"""No bytes make a reader raise: neither random ones, nor whole files with some bytes changed, cut or repeated."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import pickle
import struct
import tarfile
import zipfile
from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np
import pytest
import zstandard
from hypothesis import example, given, settings, strategies as st

from hatch_oaml import weights
from hatch_oaml.records.tensors import Weights
from hatch_oaml.weights import Content, inspect_source, may_be_weights, weight_formats
from hatch_oaml.weights._content import content_of
from tests.weights.conftest import (
    Table,
    entry,
    field,
    flatbuffer,
    safetensors,
    tensor,
    torch_legacy,
    torch_zip,
    zipped,
)
from tests.weights.reading import read_bytes, source_of

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.usefixtures("without_h5py")


def tarred(name: str, data: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        entry_ = tarfile.TarInfo(name)
        entry_.size = len(data)
        archive.addfile(entry_, io.BytesIO(data))
    return file.getvalue()


def _npz() -> bytes:
    file = io.BytesIO()
    np.savez(file, a=np.zeros((2, 3), np.float32), b=np.array([OrderedDict()], object))
    return file.getvalue()


_TFLITE = Table(
    {
        2: [Table({0: [Table({0: (2,), 1: b"\x09", 2: struct.pack("<I", 1), 3: "a"})]})],
        3: "text",
        4: [Table({}), Table({0: "ab"})],
        6: [Table({0: "TFLITE_METADATA", 1: struct.pack("<I", 1)})],
    }
)
_HEADER = struct.pack("<QcIQ1s", 1, b"k", 8, 1, b"v") + struct.pack("<QcIIQ", 1, b"a", 9, 8, 1) + bytes(8)
_STATE = {"a": tensor("HalfStorage", "0", 2, [2], [1])}
_TENSOR = (
    field(1, 2) + field(2, 1) + field(8, "a") + field(9, bytes(8)) + field(13, field(1, "location") + field(2, "x"))
)
SEEDS = {
    "safetensors": safetensors({"__metadata__": {"a": "b"}, "a": entry("F16", [2], 0, 4)}, bytes(4)),
    "gguf": b"GGUF" + struct.pack("<IQQ", 3, 1, 2) + _HEADER + struct.pack("<QcIQIQ", 1, b"t", 1, 4, 0, 0) + bytes(64),
    "torch zip": torch_zip(_STATE, {"0": bytes(4)}),
    "torch legacy": torch_legacy(_STATE, {"0": (2, bytes(4))}),
    "pickle": pickle.dumps({"a": [1, OrderedDict(b=2.5)], "c": (None, True, b"x", {1})}, 4),
    "pickle 0": pickle.dumps({"a": [1, OrderedDict(b=2.5)], "c": (None, True, b"x", {1})}, 0),
    "npz": _npz(),
    "onnx": field(1, 8)
    + field(7, field(5, _TENSOR) + field(1, field(5, field(5, _TENSOR))))
    + field(8, b"")
    + field(14, field(1, "a")),
    "tflite": flatbuffer(_TFLITE, b"TFL3"),
    "coreml": field(1, 7) + field(2, field(1, "x") + field(100, field(3, "a"))) + field(500, b"abc"),
    "hdf5": b"\x89HDF\r\n\x1a\n\x02\x08\x08\x00" + struct.pack("<QQQ", 0, 0, 200) + bytes(200),
    "keras": zipped({"config.json": b"{}", "model.weights.h5": b"\x89HDF\r\n\x1a\n"}),
}
NAMES = st.sampled_from(
    [
        "a.safetensors",
        "a.gguf",
        "a.onnx",
        "a.pt",
        "a.npz",
        "a.npy",
        "a.tflite",
        "a.h5",
        "a.keras",
        "a.mlmodel",
        "a.pkl",
        "a.ckpt",
        "a",
    ]
)
CHANGES = st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=9), st.integers(0, 9)), max_size=4)


def damaged(seed: bytes, changes: list[tuple[int, bytes, int]]) -> bytes:
    for place, inserted, removed in changes:
        start = place % (len(seed) + 1)
        seed = seed[:start] + inserted + seed[start + removed :]
    return seed


@settings(max_examples=500, deadline=2000)
@given(name=NAMES, data=st.binary(max_size=300))
@example(name="a.safetensors", data=b"\xff" * 8 + b"{")
@example(name="a", data=b"PK\3\4PK\5\6" + b"\xff" * 18)
@example(name="a.tflite", data=b"\xff\xff\xff\xffTFL3")
def test_random_bytes_are_read_or_faulty_or_no_weights(name: str, data: bytes) -> None:
    found = inspect_source(source_of(data, name))

    assert found is None or isinstance(found, Weights)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_damaged_file_is_read_or_faulty(seed: str) -> None:
    @settings(max_examples=300, deadline=2000)
    @given(name=NAMES, changes=CHANGES)
    def check(name: str, changes: list[tuple[int, bytes, int]]) -> None:
        data = damaged(SEEDS[seed], changes)
        found = inspect_source(source_of(data, name))
        assert found is None or isinstance(found, Weights)
        for texts in (found.metadata.values(), found.imports, [t.name for t in found.tensors]) if found else ():
            "".join(texts).encode()
        for format_ in weight_formats():
            assert isinstance(read_bytes(format_, data), Weights)

    check()


BOXES: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstd": zstandard.ZstdCompressor().compress,
    "zip": lambda data: zipped({"part": data}),
    "deflated": lambda data: zipped({"part": data}, zipfile.ZIP_DEFLATED),
    "tar": lambda data: tarred("part", data),
}


def found_in(data: bytes) -> Content | None:
    return content_of(source_of(data, "a"), weights._by_content) if may_be_weights(data) else None


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_seed_is_found_in_every_box(seed: str, box: str) -> None:
    assert found_in(BOXES[box](SEEDS[seed])) is not None


@pytest.mark.parametrize("box", BOXES)
def test_a_damaged_box_is_weights_or_none(box: str) -> None:
    @settings(max_examples=150, deadline=2000)
    @given(seed=st.sampled_from(sorted(SEEDS)), inside=CHANGES, outside=CHANGES)
    def check(seed: str, inside: list[tuple[int, bytes, int]], outside: list[tuple[int, bytes, int]]) -> None:
        data = damaged(BOXES[box](damaged(SEEDS[seed], inside)), outside)

        assert found_in(data) is None or isinstance(found_in(data), Content)
        assert inspect_source(source_of(data, "a.pt.gz")) is None or inspect_source(source_of(data, "a.pt.gz"))

    check()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_seeds_are_whole(seed: str) -> None:
    found = inspect_source(source_of(SEEDS[seed], "a.pkl"))

    assert found is not None
    assert found.faults == ()


@pytest.mark.parametrize("seed", sorted(set(SEEDS) - {"keras", "onnx", "tflite"}))
def test_no_cut_file_passes_for_whole(seed: str) -> None:
    """Of what stands behind the last byte that a format counts, padding may be lost."""
    data = SEEDS[seed].rstrip(b"\0")
    name = {"safetensors": "a.safetensors", "gguf": "a.gguf", "npz": "a.npz", "hdf5": "a.h5"}.get(
        seed, "a.pt" if "torch" in seed else "a.pkl"
    )
    for length in range(len(data) - 1):
        found = inspect_source(source_of(data[:length], name))
        assert found is not None
        assert found.faults or found.unread, length
