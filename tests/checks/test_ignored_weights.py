from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.ignored_weights import CHECK
from hatch_oaml.records.build_facts import LeftOutWeights
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample


def left_out(*paths: str, setting: str | None = None) -> tuple[LeftOutWeights, ...]:
    return tuple(LeftOutWeights(path=archive_path(path), setting=setting) for path in paths)


def test_weights_that_version_control_ignores_are_told_once_with_the_setting_that_takes_them(
    release_with: ReleaseWith,
) -> None:
    release = release_with(left_out_weights=left_out("a.gguf", "b.gguf", "weights/c.dat"))

    [found] = CHECK.run(release)

    assert "a.gguf" == found.path
    assert "ignores 3 weight files" in found.message.en
    assert "`a.gguf`, `b.gguf`, `weights/c.dat`" in found.message.en
    assert '    model = ["*.gguf", "/weights/c.dat"]' in found.fix.en.splitlines()
    assert '    model = ["*.gguf", "/weights/c.dat"]' in found.fix.zh.splitlines()


def test_weights_left_out_of_a_shared_folder_are_told_by_its_option(release_with: ReleaseWith) -> None:
    [found] = CHECK.run(release_with(left_out_weights=left_out("w/a.gguf", setting="shared-data")))

    assert "`shared-data` of the wheel" in found.message.en
    assert "take the folder out of `shared-data`" in found.fix.en


def test_what_lies_in_the_store_beside_the_model_is_told_once(release_with: ReleaseWith) -> None:
    [found] = CHECK.run(release_with(left_out_weights=left_out("blob.dat", "a/config.json", setting="model-root")))

    assert "2 objects lie below `model-root`" in found.message.en
    assert "`blob.dat`、`a/config.json`" in found.message.zh


def test_where_there_is_no_model_another_check_tells_of_them(release_with: ReleaseWith, file_with: FileWith) -> None:
    release = release_with(files=[file_with("README.md")], left_out_weights=left_out("a.gguf"))

    assert [] == list(CHECK.run(release))


def test_a_release_with_all_its_weights_is_silent(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
