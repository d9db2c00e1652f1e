"""A pattern of many wildcards means what pathspec takes it for, and matches in linear time."""

from __future__ import annotations

import re

import pathspec
import pytest
from hypothesis import given, strategies as st

from hatch_oaml.values import linear_patterns
from hatch_oaml.values.linear_patterns import emulated, linear
from hatch_oaml.values.patterns import Patterns
from tests.growing import takes_at_most

PIECES = ["a", "b", "*", "*", "/", "/", "**/", "/**", "?", "[ab]", "\\*", "."]
names = st.text("ab", min_size=1, max_size=3)
paths = st.lists(names, min_size=1, max_size=5).map("/".join)
patterns = st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map("".join)

BOMBS = [
    "*" * 40 + "a" + "*a" * 30,
    "a*" * 500 + "z",
    "?*" * 100 + "z",
    "[ab]*" * 100 + "z",
    "*/" * 200 + "z",
    "**/a/" * 30 + "b",
    "x/**/" * 40 + "y",
    "**/*a*a*a/**/*a*a/**/b",
    "!" + "*a" * 40 + "z",
    "**/" * 200 + "*a*a*z",
]
LONG_PATHS = ["a" * 4000, "a/" * 2000 + "a", "aaaa/" * 800 + "c", "x/" * 2000 + "x"]


@pytest.fixture(params=["as this Python can", "as Python 3.10 can"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "as Python 3.10 can":
        monkeypatch.setattr(linear_patterns, "_atomic", emulated)


@pytest.mark.usefixtures("_way")
@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*a*b*", "xaxbx", True),
        ("*a*b*", "xbxax", False),
        ("*ab*ab", "abab", True),
        ("*ab*ab", "abaab", True),
        ("*ab*ab", "aab", False),
        ("/a*b*c", "abc/below", True),
        ("/a*b*c", "ab/c", False),
        ("*/b/*", "a/b/c", True),
        ("**/a/**/b/**/c", "x/a/x/x/b/c", True),
        ("**/a/**/b/**/c", "a/c/b", False),
        ("a/**/a/b*b", "a/a/b/a/bxb", True),
        ("[!a]*[!a]*c", "bbc", True),
        ("a[!x]b*c*d", "a/bcd", False),
        ("a//*b*c", "a/bc", False),
    ],
)
def test_a_pattern_of_several_wildcards_matches(pattern: str, path: str, expected: bool) -> None:  # noqa: FBT001  # a truth table
    found = pathspec.GitIgnoreSpec.from_lines([pattern]).patterns[0].regex

    assert found is not None
    assert linear(found.pattern) != found.pattern
    assert expected == bool(re.match(linear(found.pattern), path))


@given(patterns, paths)
def test_every_pattern_means_what_it_means_to_pathspec(pattern: str, path: str) -> None:
    try:
        plain = pathspec.GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        return

    assert plain.match_file(path) == Patterns((pattern,)).match(path)


@pytest.mark.parametrize("pattern", BOMBS, ids=lambda pattern: pattern[:12])
def test_no_pattern_takes_long(pattern: str) -> None:
    def matched() -> None:
        for path in LONG_PATHS:
            Patterns((pattern, "another*of*them")).match(path)

    assert takes_at_most(20, matched)


def test_what_below_the_top_only_has_is_matched_below_the_top() -> None:
    assert Patterns(("*/",)).match("a/b")
    assert not Patterns(("*/",)).match("a")
