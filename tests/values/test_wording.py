"""What a stranger wrote is shown so that it moves no cursor and hides nothing; and one place does it."""

from __future__ import annotations

import ast
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import hatch_oaml
from hatch_oaml.values.wording import abbreviated, printable

POISON = {
    "escape": "\x1b[31m",
    "bell": "\x07",
    "C1": "\x9b31m",
    "line feed": "a\nb",
    "carriage return": "a\rb",
    "line separator": "a\u2028b",
    "paragraph separator": "a\u2029b",
    "next line": "a\x85b",
    "right to left override": "\u202e",
    "isolate": "\u2066",
    "zero width space": "\u200b",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "undecodable byte": "\udcff",
    "tag character": "\U000e0041",
}


@pytest.mark.parametrize("poison", POISON.values(), ids=POISON)
def test_poison_is_shown_as_an_escape(poison: str) -> None:
    shown = printable(f"模型{poison}.bin")

    assert shown.isprintable()
    assert shown.startswith("模型")
    assert "\\" in shown


@given(text=st.text())
def test_what_is_shown_holds_nothing_unseen_and_is_one_line(text: str) -> None:
    assert {unicodedata.category(letter) for letter in printable(text)} <= {
        *("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No"),
        *("Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs"),
    }
    assert len(printable(text).splitlines()) <= 1


@given(text=st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_letters_of_every_script_stay_as_they_are(text: str) -> None:
    assert text == printable(text)


def test_a_long_text_is_cut() -> None:
    assert "x" * 119 + "…" == abbreviated("x" * 4000)


def test_no_other_module_makes_foreign_text_visible_by_itself() -> None:
    package = Path(hatch_oaml.__file__).parent
    homes = {"values/wording.py", "license/markings.py", "weights/_not_weights.py"}
    """The one; what shows the words of a license, where even a space must be seen; and what tells a text from weights."""
    found = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_bytes()))
        if (isinstance(node, ast.Attribute) and node.attr in {"isprintable", "category"})
        or (isinstance(node, ast.Constant) and node.value == "unicode_escape")
    }

    assert homes == found
