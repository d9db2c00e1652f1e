from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

import gguf
import numpy as np
import pytest

from hatch_oaml.records.tensors import Split, Tensor
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import inspect
from hatch_oaml.weights._ggml import FILE_TYPES, TYPES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.weights.conftest import InspectBytes

ARRAYS: dict[str, np.ndarray[Any, Any]] = {
    "blk.0.attn_q.weight": np.arange(64, dtype=np.float32).reshape(2, 32),
    "output_norm.weight": np.ones(3, np.float16),
}


def written(path: Path, endianess: gguf.GGUFEndian = gguf.GGUFEndian.LITTLE) -> bytes:
    writer = gguf.GGUFWriter(path, "llama", endianess=endianess)
    writer.add_name("BlueLM")
    writer.add_license("OpenAtom Model License 1.0")
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_Q4_K_M)
    writer.add_token_list(["<s>", "的", "a" * 5000])
    writer.add_rope_freq_base(10000.0)
    for name, array in ARRAYS.items():
        writer.add_tensor(name, array)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path.read_bytes()


@pytest.mark.parametrize("endianess", list(gguf.GGUFEndian))
def test_what_the_gguf_package_writes_is_read_as_it_was(tmp_path: Path, endianess: gguf.GGUFEndian) -> None:
    path = tmp_path / "model.gguf"
    data = written(path, endianess)

    weights = inspect(archive_path("model.gguf"), path)

    assert weights is not None
    assert weights.faults == ()
    assert weights.dtype == "q4_k_m"
    assert weights.metadata == {
        "general.architecture": "llama",
        "general.name": "BlueLM",
        "general.license": "OpenAtom Model License 1.0",
    }
    assert [(tensor.name, tensor.dtype, tensor.shape) for tensor in weights.tensors] == [
        ("blk.0.attn_q.weight", "f32", (32, 2)),
        ("output_norm.weight", "f16", (3,)),
    ]
    order = ">" if endianess == gguf.GGUFEndian.BIG else "<"
    for tensor in weights.tensors:
        assert tensor.offset is not None
        assert (
            data[tensor.offset :][: tensor.size]
            == ARRAYS[tensor.name].astype(ARRAYS[tensor.name].dtype.newbyteorder(order)).tobytes()
        )


