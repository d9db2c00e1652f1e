"""Each row of the words finds its sample and not its counter-sample."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.telling.words import WORDS, words_of

if TYPE_CHECKING:
    from hatch_oaml.telling.word_rows import Words

every_row = pytest.mark.parametrize("row", WORDS, ids=lambda row: f"{row.sense} {row.sample}")


def _finds(row: Words, text: str) -> bool:
    pattern = re.compile(row.pattern, re.IGNORECASE)
    return bool(pattern.fullmatch(text) if row.sense in {"file", "heading"} else pattern.search(text))


@every_row
def test_a_row_finds_its_sample_and_not_its_counter_sample(row: Words) -> None:
    assert (True, False) == (_finds(row, row.sample), _finds(row, row.other))


@every_row
def test_a_sample_is_found_by_all_rows_of_its_sense_together(row: Words) -> None:
    assert words_of(row.sense).search(row.sample)


def test_both_languages_have_words_of_every_sense() -> None:
    senses = {row.sense for row in WORDS}

    assert {(sense, language) for sense in senses for language in ("en", "zh")} <= {
        (row.sense, row.language) for row in WORDS
    }


@pytest.mark.parametrize("text", ["a" * 50_000, "fine-tuned " * 5_000, "基于" * 20_000, "changed files " * 4_000])
def test_no_text_takes_long(text: str) -> None:
    for sense in {row.sense for row in WORDS}:
        words_of(sense).search(text)
        words_of(sense).fullmatch(text)
