"""A list with a name on each line is whole, however long it is."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly

NAMES = ["Mina Halloway", "Udo Tessel", "Ada Fern", "Wei Tang", "Bob Weft", "Toby Loom", "Nora Hemp"]


@pytest.mark.parametrize(
    ("above", "before", "behind"),
    [
        ("# Authors:\n", "#  ", ""),
        ('"""Weaves.\n\nAuthors\n', " * ", " 2021"),
        ("/* Copyright 2020 by:\n", " *  ", ""),
        ("# Authors:\n", "# - ", ","),
        ("# Copyright (c) 2020 Vera Silk,\n", "#  ", ","),
    ],
)
def test_each_of_many_names_is_read(above: str, before: str, behind: str) -> None:
    text = above + "".join(f"{before}{name}{behind}\n" for name in NAMES)

    said = " ".join(notice.text for notice in extract(archive_path("a.py"), text.encode()).notices if notice.sure)

    assert [] == [name for name in NAMES if name not in said]


def test_what_stands_below_the_last_is_none_of_it() -> None:
    lines = ["# Authors:", *(f"#  {name}" for name in NAMES), "# Weaves a thread across the warp."]

    (notice,) = extract(archive_path("a.py"), "\n".join(lines).encode()).notices

    assert f"Authors: {' '.join(NAMES)}" == notice.text


@pytest.mark.parametrize("piece", ["# Mina Halloway\n", "# Authors:\n# Mina Halloway\n", "# 林晚舟\n"])
def test_thousands_are_read_in_linear_time(piece: str) -> None:
    assert grows_linearly(lambda count: extract(archive_path("a.py"), ("# Authors:\n" + piece * count).encode()), 4000)
