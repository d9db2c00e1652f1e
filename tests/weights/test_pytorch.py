from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.records.tensors import Tensor
from hatch_oaml.values.bilingual import Bilingual
from tests.weights.conftest import (
    dict_,
    global_,
    number,
    pickled,
    tensor,
    text,
    torch_legacy,
    torch_zip,
    tuple_,
    zipped,
)

if TYPE_CHECKING:
    from tests.weights.conftest import InspectBytes

STATE = {
    "layer.weight": tensor("HalfStorage", "0", 6, [2, 3], [3, 1]),
    "layer.bias": tensor("FloatStorage", "1", 2, [2], [1]),
}
ZIP = torch_zip(STATE, {"0": bytes(range(12)), "1": bytes(8)})
LEGACY = torch_legacy(STATE, {"0": (6, bytes(range(12))), "1": (2, bytes(8))})


@pytest.mark.parametrize("data", [ZIP, LEGACY], ids=["zip", "legacy"])
def test_the_tensors_of_a_state_dict_are_told_without_unpickling(inspect_bytes: InspectBytes, data: bytes) -> None:
    weights = inspect_bytes("model.pt", data)

    assert weights.faults == ()
    assert [(tensor.name, tensor.dtype, tensor.shape, tensor.size) for tensor in weights.tensors] == [
        ("layer.weight", "float16", (2, 3), 12),
        ("layer.bias", "float32", (2,), 8),
    ]
    first = weights.tensors[0]
    assert first.offset is not None
    assert data[first.offset :][:12] == bytes(range(12))
    assert weights.imports == ("torch.FloatStorage", "torch.HalfStorage", "torch._utils._rebuild_tensor_v2")


@pytest.mark.parametrize("name", ["model.pt", "pytorch_model.bin", "model.ckpt", "weights"])
def test_content_tells_the_format_whatever_the_name(inspect_bytes: InspectBytes, name: str) -> None:
    assert inspect_bytes(name, ZIP).format == "pytorch"


def test_names_lead_through_dictionaries_lists_and_modules(inspect_bytes: InspectBytes) -> None:
    leaf = tensor("CharStorage", "0", 1, [1], [1])
    module = global_("my.code", "Net") + b")" + b"R" + dict_({"inner": leaf}) + b"b"
    state = {"model": dict_({"a": leaf}), "list": b"](" + leaf + b"e", "module": module}

    weights = inspect_bytes("model.pt", torch_zip(state, {"0": b"1"}))

    assert [tensor.name for tensor in weights.tensors] == ["model.a", "list.0", "module.inner"]
    assert "my.code.Net" in weights.imports


def test_parameters_and_subclasses_of_tensors_are_tensors(inspect_bytes: InspectBytes) -> None:
    leaf = tensor("CharStorage", "0", 1, [1], [1])
    parameter = global_("torch._utils", "_rebuild_parameter") + tuple_(leaf, b"\x88", b"}") + b"R"
    arguments = leaf[leaf.index(b"(") : -1]
    wrapped = tuple_(global_("torch._utils", "_rebuild_tensor_v2"), global_("x", "Sub"), arguments, b"}")
    subclass = global_("torch._tensor", "_rebuild_from_type_v2") + wrapped + b"R"

    weights = inspect_bytes("model.pt", torch_zip({"a": parameter, "b": subclass}, {"0": b"1"}))

    assert [(tensor.name, tensor.dtype) for tensor in weights.tensors] == [("a", "int8"), ("b", "int8")]


def test_an_untyped_storage_takes_the_tensors_dtype(inspect_bytes: InspectBytes) -> None:
    storage = tuple_(text("storage"), global_("torch", "UntypedStorage"), text("0"), text("cpu"), number(4)) + b"Q"
    arguments = tuple_(
        storage, number(0), tuple_(number(4)), tuple_(number(1)), b"\x89", b"}", global_("torch", "float8_e4m3fn")
    )
    value = global_("torch._utils", "_rebuild_tensor_v3") + arguments + b"R"

    weights = inspect_bytes("model.pt", torch_zip({"a": value}, {"0": bytes(4)}))

    assert weights.faults == ()
    assert [(tensor.dtype, tensor.shape, tensor.size) for tensor in weights.tensors] == [("float8_e4m3fn", (4,), 4)]


def test_a_view_with_gaps_has_no_place_of_its_own(inspect_bytes: InspectBytes) -> None:
    state = {"a": tensor("CharStorage", "0", 6, [2, 3], [1, 2])}

    assert [Tensor(name="a", dtype="int8", shape=(2, 3), size=6)] == list(
        inspect_bytes("model.pt", torch_zip(state, {"0": bytes(6)})).tensors
    )


