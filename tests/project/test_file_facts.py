"""Of a text longer than is searched the rest is told not to be; of a record of ours nothing is searched, and nothing told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.project import file_facts
from hatch_oaml.project.file_facts import read_file
from hatch_oaml.project.named import Named
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.values.roles import Kind


@pytest.mark.parametrize(("kind", "is_told"), [("code", True), ("base-record", False), ("modifications", False)])
def test_what_lies_behind_what_is_searched_is_told_but_of_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Kind, *, is_told: bool
) -> None:
    monkeypatch.setattr(file_facts, "WHOLE", 100)
    (tmp_path / "file.toml").write_text("x = 1\n" * 40)

    found = read_file(
        archive_path("file.toml"), str(tmp_path / "file.toml"), Named("complementary", kind), str(tmp_path)
    )

    assert is_told == (found.unread is not None)
