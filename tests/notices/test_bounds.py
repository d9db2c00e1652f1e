"""At their bounds, what is a notice, how sure it is, and how much of the lines around belongs to it."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path


def found(text: str) -> list[tuple[str, bool]]:
    """The notices, each with whether it is sure."""
    return [(notice.text, notice.sure) for notice in extract(archive_path("a.py"), text.encode()).notices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Copyright 2020\n", [("Copyright 2020", False)]),
        ("# © 2020\n", [("© 2020", False)]),
        ("# (c) 2020\n", []),
        ("# Copyright 2020 L&ouml;wen GmbH\n", [("Copyright 2020 Löwen GmbH", True)]),
    ],
)
def test_years_alone_may_be_a_claim_where_a_word_or_the_sign_says_so(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# © Loom Works\n", [("© Loom Works", True)]),
        ("# © loom contributors\n", [("© loom contributors", True)]),
        ("# © of the mill\n", []),
        ("# copyright (c) in the file\n", []),
        ("# (c) the weaver\n", []),
        ("# see (c) Loom Works\n", []),
        ("print('(c) Loom Works')\n", []),
    ],
)
def test_a_sign_claims_for_a_name_alone(text: str, expected: list[tuple[str, bool]]) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# (c) Loom Works\n", [("(c) Loom Works", True)]),
        ("# see below, (c) Loom Works\n", [("(c) Loom Works", False)]),
        ("# (c) Loom Works and so on\n", [("(c) Loom Works", False)]),
        ("# (c) Loom Works | more\n", [("(c) Loom Works", True)]),
        ("# (c) Loom Works <x@loom.example>\n", [("(c) Loom Works <x@loom.example>", True)]),
        ("# Portions (c) Loom Works\n", [("Portions (c) Loom Works", True)]),
    ],
)
def test_letters_in_brackets_claim_surely_where_the_name_is_closed_alone_or_of_a_part(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Copyright:\n#\n# Loom GmbH\n", "Copyright: Loom GmbH"),
        ("Copyright 2020:\n\n    Loom GmbH\n", "Copyright 2020: Loom GmbH"),
        (
            "# Copyright holders:\n#\n#  Jane Weaver <jane@loom.example>\n#  Ina Loom <ina@loom.example>\n",
            "Copyright holders: Jane Weaver <jane@loom.example> Ina Loom <ina@loom.example>",
        ),
    ],
)
def test_a_label_speaks_of_what_stands_behind_an_empty_line(text: str, expected: str) -> None:
    assert [(expected, True)] == found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# adapted from loom's cutter\n", [("adapted from loom's cutter", False)]),
        ("# modified from `loom`\n", [("modified from `loom`", False)]),
        ("# modified from here to there\n", []),
        ("# inspired by loom's cutter\n", []),
    ],
)
def test_a_work_written_small_is_named_by_how_it_was_handled_and_marked(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    assert expected == found(text)


def test_the_line_above_belongs_to_a_sentence_under_the_same_comment_sign() -> None:
    whole = "The weaving code below was adapted from Loom by Jane Weaver"

    assert [(whole, True)] == found("# The weaving code below was\n# adapted from Loom by Jane Weaver\nx = 1\n")
    assert [whole] != [text for text, _ in found("// The weaving code below was\n# adapted from Loom by Jane Weaver\n")]


def test_a_deeper_line_that_tells_what_was_done_is_no_holder() -> None:
    assert [("Copyright 2010 Mina Halloway", True)] == found(
        "# Copyright 2010 Mina Halloway\n#     Added Loom Support\n"
    )


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Files: loom/*\nCopyright 2020 Mina Halloway\n", ["Copyright 2020 Mina Halloway"]),
        ("libloom is Copyright (c) 2020 Mina Halloway\n", ["Copyright (c) 2020 Mina Halloway"]),
        ("Copyright 2020 Mina Halloway, but freely given to all\n", ["Copyright 2020 Mina Halloway"]),
        (
            "Copyright 2020 Mina Halloway\nThe loom was lent by Udo.\n",
            ["Copyright 2020 Mina Halloway", "The loom was lent by Udo."],
        ),
    ],
)
def test_what_is_left_of_a_sentence_around_a_copyright_is_no_notice_for_certain(text: str, sure: list[str]) -> None:
    notices = extract(archive_path("NOTICE"), text.encode()).notices

    assert sure == [notice.text for notice in notices if notice.sure]


@pytest.mark.parametrize("between", [0, 1, 2001, 4001, 9000])
def test_a_line_that_a_program_wrote_is_read_around_each_needle(between: int) -> None:
    line = (
        "x=1;" * 5000
        + "/* Copyright 2020 Ostrava Loom */"
        + "y" * between
        + "/* Copyright 2021 Mina Halloway */"
        + "z" * 9000
    )

    assert found(f"# (c) 2019 Udo Tessel\n{line}\n// (c) 2022 Iris Weaver\n") == [
        ("(c) 2019 Udo Tessel", True),
        ("Copyright 2020 Ostrava Loom", True),
        ("Copyright 2021 Mina Halloway", True),
        ("(c) 2022 Iris Weaver", True),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "int weave(loom_t* b) {\n  /* loosely based on\n     https://loom.example/weave.c */\n  int x;\n",
            "loosely based on https://loom.example/weave.c",
        ),
        ("int weave(loom_t* b);\n/* Written by\n   Mina Halloway */\n", "Written by Mina Halloway"),
        ("/* Copyright 2020 */\n/* Mina Halloway */\n", "Copyright 2020 Mina Halloway"),
    ],
)
def test_a_comment_goes_on_with_another_and_with_no_code_above(text: str, expected: str) -> None:
    notices = extract(archive_path("a.c"), text.encode()).notices

    assert [expected] == [notice.text for notice in notices if notice.sure]
