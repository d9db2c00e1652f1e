"""With h5py installed, the tensors of HDF5 and Keras files are told, and nothing outside of the file is touched."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import subprocess
import sys
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from hatch_oaml.records.tensors import Weights
from hatch_oaml.values.extras import how_to_read
from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import _hdf5_file, _hdf5_tensors, inspect_source, tensor_digests
from tests.weights.conftest import zipped
from tests.weights.reading import source_of
from tests.weights.test_any_bytes import CHANGES, damaged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.weights.conftest import InspectBytes

h5py: Any = pytest.importorskip("h5py")

CONFIG = b'{"class_name": "Sequential"}'
VERSIONS = ("earliest", "latest")


def hdf5(write: Callable[[Any], object], **options: Any) -> bytes:
    file = io.BytesIO()
    with h5py.File(file, "w", **options) as opened:
        write(opened)
    return file.getvalue()


def two_layers(file: Any) -> None:
    file["dense/kernel"] = np.arange(6, dtype="<f4").reshape(2, 3)
    file["dense/bias"] = np.arange(3, dtype="<f2")
    file["embedding/weights"] = np.ones((4, 2), "i1")


def keras(weights: bytes, method: int = zipfile.ZIP_STORED) -> bytes:
    return zipped({"metadata.json": b"{}", "config.json": CONFIG, "model.weights.h5": weights}, method)


def digest_of(array: np.ndarray[Any, Any]) -> str:
    return hashlib.sha256(array.tobytes()).hexdigest()


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("user_block", [0, 512])
def test_tensors_have_name_dtype_shape_and_digest(tmp_path: Path, version: str, user_block: int) -> None:
    path = tmp_path / "model.h5"
    path.write_bytes(hdf5(two_layers, libver=version, userblock_size=user_block))

    tensors = tensor_digests(archive_path("model.h5"), path).tensors

    assert {
        ("dense/kernel", "f32", (2, 3), digest_of(np.arange(6, dtype="<f4"))),
        ("dense/bias", "f16", (3,), digest_of(np.arange(3, dtype="<f2"))),
        ("embedding/weights", "i8", (4, 2), digest_of(np.ones(8, "i1"))),
    } == {(tensor.name, tensor.dtype, tensor.shape, tensor.sha256) for tensor in tensors}


def test_tensors_of_a_keras_file_have_the_digests_of_those_in_its_hdf5_file(tmp_path: Path) -> None:
    weights = hdf5(two_layers)
    (tmp_path / "model.h5").write_bytes(weights)
    (tmp_path / "model.keras").write_bytes(keras(weights))

    alone = tensor_digests(archive_path("model.h5"), tmp_path / "model.h5").tensors
    inside = tensor_digests(archive_path("model.keras"), tmp_path / "model.keras").tensors

    assert 3 == len(alone)
    assert [(t.name, t.dtype, t.shape, t.sha256) for t in alone] == [
        (t.name, t.dtype, t.shape, t.sha256) for t in inside
    ]


def test_a_compressed_keras_file_tells_its_tensors_and_has_no_digests(inspect_bytes: InspectBytes) -> None:
    weights = inspect_bytes("model.keras", keras(hdf5(two_layers), zipfile.ZIP_DEFLATED))

    assert ["dense/bias", "dense/kernel", "embedding/weights"] == sorted(tensor.name for tensor in weights.tensors)
    assert {None} == {tensor.offset for tensor in weights.tensors}
    assert (None, ()) == (weights.unread, weights.faults)


def test_no_more_of_a_compressed_keras_file_is_unpacked_than_is_ever_read_at_once(inspect_bytes: InspectBytes) -> None:
    weights = hdf5(lambda file: file.create_dataset("a", data=np.zeros(3_000_000, "f4")))

    found = inspect_bytes("model.keras", keras(weights, zipfile.ZIP_DEFLATED))

    assert found.unread is not None
    assert (
        found.unread.en == "its `model.weights.h5` is compressed, and longer than the 8,388,608 bytes that are unpacked"
    )


def test_a_keras_file_whose_compressed_part_is_cut_is_broken(inspect_bytes: InspectBytes) -> None:
    data = bytearray(keras(hdf5(two_layers), zipfile.ZIP_DEFLATED))
    entry = data.rindex(b"PK\1\2")
    size = struct.unpack_from("<I", data, entry + 24)[0]
    struct.pack_into("<I", data, entry + 24, size + 1)

    assert ["truncated inside `model.weights.h5`"] == [
        fault.en for fault in inspect_bytes("model.keras", bytes(data)).faults
    ]


def test_a_keras_file_that_is_shorter_than_its_directory_says_is_broken(inspect_bytes: InspectBytes) -> None:
    data = bytearray(keras(hdf5(two_layers)))
    struct.pack_into("<I", data, data.rindex(b"PK\1\2") + 24, 10_000_000)

    assert ["truncated inside `model.weights.h5`"] == [
        fault.en for fault in inspect_bytes("model.keras", bytes(data)).faults
    ]


TYPES = {
    "u8": np.zeros(2, "u1"),
    "i64": np.zeros(2, "i8"),
    "f64": np.zeros(2, "f8"),
    "float128": np.zeros(2, np.longdouble),
    "bool": np.zeros(2, "?"),
    "c64": np.zeros(2, "c8"),
    "opaque16": np.zeros(2, "V2"),
}


@pytest.mark.parametrize("dtype", [name for name in TYPES if name != "float128" or TYPES[name].itemsize == 16])
def test_numbers_have_the_names_that_safetensors_has_for_them(inspect_bytes: InspectBytes, dtype: str) -> None:
    (tensor,) = inspect_bytes("a.h5", hdf5(lambda file: file.create_dataset("a", data=TYPES[dtype]))).tensors

    assert (dtype, (2,), TYPES[dtype].nbytes) == (tensor.dtype, tensor.shape, tensor.size)


def test_bfloat16_is_told_by_the_mark_of_keras(inspect_bytes: InspectBytes) -> None:
    def write(file: Any) -> None:
        file.create_dataset("a", data=np.zeros(2, "V2")).attrs["dtype"] = "bfloat16"

    assert ["bf16"] == [tensor.dtype for tensor in inspect_bytes("a.h5", hdf5(write)).tensors]


def test_bits_are_told_as_such(inspect_bytes: InspectBytes) -> None:
    def write(file: Any) -> None:
        space = h5py.h5s.create_simple((4,))
        h5py.h5d.create(file.id, b"a", h5py.h5t.STD_B8LE, space).write(
            space, space, np.zeros(4, "u1"), h5py.h5t.STD_B8LE
        )

    assert [("bits8", 4)] == [(tensor.dtype, tensor.size) for tensor in inspect_bytes("a.h5", hdf5(write)).tensors]


def test_what_is_no_number_or_lies_in_pieces_is_told_without_a_place(inspect_bytes: InspectBytes) -> None:
    def write(file: Any) -> None:
        file["text"] = "Lantern"
        file["record"] = np.zeros(1, [("a", "f4"), ("b", "i4"), ("c", "i4")])
        file["pair"] = np.zeros(1, [("r", "f4"), ("i", "i4")])
        file["lists"] = np.array([np.zeros(1), np.zeros(2)], object).astype(h5py.vlen_dtype(np.float64))
        file["nothing"] = h5py.Empty("f4")
        file["grid"] = h5py.Empty(np.dtype(("f4", (3,))))
        file["link"] = file.ref
        file.create_dataset("unwritten", (4,), "f4")
        file.create_dataset("chunks", data=np.ones((4, 4), "f4"), chunks=(2, 2), compression="gzip")

    weights = inspect_bytes("a.h5", hdf5(write))

    assert {
        "text": ("string", ()),
        "record": ("compound", (1,)),
        "pair": ("compound", (1,)),
        "lists": ("list", (2,)),
        "nothing": ("f32", (0,)),
        "grid": ("array", (0,)),
        "link": ("other", ()),
        "unwritten": ("f32", (4,)),
        "chunks": ("f32", (4, 4)),
    } == {tensor.name: (tensor.dtype, tensor.shape) for tensor in weights.tensors}
    assert {None} == {tensor.offset for tensor in weights.tensors}
    assert () == weights.faults


def test_a_huge_shape_takes_no_room(inspect_bytes: InspectBytes) -> None:
    data = hdf5(lambda file: file.create_dataset("a", (2**40, 2**20), "f4", chunks=(1024, 1024)))

    assert [(2**40, 2**20)] == [tensor.shape for tensor in inspect_bytes("a.h5", data).tensors]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_group_in_itself_and_a_soft_link_are_passed_once(inspect_bytes: InspectBytes, version: str) -> None:
    def write(file: Any) -> None:
        two_layers(file)
        file["dense/again"] = file["/"]
        file["embedding/other"] = file["dense"]
        file["soft"] = h5py.SoftLink("/dense")
        file["type"] = np.dtype("f4")

    weights = inspect_bytes("a.h5", hdf5(write, libver=version))

    assert 3 == len(weights.tensors)
    assert () == weights.faults


def lies_elsewhere(name: str) -> str:
    return f"`{name}` lies in another file, which an HDF5 file of weights must not lead to"


def link(file: Any, folder: Path) -> None:
    file["a"] = h5py.ExternalLink(str(folder / "other.h5"), "/dense/kernel")


def storage(file: Any, folder: Path) -> None:
    file.create_dataset("a", (6,), "f4", external=[(str(folder / "other.h5"), 0, 24)])


def virtual(file: Any, folder: Path) -> None:
    layout = h5py.VirtualLayout((6,), "f4", maxshape=(None,))
    layout[: h5py.h5s.UNLIMITED] = h5py.VirtualSource(str(folder / "other.h5"), "v", (6,), maxshape=(None,))[
        : h5py.h5s.UNLIMITED
    ]
    file.create_virtual_dataset("a", layout)


@pytest.mark.parametrize("lead", [link, storage, virtual])
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes in folders")
def test_what_leads_out_of_the_file_is_a_fault_and_not_followed(
    inspect_bytes: InspectBytes, tmp_path: Path, lead: Callable[[Any, Path], None]
) -> None:
    os.mkfifo(tmp_path / "other.h5")  # whoever opens it waits for ever

    weights = inspect_bytes("a.h5", hdf5(lambda file: lead(file, tmp_path), libver="latest"))

    assert [lies_elsewhere("a")] == [fault.en for fault in weights.faults]
    assert () == weights.tensors


def test_of_many_faults_the_first_are_told(inspect_bytes: InspectBytes) -> None:
    def write(file: Any) -> None:
        for number in range(25):
            file[f"{number:02}"] = h5py.ExternalLink("other.h5", "/")

    assert [lies_elsewhere(f"{number:02}") for number in range(20)] == [
        fault.en for fault in inspect_bytes("a.h5", hdf5(write)).faults
    ]


def test_a_name_that_is_a_path_is_refused(inspect_bytes: InspectBytes) -> None:
    data = hdf5(lambda file: file.create_dataset("abc", data=np.zeros(2))).replace(b"abc\0", b"a/c\0")

    assert ["`a/c` is no name in HDF5"] == [fault.en for fault in inspect_bytes("a.h5", data).faults]


def test_a_file_that_the_library_finds_damaged_is_broken(inspect_bytes: InspectBytes) -> None:
    data = hdf5(two_layers).replace(b"TREE", b"FREE")

    (fault,) = inspect_bytes("a.h5", data).faults

    assert fault.en.startswith("the HDF5 library cannot read it: ")
    assert fault.zh.startswith("HDF5 库无法读取：")


def test_a_file_that_cannot_be_opened_leaves_nothing_open(tmp_path: Path) -> None:
    """The library would close it after the end of Python, and take the process down: status 139 for 1."""
    data = bytearray(hdf5(two_layers, libver="earliest"))
    driver_information = slice(48, 56)
    data[driver_information] = (1 << 63).to_bytes(8, "little")
    path = tmp_path / "model.h5"
    path.write_bytes(data)
    program = (
        "import sys; from hatch_oaml import weights; facts = weights.inspect('model.h5', sys.argv[1]);"
        " sys.exit(0 if facts.faults else 'no fault')"
    )

    assert 0 == subprocess.run([sys.executable, "-c", program, str(path)], check=False).returncode


def test_a_dataset_beyond_the_end_is_a_fault() -> None:
    data = hdf5(lambda file: file.create_dataset("a", data=np.zeros(1000)))
    contents = _hdf5_tensors.read_tensors(lambda offset, length: data[offset : offset + length], len(data))

    assert contents is not None
    tensor = replace(contents.tensors[0], offset=1400)
    assert ["truncated: tensor `a` ends at byte 9,400, the file has 9,000"] == [
        fault.en for fault in _hdf5_tensors._faults(tensor, 8, 9000)
    ]
    assert ["tensor `a`: f64 [1000] takes 4,000 bytes, found 8,000"] == [
        fault.en for fault in _hdf5_tensors._faults(tensor, 4, len(data))
    ]


@pytest.mark.parametrize(
    ("module", "name", "limit", "reason"),
    [
        (_hdf5_tensors, "MOST_TENSORS", 2, "it has more than 2 tensors; at most that many are read"),
        (_hdf5_tensors, "MOST_TENSORS", 1, "it has more than 2 groups and datasets"),
        (_hdf5_file, "_MOST_READ", 3000, "its metadata are too long"),
    ],
)
def test_there_is_a_limit_to_what_is_read(
    inspect_bytes: InspectBytes, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, limit: int, reason: str
) -> None:
    monkeypatch.setattr(module, name, limit)

    def write(file: Any) -> None:
        for number in range(3):
            file[f"{number}"] = np.zeros(2)

    found = inspect_bytes("a.h5", hdf5(two_layers if "groups" in reason else write))

    assert found.unread is not None
    assert (reason, ()) == (found.unread.en, found.faults)


@pytest.mark.parametrize("name", ["a.h5", "a.keras", "deflated.keras"])
def test_without_the_library_it_is_said_how_to_get_it(
    inspect_bytes: InspectBytes, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    weights = hdf5(two_layers)
    method = zipfile.ZIP_DEFLATED if name.startswith("deflated") else zipfile.ZIP_STORED
    monkeypatch.setitem(sys.modules, "h5py", None)

    found = inspect_bytes(name, keras(weights, method) if name.endswith(".keras") else weights)

    assert found.unread is not None
    assert found.unread.en.endswith(f" were not read: {how_to_read('hdf5').en}")
    assert found.unread.zh.endswith(f"未读取：{how_to_read('hdf5').zh}")
    assert ((), ()) == (found.tensors, found.faults)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("wrapped", [False, True])
def test_a_damaged_file_is_read_or_faulty(version: str, wrapped: bool) -> None:  # noqa: FBT001  # parametrized
    weights = hdf5(two_layers, libver=version)
    seed = keras(weights) if wrapped else weights

    @settings(max_examples=300, deadline=2000)
    @given(changes=CHANGES, places=st.lists(st.tuples(st.integers(0, len(seed) - 1), st.integers(0, 255)), max_size=4))
    def check(changes: list[tuple[int, bytes, int]], places: list[tuple[int, int]]) -> None:
        data = bytearray(seed)
        for place, value in places:
            data[place] = value
        found = inspect_source(source_of(damaged(bytes(data), changes), "a.keras" if wrapped else "a.h5"))
        assert isinstance(found, Weights)
        "".join(tensor.name for tensor in found.tensors).encode()

    check()


@pytest.mark.parametrize("version", VERSIONS)
def test_no_cut_file_passes_for_whole(version: str) -> None:
    data = hdf5(two_layers, libver=version)
    for length in range(0, len(data) - 1, 7):
        found = inspect_source(source_of(data[:length], "a.h5"))
        assert found is not None
        assert found.faults or found.unread, length


def test_a_thousand_tensors_are_read() -> None:
    def write(file: Any) -> None:
        for number in range(1000):
            file.create_dataset(f"layer{number}/kernel", (4,), "f4")

    found = inspect_source(source_of(hdf5(write), "a.h5"))

    assert found is not None
    assert (1000, None, ()) == (len(found.tensors), found.unread, found.faults)
