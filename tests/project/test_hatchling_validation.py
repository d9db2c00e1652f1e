"""What Hatchling would refuse to build is refused with its own words, before anything else is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager
from hypothesis import given, strategies as st

from hatch_oaml.project.hatchling_validation import validate_fields, validate_options

if TYPE_CHECKING:
    from collections.abc import Callable

FAULTS: dict[str, dict[str, Any]] = {
    "no name": {"name": None},
    "a name with a blank": {"name": "my model"},
    "no version": {"version": None},
    "a version that is none": {"version": "one"},
    "a description that is a number": {"description": 1},
    "a README that is not there": {"readme": "MISSING.md"},
    "a Python that is none": {"requires-python": "three"},
    "a license that is none": {"license": "MIT OR"},
    "authors that are no array": {"authors": "Mina"},
    "an author without a name": {"authors": [{}]},
    "an author's address without its host": {"authors": [{"name": "Mina", "email": "mina"}]},
    "authors here and later": {"authors": [{"name": "Mina"}], "dynamic": ["authors"]},
    "an author's address with two dots": {"authors": [{"name": "Mina", "email": "mina..loom@loom.example"}]},
    "an author's name on two lines": {"authors": [{"name": "Mina\nLoom", "email": "mina@loom.example"}]},
    "an author who is a number": {"authors": [1]},
    "an author whose address is a number": {"authors": [{"name": "Mina", "email": 1}]},
    "a Python with a sign too many": {"requires-python": ">=<3.10"},
    "a Python that is a number": {"requires-python": 3},
    "a Python here and later": {"requires-python": ">=3.10", "dynamic": ["requires-python"]},
    "what comes later as a text": {"requires-python": ">=3.10", "dynamic": "version"},
    "a maintainer who is a number": {"maintainers": [{"name": 1}]},
    "dependencies that are a table": {"dependencies": {}},
    "a dependency that is none": {"dependencies": ["numpy", "not a requirement"]},
    "a dependency by its address": {"dependencies": ["loom @ https://loom.example/loom.whl"]},
    "optional dependencies that are an array": {"optional-dependencies": []},
    "two groups of one name": {"optional-dependencies": {"a-b": [], "a_b": []}},
    "an optional dependency that is none": {"optional-dependencies": {"a": ["=="]}},
    "a classifier that nobody knows": {"classifiers": ["Loom :: Weaving"]},
    "addresses that are numbers": {"urls": {"Home": 1}},
    "keywords that are a text": {"keywords": "loom"},
    "scripts that are an array": {"scripts": []},
}
NO_FAULT: dict[str, dict[str, Any]] = {
    "the least": {},
    "all of it": {
        "authors": [{"name": "Mina", "email": "mina@loom.example"}],
        "maintainers": [{"name": "Loom"}],
        "dependencies": ["numpy>=1"],
        "optional-dependencies": {"test": ["pytest"]},
    },
    "Pythons as most write them": {"requires-python": ">=3.10, <4,!= 3.12"},
    "Pythons as few write them": {"requires-python": "~=3.10,==3.11.*"},
    "people as few write them": {"authors": [{"name": "Halloway, Mina", "email": '"mina h"@loom.example'}]},
    "a person by the address alone": {"authors": [{"email": "mina.h+loom@looms-and-wicks.example"}]},
    "what a hook may still say": {"dynamic": ["authors", "dependencies", "optional-dependencies"]},
}


def metadata_of(root: Path, fields: dict[str, Any]) -> ProjectMetadata[Any]:
    project = {"name": "loom", "version": "1.0", **fields}
    tables = {"project": {key: value for key, value in project.items() if value is not None}}
    return ProjectMetadata(str(root), PluginManager(), tables)


def refusal(validate: Callable[[], None]) -> tuple[type[Exception], str] | None:
    try:
        validate()
    except Exception as error:  # noqa: BLE001  # whatever Hatchling raises
        return type(error), str(error)
    return None


@pytest.mark.parametrize("fields", [*FAULTS.values(), *NO_FAULT.values()], ids=[*FAULTS, *NO_FAULT])
def test_a_project_is_refused_as_hatchling_refuses_it(tmp_path: Path, fields: dict[str, Any]) -> None:
    ours, theirs = metadata_of(tmp_path, fields), metadata_of(tmp_path, fields)

    assert refusal(theirs.validate_fields) == refusal(lambda: validate_fields(ours))


@pytest.mark.parametrize("fields", FAULTS.values(), ids=FAULTS)
def test_each_of_these_faults_is_one(tmp_path: Path, fields: dict[str, Any]) -> None:
    metadata = metadata_of(tmp_path, fields)

    assert refusal(lambda: validate_fields(metadata)) is not None


@given(
    address=st.text("aZ0.@+_- ", max_size=9),
    name=st.text('a ,"\\\n版', max_size=4),
    versions=st.text("<>=!~ ,.1", max_size=7),
)
def test_whatever_is_taken_for_plainly_right_hatchling_takes_too(address: str, name: str, versions: str) -> None:
    fields = {"authors": [{"name": name, "email": address}], "requires-python": versions}
    ours, theirs = metadata_of(Path(), fields), metadata_of(Path(), fields)

    assert refusal(theirs.validate_fields) == refusal(lambda: validate_fields(ours))


@pytest.mark.parametrize("target", ["oaml", "wheel", "sdist"])
def test_an_option_that_selects_files_is_read_before_files_are_asked_for(tmp_path: Path, target: str) -> None:
    (tmp_path / "loom").mkdir()
    (tmp_path / "loom" / "__init__.py").touch()
    metadata = metadata_of(tmp_path, {})
    metadata.config["tool"] = {"hatch": {"build": {"targets": {target: {"exclude": "*.bin"}}}}}

    with pytest.raises(TypeError, match=rf"Field `tool.hatch.build.targets.{target}.exclude` must be an array"):
        validate_options(metadata)
