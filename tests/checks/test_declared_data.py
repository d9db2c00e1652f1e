from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.declared_data import CHECK

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample


def test_a_container_that_nobody_declares_needs_no_word(release_with: ReleaseWith, file_with: FileWith) -> None:
    assert [] == list(CHECK.run(release_with(files=[file_with("data/waves.npy", b"")])))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
