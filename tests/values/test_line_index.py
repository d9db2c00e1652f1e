"""Of many patterns those that may match a path are found without asking each."""

from __future__ import annotations

from hypothesis import given, strategies as st

from hatch_oaml.values.line_index import LineIndex, longest_literal
from hatch_oaml.values.patterns import Patterns

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["*", "**", "/", "!a", "#", "a//b", "a/**/b", "**/ab", "a/", "[ab]c", "\\*a", "a\\ ", "ab*ba", "?"]
        ),
        st.text(alphabet="ab/.*?! #[]\\模", min_size=1, max_size=12).filter(lambda line: line.count("[") < 2),
    ),
    max_size=12,
)
PATHS = st.lists(st.text(alphabet="ab.*#模", min_size=1, max_size=9), min_size=1, max_size=4).map("/".join)


def good(lines: list[str]) -> list[str]:
    return [line for line in lines if is_pattern(line)]


def is_pattern(line: str) -> bool:
    try:
        Patterns((line,)).match("")
    except ValueError:
        return False
    return True


@given(lines=LINES, path=PATHS)
def test_no_line_that_matches_is_missed(lines: list[str], path: str) -> None:
    matching = {number for number, line in enumerate(lines) if is_pattern(line) and Patterns((line,)).match(path)}

    assert matching <= set(LineIndex(lines).candidates(path))


@given(lines=LINES.map(good), path=PATHS)
def test_what_a_line_says_outright_stands_in_every_path_that_it_matches(lines: list[str], path: str) -> None:
    assert all(longest_literal(line) in path for line in lines if Patterns((line,)).match(path))


def test_of_thousands_of_lines_few_are_asked() -> None:
    for form in ("/data/part-{:06}*", "*{:06}.txt", "**/[p]art-{:06}-of-099999", "data/**/p?rt-{:06}-of-*"):
        lines = [form.format(number) for number in range(3000)]

        assert 10 > len(LineIndex(lines).candidates("data/part-001234-of-099999.txt")), form
