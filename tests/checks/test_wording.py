from __future__ import annotations

import sys

from hypothesis import example, given, strategies

from hatch_oaml.checks._wording import block, listed
from hatch_oaml.values.invisible import SPACES
from hatch_oaml.values.patterns import Patterns
from hatch_oaml.values.wording import pattern_for, printable, toml_string

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

NAMES = strategies.text(
    strategies.one_of(
        strategies.sampled_from("*?[]!#\\'\" .~$^(){}|+-ab中"), strategies.characters(exclude_categories=["C", "Z"])
    ),
    min_size=1,
    max_size=8,
).filter(lambda name: name.strip(".") and "/" not in name and "\\" not in name)
PATHS = strategies.lists(NAMES, min_size=1, max_size=3).map("/".join)


@given(PATHS, PATHS)
@example("trailing ", "trailing")
@example("a[1]*.py", "a1x.py")
def test_a_path_s_pattern_matches_that_path_and_no_other(path: str, other: str) -> None:
    pattern = Patterns((pattern_for(path),))

    assert pattern.match(path)
    assert (other == path or other.startswith(f"{path}/")) == pattern.match(other)


@given(strategies.text(strategies.characters(exclude_categories=["Cs"])))
def test_a_toml_string_is_the_text(text: str) -> None:
    assert {"key": text} == tomllib.loads(f"key = {toml_string(text)}")


@given(strategies.text())
def test_what_is_shown_can_be_printed_anywhere_on_one_line(text: str) -> None:
    assert all(letter.isprintable() or letter in SPACES for letter in printable(text))
    assert printable(text) == printable(text).encode().decode()
    assert toml_string(text) == toml_string(text).encode().decode()


def test_what_can_be_printed_is_shown_as_it_is() -> None:
    assert "模型 (é).md" == printable("模型 (é).md")
    assert r"a\nb\x1b\udcff" == printable("a\nb\x1b\udcff")


def test_of_many_paths_the_first_few_are_listed() -> None:
    assert "`a`, `b`, `c`" == listed("abc", ", ")
    assert "`a`、`b`、`c`、…" == listed("abcd", "、")


def test_a_block_is_set_off_and_indented() -> None:
    assert "\n\n    a\n\n    b" == block("a", "", "b")
