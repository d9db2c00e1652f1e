"""English words for who made a work, or a part of it, and who keeps its copyright; and what only looks like them."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path


def _sure(path: str, text: str) -> list[tuple[str, str]]:
    return [(found.kind, found.text) for found in extract(archive_path(path), text.encode()).notices if found.sure]


@pytest.mark.parametrize(
    "line",
    [
        "Programmed by Ada Fern",
        "Designed by Ada Fern",
        "Donated by Kelp Labs, Inc.",
        "Principal author: Ada Fern",
        "Corresponding author: Ada Fern <ada@fern.example>",
        "Translator: Ada Fern",
        "Developers: Ada Fern, Udo Halm",
        "Thanks go out to Ada Fern",
    ],
)
def test_who_made_it_is_an_attribution(line: str) -> None:
    assert [("attribution", line)] == _sure("a.py", f"# {line}\nx = 1\n")


@pytest.mark.parametrize(
    "line",
    [
        "Ada Fern retains the copyright.",
        "Kelp Labs, Inc. retains copyright to this file",
        "The University of Halm holds all copyright in these tables.",
    ],
)
def test_who_keeps_the_copyright_is_named(line: str) -> None:
    assert [("copyright", line)] == _sure("a.py", f"# {line}\nx = 1\n")


@pytest.mark.parametrize(
    "line",
    [
        "Designed by contract",
        "Developer: Please Help me with this",
        "Translator: see below",
        "Author: John Doe",
        "Author: Your Name",
        "Authors: see git log",
        "Each Contributor retains the copyright of what it gave.",
        "You own the copyright of your work.",
    ],
)
def test_what_names_nobody_is_none(line: str) -> None:
    assert [] == _sure("a.py", f"# {line}\nx = 1\n")


def test_a_macro_of_the_kernel_and_an_option_of_org_mode_name_the_author() -> None:
    code = 'MODULE_AUTHOR("Ada Fern <ada@fern.example>");\nMODULE_DESCRIPTION("Loom");\n'

    assert [("attribution", 'MODULE_AUTHOR("Ada Fern <ada@fern.example>")')] == _sure("loom.c", code)
    assert [("attribution", "+AUTHOR: Ada Fern")] == _sure("loom.org", "#+AUTHOR: Ada Fern\n#+TITLE: Loom\n")


def test_a_list_that_ends_with_etc_goes_on_behind_it() -> None:
    line = "Copyright 2020 Kelp Inc., Halm Ltd., etc. and the Fern Team"

    assert [("copyright", line)] == _sure("a.py", f"# {line}\nx = 1\n")


def test_the_head_of_a_table_of_people_names_nobody() -> None:
    text = "# 模型\n\n## 贡献者\n\n| 姓名 | 单位 |\n|--|--|\n| 林晚舟 | 云梭科技 |\n"

    assert [("attribution", "林晚舟 | 云梭科技")] == _sure("README.md", text)
