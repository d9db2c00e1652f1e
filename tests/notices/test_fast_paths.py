"""Each shortcut answers as the long way does."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, strategies as st

from hatch_oaml.notices import Extraction, extract, source_of
from hatch_oaml.recognition.comment_markers import _SUFFIX, _may_have_suffix
from hatch_oaml.recognition.fingerprint import _COMMON_WORDS, _HEADER, fingerprint_of
from hatch_oaml.recognition.grammars import GRAMMARS
from hatch_oaml.recognition.reading import Reading
from hatch_oaml.values.fingerprints import NO_LINES, SAMPLE, WHOLE, lines_of
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly, takes_at_most
from tests.notices.test_evaluation import Case, cases

if TYPE_CHECKING:
    from hatch_oaml.recognition.passage import Found

COMMON = re.compile(
    rb"^(?:from\s|import\s|#include|using\s|package\s|use\s|require|export\s+\{|return\b|else|def __init__\(self|@\w+$|if __name__)"
    rb"|copyright|licen[sc]e|warrant|permission|redistribut|liab|as is\"|apache|spdx|\xa9|\xe7\x89\x88\xe6\x9d\x83|\xe8\xae\xb8\xe5\x8f\xaf",
    re.IGNORECASE,
)
STARTS = b"from import #include using package use require export{ return returned else def @ @x if __name__".split()
JOINTS = (b" ", b"\t", b" = value_of(", b"weave_the_long_thread", b"\n", b"\n\n", b"\r\n", b"x", b"_", b"{", b"@cached")
PIECES = st.one_of(
    st.sampled_from([*STARTS, *_COMMON_WORDS, b"Apache", b"LICENSE", b"license", b"def __init__(self"]),
    st.sampled_from(JOINTS),
    st.integers(0, 10**6).map(lambda number: b"value_%d = weave" % number),
)
BODIES = st.lists(PIECES, max_size=400).map(b"".join)
ENDINGS = (
    *("*/", "-->", "*)", "-}", "###", "**", "|", "||", "|copy|", "//", ";;", "%%", "===", "~~~", "--", "___", "+++"),
    *("\\n", "\\n\\t)", "\\r);,", "\\n,", "\\", "#}", "--%>", ".", ")", "n", "r", "t", "x", "", " */ "),
)
QUOTES = ('"""', "'''", '\\n")', '\\n"', " ", "\t", "\u3000")
CASES = [case for name in ("english", "chinese") for case in cases(name)]


def plain_fingerprint(data: bytes) -> tuple[str, ...]:
    """By the definition: each line asked on its own."""
    header = _HEADER.match(data)
    lines = {line.strip() for line in data[header.end() if header else 0 :].split(b"\n")}
    told = sorted(zlib.crc32(line) for line in lines if len(line) >= 12 and not COMMON.search(line))
    return tuple(f"{number:08x}" for number in told[:SAMPLE])


@given(BODIES)
@example(b"\n".join(b"value_%d = weave(%d)" % (number, number) for number in range(200)) + b"\n# Apache weaving\n")
def test_the_lines_of_a_fingerprint_are_the_informative_ones(data: bytes) -> None:
    assert plain_fingerprint(data) == tuple(
        line for line in lines_of(fingerprint_of(data)) if not line.startswith(WHOLE)
    )


def test_a_line_that_nobody_reads_hides_nothing_of_what_stands_below_it() -> None:
    lines = [b"value_%d = weave(%d)" % (number, number) for number in range(200)]
    picture = b'PICTURE = "' + b"A" * (2 << 20) + b'"'

    assert fingerprint_of(b"\n".join(lines)) == fingerprint_of(b"\n".join([*lines[:100], picture, *lines[100:]]))


