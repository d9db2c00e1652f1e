"""A file that looks like weights by its name, and that `tool.oaml.roles` says is none, is in every archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import project_in
from tests.finished import FORMATS, built, errors_of, members_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DATA = b"a vocabulary, and no weights"


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    project = project_in(tmp_path_factory.mktemp("project"))
    (project / "vocab.bin").write_bytes(DATA)
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('\n[tool.oaml.roles]\n"vocab.bin" = "complementary"\n')
    return built(project)


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_role_says_is_no_model_is_in_every_archive(name: str, archives: Mapping[str, Path]) -> None:
    found = [data for path, data in members_of(archives[name]).items() if path.endswith("/vocab.bin")]

    assert [DATA] == found
    assert [] == errors_of(archives[name])
