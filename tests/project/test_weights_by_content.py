"""Weights are the Model by their first bytes, whatever their name says."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import pickle
import struct
import tarfile
import zipfile
import zlib
from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np
import pytest
import zstandard

from hatch_oaml.project.classification import named
from hatch_oaml.project.file_facts import read_file
from hatch_oaml.records.config import parse_config
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hatch_oaml.records.inventory import ReleaseFile

HEADER = json.dumps({"w": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}).encode()
SAFETENSORS = struct.pack("<Q", len(HEADER)) + HEADER + bytes(8)
GGUF = b"GGUF" + struct.pack("<IQQ", 3, 0, 0)
TFLITE = struct.pack("<I", 16) + b"TFL3" + bytes(64)


def npy() -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, np.ones(4, dtype=np.float32))
    return buffer.getvalue()


def npz() -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, w=np.ones(4))
    return buffer.getvalue()


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), data)
    return buffer.getvalue()


def tarred(name: str, data: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


PARAMETERS = {
    "safetensors": SAFETENSORS,
    "gguf": GGUF,
    "ggml": b"lmgg" + bytes(100),
    "tflite": TFLITE,
    "pytorch": zipped(archive__data_DOT_pkl=pickle.dumps({}), archive__version=b"3"),
    "gzip": gzip.compress(SAFETENSORS),
    "bzip2": bz2.compress(GGUF),
    "xz": lzma.compress(SAFETENSORS),
}
CONTAINERS = {
    "npy": npy(),
    "npz": npz(),
    "hdf5": b"\x89HDF\r\n\x1a\n" + bytes(100),
    "hdf5 behind a text": b"a user block\n".ljust(2048, b".") + b"\x89HDF\r\n\x1a\n" + bytes(100),
    "pickle": pickle.dumps({"w": [1.0, 2.0]}, protocol=4),
    "zip": zipped(model_DOT_safetensors=SAFETENSORS),
    "tar": tarred("run/model.ckpt", b"x"),
    "tar.gz": gzip.compress(tarred("pytorch_model.bin", b"x")),
}


def read(folder: Path, path: str, data: bytes, **values: object) -> ReleaseFile:
    file = folder / "file"
    file.write_bytes(data)
    return read_file(archive_path(path), str(file), named(path, parse_config(values)), str(folder))


@pytest.mark.parametrize("data", (PARAMETERS | CONTAINERS).values(), ids=PARAMETERS | CONTAINERS)
@pytest.mark.parametrize("path", ["lookup.dat", "blob-4b", "docs/figure", "table.json"])
def test_weights_under_a_neutral_name_are_the_model(tmp_path: Path, path: str, data: bytes) -> None:
    assert ("model", None) == ((file := read(tmp_path, path, data)).role, file.declared)


@pytest.mark.parametrize("data", PARAMETERS.values(), ids=PARAMETERS)
@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("lookup.dat", {"roles": {"*.dat": "complementary"}}),
        ("lookup.dat", {"roles": {"*.dat": "legal"}}),
        ("lookup.dat", {"notices": ["*.dat"]}),
        ("data/lookup.dat", {"roles": {"*.dat": "complementary"}}),
    ],
)
def test_no_option_makes_parameters_something_else(
    tmp_path: Path, path: str, values: Mapping[str, object], data: bytes
) -> None:
    file = read(tmp_path, path, data, **values)

    assert "model" == file.role
    assert file.declared is not None
    assert "*.dat" in file.declared


@pytest.mark.parametrize("path", ["LICENSE.safetensors", "LICENSES/MIT.txt", "NOTICE", "data/train.csv"])
def test_parameters_under_the_name_of_something_else_are_the_model(tmp_path: Path, path: str) -> None:
    assert "model" == read(tmp_path, path, SAFETENSORS).role


@pytest.mark.parametrize("data", CONTAINERS.values(), ids=CONTAINERS)
def test_a_container_that_is_declared_to_be_data_is_data_by_the_publisher_s_word(tmp_path: Path, data: bytes) -> None:
    file = read(tmp_path, "waves.dat", data, roles={"/waves.dat": "complementary"})

    assert ("complementary", 'tool.oaml.roles: "/waves.dat" = "complementary"') == (file.role, file.declared)


@pytest.mark.parametrize("name", ["npy", "npz", "pickle", "hdf5"])
def test_a_container_in_a_folder_of_data_is_data(tmp_path: Path, name: str) -> None:
    suffix = {"pickle": "pkl", "hdf5": "h5"}.get(name, name)

    assert ("complementary", None) == (
        (file := read(tmp_path, f"data/a.{suffix}", CONTAINERS[name])).role,
        file.declared,
    )


TEXTS = {
    "text": b"# a text\n" * 20,
    "json": b'{"a": 1}',
    "a text that begins like a length": b"\x20\0\0\0\0\0\0\0{ is how the header begins",
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(50),
    "zip of texts": zipped(readme_DOT_txt=b"x"),
    "office document": zipped(word__document_DOT_xml=b"x", word__vbaProject_DOT_bin=b"x"),
    "tar of texts": tarred("readme.txt", b"x"),
    "gzip of a text": gzip.compress(b"a text"),
    "nothing": b"",
    "broken gzip": gzip.compress(b"a text" * 1000)[:20],
}


@pytest.mark.parametrize("data", TEXTS.values(), ids=TEXTS)
def test_what_is_no_weight_file_is_none(tmp_path: Path, data: bytes) -> None:
    assert "model" != read(tmp_path, "lookup.dat", data).role


def header_of(tensors: int) -> bytes:
    """Of a checkpoint with very many tensors: longer than what is looked at of a compressed file."""
    entries = {
        f"layers.{n}.w": {"dtype": "F32", "shape": [1], "data_offsets": [n * 4, n * 4 + 4]} for n in range(tensors)
    }
    header = json.dumps(entries).encode()
    return struct.pack("<Q", len(header)) + header + bytes(4 * tensors)


LONG = header_of(9000)
VALUE = b"\x0a\x1e\x0a\x06conv.w\x12\x14\x08\x02\x08\x01\x12\x07Float32\x1a\x05" + bytes(5)
BOXED = {
    "a member under a neutral name": zipped(part=SAFETENSORS),
    "a member of a tar under a neutral name": tarred("part", GGUF),
    "a ZIP in a ZIP": zipped(inner=zipped(model_DOT_gguf=GGUF)),
    "a compressed tar": gzip.compress(tarred("part", SAFETENSORS)),
}
BY_BEGINNING = {
    "a long header, compressed": gzip.compress(LONG),
    "a long header, by bzip2": bz2.compress(LONG),
    "zstd": zstandard.ZstdCompressor().compress(SAFETENSORS),
    "cut in its header": LONG[:5000],
    "compressed and cut": gzip.compress(LONG)[:-30],
    "ExecuTorch": struct.pack("<I", 32) + b"ET12" + bytes(40),
    "MindSpore Lite": struct.pack("<I", 32) + b"MSL2" + bytes(40),
    "ONNX Runtime": struct.pack("<I", 32) + b"ORTM" + bytes(40),
    "RKNN": b"RKNN" + bytes(40),
    "TensorRT": b"ftrt" + struct.pack("<I", 240) + bytes(40),
    "Ascend": b"IMOD" + struct.pack("<II", 256, 0x10000000) + bytes(40),
    "MXNet": struct.pack("<QQ", 0x112, 0) + bytes(40),
    "MindIR": b"\x0a\x050.1.1\x12\x09MindSpore\x1a\x052.3.1" + bytes(40),
    "MindSpore": VALUE,
}
OLD_PICKLES = {protocol: pickle.dumps({"w": [1.0, 2.0]}, protocol) for protocol in (0, 1, 2)}


@pytest.mark.parametrize("data", BY_BEGINNING.values(), ids=BY_BEGINNING)
def test_no_name_and_no_option_hides_what_its_first_bytes_tell(tmp_path: Path, data: bytes) -> None:
    hidden = read(tmp_path, "data/lookup.dat", data, roles={"*.dat": "complementary"})

    assert ("model", 'tool.oaml.roles: "*.dat" = "complementary"') == (hidden.role, hidden.declared)
    assert hidden.weights is not None, "mislabelled-weights names the format"


@pytest.mark.parametrize("data", OLD_PICKLES.values(), ids=map(str, OLD_PICKLES))
def test_old_pickles_are_containers(tmp_path: Path, data: bytes) -> None:
    assert "model" == read(tmp_path, "lookup.dat", data).role
    assert "complementary" == read(tmp_path, "data/lookup.dat", data).role


@pytest.mark.parametrize("data", BOXED.values(), ids=BOXED)
def test_a_box_of_parameters_is_the_model_but_by_the_publisher_s_word(tmp_path: Path, data: bytes) -> None:
    assert "model" == read(tmp_path, "data/lookup.dat", data).role
    assert "complementary" == read(tmp_path, "lookup.dat", data, roles={"*.dat": "complementary"}).role


def test_arrays_among_data_are_data_whatever_packs_them(tmp_path: Path) -> None:
    for path, data in {
        "data/train.zip": zipped(first_DOT_npy=npy()),
        "datasets/waves.idx": npy(),
        "eval/answers.dat": pickle.dumps([1, 2]),
    }.items():
        assert "complementary" == read(tmp_path, path, data).role, path


def test_what_a_compressed_pickle_would_import_is_told(tmp_path: Path) -> None:
    harmful = b"cos\nsystem\n(S'true'\ntR."
    for path, data in {
        "model.pkl.gz": gzip.compress(pickle.dumps(OrderedDict(w=1), 4)),
        "model.joblib": zlib.compress(pickle.dumps(OrderedDict(w=1), 4)),
        "lookup.dat": bz2.compress(pickle.dumps(OrderedDict(w=1), 2)),
    }.items():
        facts = read(tmp_path, path, data).weights
        assert facts is not None
        assert ("collections.OrderedDict",) == facts.imports, path
    facts = read(tmp_path, "model.pkl.gz", gzip.compress(harmful)).weights
    assert facts is not None
    assert ("os.system",) == facts.imports


NEAR = {
    "a FlatBuffer of something else": struct.pack("<I", 32) + b"ABCD" + bytes(40),
    "an IMOD picture": b"IMODV1.2" + bytes(40),
    "a protobuf message": b"\x0a\x0a\x0a\x06conv.w\x12\x00" + bytes(5),
    "a text that is nearly a pickle": b"(dp is the first of them.",
    "a text that begins like a dictionary": b"}q and so on\n",
    "a ZIP of texts, compressed": gzip.compress(zipped(a_DOT_txt=b"a")),
    "an empty tar": tarred("a.txt", b""),
}


@pytest.mark.parametrize("data", NEAR.values(), ids=NEAR)
def test_what_comes_near_is_no_weight_file(tmp_path: Path, data: bytes) -> None:
    assert "model" != read(tmp_path, "lookup.dat", data).role
