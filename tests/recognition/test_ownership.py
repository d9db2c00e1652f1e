"""A sentence of who owns the rights is found where its expression finds it, and much sooner."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.notices import extract
from hatch_oaml.recognition.ownership import owned_zh
from hatch_oaml.recognition.words.ownership import OWNED_ZH
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly, takes_at_most

PLAIN = re.compile(OWNED_ZH.either)
PIECES = st.sampled_from(
    [
        *(
            "版权",
            "著作权",
            "知识产权",
            "归",
            "由",
            "属于",
            "所有",
            "享有",
            "保留",
            "，",
            "。",
            "\n",
            ",",
            "、",
            "均",
            "的",
        ),
        *("云梭", "本软件", "对本作品的", "全部", "a", " ", "!"),
    ]
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([1, 1, 1, 2, 9])), max_size=25).map(
    lambda pieces: "".join(piece * times for piece, times in pieces)
)


@given(TEXTS)
def test_the_sentences_are_those_that_the_expression_finds_letter_by_letter(text: str) -> None:
    assert [match.span() for match in PLAIN.finditer(text)] == [match.span() for match in owned_zh(text)]


@pytest.mark.parametrize("unit", ["版权归", "版权由", "著作权归云梭"])
def test_a_line_of_rights_that_nobody_owns_takes_linear_time_and_little_of_it(unit: str) -> None:
    def read(size: int) -> None:
        extract(archive_path("a.txt"), (unit * size).encode())

    assert grows_linearly(read, 4000)
    assert takes_at_most(20, lambda: read(4000))
