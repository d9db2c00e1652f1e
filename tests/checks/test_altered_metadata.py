from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.altered_metadata import CHECK
from hatch_oaml.records.project import Author
from hatch_oaml.rendering.wheel_facts import is_hatchlings
from tests.finished import release_of_sample

if TYPE_CHECKING:
    from hatch_oaml.release import Release
    from tests.conftest import PageShows, Sample


@pytest.fixture
def clean(sample: Sample) -> Release:
    return release_of_sample(sample(CHECK.name, "clean"))


def is_refused(release: Release, change: tuple[str, str]) -> bool:
    papers = release.held_against_manifest.papers
    assert papers is not None
    assert papers.metadata is not None
    text = papers.metadata.decode()
    assert change[0] in text
    papers = replace(papers, metadata=text.replace(*change, 1).encode(errors="surrogateescape"))
    return bool(list(CHECK.run(replace(release, integrity=replace(release.held_against_manifest, papers=papers)))))


@pytest.mark.parametrize(
    "change",
    [
        ("\nName: lantern", "\nName: other"),
        ("\nName: ", "\nName: other\nName: "),
        ("\nVersion: 0.2.0", "\nVersion: 0.2.1"),
        ("License-Expression: LicenseRef", "License-Expression: MIT OR LicenseRef"),
        ("License-Expression: ", "License-Expression: MIT\nLicense-Expression: "),
        ("License-Expression: ", "X-License: "),
        ("License-Expression: ", "license-expression: MIT\nLicense-Expression: "),
        ("License-Expression: ", "License: MIT\nLicense-Expression: "),
        ("License-Expression: ", "license:MIT\nLicense-Expression: "),
        ("\nName: ", "\nName:other\nName: "),
        ("License-Expression: ", "\r\nLicense-Expression: "),
        ("\nName: ", "\nSummary: \udcff\nName: "),
        ("\nAuthor-email: Beacon Works <models@", "\nAuthor-email: Example Lab <models@"),
        ("\nAuthor-email: ", "\nMaintainer-email: "),
        ("\nAuthor-email: ", "\nAuthor: Example Lab\nAuthor-email: "),
        ("\nLicense-File: NOTICE", ""),
        (
            "\nLicense-Expression: LicenseRef-scancode-openatom-model-1.0",
            "\nLicense-Expression: LicenseRef-scancode-openatom-model-1.0\n OR MIT",
        ),
        ("\nName: lantern-chat", "\nName: lantern-chat\n -other"),
        ("\nVersion: 0.2.0", "\nVersion: 0.2.0\n\t.post1"),
        ("\nName: ", "\nClassifier:\n License :: OSI Approved :: MIT License\nName: "),
        ("Metadata-Version", "\nMetadata-Version"),
        ("Metadata-Version", "\ufeffMetadata-Version"),
        ("\nLicense-Expression", "\ngarbage\nLicense-Expression"),
        ("\nLicense-Expression", "\nFoo bar : x\nLicense-Expression"),
        ("\nLicense-Expression", "\nSummary: a\x0bb\nLicense-Expression"),
        ("\nLicense-Expression", "\nSummary: a\u2028b\nLicense-Expression"),
        ("\nLicense-File: NOTICE", "\nLicense-File: NOTICE\nLicense-File: EULA"),
    ],
)
def test_other_terms_or_another_name_are_refused(clean: Release, change: tuple[str, str]) -> None:
    assert is_refused(clean, change)


@pytest.mark.parametrize(
    "change",
    [
        ("\nName: lantern-chat", "\nName: Lantern_Chat"),
        ("\nLicense-Expression", "\nSummary: a: b\nKeywords:\nLicense-Expression"),
        ("\nLicense-Expression", "\nSummary: A chat model.\nLicense-Expression"),
        ("\nLicense-Expression", "\nClassifier: Private :: Do Not Upload\nLicense-Expression"),
    ],
)
def test_what_says_nothing_of_terms_is_the_publisher_s_own(clean: Release, change: tuple[str, str]) -> None:
    assert not is_refused(clean, change)


@pytest.mark.parametrize(
    ("authors", "told"),
    [
        ((), "Author-email: Beacon Works <models@beacon.example>\n"),
        ((Author(name="Ada"), Author(name="灯塔工坊")), "Author: Ada, 灯塔工坊\n"),
        ((Author(name="Ada"), Author(email="a@b.example")), "Author: Ada\nAuthor-email: a@b.example\n"),
        ((Author(name="Lab, Inc.", email="a@b.example"),), 'Author-email: "Lab, Inc." <a@b.example>\n'),
        ((Author(name="Ada", email="@"),), "Author-email: Ada <@>\n"),
    ],
)
def test_publishers_are_told_as_hatchling_tells_them(clean: Release, authors: tuple[Author, ...], told: str) -> None:
    release = replace(clean, project=replace(clean.project, authors=authors))
    line = "Author-email: Beacon Works <models@beacon.example>\n"

    assert bool(not authors) == is_refused(release, (line, told))
    assert bool(authors) == is_refused(release, (line, ""))


def test_a_release_for_a_service_must_say_that_nobody_uploads_it(clean: Release) -> None:
    hosted = replace(clean, config=replace(clean.config, profile="hosted-service"), receiver="hosted-service")

    assert is_refused(hosted, ("Name", "Name"))
    assert not is_refused(
        hosted, ("\nLicense-File: NOTICE\n", "\nLicense-File: NOTICE\nClassifier: Private :: Do Not Upload\n")
    )


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "clean"))))
    page_shows(CHECK, release_of_sample(sample(CHECK.name, "faulty")))


FACTS = "Wheel-Version: 1.0\nGenerator: hatchling 1.33.0\nRoot-Is-Purelib: true\nTag: py2-none-any\nTag: py3-none-any\n"


@pytest.mark.parametrize(
    "archive",
    [
        *("x-1.0-py2.py3-none-any.whl", "renamed", "x.whl"),
        *("x-1.0-py3-none-any (1).whl", "x-1.0-py3-none-any(2).whl", "x-1.0-py3-none-any copy.whl"),
        *("x-1.0-py3-none-any - Copy.whl", "x-1.0-py3-none-any - 副本.whl", "x-1.0-py3-none-any 2.whl"),
    ],
)
def test_what_hatchling_says_of_a_wheel_fits_its_name(archive: str) -> None:
    assert is_hatchlings(FACTS.encode(), archive)


@pytest.mark.parametrize(
    "archive", ["x-1.0-py3-none-any.whl", "x-1.0-py2.py3-none-win_amd64.whl", "x-1.0-cp311-cp311-any.whl"]
)
def test_a_name_that_tells_of_other_systems_is_refused(archive: str) -> None:
    assert not is_hatchlings(FACTS.encode(), archive)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tag: py2-none-any\n", ""),
        ("py3-none-any", "py3-none-win_amd64"),
        ("py3-none-any", "py3"),
        ("py3-none-any", ".".join(map(str, range(9999))) + "-none-any"),
        ("hatchling", "flit"),
        ("true", "yes"),
        ("1.0\n", "1.0\nX: y\n"),
        ("Tag: py2", "Tag: \udcff"),
    ],
)
def test_what_it_would_not_say_is_refused(old: str, new: str) -> None:
    assert old in FACTS
    facts = FACTS.replace(old, new, 1).encode(errors="surrogateescape")

    assert not is_hatchlings(facts, "x-1.0-py2.py3-none-any.whl")
