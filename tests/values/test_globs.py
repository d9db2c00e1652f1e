"""Globs match what the tools that define them match."""

from __future__ import annotations

import pytest

from hatch_oaml.values.globs import debian_glob, reuse_glob


@pytest.mark.parametrize(
    ("glob", "matched", "unmatched"),
    [
        ("a.py", ["a.py"], ["b/a.py", "a.pyc", "", "aXpy"]),
        ("*.py", ["a.py", ".py"], ["b/a.py"]),
        ("src/*", ["src/a", "src/"], ["src/a/b", "src"]),
        ("src/*/x", ["src/a/x", "src//x"], ["src/a/b/x"]),
        ("**", ["", "a", "a/b"], []),
        ("src/**", ["src/", "src/a/b"], ["src", "srcs/a"]),
        ("**/x", ["x", "a/x", "a/b/x", "ax"], ["x/a"]),
        ("a**b", ["ab", "a/c/b"], ["a/c"]),
        ("***", ["a/b"], []),
        (r"\*.py", ["*.py"], ["a.py"]),
        (r"a\\b", [r"a\b"], ["ab"]),
        ("a?[b]", ["a?[b]"], ["axb"]),
        ("a\\", ["a"], ["a\\"]),
        ("数据/*", ["数据/甲"], ["数据"]),
    ],
)
def test_globs_of_reuse(glob: str, matched: list[str], unmatched: list[str]) -> None:
    assert matched == [path for path in (*matched, *unmatched) if reuse_glob(glob).match(path)]


@pytest.mark.parametrize(
    ("glob", "matched", "unmatched"),
    [
        ("*", ["", "a/b"], []),
        ("src/*.c", ["src/a.c", "src/a/b.c"], ["src/a.h", "a.c"]),
        ("?.c", ["a.c", "/.c"], ["aa.c", ".c"]),
        (r"\*\?\\", ["*?\\"], ["a?\\", "*a\\"]),
        ("a\\", ["a"], ["a\\"]),
    ],
)
def test_globs_of_debian(glob: str, matched: list[str], unmatched: list[str]) -> None:
    assert matched == [path for path in (*matched, *unmatched) if debian_glob(glob).match(path)]
