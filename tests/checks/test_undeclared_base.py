from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.undeclared_base import CHECK

if TYPE_CHECKING:
    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample


def test_a_project_that_says_nothing_of_its_base_is_refused(release_with: ReleaseWith) -> None:
    [finding] = CHECK.run(release_with(config={"original": False}))

    assert finding.path == "pyproject.toml"
    assert finding.message.en == (
        "`tool.oaml` names no base and does not say that the release is original, so nobody can tell which notices"
        " must be kept and which files were modified"
    )
    assert finding.message.zh == (
        "`tool.oaml` 既没有列出基础模型，也没有声明本发布为原始发布，因而无法判断哪些声明必须保留、哪些文件经过修改"
    )
    assert finding.fix.en == (
        "if the model builds on another, record it\n\n"
        "    hatch-oaml record SOURCE --name NAME --version VERSION --output bases/NAME.toml\n\n"
        "and name the record in pyproject.toml\n\n"
        "    [tool.oaml]\n"
        '    bases = ["bases/NAME.toml"]\n\n'
        "if nothing is upstream, say so there instead\n\n"
        "    [tool.oaml]\n"
        "    original = true"
    )


def test_a_project_that_says_it_is_original_has_said_enough(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with()))


def test_a_project_that_names_a_base_has_said_enough(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    assert [] == list(CHECK.run(release_with(bases=[base_with(file_with("README.md", "# BlueLM\n"))])))


def test_a_hosted_service_must_say_it_too(release_with: ReleaseWith) -> None:
    release = release_with(config={"original": False, "profile": "hosted-service"})

    assert ["undeclared-base"] == [ruling.check for ruling in CHECK.rulings(release)]


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
