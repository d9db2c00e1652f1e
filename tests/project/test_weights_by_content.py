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
from typing import TYPE_CHECKING

import numpy as np
import pytest

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
