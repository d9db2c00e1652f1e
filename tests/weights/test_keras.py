from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.weights.conftest import zipped

if TYPE_CHECKING:
    from tests.weights.conftest import InspectBytes

pytestmark = pytest.mark.usefixtures("without_h5py")

HDF5 = b"\x89HDF\r\n\x1a\n" + bytes(100)
CONFIG = b'{"class_name": "Sequential"}'
LAMBDA = b'{"class_name": "__lambda__", "config": {"value": "4wEAAAA="}}'


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize(("config", "imports"), [(CONFIG, ()), (LAMBDA, ("keras.layers.Lambda",))])
def test_a_layer_of_marshalled_code_is_told_as_an_import(
    inspect_bytes: InspectBytes, method: int, config: bytes, imports: tuple[str, ...]
) -> None:
    members = {"config.json": config, "metadata.json": b"{}", "model.weights.h5": HDF5}

    weights = inspect_bytes("model.zip", zipped(members, method))

    assert (weights.format, weights.faults, weights.imports) == ("keras", (), imports)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped({"config.json": CONFIG}), "`model.weights.h5` is missing in it"),
        (zipped({"config.json": CONFIG, "model.weights.h5": b"x"}), "its `model.weights.h5` is no HDF5 file"),
        (
            zipped({"config.json": CONFIG, "model.weights.h5": HDF5})[:-9],
            "truncated: a ZIP archive that ends without its central directory is no Keras model",
        ),
    ],
)
def test_a_broken_file_says_what_was_expected_and_found(inspect_bytes: InspectBytes, data: bytes, reason: str) -> None:
    assert [reason] == [fault.en for fault in inspect_bytes("model.keras", data).faults]
