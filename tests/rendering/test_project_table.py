from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.rendering.project_table import contradictions_of_project
from tests.conftest import LICENSE_ID

if TYPE_CHECKING:
    from tests.conftest import ReleaseWith

TABLE = f'[project]\nname = "example.model"\nversion = "1.0"\nlicense = "{LICENSE_ID}"\n[tool.oaml]\noriginal = true\n'


def told(release_with: ReleaseWith, table: str | bytes) -> list[str]:
    data = table.encode() if isinstance(table, str) else table
    return [found.key for found in contradictions_of_project(release_with(config={"original": True}), data)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("example.model", "Example_Model"),
        ('version = "1.0"', 'dynamic = ["version"]'),
        (LICENSE_ID, LICENSE_ID.lower()),
        (f'license = "{LICENSE_ID}"', 'license = { file = "LICENSE" }'),
        ("\n[tool.oaml]", "\n[tool.other]\nx = 1\n[tool.oaml]"),
    ],
)
def test_the_same_said_otherwise_is_the_same(release_with: ReleaseWith, old: str, new: str) -> None:
    assert [] == told(release_with, TABLE.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "keys"),
    [
        ("example.model", "other", ["project.name"]),
        ('name = "example.model"\n', "", ["project.name"]),
        ('"1.0"', '"1.1"', ["project.version"]),
        ('"1.0"', '"one"', ["project.version"]),
        ('version = "1.0"\n', "", ["project.version"]),
        (LICENSE_ID, "MIT", ["project.license"]),
        (LICENSE_ID, "not a license", ["project.license"]),
        ("original = true", 'bases = ["b.toml"]', ["settings"]),
        ("[tool.oaml]", "[tool.other]", ["settings"]),
        ("[tool.oaml]\noriginal = true\n", "", ["settings"]),
        ("[project]", "[[project]]", ["project.name", "project.version", "project.license"]),
        ("[project]", "[project", ["pyproject.toml"]),
    ],
)
def test_what_it_says_otherwise_is_told(release_with: ReleaseWith, old: str, new: str, keys: list[str]) -> None:
    assert old in TABLE
    assert keys == told(release_with, TABLE.replace(old, new, 1))


def test_what_is_no_text_is_told(release_with: ReleaseWith) -> None:
    assert ["pyproject.toml"] == told(release_with, b"\xff")
