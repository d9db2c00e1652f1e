"""A permissive license whose grant was turned round is another license."""

from __future__ import annotations

from pathlib import Path

import pytest

from hatch_oaml.terms.known import read_license_text

PARTS = Path(__file__).parents[2] / "fixtures" / "projects" / "parts-under-other-terms"
MIT = (PARTS / "LICENSES" / "MIT.txt").read_text(encoding="utf-8")
APACHE = (PARTS / "tokenizer" / "LICENSE").read_text(encoding="utf-8")


def known(text: str) -> frozenset[str]:
    return read_license_text(text.encode()).known


def test_a_grant_as_it_is_published_is_known() -> None:
    assert {"mit"} == known(MIT)
    assert {"apache-2.0"} == known(APACHE)
    assert {"mit"} == known(f"{MIT}\nThe logo is a trademark of Beacon Works. Commercial support is available.\n")
    assert {"mit", "apache-2.0"} == known(f"{MIT}\n{APACHE}")


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("without restriction", "for non-commercial use"),
        ("free of charge", "for a fee"),
        ("publish, distribute", "publish, not distribute"),
        ("any person", "any student"),
    ],
)
def test_a_word_of_the_grant_that_was_changed_makes_another_license(words: str, instead: str) -> None:
    assert words in MIT
    assert frozenset() == known(MIT.replace(words, instead))


@pytest.mark.parametrize(
    "restriction",
    [
        "Additional restriction: no commercial use of any kind is permitted.",
        "Commercial use of the Software is strictly prohibited.",
        "The Software may not be used for commercial purposes.",
        "For research purposes only.",
        "本软件禁止商用。",
        "本软件仅供个人学习使用。",
    ],
)
def test_a_restriction_that_was_added_makes_another_license(restriction: str) -> None:
    assert frozenset() == known(f"{MIT}\n{restriction}\n")
    assert frozenset() == known(f"{restriction}\n\n{APACHE}")
