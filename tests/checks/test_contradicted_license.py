from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.contradicted_license import CHECK
from hatch_oaml.statements import statements_of
from tests.conftest import LICENSE_ID

if TYPE_CHECKING:
    from hatch_oaml.release import Release
    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample


def with_card(
    release_with: ReleaseWith, file_with: FileWith, front: str, path: str = "README.md", **more: object
) -> Release:
    text = f"---\n{front}\n---\n"
    file = file_with(path, text, statements=statements_of(path, text.encode()))
    return release_with(files=[file], **more)  # type: ignore[arg-type]  # fields of a release


def lines(release: Release) -> list[int | None]:
    return [finding.line for finding in CHECK.run(release)]


@pytest.mark.parametrize(
    "front",
    [
        "license: apache-2.0",
        "license: [mit]",
        "license:\n- mit",
        "license: other\nlicense_name: llama3",
        "license: cc-by-nc-4.0",
        '{"license": "mit"}',
        "? license\n: mit",
        "license: other\nlicense_name: openatom-model-license-1.0\nlicense_link: https://www.apache.org/licenses/LICENSE-2.0",
        "license_link: https://opensource.org/license/mit",
    ],
)
def test_a_card_that_names_another_license_is_refused(
    release_with: ReleaseWith, file_with: FileWith, front: str
) -> None:
    assert 1 == len(lines(with_card(release_with, file_with, front)))


@pytest.mark.parametrize(
    "front",
    [
        "license: other\nlicense_name: openatom-model-license-1.0\nlicense_link: LICENSE",
        "license: other",
        "license: unknown",
        "language: zh",
        f"license: {LICENSE_ID}",
        "license: other\nlicense_name: OpenAtom Model License",
        "license: other\nlicense_name: 开放原子模型许可证",
        f"license: mit AND {LICENSE_ID}",
        f"license: {LICENSE_ID}\nlicense_link: https://example.org/LICENSE",
    ],
)
def test_a_card_that_names_this_license_or_none_is_lawful(
    release_with: ReleaseWith, file_with: FileWith, front: str
) -> None:
    assert [] == lines(with_card(release_with, file_with, front))


@pytest.mark.parametrize("path", ["docs/README.md", "MODEL_CARD.md"])
def test_hubs_show_the_card_at_the_top_alone(release_with: ReleaseWith, file_with: FileWith, path: str) -> None:
    assert [] == lines(with_card(release_with, file_with, "license: mit", path))


@pytest.mark.parametrize(
    "path", ["README_zh.md", "README_CN.md", "readme-en.md", "README_zh-Hans.md", "README.zh-CN.md"]
)
def test_the_card_in_another_language_is_one(release_with: ReleaseWith, file_with: FileWith, path: str) -> None:
    assert [2] == lines(with_card(release_with, file_with, "license: mit", path))
    assert [] == lines(with_card(release_with, file_with, "license: mit", "README_dataset.md"))


def test_an_author_may_offer_another_license_and_who_has_it_from_others_may_not(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    front = f"license: mit OR {LICENSE_ID}"
    base = base_with(file_with("a.py", "a"))

    assert [] == lines(with_card(release_with, file_with, front))
    assert [2] == lines(with_card(release_with, file_with, front, bases=[base]))


def test_a_card_as_the_base_had_it_is_shown_all_the_same(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(file_with("README.md", "---\nlicense: mit\n---\n"))

    assert [2] == lines(with_card(release_with, file_with, "license: mit", bases=[base]))


def with_project(release: Release, **changes: object) -> Release:
    return replace(release, project=replace(release.project, **changes))  # type: ignore[arg-type]  # fields of a project


def test_an_author_may_offer_several(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> None:
    both = f"MIT OR {LICENSE_ID}"
    original = with_project(with_card(release_with, file_with, "license: mit"), license_expression=both)
    derivative = with_card(release_with, file_with, "license: mit", bases=[base_with(file_with("a", "a"))])

    assert [] == lines(original)
    assert [2] == lines(with_project(derivative, license_expression=both))


@pytest.mark.parametrize(
    ("classifier", "expected"),
    [
        ("License :: OSI Approved :: MIT License", 1),
        ("License :: OSI Approved :: GNU General Public License v3 or later (GPLv3+)", 1),
        ("License :: Public Domain", 1),
        ("License :: Other/Proprietary License", 0),
        ("License :: OSI Approved", 0),
        ("Programming Language :: Python", 0),
    ],
)
def test_a_classifier_that_names_another_license_is_refused(
    release_with: ReleaseWith, classifier: str, expected: int
) -> None:
    assert expected == len(lines(with_project(release_with(), classifiers=(classifier,))))


@pytest.mark.parametrize(
    ("classifier", "license_id"),
    [
        ("License :: OSI Approved :: MIT License", "MIT"),
        ("License :: OSI Approved :: Apache Software License", "Apache-2.0"),
        ("License :: OSI Approved :: GNU Lesser General Public License v2 or later (LGPLv2+)", "LGPL-2.1-or-later"),
    ],
)
def test_a_classifier_of_a_part_s_license_is_lawful(
    release_with: ReleaseWith, classifier: str, license_id: str
) -> None:
    release = release_with(config={"part": [{"files": ["lib/**"], "license": license_id}]})

    assert [] == lines(with_project(release, classifiers=(classifier,)))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))


def test_the_readme_that_indexes_show_is_a_card_wherever_it_lies(
    release_with: ReleaseWith, file_with: FileWith
) -> None:
    release = with_card(release_with, file_with, "license: mit", "docs/CARD.md")
    shown = replace(release, project=replace(release.project, readme="docs/CARD.md"))

    assert [] == lines(release)
    assert [2] == lines(shown)
