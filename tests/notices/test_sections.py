"""A section on people is read as one in whatever form a README has, and wherever it stands."""

from __future__ import annotations

import json

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly

PEOPLE = ["Ada Fern", "Udo Halm <u@loom.example>"]
METADATA = "Metadata-Version: 2.1\nName: loom\nVersion: 1\n"
UNDERLINED = (
    "Loom\n====\n\nCredits\n-------\n\n* Ada Fern\n* Udo Halm <u@loom.example>\n\nUsage\n-----\n\n* Run weave.\n"
)


def told(path: str, text: str) -> list[str]:
    return [notice.text for notice in extract(archive_path(path), text.encode()).notices if notice.sure]


def notebook(*cells: str) -> str:
    made = [{"cell_type": "markdown", "source": cell.splitlines(keepends=True)} for cell in cells]
    return json.dumps({"nbformat": 4, "metadata": {}, "cells": made}, indent=1)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.rst", UNDERLINED),
        ("README.rst", UNDERLINED.replace("Loom\n====", "====\nLoom\n====").replace("-", "~")),
        ("README.rst", UNDERLINED.replace("\n\n* Ada Fern", "\n\nAda Fern").replace("\n* Udo", "\n\nUdo")),
        ("k/README", UNDERLINED),
        ("README.txt", UNDERLINED),
        (
            "README.adoc",
            "= Loom\n\n== Credits\n\n* Ada Fern\n* Udo Halm <u@loom.example>\n\n== Usage\n\n* Run weave.\n",
        ),
        ("loom-1.dist-info/METADATA", f"{METADATA}\n{UNDERLINED}"),
        (
            "loom-1.dist-info/METADATA",
            f"{METADATA}Description-Content-Type: text/markdown\n\n# Loom\n\n## Credits\n\n* Ada Fern\n* Udo Halm <u@loom.example>\n",
        ),
        ("a.ipynb", notebook("# Loom", "## Authors\n\n* Ada Fern\n* Udo Halm <u@loom.example>\n", "* Run weave.")),
    ],
)
def test_each_person_below_the_heading_is_told(path: str, text: str) -> None:
    assert PEOPLE == told(path, text)


def test_they_stand_where_the_file_has_them() -> None:
    rest = extract(archive_path("README.rst"), UNDERLINED.encode()).notices
    metadata = extract(archive_path("PKG-INFO"), f"{METADATA}\n{UNDERLINED}".encode()).notices
    cells = notebook("# Loom", "## Authors\n\n* Ada Fern\n")

    assert [7, 8] == [notice.line for notice in rest]
    assert [11, 12] == [notice.line for notice in metadata]
    (notice,) = extract(archive_path("a.ipynb"), cells.encode()).notices
    assert "Ada Fern" in cells.splitlines()[notice.line - 1]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.rst", "Copyright\n=========\n\nLoombonds - a Savings Weave Inventory Program\n"),
        ("README.rst", "Authors guide\n=============\n\nWrite one file for each loom.\n"),
        ("README.adoc", "== Patents\n\nThe loom knows three.\n"),
        (
            "README.rst",
            "Credits\n-------\n\n.. _loom: https://loom.example/\n.. |Build| image:: https://loom.example/a.svg\n   :alt: a\n",
        ),
        ("README.rst", "Credits\n=======\n\nRelease notes\n-------------\n\n* Looms are faster.\n"),
        ("README.md", "## New Contributors\n\n* @mina made their first contribution in 12\n"),
        ("notes.rst", "Thanks\n------\n\nThe weft is dry.\n"),
    ],
)
def test_what_is_about_something_else_is_none(path: str, text: str) -> None:
    assert [] == told(path, text)


@pytest.mark.parametrize("path", ["README.rst", "README.adoc", "README.md", "METADATA"])
@pytest.mark.parametrize(
    "piece", ["=====\n", "Credits\n-------\n\nx\n", "a\n---\n", "== Credits\n", ".Credits\n", "-" * 90, "~~~x\n"]
)
def test_headings_are_found_in_linear_time(path: str, piece: str) -> None:
    assert grows_linearly(
        lambda count: extract(archive_path(path), (piece * count).encode()), min(8000, 100_000 // len(piece))
    )
