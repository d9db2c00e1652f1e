"""A placeholder is known wherever something should have been written, in both languages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import hatch_oaml
from hatch_oaml.values import placeholders
from hatch_oaml.values.placeholders import PLACEHOLDERS, is_placeholder


@pytest.mark.parametrize("word", sorted(word for words in PLACEHOLDERS.values() for word in words))
def test_each_word_alone_is_a_placeholder(word: str) -> None:
    assert is_placeholder(word)
    assert is_placeholder(f" <{word.upper()}>。")


@pytest.mark.parametrize("text", ["TODO: say how", "待补充：说明如何修改", "xx", "To be done"])
def test_what_begins_with_one_is_one(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text", ["", "…", "LoRA on 12k dialogues", "量化为四比特", "the todo list of the demo was dropped"]
)
def test_a_sentence_is_none(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize("word", ["fixme", "待补"])
def test_no_other_module_has_a_list_of_them(word: str) -> None:
    package = Path(hatch_oaml.__file__).parent
    spelt = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and word in node.value
    }

    assert {Path(placeholders.__file__).relative_to(package).as_posix()} == spelt - {"values/generic_words.py"}
