"""The files in which an ONNX model keeps its tensors are told by the model, whatever they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.records.inventory import Inventory
from hatch_oaml.records.tensors import Tensor, Weights
from hatch_oaml.shards import external_data

if TYPE_CHECKING:
    from tests.conftest import FileWith


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("Conv_0.weight", "net/Conv_0.weight"),
        ("./w.bin", "net/w.bin"),
        ("a/../w", "net/w"),
        ("../w", None),
        ("a/../../w", None),
        ("/w", None),
        ("", None),
    ],
)
def test_locations_are_beside_the_model(file_with: FileWith, location: str, path: str | None) -> None:
    tensor = Tensor(name="w", dtype="float", shape=(2,), file=location)
    model = file_with("net/model.onnx", weights=Weights(format="onnx", tensors=(tensor,)))

    assert frozenset({path} if path else ()) == external_data(Inventory.of([model]))
