from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from hatch_oaml.records.tensors import Tensor
from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import inspect
from hatch_oaml.weights._onnx_tensors import TYPES
from hatch_oaml.weights._protobuf import MOST_FIELDS
from tests.weights.conftest import field

if TYPE_CHECKING:
    from pathlib import Path

    from tests.weights.conftest import InspectBytes


def model(*initializers: TensorProto, nodes: Any = ()) -> onnx.ModelProto:
    output = helper.make_tensor_value_info("out", TensorProto.FLOAT, None)
    graph = helper.make_graph(list(nodes), "graph", [], [output], list(initializers), doc_string="of the graph")
    made = helper.make_model(graph, producer_name="example", doc_string="Copyright 2026 Example Lab.")
    made.metadata_props.add(key="model_license", value="OpenAtom Model License 1.0")
    return made


def test_what_the_onnx_package_writes_is_read_as_it_was(inspect_bytes: InspectBytes) -> None:
    arrays: dict[str, np.ndarray[Any, Any]] = {
        "a": np.arange(6, dtype=np.float32).reshape(2, 3),
        "b": np.ones((2, 2), np.int8),
    }
    data = model(*(numpy_helper.from_array(array, name) for name, array in arrays.items())).SerializeToString()

    weights = inspect_bytes("model.onnx", data)

    assert weights.faults == ()
    assert [(tensor.name, tensor.dtype, tensor.shape) for tensor in weights.tensors] == [
        ("a", "float", (2, 3)),
        ("b", "int8", (2, 2)),
    ]
    for tensor in weights.tensors:
        assert data[tensor.offset :][: tensor.size] == arrays[tensor.name].tobytes()
    assert weights.metadata == {
        "producer_name": "example",
        "doc_string": "Copyright 2026 Example Lab.",
        "model_license": "OpenAtom Model License 1.0",
        "graph.doc_string": "of the graph",
    }


def test_content_tells_the_format_whatever_the_name(inspect_bytes: InspectBytes) -> None:
    assert inspect_bytes("model.bin", model().SerializeToString()).format == "onnx"


def test_tensors_in_attributes_and_inner_graphs_are_told(inspect_bytes: InspectBytes) -> None:
    value = numpy_helper.from_array(np.zeros(3, np.float32), "inner")
    constant = helper.make_node("Constant", [], ["c"], value=value)
    branch = helper.make_graph([constant], "branch", [], [], [numpy_helper.from_array(np.zeros(2), "in branch")])
    condition = helper.make_node("If", ["x"], ["y"], then_branch=branch, else_branch=branch)
    sparse = helper.make_sparse_tensor(
        helper.make_tensor("values", TensorProto.FLOAT, [1], [1.0]),
        helper.make_tensor("indices", TensorProto.INT64, [1], [0]),
        [4],
    )
    sparse_node = helper.make_node("Constant", [], ["s"], sparse_value=sparse)

    weights = inspect_bytes("model.onnx", model(nodes=[constant, condition, sparse_node]).SerializeToString())

    assert [tensor.name for tensor in weights.tensors] == [
        *("inner", "in branch", "inner", "in branch", "inner", "values", "indices"),
    ]
    assert weights.faults == ()


def test_numbers_in_typed_fields_are_placed_where_they_are_as_wide_as_the_dtype(inspect_bytes: InspectBytes) -> None:
    wide = helper.make_tensor("wide", TensorProto.FLOAT, [2], [1.0, 2.0])
    narrow = helper.make_tensor("narrow", TensorProto.INT8, [2], [1, 2])

    weights = inspect_bytes("model.onnx", model(wide, narrow).SerializeToString())

    assert [(tensor.name, tensor.offset is None, tensor.size) for tensor in weights.tensors] == [
        ("wide", False, 8),
        ("narrow", True, 2),
    ]


