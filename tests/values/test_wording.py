"""What a stranger wrote is shown so that it moves no cursor and hides nothing; and one place does it."""

from __future__ import annotations

import ast
import json
import sys
import unicodedata
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given, strategies as st

import hatch_oaml
from hatch_oaml.values.invisible import SPACES, UNSEEN
from hatch_oaml.values.log_lines import json_text, toml_text
from hatch_oaml.values.toml_tables import parse_toml
from hatch_oaml.values.wording import (
    abbreviated,
    printable,
    readable,
    shown_name,
    shown_value,
    toml_string,
    without_endless_words,
)

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
    "Hangul filler": "\u3164",
    "halfwidth Hangul filler": "\uffa0",
    "Hangul choseong filler": "\u115f",
    "Hangul jungseong filler": "\u1160",
    "braille blank": "\u2800",
    "grapheme joiner": "\u034f",
    "Khmer inherent vowel": "\u17b4",
    "Mongolian vowel separator": "\u180e",
    "variation selector": "\ufe0f",
    "typographic space": "\u2003",
}


DRAWN = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13456)}
ANNOTATIONS = range(0xFFF9, 0xFFFC)


def is_format(letter: str) -> bool:
    """Of the category Cf, and neither drawn nor an annotation, by the derivation of Default_Ignorable_Code_Point."""
    return unicodedata.category(letter) == "Cf" and ord(letter) not in DRAWN and ord(letter) not in ANNOTATIONS


@pytest.mark.parametrize("poison", POISON.values(), ids=POISON)
def test_poison_is_shown_as_an_escape(poison: str) -> None:
    shown = printable(f"模型{poison}.bin")

    assert shown.isprintable()
    assert not UNSEEN.search(shown)
    assert shown.startswith("模型")
    assert "\\" in shown


@given(text=st.text())
def test_what_is_shown_holds_nothing_unseen_and_is_one_line(text: str) -> None:
    assert {unicodedata.category(letter) for letter in printable(text)} <= {
        *("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No"),
        *("Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs"),
    }
    assert len(printable(text).splitlines()) <= 1


@pytest.mark.parametrize("space", SPACES)
def test_a_space_of_a_language_is_shown_as_it_is(space: str) -> None:
    assert f"模型{space}说明" == printable(f"模型{space}说明")


def test_spaces_of_languages_are_spaces() -> None:
    assert {"Zs"} == {unicodedata.category(space) for space in SPACES}


@pytest.mark.parametrize("letter", [*filter(is_format, map(chr, range(sys.maxunicode + 1)))])
def test_a_format_character_is_ignorable_unless_it_is_drawn(letter: str) -> None:
    assert UNSEEN.match(letter)


def test_what_is_unseen_is_no_space_and_no_usual_letter() -> None:
    unseen = {chr(code) for code in range(sys.maxunicode + 1) if UNSEEN.match(chr(code))}

    assert set() == unseen & SPACES.keys()
    assert {"Cf", "Cn", "Lo", "Mn", "So"} == {unicodedata.category(letter) for letter in unseen}
    assert {"\u115f", "\u1160", "\u3164", "\uffa0"} == {
        letter for letter in unseen if unicodedata.category(letter) == "Lo" and "FILLER" in unicodedata.name(letter)
    }


@given(text=st.text(st.characters(categories=["L", "N", "P", "S"])).filter(lambda text: not UNSEEN.search(text)))
def test_letters_of_every_script_stay_as_they_are(text: str) -> None:
    assert text == printable(text)


def test_a_long_text_is_cut() -> None:
    assert "x" * 119 + "…" == abbreviated("x" * 4000)


def test_of_a_name_without_an_end_the_beginning_and_the_end_are_shown() -> None:
    assert "x" * 400 + "…" + "y" * 400 == shown_name("x" * 4000 + "y" * 4000)
    assert f"no {'x' * 400}…{'y' * 400} there" == without_endless_words(f"no {'x' * 4000}{'y' * 4000} there")


@given(text=st.text(max_size=300))
def test_names_that_people_give_are_shown_whole(text: str) -> None:
    assert printable(text) == shown_name(text)
    assert text * 20 == without_endless_words(text * 20) or max(map(len, (text * 20).split())) >= 4096


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_a_string_of_toml_can_be_pasted_and_shows_all_that_is_in_it(text: str) -> None:
    assert {"key": text} == parse_toml(f"key = {toml_string(text)}\n".encode(), "x.toml")
    assert toml_string(text) == printable(toml_string(text))


@given(
    values=st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"]))
    )
)
def test_a_document_means_the_same_with_what_cannot_be_seen_escaped(values: dict[str, str]) -> None:
    in_toml, in_json = toml_text(tomli_w.dumps(values)), json_text(json.dumps(values, ensure_ascii=False, indent=2))

    assert values == parse_toml(in_toml.encode(), "x.toml")
    assert values == json.loads(in_json)
    for line in (in_toml + in_json).split("\n"):
        assert line == printable(line)


def test_a_name_that_is_no_text_stands_as_an_escape_in_json() -> None:
    assert r'"a\udcff"' == json_text('"a\udcff"')


@pytest.mark.parametrize(
    "value",
    [16**6000, [16**6000], {"x": -(16**6000)}, "x" * 5000, [1] * 5000],
    ids=["number", "array", "table", "text", "numbers"],
)
def test_a_value_of_any_length_is_shown_shortly(value: object) -> None:
    assert len(shown_value(value)) <= 80


def test_what_people_read_has_the_words_alone() -> None:
    assert "Kelp Corp 模型" == readable("Kelp \u202eCorp \x1b\u200b模型")


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
