from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.unclassified_file import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample


def test_a_file_whose_name_says_nothing_is_told(release_with: ReleaseWith, file_with: FileWith) -> None:
    roles = '\n\n    [tool.oaml.roles]\n    "/books/codebook.q8" = "complementary"'
    expected = Finding(
        path="books/codebook.q8",
        message=Bilingual(
            en="the file's name does not tell its role; it is released as Complementary Material",
            zh="从文件名无法判断其角色；该文件将作为补充材料发布",
        ),
        fix=Bilingual(
            en=f'say its role: "model", "complementary" or "legal"{roles}',
            zh=f'写明其角色："model"、"complementary" 或 "legal"{roles}',
        ),
    )
    assert [expected] == list(CHECK.run(release_with(files=[file_with("books/codebook.q8")])))


@pytest.mark.parametrize("role", ["model", "complementary", "legal"])
def test_a_file_whose_role_the_project_says_is_known(release_with: ReleaseWith, file_with: FileWith, role: str) -> None:
    release = release_with(files=[file_with("codebook.q8")], config={"roles": {"*.q8": role}})

    assert [] == list(CHECK.run(release))


@pytest.mark.parametrize("path", ["model.gguf", "tokenizer.json", "demo.py", "README.md", "NOTICE", "vocab.txt"])
def test_a_file_whose_name_tells_is_known(release_with: ReleaseWith, file_with: FileWith, path: str) -> None:
    assert [] == list(CHECK.run(release_with(files=[file_with(path)])))


def test_only_complementary_material_is_asked_for_its_role(release_with: ReleaseWith, file_with: FileWith) -> None:
    assert [] == list(CHECK.run(release_with(files=[file_with("codebook.q8", role="legal", kind="other")])))


def test_it_only_tells_and_does_not_refuse() -> None:
    assert CHECK.severity == "advisory"


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
