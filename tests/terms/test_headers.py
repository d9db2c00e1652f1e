"""A header in words is found in the comments at the top, and nowhere else; each row of the words finds its sample alone."""

from __future__ import annotations

import json
import re

import pytest

from hatch_oaml.terms.header_words import WORDS, Words
from hatch_oaml.terms.headers import LONGEST, _compiled, header_terms
from tests.conftest import LICENSE_ID
from tests.growing import grows_linearly
from tests.terms.texts import MIT

APACHE = (
    'Licensed under the Apache License, Version 2.0 (the "License");\nyou may not use this file except in compliance'
)
GNU = (
    "This program is free software: you can redistribute it and/or modify\nit under the terms of the GNU {}General Public License as"
    " published by\nthe Free Software Foundation, {} of the License{}.\n\nSee the\nGNU General Public License for more details."
)
LATER = ", or\n(at your option) any later version"
MPL = (
    "This Source Code Form is subject to the terms of the Mozilla Public\nLicense, v. 2.0. If a copy of the MPL was not"
)
BSD = (
    "Redistribution and use in source and binary forms, with or without\nmodification, are permitted provided that the following"
    " conditions are met:\n\n1. Redistributions of source code must retain the above copyright notice.{}"
)


def hashed(text: str) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in text.split("\n"))


def starred(text: str) -> str:
    return "/*\n" + "".join(f" * {line}".rstrip() + "\n" for line in text.split("\n")) + " */\nint x;\n"


def terms(path: str, text: str) -> str | None:
    found = header_terms(path, text.encode())
    return found[0] if found else None


@pytest.mark.parametrize("row", WORDS, ids=lambda row: f"{row.sense} {row.terms}")
def test_a_row_finds_its_sample_and_not_the_other(row: Words) -> None:
    pattern = _compiled(row.pattern)

    assert pattern.search(row.yes)
    assert not pattern.search(row.no)
    assert any(word in row.yes.lower() for word in row.needs)
    assert row.why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (APACHE, "Apache-2.0"),
        ("The ASF licenses this file\nto you under the Apache License, Version 2.0 (the", "Apache-2.0"),
        (GNU.format("", "either version 3", LATER), "GPL-3.0-or-later"),
        (GNU.format("", "version 2", ""), "GPL-2.0-only"),
        (GNU.format("Lesser ", "either\nversion 2.1", LATER), "LGPL-2.1-or-later"),
        (GNU.format("Affero ", "either version 3", LATER), "AGPL-3.0-or-later"),
        (GNU.format("Library ", "either version 2", LATER), "LGPL-2.0-or-later"),
        ("This software may be used and distributed according to the terms of the\nGNU GPL version 2.", "GPL-2.0-only"),
        ("You may redistribute it under the terms of the GNU General Public License.", "GPL-1.0-or-later"),
        ("Released under the GPLv3+", "GPL-3.0-or-later"),
        (MPL, "MPL-2.0"),
        (MIT, "MIT"),
        (BSD.format(""), "BSD-2-Clause"),
        (BSD.format("\n\n3. Neither the name of the copyright holder"), "BSD-3-Clause"),
        ("Use of this source code is governed by a BSD-style\nlicense that can be found in", "BSD-3-Clause"),
        ("This source code is licensed under the MIT license found in the\nLICENSE file", "MIT"),
        ("Copyright (c) Loom Corporation.\nLicensed under the MIT License.", "MIT"),
        ("Distributed under the Boost Software License, Version 1.0.", "BSL-1.0"),
        ("Loom is licensed under Mulan PSL v2.", "MulanPSL-2.0"),
        ("This work is licensed under a Creative Commons Attribution-NonCommercial 4.0", "CC-BY-NC-4.0"),
        ("本文件采用 Apache 许可证 2.0 版授权。", "Apache-2.0"),
        ("本项目采用 MIT 许可证", "MIT"),
    ],
)
@pytest.mark.parametrize(("path", "form"), [("a.py", hashed), ("a.c", starred)])
def test_a_header_in_words_is_told(path: str, form: object, text: str, expected: str) -> None:
    assert callable(form)

    assert expected == terms(path, form(text))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", f'#!/usr/bin/env python\n# coding: utf-8\n"""A loom.\n\n{APACHE}\n"""\nx = 1\n'),
        ("a.php", f"<?php\n/*\n{APACHE}\n*/"),
        ("a.php", f"<?php /* {APACHE} */"),
        ("a.html", f"<!DOCTYPE html>\n<!-- {APACHE} -->\n<p>"),
        ("a.md", f"<!--Copyright 2023 Loom\n\n{APACHE}\n-->\n# Loom"),
        ("a.rst", ".. Copyright 2023 Loom\n   Licensed under the Apache License, Version 2.0\n\nTitle\n"),
        ("a.sql", "-- Licensed under the Apache License, Version 2.0\nSELECT 1;\n"),
        ("a.bat", "@echo off\nrem Licensed under the Apache License, Version 2.0\n"),
        ("a.js", "/**\n * @license Licensed under the Apache License, Version 2.0\n */"),
        ("a.tex", "% Licensed under the Apache License, Version 2.0\n"),
        (
            "a.ipynb",
            json.dumps({"cells": [{"source": [f"#@title {APACHE}\n", "# x\n"]}]}, indent=1).replace("\\nyou", ""),
        ),
    ],
)
def test_whatever_the_form_of_the_comment(path: str, text: str) -> None:
    assert "Apache-2.0" == terms(path, text)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", f'# Writes headers.\nHEADER = """\n{APACHE}\n"""\n'),
        ("a.py", f"import os\n\n{hashed(APACHE)}"),
        ("a.py", '"""Puts "Licensed under the Apache License, Version 2.0" above each file."""\n'),
        ("a.py", "# Adapted from Loom, which is licensed under the Apache License, Version 2.0\n"),
        ("a.py", "# Based on Loom, licensed under BSD-3-Clause.\n"),
        ("a.py", "# The original code is licensed under the MIT license.\n"),
        ("a.py", "# This file is not licensed under the GPL v3.\n"),
        ("a.py", "# This source code is licensed under the license found in the LICENSE file.\n"),
        ("a.py", "# Licensed under the OpenAtom Model License, Version 1.0\n# and once under the MIT license.\n"),
        ("a.py", f"# Licensed under the terms of {LICENSE_ID}.\n"),
        ("README.md", "# Loom\n\nLicensed under the Apache License, Version 2.0\n"),
        ("a.json", '{"text": "Licensed under the Apache License, Version 2.0"}'),
    ],
)
def test_what_quotes_a_header_speaks_of_another_work_or_names_ours_is_none(path: str, text: str) -> None:
    assert terms(path, text) is None


def test_the_line_is_that_of_the_grant() -> None:
    assert ("Apache-2.0", 3) == header_terms("a.py", hashed(f"Copyright 2020 Loom\n\n{APACHE}").encode())


def test_two_texts_in_one_comment_are_both_told() -> None:
    assert "MIT AND BSD-2-Clause" == terms("a.c", starred(f"{MIT}\n{BSD.format('')}"))


@pytest.mark.parametrize("hostile", ["this file is ", "redistribute it ", "This code is licensed ", "a ", "Licensed"])
def test_a_comment_of_any_words_is_read_in_linear_time(hostile: str) -> None:
    def read(size: int) -> object:
        text = f"# license gnu apache mit bsd {hostile * (size // len(hostile))}"
        return header_terms("a.py", text.encode())

    assert grows_linearly(read, LONGEST)


def test_no_expression_is_a_nested_set() -> None:
    assert not [row for row in WORDS if re.search(r"\[[^\]]* ", row.pattern)]
