"""Whatever is repeated or left open, a text is read in linear time: each of these took minutes."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly, takes_at_most

LONG = 250_000
"""Characters at the most."""


@pytest.mark.parametrize(
    ("path", "first", "piece"),
    [
        ("README.md", "", "© \n"),
        ("README.md", "", "Author:\n"),
        ("README.md", "", "\n---- a "),
        ("README.md", "", "~~~x\n"),
        ("README.md", "", "<!--"),
        ("README.md", "", "(c)</li>"),
        ("README.md", "", "</span> <span>"),
        ("a.html", "", "<copyright> <year>2003</year>"),
        ("a.html", "", '<meta name="copyright" '),
        ("a.rtf", "{\\rtf1 ", "{\\fonttbl{x"),
        ("a.rtf", "{\\rtf1 ", "\\'a9\\u169?"),
        ("README.md", "# License\n", "```\n"),
        ("README.md", "# License\n", "# License\n"),
        ("README.md", "# License\n", "\\"),
        ("README.md", "# License\n", "*/"),
        ("README.md", "---\n", "license: x\n"),
        ("a.py", "# Loom ", "=-|"),
        ("a.py", "", "(c) A. B. C. D., E. F. G. H., I. J. K. L., M. N. O. P., Q. R. s\n"),
        ("LICENSE", "", "1994-1996, " * 20 + "x copyright\n"),
        ("LICENSE", "", "Copyright " + "1997,98,99 " * 20 + "!\n"),
        ("AUTHORS", "", "Thanks to " + "[and " * 20 + "z;\n"),
        ("LICENSE", "", "https://stackoverflow.com/a/1\n"),
        ("LICENSE", "", "Copyright 2012 Mina\n\nUdo Tessel <u@loom.example>, 1995.\n"),
        ("METADATA", "", "A"),
        ("METADATA", "", "Author: Mina\n"),
        ("CITATION.cff", "", "Author:\n"),
        ("a.json", "", "/* Copyright "),
        ("a.json", '"Copyright 2020 Ostrava Loom', '\\"'),
        ("a.vtt", "WEBVTT\n\n", "NOTE (c)\n\n"),
        ("AUTHORS", "Copyright ", "<?"),
    ],
)
def test_a_text_is_read_in_linear_time(path: str, first: str, piece: str) -> None:
    pieces = min(8000, LONG // len(piece))

    assert grows_linearly(lambda count: extract(archive_path(path), (first + piece * count).encode()), pieces)


@pytest.mark.parametrize("piece", ["(c) 2020：.. ", "(c) 2020 a. "])
def test_stops_before_a_sign_cost_little(piece: str) -> None:
    text = ("x\n" + piece * 300).encode()

    assert takes_at_most(20, lambda: extract(archive_path("a.tmpl"), text))


@pytest.mark.parametrize(
    ("path", "first", "piece", "count"),
    [
        ("a.jinja", "<!-- ", "\n版权所有", 32_000),
        ("AUTHORS", "", "<name ", 96_000),
        ("AUTHORS", "", "[name ", 96_000),
        ("a.py", "", '"""a"""', 120_000),
        ("a.csv", "copyright,", "_", 16_000),
    ],
)
def test_a_long_text_is_read_in_linear_time(path: str, first: str, piece: str, count: int) -> None:
    assert grows_linearly(lambda count: extract(archive_path(path), (first + piece * count).encode()), count)


def test_a_long_line_above_notices_is_not_searched_for_each_of_them() -> None:
    def read(count: int) -> None:
        above, below = "research use only " * count, ";; SPDX-License-Identifier:\n" * count
        extract(archive_path("README.md"), (above + below).encode())

    assert grows_linearly(read, 2400)


@pytest.mark.parametrize(
    "text", ['{"note": "Copyright 2020 Ostrava Loom', '{ /* Copyright 2020 Ostrava Loom\n*/ "a": 1}']
)
def test_what_a_line_of_json_leaves_open_is_read(text: str) -> None:
    (notice,) = extract(archive_path("a.json"), text.encode()).notices

    assert ("copyright", "Copyright 2020 Ostrava Loom", 1) == (notice.kind, notice.text, notice.line)
