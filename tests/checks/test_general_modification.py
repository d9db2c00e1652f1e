from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.checks import silent_modification
from hatch_oaml.checks.general_modification import CHECK
from hatch_oaml.records.publication import Publication, Telling
from hatch_oaml.values.paths import archive_path
from tests.comparing import compared_trees

if TYPE_CHECKING:
    from hatch_oaml.release import Release
    from tests.conftest import BaseWith, FileWith, PageShows, ReleaseWith, Sample

GENERAL = Telling(path=archive_path("README.md"), line=3, says="Fine-tuned from Lantern-Tiny.")


def _release(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, *general: Telling) -> Release:
    base = base_with(file_with("model.safetensors", "old"), file_with("chat.py", "old"))
    files = [file_with("model.safetensors", "new"), file_with("chat.py", "new")]
    publication = Publication(name="release", general=general)
    return replace(release_with(files=files, bases=[base]), publication=publication)


def test_a_word_in_general_takes_the_place_of_the_error_on_model_files_alone(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = _release(release_with, base_with, file_with, GENERAL)

    assert [("README.md", 3)] == [(finding.path, finding.line) for finding in CHECK.run(release)]
    assert ["chat.py"] == [finding.path for finding in silent_modification.CHECK.run(release)]


def test_without_one_it_is_silent_and_the_error_is_not(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = _release(release_with, base_with, file_with)

    assert [] == list(CHECK.run(release))
    assert ["chat.py", "model.safetensors"] == [finding.path for finding in silent_modification.CHECK.run(release)]


def test_a_project_is_not_asked(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.rulings(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    clean, faulty = (
        compared_trees(sample(CHECK.name, side) / "release", sample(CHECK.name, side) / "base")
        for side in ("clean", "faulty")
    )

    assert [] == list(CHECK.run(clean))
    page_shows(CHECK, faulty)
