"""What builds write is kept out of version control, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from hatch_oaml.authoring.ignore_file import ignore_outputs
from hatch_oaml.authoring.init import NewText


def test_a_new_file_has_both_folders() -> None:
    expected = NewText(path=".gitignore", text="/dist/\n/dist-oaml/\n", appended=False)

    assert expected == ignore_outputs(None, None, None)


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("", "/dist/\n/dist-oaml/\n"),
        ("*.log", "\n/dist/\n/dist-oaml/\n"),
        ("dist/\n", "\n/dist-oaml/\n"),
        ("/dist/\n!/dist/\n/dist-oaml\n", "\n/dist/\n"),
    ],
)
def test_an_existing_file_gets_what_it_lacks_behind_what_it_has(text: str, added: str) -> None:
    assert NewText(path=".gitignore", text=added, appended=True) == ignore_outputs({}, None, text)


@pytest.mark.parametrize("text", ["dist*/\n", "/dist/\n/dist-oaml/\n", "*\n"])
def test_a_file_that_ignores_them_in_its_own_way_is_let_be(text: str) -> None:
    assert ignore_outputs({}, None, text) is None


@pytest.mark.parametrize(
    ("build", "added"),
    [
        ({"directory": "out"}, "/out/\n/out-oaml/\n"),
        ({"directory": "./build/out/"}, "/build/out/\n/build/out-oaml/\n"),
        ({"targets": {"oaml": {"directory": "models"}}}, "/dist/\n/models/\n"),
        ({"directory": "."}, "/dist-oaml/\n"),
        ({"directory": "../out"}, None),
        ({"directory": "/srv/out"}, None),
        ({"directory": 1}, "/dist/\n/dist-oaml/\n"),
    ],
)
def test_they_are_those_that_the_project_names(build: dict[str, Any], added: str | None) -> None:
    expected = None if added is None else NewText(path=".gitignore", text=added, appended=False)

    assert expected == ignore_outputs({"tool": {"hatch": {"build": build}}}, None, None)
    assert expected == ignore_outputs({}, {"build": build}, None)
