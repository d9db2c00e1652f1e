"""Who builds a release folder is told what no hub takes, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.packing import hub_advice
from hatch_oaml.records.generated import GENERATED
from tests.building import build, project_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import FileWith, ReleaseWith

SAID = "hubs take at most", "模型平台的单个"


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "README.md"
    path.write_text("---\nlicense: other\nlicense_name: openatom-model-license-1.0\nlicense_link: LICENSE\n---\n")
    return path


def told(release_with: ReleaseWith, file_with: FileWith, card: Path, *files: tuple[str, int]) -> list[str]:
    readme = file_with("README.md", card.read_bytes(), source=str(card))
    found = [*(file_with(path, size=size) for path, size in files), readme]
    said = list(hub_advice.hub_advice(release_with(files=found)))
    assert all(SAID[0] in text.en and SAID[1] in text.zh for text in said)
    return [text.en for text in said]


def test_a_file_that_is_larger_than_hubs_take_is_told(
    release_with: ReleaseWith, file_with: FileWith, card: Path
) -> None:
    size = 500_000_000_001

    assert [] == told(release_with, file_with, card, ("model.safetensors", size - 1))
    (said,) = told(release_with, file_with, card, ("model.safetensors", size))
    assert said.startswith("model.safetensors: 500,000,000,001 bytes")


@pytest.mark.parametrize(("folder", "more", "shown"), [("", 1 + len(GENERATED), "."), ("data/", 0, "data")])
def test_a_folder_of_more_files_than_hubs_take_is_told(  # fixtures
    release_with: ReleaseWith,
    file_with: FileWith,
    card: Path,
    monkeypatch: pytest.MonkeyPatch,
    folder: str,
    more: int,
    shown: str,
) -> None:
    monkeypatch.setattr(hub_advice, "MOST_IN_A_FOLDER", 10)

    files = [(f"{folder}{number}.txt", 1) for number in range(11)]

    assert [] == told(release_with, file_with, card, *files[: 10 - more])
    (said,) = told(release_with, file_with, card, *files[: 11 - more])
    assert said.startswith(f"{shown}: 11 files")


def test_more_files_than_hubs_take_in_all_are_told(
    release_with: ReleaseWith, file_with: FileWith, card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_advice, "MOST_FILES", 10)

    assert [] == told(release_with, file_with, card, *((f"{number}/x", 1) for number in range(9 - len(GENERATED))))
    (said,) = told(release_with, file_with, card, *((f"{number}/x", 1) for number in range(10 - len(GENERATED))))
    assert said.startswith("11 files in all")


def test_a_build_tells_what_the_card_lacks_of_the_folder_alone(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    card = project / "README.md"
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("license_link: LICENSE\n", ""), encoding="utf-8")
    assert text != card.read_text(encoding="utf-8")

    archive, folder = build(project, "-t", "oaml:tar"), build(project, "-t", "oaml:folder")

    assert 0 == archive.returncode == folder.returncode
    assert "license_link: LICENSE" not in archive.stdout + archive.stderr
    said = folder.stdout + folder.stderr
    assert "README.md: hubs show this license" in said
    assert "README.md：只有 front matter" in said
    assert "license_link" not in card.read_text(encoding="utf-8"), "the card is its author's"
