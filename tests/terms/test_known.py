"""Known licenses are known by their text, however it is set, and are not taken for one another."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.license import VERSIONS, LicenseVersion, canonical_text
from hatch_oaml.terms import known as terms
from hatch_oaml.terms.known import PUBLISHED, key_of, known_licenses, read_license_text
from tests.conftest import LICENSE
from tests.terms.texts import APACHE, BSD_2, BSD_3, GRANT, ISC, MIT, OWN, X11, ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = {
    "mit": MIT,
    "x11": X11,
    "bsd-2-clause": BSD_2,
    "bsd-3-clause": BSD_3,
    "isc": ISC,
    "0bsd": ZERO,
    "apache-2.0": APACHE,
}
each = pytest.mark.parametrize(("key", "text"), TEXTS.items(), ids=TEXTS)


def known(text: str | bytes) -> set[str]:
    return set(read_license_text(text if isinstance(text, bytes) else text.encode()).known)


@each
def test_a_text_is_that_license_and_no_other(key: str, text: str) -> None:
    assert {key} == known(text)


@each
def test_it_does_not_matter_how_it_is_set(key: str, text: str) -> None:
    wrapped = "\n\n".join(textwrap.fill(" ".join(part.split()), 50) for part in text.split("\n\n"))

    assert {key} == known(wrapped)
    assert {key} == known(text.upper().replace('"', "“").replace("\n", "\r\n"))
    assert {key} == known("\ufeff" + text.replace("license", "licence"))
    assert {key} == known(f"# {text}\n\nWritten with love.\n")
    assert {key} == known(text.encode("utf-16"))


@each
def test_half_of_a_text_is_not_that_license(key: str, text: str) -> None:
    assert key not in known(text[: len(text) // 2])


def test_several_texts_in_one_file_are_each_known() -> None:
    assert {"mit", "apache-2.0"} == known(f"{MIT}\n\n{APACHE}")


@pytest.mark.parametrize(
    "text", ["", "   \n", "MIT", "TODO", OWN, "The MIT license holds for this.", APACHE.split("1. Definitions")[0]]
)
def test_a_word_about_a_license_is_not_its_text(text: str) -> None:
    assert set() == known(text)


@pytest.mark.parametrize("text", ["", " \n\t", "MIT", "see website"])
def test_next_to_nothing_is_empty(text: str) -> None:
    assert read_license_text(text.encode()).is_empty


def test_the_openatom_license_is_known_as_ours_and_as_no_other() -> None:
    ours = read_license_text(LICENSE)

    assert (True, True, frozenset()) == (ours.is_published, ours.names_ours, ours.known)
    about = read_license_text(b"We release it under the OpenAtom Model License, Version 1.0, as you see.")
    assert (False, True) == (about.is_published, about.names_ours)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.id)
def test_what_is_said_of_the_published_text_is_what_its_words_say(version: LicenseVersion) -> None:
    compared = terms._compared(canonical_text(version).encode())

    assert replace(compared, is_published=True) == PUBLISHED


def test_who_must_keep_the_copyright_line_is_told_by_the_text() -> None:
    wanting = {key for key, one in known_licenses().items() if one.wants_copyright}

    assert {"mit", "isc", "bsd-2-clause", "bsd-3-clause", "x11"} <= wanting
    assert wanting.isdisjoint({"mit-0", "0bsd", "apache-2.0", "unlicense", "cc0-1.0", "gpl-3.0"})


@pytest.mark.parametrize("license_id", ["GPL-2.0", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-2.0+", "gpl-2.0-ONLY"])
def test_all_of_one_version_have_one_text(license_id: str) -> None:
    assert "gpl-2.0" == key_of(license_id)


def test_every_sample_is_large_enough_to_tell_something() -> None:
    assert len(known_licenses()) > 100
    assert all(len(one.common) >= 8 for one in known_licenses().values())
    assert all(re.fullmatch(r"[0-9a-f]{6}", run) for one in known_licenses().values() for run in one.common | one.own)


def in_the_wild() -> Iterator[tuple[str, bytes]]:
    """What installed distributions say that their one license text is."""
    for distribution in metadata.distributions():
        expression = next(iter(distribution.metadata.get_all("License-Expression") or []), "")
        named = distribution.metadata.get_all("License-File") or []
        if key_of(expression) not in known_licenses() or len(named) != 1:
            continue
        for file in distribution.files or []:
            if str(file).endswith(f"licenses/{named[0]}"):
                yield expression, bytes(file.locate().read_bytes())  # type: ignore[attr-defined]  # a path


def test_the_texts_of_installed_distributions_are_what_these_say() -> None:
    found = list(in_the_wild())
    right = [expression for expression, data in found if key_of(expression) in known(data)]

    assert len(found) > 5
    assert len(right) >= 0.9 * len(found)


def test_the_grant_of_mit_is_in_x11_and_does_not_make_it_mit() -> None:
    assert ({"mit"}, {"x11"}) == (known(GRANT), known(X11))
