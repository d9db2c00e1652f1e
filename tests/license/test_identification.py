"""A license text is told by its words or its title, and by nothing less."""

from __future__ import annotations

import pytest

from hatch_oaml.license.identification import LICENSE_TITLES, LicenseTitle, license_of_text, titles_in
from tests.conftest import LICENSE, LICENSE_ID

every_title = pytest.mark.parametrize("title", LICENSE_TITLES, ids=lambda title: title.id)


@every_title
def test_a_title_tells_its_own_license_alone(title: LicenseTitle) -> None:
    assert [title.id] == titles_in(title.yes)
    assert title.id == license_of_text(title.yes.encode())


@every_title
def test_a_text_that_comes_near_is_not_that_license(title: LicenseTitle) -> None:
    assert title.id not in titles_in(title.no)


def test_our_license_is_told_by_its_words_and_an_altered_one_is_none() -> None:
    assert LICENSE_ID == license_of_text(LICENSE)
    assert LICENSE_ID == license_of_text(LICENSE.replace(b"\n", b"\r\n"))
    assert "" == license_of_text(LICENSE.replace(b"3.1", b"3.9"))
