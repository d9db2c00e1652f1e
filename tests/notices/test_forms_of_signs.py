"""The word, the sign and the name in forms that keyboards, programs and margins gave them: each is found whole."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path

AT_TAGS = "and/or its affiliates and other contributors as indicated by the @authors tag."


def sure(path: str, text: str) -> list[str]:
    return [notice.text for notice in extract(archive_path(path), text.encode()).notices if notice.sure]


@pytest.mark.parametrize(
    ("path", "text", "notice"),
    [
        ("a.py", "# Copyright ( c ) 2010 Ada Fern", "Copyright ( c ) 2010 Ada Fern"),
        ("a.py", "# Copyright {c} 2010 Ada Fern", "Copyright © 2010 Ada Fern"),
        ("a.py", "# Copyright2012 Mina Torv", "Copyright2012 Mina Torv"),
        ("a.txt", "<Copyright (C) 2002-2020 Ada Fern>", "Copyright (C) 2002-2020 Ada Fern"),
        ("a.py", "# Copyright 2002 Halm Sp. z o.o. All rights reserved.", None),
        ("a.py", "# Copyright 2002 Telar S.L. Madrid", None),
        ("a.py", f"# Copyright (c) 2001 Red Kelp, Inc. {AT_TAGS}", None),
        ("a.js", "/*! Kelp v1 | Copyright (c) 2013 Ada Fern; Licensed MIT */", "Copyright (c) 2013 Ada Fern"),
        ("a.js", "/*! Kelp v1 | (c) 2013 Ada Fern | License: MIT */", "(c) 2013 Ada Fern"),
        ("a.rc", 'VALUE "LegalCopyright", "Copyright (C) 2004 Kelp Ltd.\\0"', "Copyright (C) 2004 Kelp Ltd."),
        ("a.ttl", 'dct:rights "Copyright 2013 Kelp Press"@en ;', "Copyright 2013 Kelp Press"),
        ("a.tex", "\\thanks{Copyright \\textcopyright~2013 Kelp Press}", "Copyright ©2013 Kelp Press"),
        ("a.tex", "\\copyright~2013 Kelp Press", "©2013 Kelp Press"),
        ("a.json", '{"name": "kelp", "copyrightHolder": "Kelp Press"}', "copyrightHolder: Kelp Press"),
        ("a.yaml", "copyright_holder: Kelp Press\n", None),
        ("a.md", "版权归海藻科技有限公司所有（2019-2021）", None),
        ("a.md", "版权归 Kelp Labs, Inc. 所有（2019-2021）", None),
        ("a.py", "# The method is patented (US 2015/0123456 A1) by Kelp Ltd.", None),
        ("a.c", "/* parts copyright 2004 by Udo Halm and used with permission. */", "parts copyright 2004 by Udo Halm"),
    ],
)
def test_forms(path: str, text: str, notice: str | None) -> None:
    assert sure(path, text) == [notice or text.lstrip("# ").rstrip()]


@pytest.mark.parametrize(
    "lines",
    [
        ("Copyright 2019 The Kelp", "Research Team of Halm University. All rights reserved."),
        ("Copyright 2019 Kelp", "Labs, Inc."),
        ("Copyright (c) 2019 Red Kelp", "Research Foundation. All rights reserved."),
        ("Copyright 2019 Ada", "Fern <ada@fern.example>"),
        ("Copyright 2019 Ada Fern", "and others"),
        ("Copyright 2019 Kelp and/or", "its affiliates"),
        ("Copyright 2019 Ada van der", "Halm B.V."),
        ("Copyright 2019 Kelp, its subsidiaries", "and affiliates"),
        ("Copyright (c) 2019-2021 Kelp Labs, Inc.", "and its affiliates."),
        ("Copyright (c) 2019-2021", "Kelp Labs, Inc.", "and its affiliates.", "All rights reserved."),
    ],
)
@pytest.mark.parametrize("lead", ["# ", " * ", "//   ", ""])
def test_a_name_may_be_wrapped_anywhere(lead: str, lines: tuple[str, ...]) -> None:
    whole, wrapped = f"{lead}{' '.join(lines)}\n", "".join(f"{lead}{line}\n" for line in lines)

    assert sure("a.py" if lead == "# " else "a.txt", wrapped) == sure("a.py" if lead == "# " else "a.txt", whole)


@pytest.mark.parametrize(
    "below",
    [
        "Licensed under the MIT License. All rights granted.",
        "Redistribution and use in source and binary forms. All rights reserved.",
        "Author: Ada Fern, Kelp Inc.",
        "Kelp Inc makes no warranty.",
        "and other contributions by the users of the loom",
    ],
)
def test_what_is_no_name_below_is_none_of_it(below: str) -> None:
    found = sure("a.py", f"# Copyright 2019 Kelp\n# {below}\n")

    assert found[0] == "Copyright 2019 Kelp"


def test_a_word_alone_below_a_company_joins_nothing() -> None:
    assert sure("a.txt", "Copyright (C) 2003 Loom Software, Inc.\nand\nOther things\n") == [
        "Copyright (C) 2003 Loom Software, Inc."
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", "# Copyright (c) 2023 by the copyright holder"),
        ("a.py", "# Under U.S. copyright, the Author retains rights."),
        ("a.py", "# Copyright Clearance Center sells permissions."),
        ("a.py", "copyright_holder = get()"),
        ("a.rs", "    copyright_holder: String,"),
        ("a.c", "f( c ) 2010;"),
        ("a.py", "# {c} 2010 is the key of the third"),
    ],
)
def test_what_names_nobody_is_none(path: str, text: str) -> None:
    assert sure(path, text) == []


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        (r"{\rtf1\ansi \u169? 2014 Kelp Press\par\pard Halm News\par}", "© 2014 Kelp Press"),
        (r"{\rtf1\ansi {\b Copyright} \'a9 {\i 2014 Halm} News\par Text}", "Copyright © 2014 Halm News"),
        (r"{\rtf1 Copyright \'a9 2009 Kelp\'e9e\~Labs\tab Page 2}", "Copyright © 2009 Kelpée Labs"),
        (r"{\rtf1 Copyright 2012 Ada\-Fern \u-10179?\u26412?\line All rights reserved.}", None),
        (r"{\rtf1{\fonttbl{\f0 Copyright 2010 Foo;}}\f0 (c) 2012 Ada\_Fern\par}", "(c) 2012 Ada-Fern"),
        ("Copyright 2010 Ada Fern\n", "Copyright 2010 Ada Fern"),
    ],
)
def test_rich_text_is_read_as_it_looks(text: str, notice: str | None) -> None:
    assert sure("a.rtf", text) == [notice or "Copyright 2012 AdaFern 本 All rights reserved."]


def test_rich_text_tells_the_lines_of_the_file() -> None:
    text = (
        "{\\rtf1\n\\f0 One line\\par\nCopyright \\'a9 2012 Ada\n Fern and Udo Halm\\line\nAll rights reserved.\\par\n}"
    )

    (found,) = extract(archive_path("a.rtf"), text.encode()).notices

    assert (found.text, found.line, found.end_line) == (
        "Copyright © 2012 Ada Fern and Udo Halm All rights reserved.",
        2,
        4,
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.h", "/* (a) 2001 - Front Left\n * (b) 2002 - Front Right\n * (c) 2003 - Rear Right\n */\nint a;\n"),
        ("a.h", "/* (A) 2001 - Front Left\n * (B) 2002 - Front Right\n * (C) 2003 - Rear Right\n */\nint a;\n"),
        ("g.md", "Steps: (a) collect, (b) clean, (c) 2020 Census merge.\n"),
        ("g.md", "We use (a) 1990 Census data, (b) 2000 Census data and (c) 2010 Census Bureau data.\n"),
    ],
)
def test_the_third_letter_of_a_list_is_no_sign_before_a_year(path: str, text: str) -> None:
    assert sure(path, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "/* You may (a) copy it, and (b) sell it.\n * (c) 2003 Ada Fern */\n",
        "/* Kelp (a) 1.0 (b) none (c) 2003 Ada Fern */\n",
        "/* (b) weave; (c) 2003 Ada Fern */\n",
        "/* (c) 2003 Ada Fern\n * (c) 2004 Udo Halm */\n",
    ],
)
def test_behind_a_list_that_is_ended_or_lacks_a_letter_it_is_one(text: str) -> None:
    assert "(c) 2003 Ada Fern" in sure("a.h", text)
