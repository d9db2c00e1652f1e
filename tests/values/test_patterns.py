"""Patterns mean what they mean in a .gitignore."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pathspec
import pytest
from hypothesis import given, strategies as st

from hatch_oaml.values.patterns import PathIndex, Patterns

if TYPE_CHECKING:
    from pathlib import Path

CASES = [
    (("*.safetensors",), "a/model.safetensors", True),
    (("*.safetensors",), "model.safetensors.index.json", False),
    (("/model.bin",), "model.bin", True),
    (("/model.bin",), "sub/model.bin", False),
    (("checkpoints/",), "checkpoints/1/model.bin", True),
    (("LICENSES/**",), "LICENSES/MIT.txt", True),
    (("LICENSES/**",), "third_party/LICENSES/MIT.txt", False),
    (("*.bin", "!vocab.bin"), "vocab.bin", False),
    (("*.bin", "!vocab.bin", "vocab.*"), "vocab.bin", True),
    (("模型/*.bin",), "模型/权重.bin", True),
    (("model-[0-9].bin",), "model-3.bin", True),
    (("model-?.bin",), "model-33.bin", False),
    (("\\#notes",), "#notes", True),
    (("# a comment",), "# a comment", False),
    (("a b",), "a b", True),
    ((), "anything", False),
]


@pytest.mark.parametrize(("lines", "path", "expected"), CASES)
def test_a_path_matches(lines: tuple[str, ...], path: str, expected: bool) -> None:  # noqa: FBT001  # a truth table
    assert expected == Patterns(lines).match(path)
    assert (frozenset({path}) if expected else frozenset()) == Patterns(lines).matches([path, "never/this"])


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git to compare with")
def test_git_says_the_same(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    for lines, path, expected in CASES:
        (tmp_path / ".gitignore").write_text("\n".join(lines), encoding="utf-8")
        asked = subprocess.run(["git", "-C", tmp_path, "check-ignore", "--quiet", "--no-index", path], check=False)
        assert (lines, path, expected) == (lines, path, asked.returncode == 0)


@pytest.mark.parametrize("line", ["!", "foo\\"])
def test_a_line_that_is_no_pattern_is_told_when_it_is_read(line: str) -> None:
    with pytest.raises(ValueError, match="Invalid git pattern"):
        Patterns(("*.py", line))


def test_patterns_are_equal_when_their_lines_are() -> None:
    assert Patterns(("a", "b")) == Patterns(("a", "b"))
    assert Patterns(("a", "b")) != Patterns(("b", "a"))


@given(
    st.lists(st.sampled_from(["*.py", "/a", "b/", "!a.py", "**/c", "[ab].txt"]), max_size=4).map(tuple),
    st.lists(st.from_regex(r"\A[abc](/[abc]){0,2}(\.py|\.txt)?\Z"), max_size=5),
)
def test_many_paths_are_matched_as_each_alone(lines: tuple[str, ...], paths: list[str]) -> None:
    patterns = Patterns(lines)

    assert frozenset(path for path in paths if patterns.match(path)) == patterns.matches(paths)


FORMS = [
    "d/f{}.txt",
    "/d/f{}",
    "*{}.txt",
    "f{}*",
    "**/f{}.*",
    "d/[f]{}.txt",
    "?{}.txt",
    "!d/f{}.txt",
    "f{}",
    "d/",
    "!*.md",
]


@given(
    chosen=st.lists(st.tuples(st.sampled_from(FORMS), st.integers(0, 20)), max_size=8),
    paths=st.lists(st.from_regex(r"\A(d/)?f1?[0-9]\.(txt|md)\Z"), max_size=5),
)
def test_of_many_lines_the_answer_is_pathspec_s(chosen: list[tuple[str, int]], paths: list[str]) -> None:
    others = [f"{number}/**/other-{number}*.bin" for number in range(100)]
    lines = [*others, *(form.format(number) for form, number in chosen)]

    expected = frozenset(filter(pathspec.GitIgnoreSpec.from_lines(lines).match_file, paths))

    assert expected == Patterns(tuple(lines)).matches(paths)
    assert expected == PathIndex(paths).matched_by(Patterns(tuple(lines)))


def test_a_path_of_several_lines_is_matched_as_any_other() -> None:
    paths = ["a\nb.txt", "c.txt"]

    assert frozenset(paths) == PathIndex(paths).matched_by(Patterns(("*.t?t",)))
    assert frozenset() == PathIndex(["a", "b"]).matched_by(Patterns(("*a\nb?",)))


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "/a",
                "a",
                "a/b",
                "/a/b",
                "b",
                "/a/",
                "a/",
                "!b",
                "*",
                "a*",
                "?",
                "#",
                "\\#",
                " a",
                "b ",
                "a//b",
                "/",
                "x.bin",
            ]
        ),
        st.text(alphabet="ab/.*! #", min_size=1, max_size=5),
    ),
    max_size=4,
)
PATHS = st.lists(
    st.lists(st.sampled_from(["a", "b", "c", "x.bin", "#", " a"]), min_size=1, max_size=4).map("/".join), max_size=8
)


@given(lines=LINES, paths=PATHS)
def test_an_index_of_paths_answers_as_the_patterns_do(lines: list[str], paths: list[str]) -> None:
    try:
        patterns = Patterns(tuple(lines))
    except ValueError:
        return

    assert patterns.matches(paths) == PathIndex(paths).matched_by(patterns)


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["*.py", "*py", "*", "**", "a", ".", "*.a.py", "*a/", "!a", "!*.py", "a b", "* ", "a ", "", "#a", "/a"]
            ),
            st.from_regex(r"\A[*!]?[.ab_模-]{1,4}\Z"),
        ),
        max_size=4,
    ).map(tuple),
    st.from_regex(r"\A[ab.模_-]{1,4}(/[ab-]{1,3}){0,2}(\.py|\.a)?\Z").filter(
        lambda path: not {".", ".."} & set(path.split("/"))
    ),
)
def test_what_needs_no_expression_is_matched_as_pathspec_does(lines: tuple[str, ...], path: str) -> None:
    assert pathspec.GitIgnoreSpec.from_lines(lines).match_file(path) == Patterns(lines).match(path)


@pytest.mark.parametrize(
    "path", ["docs/legal", "docs/legal/a.txt", "docs/legal/a/b", "docs", "x/docs/legal", "docs/legal.txt"]
)
def test_a_path_is_matched_as_its_expression_matches(path: str) -> None:
    expected = pathspec.GitIgnoreSpec.from_lines(("docs/legal",)).match_file(path)

    assert expected == Patterns(("docs/legal",)).match(path)
    assert expected == Patterns(("docs/legal", "*.nothing", "no?thing")).match(path)
