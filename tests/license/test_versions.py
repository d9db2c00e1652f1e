"""The registry of the license's versions."""

from __future__ import annotations

import pytest

from hatch_oaml.license import CURRENT, VERSIONS, LicenseVersion, canonical_text, is_published_pdf, names_license
from hatch_oaml.license.canonical import EDITIONS, bare_text, segments
from hatch_oaml.values.digests import sha256_of


@pytest.mark.parametrize("version", VERSIONS)
def test_the_text_is_the_published_one(version: LicenseVersion) -> None:
    assert sha256_of(bare_text(version).encode()) == version.digest


def test_the_identity_of_version_1_is_the_stewards() -> None:
    assert VERSIONS[0].digest == "98d08076c84e1f6685dd8cfccf85a1a8b3102fd7050eb8ac3f2a37ad21ba9152"
    assert len(bare_text(VERSIONS[0])) == 14_735


@pytest.mark.parametrize("version", VERSIONS)
def test_the_text_has_only_line_feeds_and_spaces_for_white_space(version: LicenseVersion) -> None:
    assert {letter for letter in canonical_text(version) if letter.isspace()} == {"\n", " "}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_clause_stands_in_both_editions(version: LicenseVersion, edition: str) -> None:
    numbers = [part.clause for part in segments(version) if part.edition == edition and part.kind == "clause"]

    assert list(dict.fromkeys(number for number in numbers if " " not in number)) == list(version.clauses)


@pytest.mark.parametrize("edition", EDITIONS)
def test_both_editions_have_title_headings_and_items(edition: str) -> None:
    labels = [part.clause for part in segments(CURRENT) if part.edition == edition]

    assert labels[:3] == ["", "1", "1.1"]
    assert [label for label in labels if label and "." not in label] == ["1", "2", "3", "4"]
    start = labels.index("3.1")
    assert labels[start : start + 7] == ["3.1", "3.1 1)", "3.1 2)", "3.1 3)", "3.1 4)", "3.1", "3.2"]


@pytest.mark.parametrize(
    "expression",
    [
        "LicenseRef-scancode-openatom-model-1.0",
        "licenseref-SCANCODE-openatom-model-1.0",
        "LicenseRef-OpenAtom-Model-License-1.0",
        "LicenseRef-OpenAtom-Model-1.0",
        "Apache-2.0 AND LicenseRef-scancode-openatom-model-1.0",
        "MIT OR (Apache-2.0 AND(LicenseRef-OpenAtom-Model-1.0))",
    ],
)
def test_an_id_or_synonym_names_the_license_in_any_case_and_company(expression: str) -> None:
    assert names_license(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "Apache-2.0",
        "OpenAtom-Model-1.0",
        "LicenseRef-OpenAtom-Model-1.0.1",
        "LicenseRef-OpenAtom-Model-1",
        "xLicenseRef-OpenAtom-Model-1.0",
        "DocumentRef-x:LicenseRef-OpenAtom-Model-1.0",
    ],
)
def test_only_the_whole_id_names_the_license(expression: str) -> None:
    assert not names_license(expression)


def test_the_published_pdf_is_known_by_its_digest() -> None:
    (digest,) = CURRENT.pdfs

    assert is_published_pdf(digest)
    assert not is_published_pdf(sha256_of(b"another"))
