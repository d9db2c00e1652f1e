"""Facts that other code would find are nobody's: all the code that finds them is in the recipe."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import hatch_oaml
from hatch_oaml.facts_cache.recipe import ROOMS, recipe
from tests.test_floors import FILES, imports_of, room

PACKAGE = Path(hatch_oaml.__file__).parent
ASKED = "from hatch_oaml.facts_cache.recipe import recipe; print(recipe())"


def reached_from(*modules: str) -> set[str]:
    """They and all that they import, by way of others too; of a family, its members."""
    found: set[str] = set()
    left = list(modules)
    while left:
        module = left.pop()
        if module in found:
            continue
        found.add(module)
        left += imports_of(module)
        left += [
            name for name in FILES if name.startswith(f"{module}.") and module in {"notices", "statements", "weights"}
        ]
    return found


def test_the_recipe_has_all_code_that_reads_a_file_for_its_facts() -> None:
    read = reached_from("project.recalled_facts", "project.recalled_digests", "project.model_digests")

    assert {"recognition.words.copyrights", "weights.gguf", "terms.known"} <= read
    assert {room(module) for module in read} - {"__init__"} <= ROOMS
    assert ROOMS <= {room(module) for module in FILES}


def recipe_of(package: Path) -> str:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("COV")
    }  # of this tree alone
    asked = subprocess.run(
        [sys.executable, "-c", ASKED], cwd=package.parent, check=True, capture_output=True, text=True, env=environment
    )
    return asked.stdout.strip()


@pytest.mark.parametrize("changed", ["recognition/words/copyrights.py", "license/OpenAtom-Model-License-1.0.txt"])
def test_a_copy_of_the_package_has_the_recipe_until_a_line_of_it_is_another(tmp_path: Path, changed: str) -> None:
    copy = tmp_path / "hatch_oaml"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    assert recipe() == recipe_of(copy)

    with (copy / changed).open("a", encoding="utf-8") as file:
        file.write("\n")

    assert recipe() != recipe_of(copy)