FAULTS = {
    "cut zip": (ZIP[:-30], "truncated: a ZIP archive that ends without its central directory"),
    "cut legacy": (
        LEGACY[:-3],
        f"truncated: storage `1` ends at byte {len(LEGACY):,}, the file has {len(LEGACY) - 3:,}",
    ),
    "cut legacy pickle": (
        LEGACY[:60],
        "its pickle is broken at byte 48: the argument of GLOBAL is none, or is cut off",
    ),
    "no storage": (torch_zip({"a": STATE["layer.weight"]}, {}), "tensor `a`: its storage `0` is missing"),
    "short storage": (
        torch_zip({"a": STATE["layer.weight"]}, {"0": bytes(10)}),
        "tensor `a`: float16 × 6 takes 12 bytes, found 10",
    ),
    "tensor past its storage": (
        torch_zip({"a": tensor("CharStorage", "0", 4, [2, 3], [3, 1])}, {"0": bytes(4)}),
        "tensor `a`: int8 [2, 3] takes 6 bytes, found 4",
    ),
    "no pickle": (zipped({"a/b": b""}), "a ZIP archive without `data.pkl`"),
    "pickle without STOP": (
        zipped({"a/data.pkl": b"\x80\x02}"}),
        "truncated: its pickle ends at byte 43 without STOP",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_broken_checkpoint_says_what_was_expected_and_found(inspect_bytes: InspectBytes, name: str) -> None:
    data, expected = FAULTS[name]

    assert [expected] == [fault.en for fault in inspect_bytes("model.pt", data).faults]


def test_imports_are_told_even_where_the_pickle_breaks_off_behind_them(inspect_bytes: InspectBytes) -> None:
    data = zipped({"a/data.pkl": b"\x80\x02" + global_("os", "system") + tuple_(text("id")) + b"R" + b"\xff"})

    weights = inspect_bytes("model.pt", data)

    assert weights.imports == ("os.system",)
    assert [
        Bilingual(
            en=f"byte {data.index(bytes([0xFF])):,} of its pickle is 0xff, which is no opcode",
            zh=f"pickle 第 {data.index(bytes([0xFF])):,} 字节为 0xff，不是操作码",
        )
    ] == list(weights.faults)


def test_a_compressed_archive_is_read_and_places_no_tensor(inspect_bytes: InspectBytes) -> None:
    members = {"a/data.pkl": pickled(dict_({"a": tensor("CharStorage", "0", 1, [1], [1])})), "a/data/0": b"1"}

    weights = inspect_bytes("model.pt", zipped(members, zipfile.ZIP_DEFLATED))

    assert weights.faults == ()
    assert [Tensor(name="a", dtype="int8", shape=(1,), size=1)] == list(weights.tensors)


def test_what_is_neither_a_zip_archive_nor_a_pickle_is_said(inspect_bytes: InspectBytes) -> None:
    unread = inspect_bytes("model.pth", b"\xff" * 2000).unread

    assert unread == Bilingual(
        en="its first bytes are neither a ZIP archive's nor a pickle's", zh="其开头既不是 ZIP 归档，也不是 pickle"
    )


def test_a_chain_of_wrappers_without_end_is_no_tensor(inspect_bytes: InspectBytes) -> None:
    value = b"N"
    for _ in range(10_000):
        value = tuple_(value)
    start = global_("torch._utils", "_rebuild_parameter")
    chain = start * 20_000 + b"N" + b"\x85R" * 20_000

    weights = inspect_bytes("model.pt", torch_zip({"a": value, "b": chain}, {}))

    assert (weights.tensors, weights.faults) == ((), ())


def test_a_pickle_that_cannot_be_unpacked_is_said(inspect_bytes: InspectBytes) -> None:
    data = zipped({"a/data.pkl": pickled(b"}") * 50}, zipfile.ZIP_LZMA)

    assert inspect_bytes("model.pt", data).unread == Bilingual(
        en="its `a/data.pkl` cannot be unpacked", zh="其中的 `a/data.pkl` 无法解压"
    )


def test_an_empty_tensor_takes_nothing_of_its_storage(inspect_bytes: InspectBytes) -> None:
    state = {"a": tensor("CharStorage", "0", 0, [0, 5], [5, 1])}

    assert inspect_bytes("model.pt", torch_zip(state, {"0": b""})).faults == ()


def test_an_ordered_dictionary_of_pairs_is_walked(inspect_bytes: InspectBytes) -> None:
    """So protocols 0 and 1 write it."""
    pairs = b"](" + tuple_(text("a"), tensor("CharStorage", "0", 1, [1], [1])) + tuple_(number(1), b"]") + b"e"
    value = global_("collections", "OrderedDict") + tuple_(pairs) + b"R"
    data = zipped({"x/data.pkl": pickled(value), "x/data/0": b"1"})

    assert [tensor.name for tensor in inspect_bytes("model.pt", data).tensors] == ["a"]


@pytest.mark.parametrize(
    "key",
    [
        text("0"),
        tuple_(text("other"), global_("torch", "CharStorage"), text("0"), text("cpu"), number(1)),
        tuple_(text("storage"), global_("torch", "ShinyStorage"), text("0"), text("cpu"), number(1)),
        tuple_(text("storage"), global_("torch", "CharStorage"), text("0"), text("cpu"), number(-1)),
    ],
)
def test_a_storage_that_we_do_not_know_is_no_tensor(inspect_bytes: InspectBytes, key: bytes) -> None:
    arguments = tuple_(key + b"Q", number(0), tuple_(number(1)), tuple_(number(1)), b"\x89", b"}")
    state = {"a": global_("torch._utils", "_rebuild_tensor_v2") + arguments + b"R"}

    assert inspect_bytes("model.pt", torch_zip(state, {})).tensors == ()


@pytest.mark.parametrize("shape", [[-1], [1, 2]])
def test_a_shape_that_cannot_be_is_no_tensor(inspect_bytes: InspectBytes, shape: list[int]) -> None:
    state = {"a": tensor("CharStorage", "0", 1, shape, [1])}

    assert inspect_bytes("model.pt", torch_zip(state, {"0": b"1"})).tensors == ()
