from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.records.tensors import ShardIndex
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import inspect_index

NAME = archive_path("model.safetensors.index.json")


def index(weight_map: dict[str, Any], **metadata: Any) -> bytes:
    return json.dumps({"metadata": metadata, "weight_map": weight_map}).encode()


@pytest.mark.parametrize("size", [8, 8.0])
def test_an_index_says_where_each_tensor_is(size: float) -> None:
    expected = ShardIndex(weight_map={"a": "model-00001-of-00001.safetensors"}, total_size=8)

    assert expected == inspect_index(NAME, index({"a": "model-00001-of-00001.safetensors"}, total_size=size))


@pytest.mark.parametrize("name", ["config.json", "search.index.json", "docs/search.index.json", ".index.json"])
def test_other_json_files_are_no_indexes(name: str) -> None:
    assert inspect_index(archive_path(name), index({})) is None


@pytest.mark.parametrize("name", ["sub/pytorch_model.bin", "tf_model.h5", "flax_model.msgpack", "model.gguf"])
def test_an_index_is_called_after_weights_of_any_format(name: str) -> None:
    assert ShardIndex(weight_map={"a": "x"}) == inspect_index(archive_path(f"{name}.index.json"), index({"a": "x"}))


@pytest.mark.parametrize("entry", ["../x", "/etc/passwd", "a/b", "a\\b", "C:x", "..", "", 5, None])
def test_an_entry_that_is_a_path_is_a_fault_and_is_not_followed(entry: object) -> None:
    found = inspect_index(NAME, index({"a": entry, "b": "fine.safetensors"}))

    assert found == ShardIndex(
        weight_map={"b": "fine.safetensors"},
        faults=(
            Bilingual(
                en=f"tensor `a`: expected the name of a file beside the index, found {entry!r}",
                zh=f"张量 `a`：应为索引旁某文件的文件名，实为 {entry!r}",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is not JSON in line 1, column 1"),
        (b"{}", "it has no `weight_map`"),
        (b'{"weight_map": []}', "it has no `weight_map`"),
        (b'{"weight_map": {"a": "x", "a": "y"}}', "the key `a` occurs twice"),
        (b" " * 10_000_001, "an index of 10,000,001 bytes is too long"),
    ],
)
def test_what_is_no_index_is_a_fault(data: bytes, reason: str) -> None:
    found = inspect_index(NAME, data)

    assert found is not None
    assert [reason] == [fault.en for fault in found.faults]


@given(
    data=st.binary()
    | st.recursive(
        st.none() | st.text() | st.integers(),
        lambda i: st.dictionaries(st.sampled_from(["weight_map", "metadata", "a"]), i) | st.lists(i),
    ).map(lambda value: json.dumps(value).encode())
)
def test_any_bytes_are_an_index_or_faulty(data: bytes) -> None:
    assert isinstance(inspect_index(NAME, data), ShardIndex)
