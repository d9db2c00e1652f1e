"""A path in a release is relative, has forward slashes and never leaves it."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.values.paths import archive_path, sort_key


@pytest.mark.parametrize(
    "text", ["a", "a/b.c", "模型/权重.bin", " a", "a ", ".hidden", "..a/b..", "...", "a\nb", "-", "~", "ab:c", "lib/C:"]
)
def test_a_path_inside_is_itself(text: str) -> None:
    assert text == archive_path(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ("a\0b", "holds a NUL or a backslash"),
        ("a\\b", "holds a NUL or a backslash"),
        ("/a", "is absolute"),
        ("//server/share", "is absolute"),
        ("C:", "is absolute"),
        ("C:/a", "is absolute"),
        ("c:a", "is absolute"),
        (".", "has an empty, `.` or `..` part"),
        ("..", "has an empty, `.` or `..` part"),
        ("a/../b", "has an empty, `.` or `..` part"),
        ("a/./b", "has an empty, `.` or `..` part"),
        ("a//b", "has an empty, `.` or `..` part"),
        ("a/", "has an empty, `.` or `..` part"),
        ("./a", "has an empty, `.` or `..` part"),
    ],
)
def test_a_path_that_is_none_says_why(text: str, reason: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the whole message is asserted below
        archive_path(text)
    assert reason == str(caught.value)


@given(st.text(st.sampled_from("ab./\\:\0 ")))
def test_what_is_accepted_stays_below_any_folder(text: str) -> None:
    try:
        path = archive_path(text)
    except ValueError:
        return
    assert f"/root/{path}" == posixpath.normpath(f"/root/{path}")


def test_paths_are_ordered_by_their_utf_8_bytes() -> None:
    names = ["b", "a/b", "a-b", "é", "Z", "模", "a", "\U0001f3ee", "\uff21"]

    assert ["Z", "a", "a-b", "a/b", "b", "é", "模", "\uff21", "\U0001f3ee"] == sorted(names, key=sort_key)


@pytest.mark.parametrize("name", [chr(0xDCFF), chr(0xD800)])
def test_a_name_that_is_no_text_has_its_place_too(name: str) -> None:
    assert ["a", name] == sorted([name, "a"], key=sort_key)


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_the_order_is_that_of_code_points(one: str, other: str) -> None:
    assert (one < other) == (sort_key(one) < sort_key(other))


@given(st.lists(st.text(st.characters(exclude_categories=())), max_size=8))
def test_paths_are_ordered_by_their_utf_8_bytes_whatever_letters_they_have(names: list[str]) -> None:
    assert sorted(names, key=sort_key) == sorted(names, key=lambda name: name.encode("utf-8", "surrogatepass"))
