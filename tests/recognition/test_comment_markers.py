"""What stands behind a line's words is taken away, one suffix after another, in linear time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.notices import extract
from hatch_oaml.recognition.comment_markers import _without_suffixes
from hatch_oaml.recognition.words.markup import SUFFIX
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly, takes_at_most

LAST = re.compile(rf"\s*{SUFFIX}\s*$", re.IGNORECASE)
PIECES = st.sampled_from(
    [
        *(
            "*/",
            "*",
            " ",
            "/",
            "-->",
            "-",
            ">",
            "#}",
            "#",
            "--%>",
            "%",
            '"""',
            '"',
            "'''",
            "|",
            "|copy",
            "\\n",
            "\\",
            '\\r\\t");,',
        ),
        *("$", " $", "=", "_", ";", ",", "(", "n", "word", "\t", "\u3000", "*)", "-}", '\\n"'),
    ]
)
LINES = st.lists(st.tuples(PIECES, st.sampled_from([1, 1, 2, 5])), max_size=10).map(
    lambda pieces: "word" + "".join(piece * times for piece, times in pieces)
)


def plainly(text: str) -> str:
    """Each suffix searched for in all of the line."""
    while text.rstrip()[-1:] in set("/>)}\"'#*|;%=~^_+-\\,$") or "\\" in text:
        shorter = without_run(text.rstrip())
        if shorter is None:
            found = LAST.search(text)
            if found is None:
                return text
            shorter = text[: found.start()]
        text = shorter
    return text


def without_run(text: str) -> str | None:
    if text.endswith("-->"):
        return text[:-1].rstrip("-")
    for signs, least in (("#", 1), ("*", 1), ("/", 2), (";", 1), ("%", 1), ("=~^_+-", 3)):
        if len(text) - len(text.rstrip(signs)) >= least:
            return text.rstrip(signs)
    return None


@given(LINES)
def test_the_suffixes_are_those_that_each_search_finds(line: str) -> None:
    assert plainly(line) == _without_suffixes(line)


@pytest.mark.parametrize("unit", ["*/", "*/-->", "|*/", '\\n");', "#} "])
def test_a_line_of_ten_thousands_of_suffixes_takes_linear_time_and_little_of_it(unit: str) -> None:
    def read(size: int) -> None:
        extract(archive_path("NOTICE"), unit.encode() * size)

    assert grows_linearly(read, 20_000)
    assert takes_at_most(20, lambda: read(20_000))