def test_external_data_are_told_and_not_looked_for(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    made = model(numpy_helper.from_array(np.arange(300, dtype=np.float32), "a"))
    onnx.save(made, path, save_as_external_data=True, location="model.onnx_data", size_threshold=0)
    (tmp_path / "model.onnx_data").unlink()

    weights = inspect(archive_path("model.onnx"), path)

    assert weights is not None
    assert [Tensor(name="a", dtype="float", shape=(300,), offset=0, size=1200, file="model.onnx_data")] == list(
        weights.tensors
    )


def test_every_dtype_of_the_onnx_package_is_known() -> None:
    known = {number: name.lower() for name, number in TensorProto.DataType.items() if number}

    assert known.items() <= {number: name for number, (name, _) in TYPES.items()}.items()


def tensor_field(*fields: bytes) -> bytes:
    graph = field(5, b"".join(fields))
    return field(1, 8) + field(7, graph) + field(8, field(2, 17))


FAULTS = {
    "cut": (
        model(numpy_helper.from_array(np.zeros(99), "a")).SerializeToString()[:-40],
        "truncated: the field at byte ",
    ),
    "raw data of another size": (
        tensor_field(field(1, 3), field(2, 1), field(8, "a"), field(9, bytes(8))),
        "tensor `a`: float [3] takes 12 bytes, found 8",
    ),
    "a shape that no file can hold": (
        tensor_field(field(1, 2**40), field(1, 2**40), field(2, 1), field(8, "a"), field(9, bytes(8))),
        "tensor `a`: float [1099511627776, 1099511627776] takes more bytes than a file can hold, found 8",
    ),
    "external data of another size": (
        tensor_field(
            *(field(1, 3), field(2, 1), field(8, "a"), field(14, 1)),
            *(field(13, field(1, "location") + field(2, "x")), field(13, field(1, "length") + field(2, "8"))),
        ),
        "tensor `a`: float [3] takes 12 bytes, found 8",
    ),
    "no graph": (field(1, 8), "it holds no graph"),
    "no field": (b"\x08\x08\x0b" + bytes(2000), "byte 3 begins no protobuf field"),
    "a number without end": (b"\x08" + b"\xff" * 2000, "the number at byte 1 does not end"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_broken_file_says_what_was_expected_and_found(inspect_bytes: InspectBytes, name: str) -> None:
    data, reason = FAULTS[name]

    (fault,) = inspect_bytes("model.onnx", data).faults

    assert fault.en.startswith(reason)


def test_a_file_of_too_many_fields_is_said_with_what_was_read(inspect_bytes: InspectBytes) -> None:
    tensor = field(5, field(1, 1) + field(2, 3) + field(8, "a") + field(9, b"1"))
    graph = tensor + field(1, b"") * (MOST_FIELDS // 2)

    weights = inspect_bytes("model.onnx", field(1, 8) + field(7, graph))

    assert [tensor.name for tensor in weights.tensors] == ["a"]
    assert weights.unread is not None
    assert weights.unread.en == "it has more than 300,000 fields"


def test_tensors_in_functions_and_sparse_initializers_are_told(inspect_bytes: InspectBytes) -> None:
    tensor = field(1, 1) + field(2, 3) + field(8, "inner") + field(9, b"1")
    function = field(7, field(5, field(5, tensor)))
    sparse = field(15, field(1, tensor.replace(b"inner", b"value")))

    weights = inspect_bytes("model.onnx", field(1, 8) + field(7, sparse) + field(25, function) + field(8, b""))

    assert [tensor.name for tensor in weights.tensors] == ["value", "inner"]


def test_graphs_in_graphs_are_followed_only_so_far(inspect_bytes: InspectBytes) -> None:
    graph = b""
    for _ in range(100):
        graph = field(5, field(8, "t")) + field(1, field(5, field(6, graph)))

    weights = inspect_bytes("model.onnx", field(1, 8) + field(7, graph) + field(8, b""))

    assert len(weights.tensors) == 10
