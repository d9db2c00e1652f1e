from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING, Any

import ml_dtypes
import numpy as np
import pytest
from hypothesis import given, strategies as st
from hypothesis.extra import numpy as arrays
from safetensors import SafetensorError
from safetensors.numpy import load, save

from hatch_oaml.records.tensors import Tensor
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.weights import safetensors as reader
from hatch_oaml.weights.safetensors import BITS, FORMAT
from tests.weights.conftest import entry, safetensors
from tests.weights.reading import read_bytes

if TYPE_CHECKING:
    from tests.weights.conftest import InspectBytes

NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter("__metadata__".__ne__)
DTYPES = st.sampled_from([np.dtype(name) for name in ("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "?")])


@given(tensors=st.dictionaries(NAMES, arrays.arrays(DTYPES, arrays.array_shapes(min_dims=0, min_side=0, max_dims=4))))
def test_what_the_formats_library_writes_is_read_as_it_was(tensors: dict[str, Any]) -> None:
    data = save(tensors, {"license": "OpenAtom Model License 1.0"})

    weights = read_bytes(FORMAT, data)

    assert weights.faults == ()
    assert weights.metadata == {"license": "OpenAtom Model License 1.0"}
    assert {tensor.name: (tensor.shape, tensor.size) for tensor in weights.tensors} == {
        name: (array.shape, array.nbytes) for name, array in tensors.items()
    }
    assert {
        tensor.name: data[tensor.offset : (tensor.offset or 0) + (tensor.size or 0)] for tensor in weights.tensors
    } == {name: array.tobytes() for name, array in tensors.items()}


def test_dtypes_are_spelled_as_the_format_spells_them(inspect_bytes: InspectBytes) -> None:
    data = save({"a": np.zeros((2, 3), ml_dtypes.bfloat16)})

    weights = inspect_bytes("model.safetensors", data)

    assert [Tensor(name="a", dtype="bf16", shape=(2, 3), offset=len(data) - 12, size=12)] == list(weights.tensors)


def test_content_tells_the_format_whatever_the_name(inspect_bytes: InspectBytes) -> None:
    assert inspect_bytes("pytorch_model.bin", safetensors({})).format == "safetensors"


FAULTS = {
    "truncated": (
        safetensors({"a": entry("F16", [4], 0, 8)}, bytes(6)),
        Bilingual(
            en="truncated: tensor `a` ends at byte 208, the file has 206",
            zh="文件被截断：张量 `a` 止于第 208 字节，而文件只有 206 字节",
        ),
    ),
    "bytes after the last tensor": (
        safetensors({"a": entry("F16", [4], 0, 8)}, bytes(9)),
        Bilingual(en="its tensors end at byte 208, the file has 209", zh="张量止于第 208 字节，而文件有 209 字节"),
    ),
    "header longer than the file": (
        (1000).to_bytes(8, "little") + b"{}",
        Bilingual(
            en="truncated in its header: 1,000 bytes of header are expected, 2 follow",
            zh="文件在文件头处被截断：文件头应有 1,000 字节，实有 2 字节",
        ),
    ),
    "header over 100 MB": (
        (100_000_001).to_bytes(8, "little") + b"{}" + bytes(2000),
        Bilingual(
            en="its header would be 100,000,001 bytes long; the format allows 100,000,000",
            zh="文件头长度标为 100,000,001 字节，而格式只允许 100,000,000 字节",
        ),
    ),
    "overlap": (
        safetensors({"a": entry("F16", [4], 0, 8), "b": entry("F16", [4], 4, 12)}, bytes(12)),
        Bilingual(
            en="tensor `b` begins at byte 204, inside `a`, which ends at 208",
            zh="张量 `b` 始于第 204 字节，与止于 208 的 `a` 重叠",
        ),
    ),
    "hole": (
        safetensors({"a": entry("F16", [4], 0, 8), "b": entry("F16", [1], 10, 12)}, bytes(12)),
        Bilingual(
            en="tensor `b`: expected at byte 208, found at 210; what lies between belongs to no tensor",
            zh="张量 `b`：应始于第 208 字节，实始于 210，中间的字节不属于任何张量",
        ),
    ),
    "dtype and shape of another size": (
        safetensors({"a": entry("F32", [4], 0, 8)}, bytes(8)),
        Bilingual(en="tensor `a`: f32 [4] takes 16 bytes, found 8", zh="张量 `a`：f32 [4] 应占 16 字节，实有 8 字节"),
    ),
    "no whole number of bytes": (
        safetensors({"a": entry("F4", [3], 0, 2)}, bytes(2)),
        Bilingual(en="tensor `a`: f4 [3] takes 1.5 bytes, found 2", zh="张量 `a`：f4 [3] 应占 1.5 字节，实有 2 字节"),
    ),
    "a shape that no file can hold": (
        safetensors({"a": entry("F32", [2**40, 2**40], 0, 8)}, bytes(8)),
        Bilingual(
            en="tensor `a`: f32 [1099511627776, 1099511627776] takes more bytes than a file can hold, found 8",
            zh="张量 `a`：f32 [1099511627776, 1099511627776] 所需字节多于任何文件所能容纳，实有 8 字节",
        ),
    ),
    "no offsets": (
        safetensors({"a": {"dtype": "F32", "shape": [1]}}),
        Bilingual(
            en="tensor `a`: expected dtype, shape and data_offsets, found {'dtype': 'F32', 'shape': [1]}",
            zh="张量 `a`：应有 dtype、shape 与 data_offsets，实为 {'dtype': 'F32', 'shape': [1]}",
        ),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_the_formats_library_refuses_is_a_fault_that_names_the_tensor(
    inspect_bytes: InspectBytes, name: str
) -> None:
    data, expected = FAULTS[name]

    assert [expected] == list(inspect_bytes("model.safetensors", data).faults)
    with pytest.raises(SafetensorError):
        load(data)


def test_a_name_twice_is_a_fault_as_the_formats_page_says_and_its_library_does_not(inspect_bytes: InspectBytes) -> None:
    tensor = '"a":{"dtype":"I8","shape":[1],"data_offsets":[0,1]}'

    weights = inspect_bytes("model.safetensors", safetensors(f"{{{tensor},{tensor}}}".encode(), b"1"))

    assert [Bilingual(en="its header: the key `a` occurs twice", zh="文件头：键 `a` 出现了两次")] == list(
        weights.faults
    )


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (b'{"a"', "its header: it is not JSON in line 1, column 5"),
        (b'{"a": "\xff"}', "its header: it is not valid Unicode"),
        (b'{"\\ud800": 1}', "its header: it is not valid Unicode"),
        (b'{"a": NaN}', "its header: `NaN` is not JSON"),
        (b'{"a": 123456789012345678901}', "its header: a number has 21 digits"),
        (b'{"a": ' + b"[" * 100_000, "its header: it is nested too deep"),
    ],
)
def test_a_header_that_is_not_json_says_where(inspect_bytes: InspectBytes, header: bytes, reason: str) -> None:
    assert [reason] == [fault.en for fault in inspect_bytes("model.safetensors", safetensors(header)).faults]


def test_an_unknown_dtype_is_no_fault_and_is_said(inspect_bytes: InspectBytes) -> None:
    weights = inspect_bytes("model.safetensors", safetensors({"a": entry("F3", [8], 0, 3)}, bytes(3)))

    assert weights.faults == ()
    assert weights.unread == Bilingual(
        en="its dtypes f3 are unknown, so that sizes could not be checked", zh="未知的 dtype f3，无法核对其大小"
    )


def test_a_header_too_long_to_be_read_safely_is_said_and_no_fault(inspect_bytes: InspectBytes) -> None:
    header = safetensors(b"{" + b" " * 17_000_000 + b"}")

    weights = inspect_bytes("model.safetensors", header)

    assert weights.faults == ()
    assert weights.unread is not None


def test_no_more_than_twenty_faults_are_told(inspect_bytes: InspectBytes) -> None:
    header = {f"t{number}": entry("F32", [1], number, number + 1) for number in range(100)}

    assert len(inspect_bytes("model.safetensors", safetensors(header, bytes(100))).faults) == 20


def test_every_dtype_of_the_library_is_known() -> None:
    known = {"F4": 4, "F6_E2M3": 6, "BOOL": 8, "F8_E8M0": 8, "BF16": 16, "F32": 32, "C64": 64}

    assert known.items() <= BITS.items()


def test_a_header_that_is_a_list_is_a_fault(inspect_bytes: InspectBytes) -> None:
    assert ["its header is not a JSON object"] == [
        fault.en for fault in inspect_bytes("model.safetensors", safetensors(b"[]")).faults
    ]


def test_metadata_that_are_no_texts_break_the_file(inspect_bytes: InspectBytes) -> None:
    broken = (Bilingual(en="`__metadata__` is no map from text to text", zh="`__metadata__` 不是文本到文本的映射"),)

    assert broken == inspect_bytes("a.safetensors", safetensors({"__metadata__": 5})).faults
    assert broken == inspect_bytes("a.safetensors", safetensors({"__metadata__": {"a": 5, "b": "c"}})).faults


# long headers


def many(count: int, metadata: object = None) -> bytes:
    entries = {f"layers.{number}.weight": entry("U8", [1], number, number + 1) for number in range(count)}
    return safetensors({"__metadata__": metadata, **entries} if metadata else entries, bytes(count))


@pytest.fixture
def in_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short headers are read as long ones are."""
    monkeypatch.setattr(reader, "_AT_ONCE", 0)


@pytest.mark.usefixtures("in_entries")
@pytest.mark.parametrize("name", FAULTS)
def test_a_long_header_s_faults_are_those_of_a_short_one(name: str) -> None:
    data, fault = FAULTS[name]

    assert fault in read_bytes(FORMAT, data).faults


@pytest.mark.parametrize("metadata", [None, {"license": "MIT"}, {"a": 1}, "MIT"])
def test_a_long_header_says_what_a_short_one_does(metadata: object, monkeypatch: pytest.MonkeyPatch) -> None:
    data = many(40, metadata)
    expected = read_bytes(FORMAT, data)
    monkeypatch.setattr(reader, "_AT_ONCE", 0)

    assert expected == read_bytes(FORMAT, data)


@pytest.mark.usefixtures("in_entries")
def test_a_long_header_is_read_by_its_entries_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_at_once", lambda *_: pytest.fail("it was read at once"))

    weights = read_bytes(FORMAT, many(40, {"license": "MIT"}))

    assert ({"license": "MIT"}, 40, ()) == (weights.metadata, len(weights.tensors), weights.faults)


TWICE = b'{"a":{"dtype":"U8","shape":[],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[],"data_offsets":[0,1]}}'


@pytest.mark.usefixtures("in_entries")
@pytest.mark.parametrize(
    "data", [b"\x21" + bytes(7) + b" " + safetensors({})[8:].ljust(32), safetensors(TWICE, bytes(1))]
)
def test_what_is_strange_is_read_at_once(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    in_entries = read_bytes(FORMAT, data)
    monkeypatch.setattr(reader, "_AT_ONCE", 1 << 20)

    assert in_entries == read_bytes(FORMAT, data)
    assert in_entries.faults


@pytest.mark.usefixtures("in_entries")
def test_more_tensors_than_are_read_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_IN_ENTRIES", 3)

    assert read_bytes(FORMAT, many(5, {"license": "MIT"})).unread == Bilingual(
        en="it has 5 tensors; at most 3 are read", zh="文件有 5 个张量，最多只读取 3 个"
    )
    assert read_bytes(FORMAT, many(3)).unread is None


@pytest.mark.huge
def test_a_hundred_thousand_tensors_are_read_in_little_room() -> None:
    data = safetensors(
        {
            f"model.layers.{number}.mlp.experts.{number}.gate.weight": entry("BF16", [1, 1], 2 * number, 2 * number + 2)
            for number in range(100_000)
        },
        bytes(200_000),
    )
    tracemalloc.start()
    try:
        weights = read_bytes(FORMAT, data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert (100_000, (), None) == (len(weights.tensors), weights.faults, weights.unread)
    assert 100_000_000 >= peak
