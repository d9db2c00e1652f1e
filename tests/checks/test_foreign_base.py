from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks import missing_license
from hatch_oaml.checks.foreign_base import CHECK
from hatch_oaml.records.publication import Publication
from tests.comparing import compared_trees
from tests.conftest import LICENSE_ID

if TYPE_CHECKING:
    from tests.conftest import BaseWith, PageShows, ReleaseWith, Sample


@pytest.mark.parametrize("name", ["", LICENSE_ID, "LicenseRef-openatom-model-license-1.0", "LicenseRef-OpenAtom"])
def test_a_base_that_may_be_under_the_license_asks_for_it(
    release_with: ReleaseWith, base_with: BaseWith, name: str
) -> None:
    release = replace(
        release_with(bases=[base_with(license=name)], license=None), publication=Publication(name="release")
    )

    assert [] == list(CHECK.run(release))
    assert 1 == len(list(missing_license.CHECK.rulings(release)))


def test_one_base_under_the_license_is_enough_to_ask_for_it(release_with: ReleaseWith, base_with: BaseWith) -> None:
    bases = [base_with(license="MIT"), base_with(name="b", license=LICENSE_ID)]
    release = replace(release_with(bases=bases, license=None), publication=Publication(name="release"))

    assert ["vivo-ai/BlueLM-7B-Chat"] == [finding.path for finding in CHECK.run(release)]
    assert 1 == len(list(missing_license.CHECK.rulings(release)))


def test_bases_that_are_all_under_another_license_ask_for_none(release_with: ReleaseWith, base_with: BaseWith) -> None:
    release = replace(
        release_with(bases=[base_with(license="MIT")], license=None), publication=Publication(name="release")
    )

    assert [] == list(missing_license.CHECK.rulings(release))


def test_a_project_s_license_is_asked_for_whatever_its_base_says(
    release_with: ReleaseWith, base_with: BaseWith
) -> None:
    release = release_with(bases=[base_with(license="MIT")], license=None)

    assert [] == list(CHECK.rulings(release))
    assert 1 == len(list(missing_license.CHECK.rulings(release)))


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    clean, faulty = (
        compared_trees(sample(CHECK.name, side) / "release", sample(CHECK.name, side) / "base")
        for side in ("clean", "faulty")
    )

    assert [] == list(CHECK.run(clean))
    page_shows(CHECK, faulty)
