"""A Core ML model says whose it is; its tensors are not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.notices import extract_metadata
from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import inspect
from tests.weights.conftest import field

if TYPE_CHECKING:
    from pathlib import Path

    from tests.weights.conftest import InspectBytes

AUTHOR, LICENSE = "Ostrava Loom", "OpenAtom Model License 1.0"
METADATA = (
    field(1, "Chats.") + field(2, "1.0") + field(3, AUTHOR) + field(4, LICENSE) + field(100, field(1, "com.loom") + field(2, "Copyright 2021 Ostrava Loom"))
)  # fmt: skip
DESCRIPTION = field(1, field(1, "text")) + field(10, field(1, "answer")) + field(100, METADATA)
NETWORK = field(500, field(1, bytes(200)))


def model(description: bytes = DESCRIPTION, kind: bytes = NETWORK) -> bytes:
    return field(1, 7) + field(2, description) + kind


@pytest.mark.parametrize("name", ["a.mlmodel", "Data/com.apple.CoreML/model.mlmodel", "lookup.dat"])
def test_what_a_model_says_of_itself_is_read(inspect_bytes: InspectBytes, name: str) -> None:
    weights = inspect_bytes(name, model())

    assert ("coreml", (), ()) == (weights.format, weights.tensors, weights.faults)
    assert weights.unread is not None
    assert {
        "short_description": "Chats.",
        "version_string": "1.0",
        "author": AUTHOR,
        "license": LICENSE,
        "com.loom": "Copyright 2021 Ostrava Loom",
    } == weights.metadata


def test_its_author_and_license_are_notices(inspect_bytes: InspectBytes) -> None:
    found = extract_metadata(archive_path("a.mlmodel"), inspect_bytes("a.mlmodel", model()).metadata)

    assert [("attribution", f"author: {AUTHOR}"), ("copyright", "Copyright 2021 Ostrava Loom"), ("license", f"license: {LICENSE}")] == [
        (notice.kind, notice.text) for notice in found
    ]  # fmt: skip


@pytest.mark.parametrize("kind", [field(502, b""), field(202, field(1, model())), field(3000, b"x")])
def test_a_program_and_a_pipeline_are_models_too(inspect_bytes: InspectBytes, kind: bytes) -> None:
    assert "coreml" == inspect_bytes("lookup.dat", model(kind=kind)).format


@pytest.mark.parametrize(
    "data",
    [
        field(1, 7) + field(2, DESCRIPTION),
        field(1, 900) + field(2, DESCRIPTION) + NETWORK,
        field(1, 7) + field(2, field(11, "x")) + NETWORK,
        field(1, 7) + field(2, field(1, "x") + field(2, "y")) + NETWORK,
        field(1, 7) + field(2, DESCRIPTION) + NETWORK + field(3, "x"),
        field(1, 7) + NETWORK,
    ],
)
def test_another_message_is_no_model(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "lookup.dat"
    file.write_bytes(data)

    assert inspect(archive_path("lookup.dat"), file) is None


def test_a_truncated_model_has_a_fault_and_what_was_read(inspect_bytes: InspectBytes) -> None:
    weights = inspect_bytes("a.mlmodel", model()[:-5])

    assert (1, AUTHOR) == (len(weights.faults), weights.metadata["author"])