@given(st.lists(st.one_of(st.sampled_from([*ENDINGS, *QUOTES]), st.text(max_size=3)), max_size=4).map("".join))
def test_a_line_that_is_not_searched_for_a_suffix_has_none(text: str) -> None:
    assert _may_have_suffix(text) or not _SUFFIX.search(text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_a_grammar_that_is_not_asked_would_find_nothing(case: Case) -> None:
    reading = Reading(text=case.text)

    unasked: list[Found] = []
    for grammar, needed in GRAMMARS:
        if not any(word in reading.lower for word in needed):
            unasked += grammar(reading)

    assert [] == unasked


@pytest.mark.parametrize(
    ("path", "name", "claimed"),
    [
        ("LICENSES/MIT.txt", "notice-file", True),
        ("docs/LICENSES/readme.html", "notice-file", True),
        ("MYLICENSES/MIT.txt", "plain", False),
        ("LICENSES/read.py", "code", False),
        ("docs/LICENSE-MIT", "notice-file", True),
        ("loom-license.txt", "notice-file", True),
        ("loom_license.py", "code", False),
        ("第三方声明.txt", "notice-file", True),
        ("CITATION.cff", "notice-file", True),
        ("docs.v2/README", "plain", True),
        ("model.card/demo", "plain", False),
        ("README.MD", "markdown", True),
        (".env", "settings", False),
        ("a.", "plain", False),
        ("NOTICE.pdf", "portable-document", False),
    ],
)
def test_a_file_s_source_is_told_by_its_name(path: str, name: str, claimed: bool) -> None:  # noqa: FBT001
    source, known = source_of(archive_path(path))

    assert (name, claimed) == (source.name, known)


def test_a_fingerprint_is_of_the_whole_text_even_where_no_notice_is_looked_for() -> None:
    data = b"\n".join(b"value_%d = weave(%d)" % (number, number) for number in range(20))

    assert Extraction(sampled=data) == extract(archive_path("a.py"), data)
    assert plain_fingerprint(data) == tuple(lines_of(extract(archive_path("a.py"), data).fingerprint))
    assert NO_LINES == extract(archive_path("LICENSE"), data).fingerprint


@pytest.mark.parametrize(
    "words",
    [
        *("modified based on ", "| (c) Loom ", "written by Loom ", "版权所有 云梭 ", '"http://a/copyright",', "`(C)"),
        *("copyright (c) 2020 ", "2020 Loom <a@loom.example>\n", "Copyright by:\n\n", "the software Loom ", "~~(c) "),
    ],
)
def test_a_long_line_does_not_hang(words: str) -> None:
    """Minified code and data have lines of megabytes."""
    assert grows_linearly(lambda count: extract(archive_path("a.py"), (words * count).encode()), 2000)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "(c) 2020 Loom and ",
            "Copyright 2020 Loom, ",
            "Copyright <",
            "版权所有 ",
            "based on ",
            "参考了 ",
            "is copyright ",
        ),
        *("copyright by the University of ", "US Patent 1,234,567 ", "作者：", "created by mina on ", "((c)", "<code "),
    ],
)
def test_a_megabyte_in_a_line_takes_about_a_second(words: str) -> None:
    """Half a minute where each of its words was read."""
    line = (words * (1_000_000 // len(words.encode()))).encode()

    assert takes_at_most(100, lambda: extract(archive_path("a.py"), line))


@pytest.mark.parametrize(("count", "is_read"), [(1990, True), (2010, False)])
@pytest.mark.parametrize("path", ["a.js", "a.txt", "NOTICE"])
def test_a_line_that_is_not_read_to_its_end_is_told(path: str, count: int, is_read: bool) -> None:  # noqa: FBT001
    line = "© 2020 Ostrava Loom; " * count
    extraction = extract(archive_path(path), (line + "\n© 2021 Mina Halloway\n").encode())

    assert is_read == (extraction.unread is None)
    assert "© 2021 Mina Halloway" == extraction.notices[-1].text


@pytest.mark.parametrize("piece", ["Copyright 2024 Loom Labs\nFor the shuttle.\n", "trademark/"])
def test_a_long_paragraph_of_a_notice_file_does_not_hang(piece: str) -> None:
    """Such files list thousands of people."""
    assert grows_linearly(lambda count: extract(archive_path("NOTICE"), ("A " + piece * count).encode()), 3000)


@pytest.mark.parametrize("count", [500, pytest.param(2000, marks=pytest.mark.huge)])
@pytest.mark.parametrize(
    "words",
    [
        *(
            "copyright (c) 2020 ",
            "Copyright 2020 Loom\n",
            "(c) 2020 Loom\n2021 Mina\n",
            "Copyright <",
            "Loom Inc. (c) ",
        ),
        *(
            "Copyright 2020 Loom as a ",
            "is copyright ",
            "based on ",
            "参考了 ",
            "written by ",
            "if created by x ",
            "US Patent 1,234,567 ",
        ),
    ],
)
def test_many_notices_are_read_in_linear_time(words: str, count: int) -> None:
    assert grows_linearly(lambda times: extract(archive_path("a.py"), (words * times).encode()), 4 * count)
