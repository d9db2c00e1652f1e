"""A text beside a module is read wherever the package was imported from."""

from __future__ import annotations

import sys
from importlib.resources import files
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from hatch_oaml.values.resources import resource

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_what_importlib_gives() -> None:
    expected = files("hatch_oaml.checks").joinpath("dropped_notice.md").read_text(encoding="utf-8")

    assert expected == resource("hatch_oaml.checks", "dropped_notice.md")


def test_a_package_may_lie_in_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ZipFile(tmp_path / "loom.zip", "w") as archive:
        archive.writestr("loom_in_archive/__init__.py", "")
        archive.writestr("loom_in_archive/text.md", "一\r\n二\n".encode())
    monkeypatch.syspath_prepend(tmp_path / "loom.zip")

    assert "一\n二\n" == resource("loom_in_archive", "text.md")
    del sys.modules["loom_in_archive"]


def test_what_is_not_there_is_no_empty_text() -> None:
    with pytest.raises(FileNotFoundError):
        resource("hatch_oaml.checks", "no_such_page.md")


def test_what_gives_no_files_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "loom_of_namespace").mkdir()
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(FileNotFoundError, match="loom_of_namespace: what it was imported by can give no files"):
        resource("loom_of_namespace", "text.md")
