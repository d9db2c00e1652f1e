from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.mislabelled_weights import CHECK

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample

DECLARED = 'tool.oaml.notices: "*.gguf"'


def test_parameters_that_an_option_calls_something_else_are_refused(
    release_with: ReleaseWith, file_with: FileWith
) -> None:
    file = file_with("NOTICE.gguf", b"GGUF", role="model", kind="weights", declared=DECLARED)

    [found] = CHECK.run(release_with(files=[file]))

    assert "NOTICE.gguf" == found.path
    assert DECLARED in found.message.en
    assert DECLARED in found.message.zh


def test_a_container_that_is_declared_to_be_data_is_none(release_with: ReleaseWith, file_with: FileWith) -> None:
    file = file_with("waves.npy", b"", role="complementary", kind="data", declared=DECLARED)

    assert [] == list(CHECK.run(release_with(files=[file])))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
