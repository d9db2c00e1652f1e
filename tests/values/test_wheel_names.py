"""What a wheel calls its own is known at its top alone, and said in one place."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import hatch_oaml
from hatch_oaml.values import wheel_names
from hatch_oaml.values.wheel_names import (
    data_folder,
    is_metadata,
    is_own_bill,
    is_record,
    is_written_by_builders,
    license_copy,
    metadata_folder,
    metadata_folder_of,
    own_bill,
    record_of,
)

FOLDER = metadata_folder("my_model-1.0")


def test_names_are_those_of_the_specification() -> None:
    assert "my_model-1.0.dist-info" == FOLDER
    assert "my_model-1.0.data" == data_folder("my_model-1.0")
    assert f"{FOLDER}/RECORD" == record_of(FOLDER)
    assert f"{FOLDER}/licenses/legal/NOTICE" == license_copy(FOLDER, "legal/NOTICE")


def test_a_bill_of_materials_is_called_by_what_is_imported() -> None:
    assert f"{FOLDER}/sboms/org.my_model.cdx.json" == own_bill(FOLDER, "org/my_model")
    assert is_own_bill(own_bill(FOLDER, "org/my_model"), "org/my_model")
    assert not is_own_bill(f"{FOLDER}/sboms/other.cdx.json", "my_model")
    assert not is_own_bill(f"vendored/{FOLDER}/sboms/my_model.cdx.json", "my_model")


@pytest.mark.parametrize("path", [f"{FOLDER}/METADATA", f"{FOLDER}/licenses/LICENSE", f"{FOLDER}/sboms/a.json"])
def test_what_lies_in_the_folder_is_metadata(path: str) -> None:
    assert is_metadata(path)


@pytest.mark.parametrize(
    "path", [FOLDER, f"{FOLDER}/", f"vendor/{FOLDER}/RECORD", "dist-info/RECORD", "a.dist-info.py"]
)
def test_what_lies_elsewhere_is_none(path: str) -> None:
    assert not is_metadata(path)
    assert not is_record(path)
    assert not is_written_by_builders(path)


def test_a_builder_writes_four_files_itself() -> None:
    assert all(
        is_written_by_builders(f"{FOLDER}/{name}") for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt")
    )
    assert not is_written_by_builders(f"{FOLDER}/licenses/RECORD")
    assert not is_record(f"{FOLDER}/licenses/RECORD")


def test_the_folder_is_that_of_the_wheel_and_of_nothing_vendored() -> None:
    vendored = "vendor/a-1.dist-info/METADATA"

    assert FOLDER == metadata_folder_of([vendored, "a.dist-info/notes.txt", f"{FOLDER}/METADATA"])
    assert None is metadata_folder_of([vendored])


def test_no_other_module_spells_these_names() -> None:
    home = Path(wheel_names.__file__)
    spelt = [
        f"{file.name}, line {node.lineno}"
        for file in Path(hatch_oaml.__file__).parent.rglob("*.py")
        if file != home
        for node in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if node.value in {"RECORD", "METADATA"}
        or node.value.endswith((".dist-info", "/RECORD", "/METADATA"))
        or ".dist-info/" in node.value
    ]

    assert [] == spelt
