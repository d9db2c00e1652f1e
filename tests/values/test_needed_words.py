"""What needs one of some words matches no text without them, and an expression is compiled for none of the first."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import sys
from typing import Any

import pytest

import hatch_oaml
from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.shared import _TEMPLATE_HINTS, TEMPLATE
from hatch_oaml.values.expressions import _PATIENCE, _Needing, expression
from hatch_oaml.values.words import caseless

sre = importlib.import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")
TEXT = "Copyright 2026 Ostrava Loom"


def literal(code: int) -> tuple[Any, int]:
    return sre.LITERAL, code


def needs(items: list[Any], words: frozenset[str]) -> bool:
    """Does each text that `items`, a parsed expression, matches hold one of `words` in a run of letters?"""
    run: list[Any] = []
    for operator, value in items:
        if operator is sre.LITERAL:
            run.append(literal(value))
            continue
        if holds(run, words) or any_needs(operator, value, run, words):
            return True
        run = []
    return holds(run, words)


def any_needs(operator: Any, value: Any, run: list[Any], words: frozenset[str]) -> bool:
    """Does what stands behind a run of letters need one of `words`, the run counted in?"""
    name = str(operator)
    if name == "IN" and all(kind is sre.LITERAL for kind, _ in value):
        return all(holds([*run, literal(code)], words) for _, code in value)
    if name == "BRANCH":
        return all(needs([*run, *branch], words) for branch in value[1])
    if name == "SUBPATTERN":
        return needs([*run, *value[-1]], words)
    if name == "ASSERT":
        return needs(list(value[1]), words)
    if name == "ATOMIC_GROUP":
        return needs([*run, *value], words)
    return name.endswith("_REPEAT") and value[0] > 0 and needs([*run, *list(value[2]) * value[0]], words)


def holds(run: list[Any], words: frozenset[str]) -> bool:
    letters = caseless("".join(chr(code) for _, code in run))
    return any(word in letters for word in words)


def every_needing() -> list[_Needing]:
    """All that the package makes where it is imported."""
    for module in pkgutil.walk_packages(hatch_oaml.__path__, "hatch_oaml."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return [made for made in gc.get_objects() if isinstance(made, _Needing)]


def test_no_expression_of_the_package_matches_without_a_word_that_it_needs() -> None:
    found = every_needing()

    assert len(found) > 20
    unproven = [made._source[0] for made in found if not needs(list(sre.parse(*made._source)), frozenset(made._needed))]
    assert [] == unproven


def test_no_row_of_a_table_finds_anything_without_a_word_of_each_set_that_it_needs() -> None:
    needing = [(table, row) for table in every_table() for row in table.rows if row.needs]

    assert len(needing) > 100
    unproven = [
        (row.pattern, words)
        for table, row in needing
        for words in row.needs
        if not needs(list(sre.parse(row.pattern, table.flags)), frozenset(words))
    ]
    assert [] == unproven


def every_table() -> list[Vocabulary]:
    every_needing()
    return [made for made in gc.get_objects() if isinstance(made, Vocabulary)]


def test_no_text_without_a_hint_holds_a_placeholder() -> None:
    assert needs(list(sre.parse(TEMPLATE.either, re.IGNORECASE)), frozenset(_TEMPLATE_HINTS))


@pytest.mark.parametrize(
    ("pattern", "words", "is_needed"),
    [
        ("a(?:bc|bd)", ["abc", "abd"], True),
        ("a(?:bc|bd)?", ["abc", "abd"], False),
        ("a(?:bc|e)", ["bc"], False),
        ("(?:by|of) ", ["by"], False),
        ("[xy]z", ["x", "y"], True),
        ("[^x]z", ["x"], False),
        ("(?!by)a", ["by"], False),
        ("a(?<=la)", ["la"], True),
        ("(by){2}", ["by"], True),
        ("(by)*", ["by"], False),
    ],
)
def test_the_proof_is_one(pattern: str, words: list[str], is_needed: bool) -> None:  # noqa: FBT001  # pytest's
    assert is_needed == needs(list(sre.parse(pattern)), frozenset(words))


@pytest.mark.parametrize("text", [TEXT, "von Wick", "ſee", "VON", "", "vın on"])
def test_it_answers_as_the_compiled_one(text: str) -> None:
    source = r"(?P<word>von|see|vin)\b"
    compiled = re.compile(source, re.IGNORECASE)

    def lazy() -> re.Pattern[str]:
        return expression(source, re.IGNORECASE, needed=("von", "see", "vin"))

    assert str(compiled.search(text)) == str(lazy().search(text))
    assert str(compiled.match(text, 0, 2)) == str(lazy().match(text, 0, 2))
    assert str(compiled.fullmatch(text)) == str(lazy().fullmatch(text))
    assert list(map(str, compiled.finditer(text))) == list(map(str, lazy().finditer(text)))
    assert compiled.sub("-", text) == lazy().sub("-", text)
    assert compiled.findall(text) == lazy().findall(text)


def test_it_is_compiled_for_the_first_text_that_holds_a_word_and_looks_for_none_from_then_on() -> None:
    lazy = expression("von", needed=("von",))

    assert lazy.search(TEXT) is None
    assert "search" not in vars(lazy)
    assert lazy.search("von Wick") is not None
    assert lazy.search(TEXT) is None
    assert "search" in vars(lazy)
    assert _PATIENCE - 2 == lazy._left  # type: ignore[attr-defined]


def test_of_many_texts_the_words_are_looked_for_in_the_first_alone() -> None:
    lazy = expression("von", needed=("von",))

    for _ in range(_PATIENCE + 1):
        assert lazy.search(TEXT) is None

    assert 0 == lazy._left  # type: ignore[attr-defined]
    assert "search" in vars(lazy)
