"""A line is broken where its script allows, and takes no more columns than there are."""

from __future__ import annotations

import click
import pytest
from hypothesis import given, strategies as st

from hatch_oaml.values.columns import padded, shortened, width_of, wrapped

LETTERS = st.sampled_from("ab ,。（）的声明/-é\u0301한Ａ")


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("许可证", 6),
        ("第 3.1 款", 9),
        ("e\u0301", 1),
        ("Ａ", 2),
        (click.style("许可", fg="red"), 4),
    ],
)
def test_a_wide_letter_takes_two_columns_and_color_none(text: str, columns: int) -> None:
    assert columns == width_of(text)
    assert columns + 2 == width_of(padded(text, columns + 2))


@pytest.mark.parametrize(
    ("line", "columns", "lines"),
    [
        ("short", 20, ["short"]),
        ("one two three four five", 10, ["one two", "three four", "five"]),
        ("每位接收者都须得到一份许可证副本。", 20, ["每位接收者都须得到一", "份许可证副本。"]),
        ("一二三四五六七八九十，百千", 20, ["一二三四五六七八九", "十，百千"]),
        ("一二三四五六七八九（十百千）", 20, ["一二三四五六七八九", "（十百千）"]),
        ("运行 `hatch-oaml init`，由其写入", 20, ["运行 `hatch-oaml", "init`，由其写入"]),
        ("/a/very/long/path/that/ends/nowhere x", 20, ["/a/very/long/path/th", "at/ends/nowhere x"]),
    ],
)
def test_a_line_is_broken_between_words_and_between_chinese_letters_but_not_before_their_signs(
    line: str, columns: int, lines: list[str]
) -> None:
    assert lines == wrapped(line, columns)


def test_the_lines_behind_the_first_are_set_in_as_it_is_and_by_the_margin_more() -> None:
    assert ["  one two three four", "    five six"] == wrapped("  one two three four five six", 24, margin=2)
    assert ["abc def ghi jkl mno pqr", "  stu"] == wrapped("abc def ghi jkl mno pqr stu", 24, margin=2)


def test_colors_are_kept_and_take_no_room() -> None:
    line = f"{click.style('one', fg='red')} two {click.style('three', fg='green')} four"

    assert [f"{click.style('one', fg='red')} two", f"{click.style('three', fg='green')}", "four"] == wrapped(line, 7)


@given(st.text(LETTERS), st.integers(22, 60), st.integers(0, 4))
def test_nothing_is_lost_and_no_line_is_wider_than_asked(line: str, columns: int, margin: int) -> None:
    lines = wrapped(line, columns, margin)

    assert "".join(line.split()) == "".join("".join(lines).split())
    assert all(width_of(one.rstrip()) <= columns for one in lines) or width_of(line.rstrip()) <= columns


@pytest.mark.parametrize(
    ("text", "columns", "short"), [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("许可证", 5, "许可…"), ("许可证", 4, "许…")]
)
def test_what_does_not_fit_ends_with_a_sign_of_it(text: str, columns: int, short: str) -> None:
    assert short == shortened(text, columns)
    assert width_of(short) <= columns