def test_places_are_those_that_the_gguf_package_finds(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    written(path)

    weights = inspect(archive_path("model.gguf"), path)

    assert weights is not None
    assert [(tensor.name, tensor.offset, tensor.size) for tensor in weights.tensors] == [
        (tensor.name, tensor.data_offset, tensor.n_bytes) for tensor in gguf.GGUFReader(path).tensors
    ]


def test_block_sizes_and_file_types_are_the_gguf_packages() -> None:
    assert {kind.value: (kind.name.lower(), *sizes) for kind, sizes in gguf.GGML_QUANT_SIZES.items()} == TYPES
    assert {
        kind.value: kind.name.removeprefix("MOSTLY_").removeprefix("ALL_").lower()
        for kind in gguf.LlamaFileType
        if kind.name != "GUESSED"
    } == FILE_TYPES


def string(text: str) -> bytes:
    return struct.pack("<Q", len(text)) + text.encode()


def info(name: str, shape: tuple[int, ...], kind: int, offset: int) -> bytes:
    return string(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, kind, offset)


def made(infos: list[bytes], data: bytes = b"", pairs: tuple[bytes, ...] = (), version: int = 3) -> bytes:
    """The tensors begin at byte 256."""
    start = b"GGUF" + struct.pack("<IQQ", version, len(infos), len(pairs)) + b"".join(pairs) + b"".join(infos)
    assert len(start) <= 224 or data == b""
    return start.ljust(224, b"\0") + data


def padded_pair(length: int) -> bytes:
    return string("pad") + struct.pack("<I", 8) + string("x" * length)


def number_pair(key: str, value: int) -> bytes:
    return string(key) + struct.pack("<IH", 2, value)


def test_a_split_says_which_one_it_is(inspect_bytes: InspectBytes) -> None:
    pairs = (number_pair("split.no", 1), number_pair("split.count", 3), number_pair("split.tensors.count", 9))

    assert Split(number=1, count=3, tensors=9) == inspect_bytes("a.gguf", made([], pairs=pairs)).split


def test_version_1_counts_in_32_bits(inspect_bytes: InspectBytes) -> None:
    name = struct.pack("<I", 1) + b"a" + struct.pack("<IIIQ", 1, 4, 0, 0)
    data = (b"GGUF" + struct.pack("<III", 1, 1, 0) + name).ljust(64, b"\0") + bytes(16)

    assert [Tensor(name="a", dtype="f32", shape=(4,), offset=64, size=16)] == list(
        inspect_bytes("a.gguf", data).tensors
    )


FAULTS = {
    "no magic": (b"GGML" + bytes(400), "its first bytes are b'GGML', expected b'GGUF'"),
    "cut in the header": (made([])[:20], "truncated: at least 24 bytes are expected, the file has 20"),
    "too many tensors": (
        b"GGUF" + struct.pack("<IQQ", 3, 1000, 0),
        "it claims 1,000 tensors, more than fit into its 24 bytes",
    ),
    "too many pairs": (
        b"GGUF" + struct.pack("<IQQ", 3, 0, 2**60),
        "it claims 1,152,921,504,606,846,976 key-value pairs, more than fit into its 24 bytes",
    ),
    "five dimensions": (made([info("a", (1,) * 5, 0, 0)]), "tensor `a` has 5 dimensions, at most 4 are allowed"),
    "unknown value": (
        made([], pairs=(string("k") + struct.pack("<I", 99),)),
        "key `k` has the unknown type 99",
    ),
    "row of no whole blocks": (
        made([info("a", (33,), 2, 0)], bytes(18 + 128)),
        "tensor `a`: rows of 33 elements cannot be q4_0, which packs them in blocks of 32",
    ),
    "a name twice": (
        made([info("a", (8,), 0, 0), info("a", (8,), 0, 32)], bytes(64 + 64)),
        "tensor `a` occurs twice",
    ),
    "alignment": (
        made([], pairs=(string("general.alignment") + struct.pack("<II", 4, 12),)),
        "general.alignment is 12, expected a power of two, 8 at least",
    ),
    "alignment that ggml refuses": (
        made([], pairs=(string("general.alignment") + struct.pack("<II", 4, 24),)),
        "general.alignment is 24, expected a power of two, 8 at least",
    ),
    "more than a file can hold": (
        made([info("a", (2**40, 2**40), 0, 0)], bytes(100)),
        "tensor `a` has more elements than a file can hold",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_broken_file_says_what_was_expected_and_found(inspect_bytes: InspectBytes, name: str) -> None:
    data, expected = FAULTS[name]

    assert [expected] == [fault.en for fault in inspect_bytes("model.gguf", data).faults]


def test_a_truncated_tensor_is_named(inspect_bytes: InspectBytes) -> None:
    data = b"GGUF" + struct.pack("<IQQ", 3, 1, 0) + info("a", (8,), 0, 0)

    assert [
        Bilingual(
            en="truncated: tensor `a` ends at byte 96, the file has 80",
            zh="文件被截断：张量 `a` 止于第 96 字节，而文件只有 80 字节",
        )
    ] == list(inspect_bytes("model.gguf", data.ljust(80, b"\0")).faults)


@pytest.mark.parametrize(("offset", "found"), [(0, 96), (64, 160)])
def test_overlaps_and_holes_are_named(inspect_bytes: InspectBytes, offset: int, found: int) -> None:
    infos = info("a", (8,), 0, 0) + info("b", (8,), 0, offset)
    data = (b"GGUF" + struct.pack("<IQQ", 3, 2, 0) + infos).ljust(300, b"\0")

    assert [f"tensor `b`: expected at byte 128, found at {found}"] == [
        fault.en for fault in inspect_bytes("model.gguf", data).faults
    ]


def test_an_unknown_tensor_type_is_no_fault_and_is_said(inspect_bytes: InspectBytes) -> None:
    weights = inspect_bytes("model.gguf", made([info("a", (8,), 77, 0)], bytes(64)))

    assert weights.faults == ()
    assert weights.unread is not None
    assert weights.unread.en == "its tensor types 77 are unknown, so that sizes could not be checked"


def test_an_unknown_version_is_no_fault_and_is_said(inspect_bytes: InspectBytes) -> None:
    weights = inspect_bytes("model.gguf", made([], version=9))

    assert weights.unread == Bilingual(en="GGUF version 9 is unknown", zh="未知的 GGUF 版本 9")


def test_a_long_text_is_passed_over(inspect_bytes: InspectBytes) -> None:
    pair = string("general.license") + struct.pack("<I", 8) + string("x" * 2_000_000)

    assert inspect_bytes("model.gguf", made([], pairs=(pair,))).metadata == {}


def test_a_list_of_more_texts_than_any_vocabulary_has_is_said(inspect_bytes: InspectBytes) -> None:
    pair = string("tokens") + struct.pack("<IIQ", 9, 8, 2_000_000)

    unread = inspect_bytes("model.gguf", made([], pairs=(pair,))).unread

    assert unread is not None
    assert unread.en == "its lists hold more than 1,000,000 texts"


@pytest.mark.parametrize(
    ("tensors", "pairs", "reason"),
    [(30_001, 0, "it has 30,001 tensors; at most 30,000 are read"), (0, 30_001, "it has 30,001 key-value pairs")],
)
def test_more_than_is_read_is_said(inspect_bytes: InspectBytes, tensors: int, pairs: int, reason: str) -> None:
    data = b"GGUF" + struct.pack("<IQQ", 3, tensors, pairs) + bytes(1_000_000)

    unread = inspect_bytes("a.gguf", data).unread

    assert unread is not None
    assert unread.en == reason
