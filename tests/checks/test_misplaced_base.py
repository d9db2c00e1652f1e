from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.misplaced_base import CHECK

if TYPE_CHECKING:
    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample

NAMES = ("config.json", "modeling.py", "model.safetensors")


def test_a_base_that_was_recorded_a_folder_too_low_is_told(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(*(file_with(name, name) for name in NAMES), name="kelp-lab/Kelp")
    release = release_with(files=[file_with(f"chat/{name}", name) for name in NAMES], bases=[base])

    [finding] = CHECK.run(release)

    assert "bases/1.toml" == finding.path
    assert "none of the files of kelp-lab/Kelp lies where its record has it" in finding.message.en
    assert "各文件已与 `chat/` 之下的同名路径相比较" in finding.message.zh


def test_a_base_whose_files_lie_where_they_lay_is_not(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    files = [file_with(name, name) for name in NAMES]

    assert [] == list(CHECK.run(release_with(files=files, bases=[base_with(*files)])))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
