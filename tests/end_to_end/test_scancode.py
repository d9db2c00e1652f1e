"""ScanCode, which does not know the license by its text, names it by the page of modifications."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.building import build, project_in
from tests.end_to_end.conftest import environment_with
from tests.finished import members_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(sys.platform == "win32", reason="it is not made for this system in one program"),
]


@pytest.fixture(scope="module")
def scancode(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In an environment of its own: its plugins are found by no pluggy of these days."""
    packages = ("scancode-toolkit==32.*", "pluggy==1.5.*", "setuptools<80")
    return environment_with(tmp_path_factory.mktemp("environment"), *packages) / "scancode"


def test_it_names_the_license_by_the_page(scancode: Path, tmp_path: Path) -> None:
    project = project_in(tmp_path)
    assert 0 == build(project, "-t", "oaml").returncode
    (archive,) = project.glob("dist-oaml/*.tar")
    page, found = tmp_path / "MODIFICATIONS.md", tmp_path / "found.json"
    page.write_bytes(members_of(archive)[f"lantern_chat-0.2.0/{page.name}"])

    subprocess.run([scancode, "--quiet", "--license", "--json", found, page], check=True)

    (file,) = json.loads(found.read_text(encoding="utf-8"))["files"]
    assert "openatom-model-1.0" == file["detected_license_expression"]
    assert [100.0] == [match["score"] for one in file["license_detections"] for match in one["matches"]]
