"""Many sets of patterns answer as a loop over them does."""

from __future__ import annotations

from hypothesis import given, strategies as st

from hatch_oaml.values.pattern_sets import PatternSets
from hatch_oaml.values.patterns import Patterns

LINES = st.sampled_from(
    ["*.py", "/a", "a", "b/", "!a.py", "!b", "**/c", "[ab].txt", "a/**", "*", "?.py", "a/b", "#a", "b.*"]
)
SETS = st.lists(st.lists(LINES, min_size=1, max_size=3).map(tuple).map(Patterns), max_size=20)
PATHS = st.from_regex(r"\A[abc](/[abc]){0,2}(\.py|\.txt)?\Z")


@given(sets=SETS, path=PATHS)
def test_the_first_and_the_last_that_match_are_those_of_the_plain_loop(sets: list[Patterns], path: str) -> None:
    matching = [number for number, patterns in enumerate(sets) if patterns.match(path)]

    found = PatternSets(sets)

    assert (matching[0] if matching else None) == found.first(path)
    assert (matching[-1] if matching else None) == found.last(path)
