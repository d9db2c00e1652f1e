"""What holds for every copy."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings, strategies as st

from hatch_oaml.license import CURRENT, canonical_text, compare_license
from hatch_oaml.license.canonical import folded_text, segments
from hatch_oaml.license.folding import Folded, fold
from hatch_oaml.license.runs import Run, changed_runs, longest_rise

if TYPE_CHECKING:
    from hatch_oaml.license.canonical import Segment

TEXT = canonical_text(CURRENT)
WORDS = [(part, match) for part in segments(CURRENT) for match in re.finditer(r"\S+", TEXT[part.start : part.end])]
WHITE_SPACE = st.text(alphabet=" \t\n\r\u3000", max_size=3)
LETTERS = st.lists(st.sampled_from("abc"), max_size=40)


@given(wraps=st.lists(WHITE_SPACE, min_size=1, max_size=50))
def test_any_wrapping_is_verbatim(wraps: list[str]) -> None:
    pieces = re.split(r"\s+", TEXT)
    wrapped = "".join(piece + wraps[index % len(wraps)] for index, piece in enumerate(pieces))

    assert compare_license(wrapped.encode()).state == "verbatim"


@settings(deadline=None)
@given(word=st.sampled_from(WORDS), other=st.sampled_from(["", "qux", "某", "qux 某 7"]))
def test_a_word_deleted_or_replaced_is_told_in_its_clause_and_edition(
    word: tuple[Segment, re.Match[str]], other: str
) -> None:
    part, match = word
    start, end = part.start + match.start(), part.start + match.end()

    copy = compare_license(f"{TEXT[:start]}{other}{TEXT[end:]}".encode())

    assert copy.state == "altered"
    assert {(difference.edition, difference.clause) for difference in copy.differences} == {(part.edition, part.clause)}
    assert copy.missing_editions == ()
    assert (copy.extra_before, copy.extra_after) == (None, None)


@settings(deadline=None)
@given(word=st.sampled_from(WORDS), other=st.sampled_from(["qux", "某", "q 2 w"]))
def test_a_replaced_word_is_told_on_its_line(word: tuple[Segment, re.Match[str]], other: str) -> None:
    part, match = word
    start, end = part.start + match.start(), part.start + match.end()

    copy = compare_license(f"{TEXT[:start]}{other}{TEXT[end:]}".encode())

    assert TEXT.count("\n", 0, start) + 1 in {difference.line for difference in copy.differences}


@settings(deadline=None)
@given(
    cuts=st.lists(
        st.tuples(st.integers(0, len(TEXT)), st.integers(0, 400), st.text(max_size=5)), min_size=1, max_size=6
    )
)
def test_whatever_is_cut_and_put_in_an_altered_copy_says_where(cuts: list[tuple[int, int, str]]) -> None:
    text = TEXT
    for start, length, other in cuts:
        text = text[:start] + other + text[start + length :]

    copy = compare_license(text.encode("utf-8", "replace"))

    told = copy.differences or copy.extra_before or copy.extra_after
    assert bool(told) == (copy.state in {"altered", "typographic"})


@given(text=st.text(alphabet=st.sampled_from("ab1 \n\r\t#>*_`-=<b>&amp;“”ⅣﬁＡ模\u00a0\u200b\\"), max_size=60))
def test_folding_keeps_every_place(text: str) -> None:
    folded = Folded.of(text)

    assert len(folded.plain) == len(folded.source)
    assert fold(folded.plain) == folded.words
    for offset in range(len(folded.words)):
        place = folded.locate(offset)
        assert len(fold(folded.plain[:place])) <= offset < len(fold(folded.plain[: place + 1]))
    assert folded.locate(len(folded.words)) == len(text)


@given(text=st.text(alphabet="ab1 \n“”Ⅳ模\u200b", max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_the_license_has_no_markup_to_lose() -> None:
    assert folded_text(CURRENT).words == fold(TEXT)
    assert folded_text(CURRENT).words == "".join(part.words for part in segments(CURRENT))


@given(old=LETTERS, new=LETTERS)
def test_replacing_every_run_gives_the_new_words(old: list[str], new: list[str]) -> None:
    result: list[str] = []
    position = 0
    for run in changed_runs(old, new):
        result += old[position : run.first] + new[run.start : run.end]
        position = run.last

    assert result + old[position:] == new


@given(old=LETTERS, new=LETTERS, shared=st.lists(st.integers(0, 30), min_size=12, unique=True))
def test_replacing_every_run_gives_the_new_words_around_an_anchor(
    old: list[str], new: list[str], shared: list[int]
) -> None:
    anchor = [str(number) for number in shared]
    before, after = old + anchor + new, new + anchor + old
    result: list[str] = []
    position = 0
    for run in changed_runs(before, after):
        result += before[position : run.first] + after[run.start : run.end]
        position = run.last

    assert result + before[position:] == after


def test_what_is_long_and_without_anchor_is_one_run() -> None:
    old, new = ["a", *"bc" * 500, "d"], ["a", *"ef" * 500, "d"]

    assert list(changed_runs(old, new)) == [Run(first=1, last=1001, start=1, end=1001)]


def test_words_that_come_twice_anchor_nothing() -> None:
    twice = list("abcdefgh")

    assert list(changed_runs([*twice, *"ijk"], [*twice, *"lmn", *twice])) == [Run(first=8, last=11, start=8, end=19)]


def test_what_is_short_is_told_word_by_word() -> None:
    assert list(changed_runs("abcdef", "aXcdYf")) == [
        Run(first=1, last=2, start=1, end=2),
        Run(first=4, last=5, start=4, end=5),
    ]


@given(numbers=st.lists(st.integers(0, 20), max_size=9))
def test_the_longest_rise_rises_and_none_is_longer(numbers: list[int]) -> None:
    chosen = [numbers[position] for position in longest_rise(numbers)]

    assert all(first < second for first, second in pairwise(chosen))
    rises = (
        picked
        for size in range(len(numbers), -1, -1)
        for picked in combinations(numbers, size)
        if all(first < second for first, second in pairwise(picked))
    )
    assert len(chosen) == len(next(rises))
