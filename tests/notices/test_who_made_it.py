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


@pytest.mark.parametrize(
    "line",
    [
        "File author: Ada Fern",
        "Author: afern [at] fern.example (Ada Fern)",
        "Contributors: Halm Institute, Kelp Labs.",
        "Thanks to the kelp-loom project for the command.",
        "Thanks to the Kelp team for the idea.",
    ],
)
def test_whom_a_header_names_in_other_ways_is_an_attribution(line: str) -> None:
    assert [("attribution", line)] == _sure("a.h", f"// {line}\nint x;\n")


@pytest.mark.parametrize(
    "line",
    [
        "modified from torchvision to also return the union",
        "copied from sentence-transformers, and modify it",
        "taken from fairseq",
        "Parts of the decoder were lifted from espnet.",
        "Taken from huggingface to ensure the same behavior",
        "The file was copied from fairseq to remove the dependency",
        "Most of this file is adopted from flair, which is free",
        "Weaver, code borrowed from kelp/loom/src/weave.py",
    ],
)
def test_a_work_that_everybody_knows_needs_no_capital(line: str) -> None:
    assert [("attribution", line)] == _sure("a.py", f"# {line}\nx = 1\n")


@pytest.mark.parametrize(
    "line",
    [
        "converted from pytorch to onnx",
        "copied from numpy to the device",
        "the value is taken from pytorch",
        "copied from src/loom/weave.py",
        "Thanks to the whole team for testing",
        "Developers: [at] least two",
    ],
)
def test_where_values_go_and_who_is_anybody_is_no_origin(line: str) -> None:
    assert [] == _sure("a.py", f"x = 1  # {line}\n")


def test_rows_of_a_table_are_told_apart_and_what_a_program_is_does_not_tell_of_this_one() -> None:
    table = "| M | I |\n|--|--|\n| [k/a](https://kelp.example/a) | made based on the task. |\n| [k/b](https://kelp.example/b) | x |\n"
    news = "- [Kelp](https://kelp.example/a): a binding, maintained by Kelp team, supports batches: [#1](https://kelp.example/1)\n"
    prompt = "S = (\n    'You help.\\n'\n    '- KelpLM (海藻) is a conversational language model that is developed by Kelp Labs. '\n)\n"

    assert [] == _sure("README.md", table)
    assert [] == _sure("README.md", news)
    assert [] == _sure("loom.py", prompt)


@pytest.mark.parametrize(
    "line",
    [
        "Written by afern",
        "First modified by afern 2025-04-16",
        "based on FernWeaver's measure script.",
        "adapted from fernweft' implementation",
        "partially derived from fernweft LOOM implementation",
        "Thanks to Fern.Maid http://fern.example/",
    ],
)
def test_an_account_s_name_and_whose_code_it_was_are_told(line: str) -> None:
    assert [("attribution", line)] == _sure("a.py", f"# {line}\nx = 1\n")


@pytest.mark.parametrize(
    "line", ["Written by hand", "Created by default", "modified by the loader 2 times", "based on its own script."]
)
def test_how_it_was_written_names_nobody(line: str) -> None:
    assert [] == _sure("a.py", f"# {line}\nx = 1\n")


def test_who_of_a_company_wrote_it_belongs_to_its_name_and_the_list_goes_on() -> None:
    lines = (
        "Copyright (c) 2021 Kelp Inc. (authors: Ada Fern, Udo Halm)",
        "2023 Halm Inc. (authors: Mina Reed)",
        "2024 Reed Inc",
    )
    text = f"# {lines[0]}\n#               {lines[1]}\n#               {lines[2]}\n#\n# Licensed under the Apache License\n"

    assert [("copyright", " ".join(lines))] == [one for one in _sure("a.py", text) if one[0] == "copyright"]


def test_fields_in_brackets_are_labels() -> None:
    text = (
        "# -*- coding: utf-8 -*- #\n"
        '"""******************************"""\n'
        "#   FileName     [ model.py ]\n"
        "#   Author       [ Ada Fern (https://github.com/afern) ]\n"
        "#   Copyright    [ Copyleft(c), Speech Lab, KLP, Taiwan ]\n"
        '"""******************************"""\n'
    )

    assert [kind for kind, _ in _sure("model.py", text)] == ["attribution", "copyright"]
    assert "Speech Lab, KLP, Taiwan" in _sure("model.py", text)[1][1]
    assert [] == _sure("model.py", "#   Author       [ 0, 1 ]\nx[ Author [ y ] ]\n")


@pytest.mark.parametrize(
    "line", ["based on permutation/init.c by Ada Fern", "This function is copied from vllm commit hash: 420e794c"]
)
def test_a_file_of_somebody_and_a_known_work_s_commit_are_origins(line: str) -> None:
    assert [("attribution", line)] == _sure("a.py", f"# {line}\nx = 1\n")
