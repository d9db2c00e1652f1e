"""The rows of a table, each tried by itself, find what one expression of all of them finds."""

from __future__ import annotations

import re

import pytest

from hatch_oaml.recognition import (
    announced,
    elsewhere,
    license_texts,
    lineage,
    origins,
    people,
    prefilter,
    rows as rows_room,
    trademarks,
)
from hatch_oaml.recognition.reading import Reading
from hatch_oaml.recognition.rows import Rows
from hatch_oaml.recognition.vocabulary import Vocabulary
from tests.recognition.rows import rows

USED = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in (announced, elsewhere, license_texts, lineage, origins, people, prefilter, trademarks)
    for name, value in vars(module).items()
    if isinstance(value, Rows)
} | {f"elsewhere.{kind}-{number}": table for number, (kind, _, table) in enumerate(elsewhere._ROWS)}
SAMPLES = [sample for used in USED.values() for row in rows(used._vocabulary) for sample in (*row.yes, *row.no)]
FOUND = Vocabulary("""
en (?P<long>ab+c)
  why a word
  needs ab
  yes abc
  no ac

en b(?P<short>c)?
  why part of it, and what stands alone
  yes b
  no c

en x|(?<=b)c
  why behind the other
  yes x
  no y
""")


def shown(match: re.Match[str] | None) -> object:
    return match and (match.span(), {name: text for name, text in match.groupdict().items() if text is not None})


def agree(found: Rows, text: str) -> bool:
    table = found._vocabulary
    one = re.compile(table.either, table.flags)
    reading = Reading(text=text)
    return list(map(shown, one.finditer(reading.folded))) == list(map(shown, found.finditer(reading))) and (
        bool(one.search(text)) == bool(found.search(text))
    )


@pytest.mark.parametrize("name", USED)
def test_each_table_finds_in_every_sample_what_one_expression_finds(name: str) -> None:
    assert [] == [sample for sample in SAMPLES if not agree(USED[name], sample)]


@pytest.mark.parametrize("name", USED)
def test_each_table_finds_in_texts_of_many_samples_what_one_expression_finds(name: str) -> None:
    texts = ["\n ".join(SAMPLES[start::29]) for start in range(29)]

    assert [] == [text for text in texts if not agree(USED[name], text)]


@pytest.mark.parametrize("text", ["abbc", "bcabc", "xbc abc", "ABC", "acbx", "bbbb", "", "abb", "bc bc xc"])
def test_of_matches_that_overlap_the_first_is_found_and_at_one_place_the_first_rows(text: str) -> None:
    assert agree(Rows(FOUND), text)


@pytest.mark.parametrize("text", ["xabc", "bab", "ac", "abbc", "cbc", ""])
def test_the_first_match_is_searched_for_or_asked_at_the_beginning_however_often(text: str) -> None:
    found = Rows(FOUND)

    for _ in range(rows_room._PATIENCE + 2):
        assert shown(re.search(FOUND.either, text, re.IGNORECASE)) == shown(found.search(text))
    found = Rows(FOUND)
    for _ in range(rows_room._PATIENCE + 2):
        assert shown(re.match(FOUND.either, text, re.IGNORECASE)) == shown(found.match(text))


def test_a_row_that_finds_an_empty_string_ends() -> None:
    empty = Rows(Vocabulary("en (?=a)\n\nen b"))

    assert [(0, 0), (1, 2)] == [match.span() for match in empty.finditer(Reading(text="ab"))]


def test_a_row_is_compiled_for_the_first_text_that_holds_what_it_needs() -> None:
    found = Rows(Vocabulary("en loom[a-z]+\n  needs loom ¦\n    shuttle\n  needs ing\n\nen weft\n  needs weft"))
    loom, weft = found._patterns

    assert ((("loom", "shuttle"), ("ing",)), (("weft",),)) == found._needs
    assert found.search("a loom") is None
    assert found.search("a shuttling loom") is None
    assert "search" not in vars(weft)
    assert "search" in vars(loom)


def test_letters_that_pass_for_others_are_found() -> None:
    found = Rows(Vocabulary("en kiss\n  needs kiss"))

    assert found.search("\u212aI\u017fS") is not None
    assert ["\u212aI\u017fS"] == [match[0] for match in found.finditer(Reading(text="a \u212aI\u017fS"))]
