from __future__ import annotations

import io
import pickle
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, strategies as st
from hypothesis.extra import numpy as arrays

from hatch_oaml.weights.numpy import FORMAT
from tests.weights.conftest import zipped
from tests.weights.reading import read_bytes

if TYPE_CHECKING:
    from tests.weights.conftest import InspectBytes

SHAPES = arrays.array_shapes(min_dims=0, min_side=0, max_dims=4, max_side=5)
DTYPES = arrays.integer_dtypes() | arrays.floating_dtypes() | arrays.complex_number_dtypes() | arrays.boolean_dtypes()


def npz(compressed: bool = False, **members: Any) -> bytes:  # noqa: FBT001, FBT002  # as numpy's own two functions
    file = io.BytesIO()
    (np.savez_compressed if compressed else np.savez)(file, **members)
    return file.getvalue()


def npy(array: Any, **options: Any) -> bytes:
    file = io.BytesIO()
    np.save(file, array, **options)
    return file.getvalue()


@given(array=arrays.arrays(DTYPES, SHAPES), compressed=st.booleans())
def test_what_numpy_writes_is_read_as_it_was(array: Any, compressed: bool) -> None:  # noqa: FBT001  # drawn
    data = npz(compressed, weight=array)

    weights = read_bytes(FORMAT, data)

    assert (weights.faults, weights.unread) == ((), None)
    (tensor,) = weights.tensors
    assert (tensor.name, tensor.dtype, tensor.shape, tensor.size) == (
        "weight",
        array.dtype.name,
        array.shape,
        array.nbytes,
    )
    if compressed:
        assert tensor.offset is None
    else:
        assert data[tensor.offset :][: array.nbytes] == array.tobytes("A")


def test_one_array_alone_has_no_name(inspect_bytes: InspectBytes) -> None:
    weights = inspect_bytes("a.npy", npy(np.zeros((2, 3), np.float32)))

    assert [(tensor.name, tensor.dtype, tensor.shape, tensor.offset, tensor.size) for tensor in weights.tensors] == [
        ("", "float32", (2, 3), 128, 24)
    ]


@pytest.mark.parametrize(
    ("dtype", "name"),
    [("<U3", "u3"), ("S5", "s5"), ("<M8[ns]", "M8[ns]"), ("V4", "v4")],
)
def test_texts_and_times_have_sizes_too(inspect_bytes: InspectBytes, dtype: str, name: str) -> None:
    array = np.zeros(2, dtype)

    (tensor,) = inspect_bytes("a.npz", npz(a=array)).tensors

    assert (name, array.nbytes) == (tensor.dtype, tensor.size)


def test_an_array_of_objects_is_a_pickle_whose_imports_are_told(inspect_bytes: InspectBytes) -> None:
    array = np.array([Decimal(1), None], object)

    weights = inspect_bytes("a.npz", npz(a=array))

    assert "decimal.Decimal" in weights.imports
    assert weights.faults == ()


def test_a_compressed_array_of_objects_is_said(inspect_bytes: InspectBytes) -> None:
    unread = inspect_bytes("a.npz", npz(compressed=True, a=np.array([None], object))).unread

    assert unread is not None
    assert unread.en == "array `a` is a compressed pickle"


def test_structured_arrays_are_told_without_their_size(inspect_bytes: InspectBytes) -> None:
    (tensor,) = inspect_bytes("a.npz", npz(a=np.zeros(2, [("x", "<f4"), ("y", "<i2")]))).tensors

    assert (tensor.dtype, tensor.shape, tensor.size) == ("structured", (2,), None)


WHOLE = npy(np.zeros(4, np.float32))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (WHOLE[:-1], "tensor ``: float32 [4] takes 16 bytes, found 15"),
        (WHOLE + b"1", "tensor ``: float32 [4] takes 16 bytes, found 17"),
        (WHOLE[:40], "truncated: at least 128 bytes are expected, the file has 40"),
        (zipped({"a.npy": b""}), "array `a` has no header"),
        (zipped({"a.npy": WHOLE})[:-10], "truncated: a ZIP archive that ends without its central directory"),
        (
            pickle.dumps(1) + bytes(2000),
            r"its first bytes are b'\x80\x04K\x01.\x00', expected those of a ZIP archive or b'\x93NUMPY'",
        ),
    ],
)
def test_a_broken_file_says_what_was_expected_and_found(inspect_bytes: InspectBytes, data: bytes, reason: str) -> None:
    assert [reason] == [fault.en for fault in inspect_bytes("a.npz", data).faults]


def test_a_header_that_is_no_literal_is_said(inspect_bytes: InspectBytes) -> None:
    unread = inspect_bytes("a.npy", WHOLE.replace(b"(4,)", b"f(4)")).unread

    assert unread is not None
    assert unread.en.startswith("array ``: header {'descr': '<f4'")


def test_more_arrays_than_are_read_are_said(inspect_bytes: InspectBytes) -> None:
    unread = inspect_bytes("a.npz", zipped({f"{number}.npy": b"" for number in range(10_001)})).unread

    assert unread is not None
    assert unread.en == "it has 10,001 tensors; at most 10,000 are read"


def test_an_array_that_cannot_be_unpacked_is_said(inspect_bytes: InspectBytes) -> None:
    unread = inspect_bytes("a.npz", zipped({"a.npy": WHOLE}, zipfile.ZIP_LZMA)).unread

    assert unread is not None
    assert unread.en == "array `a` cannot be unpacked"
