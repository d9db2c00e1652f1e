"""The page on the grammar is true: each production finds its example, and makes nothing of what it is not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.recognition.tokens import Tokens
from hatch_oaml.values.paths import archive_path

PAGE = Path(__file__).parent.parent.parent / "docs" / "en" / "notice-grammar.md"
CODE = re.compile(r"`([^`]+)`")


class Sample(NamedTuple):
    production: str
    text: str
    found: tuple[str, ...]


def _rows(heading: str) -> list[list[str]]:
    section = PAGE.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.split("\n") if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def _samples() -> list[Sample]:
    found = []
    for production, *cells in _rows("Productions"):
        for cell in cells:
            codes = [code.replace("⏎", "\n") for code in CODE.findall(cell)]
            if codes:
                found.append(Sample(production, codes[0], tuple(codes[1:])))
    return found


def test_the_page_has_productions_each_with_an_example_that_is_found() -> None:
    rows = _rows("Productions")

    assert len(rows) >= 30
    assert [] == [row[0] for row in rows if "→" not in row[1]]


@pytest.mark.parametrize("sample", _samples(), ids=lambda sample: f"{sample.production}: {sample.text[:30]}")
def test_a_production_finds_what_its_page_says(sample: Sample) -> None:
    notices = extract(archive_path("a.txt"), sample.text.encode()).notices

    assert list(sample.found) == [notice.text for notice in notices if notice.kind == "copyright" and notice.sure]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2019-2021", "year"),
        ("(c)", "sign"),
        ("版权", "sign"),
        ("Loom", "cap"),
        ("云梭", "cap"),
        ("loom", "lower"),
        ("von", "joining"),
        ("contributors", "people"),
        ("Inc.", "abbreviation"),
        ("Baslerstr.", "abbreviation"),
        ("<mina@loom.is>", "address"),
        ("All rights reserved", "reserved"),
        ("Licensed under", "terms"),
        ("free software", "start"),
        ("is", "verb"),
        ("under", "clause"),
        ("。", "stop"),
        ("*/", "close"),
        ("，", "comma"),
        ("- ", "dash"),
        ("(", "open"),
        (")", "shut"),
        ("~", "mark"),
        ("\n", "line"),
    ],
)
def test_each_kind_of_token_is_told(text: str, kind: str) -> None:
    token = Tokens(text, 0).at(0)

    assert token is not None
    assert kind == token.kind


@pytest.mark.parametrize(
    "text", ["Copyright 2020 Löom, Inc. and\nothers <a@b.example>; 云梭", "", " \t", "((((", "a" * 999]
)
def test_tokens_are_cut_in_order_and_nothing_but_white_space_lies_between(text: str) -> None:
    tokens = Tokens(text, 0)
    index, offset = 0, 0

    while (token := tokens.at(index)) is not None:
        assert not text[offset : token.start].strip()
        assert token.end > token.start
        index, offset = index + 1, token.end

    assert not text[offset:].strip()
