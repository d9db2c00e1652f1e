"""Annotations of REUSE are read, and count for files, as the specification and its tool have it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.records.annotation import Annotation
from hatch_oaml.terms.annotations import Annotations, read_annotations
from hatch_oaml.values.globs import reuse_glob
from tests.conftest import _file
from tests.growing import grows_linearly

if TYPE_CHECKING:
    from hatch_oaml.records.inventory import ReleaseFile

REUSE_TABLE = """\
version = 1

[[annotations]]
path = "**"
SPDX-License-Identifier = "Apache-2.0"

[[annotations]]
path = ["assets/**", "a.png"]
precedence = "aggregate"
SPDX-License-Identifier = ["MIT", "CC0-1.0 OR Zlib"]

[[annotations]]
path = "assets/own/**"
SPDX-FileCopyrightText = "2024 Foam Works"
"""
DEBIAN = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: foam

# the pictures
Files: img/*
 ?.svg
Copyright: 2024 Foam Works
License: CC0-1.0
 The text of it,
 .
 with License: Zlib in it.

files: img/own.png
license: ISC

License: CC0-1.0
 Again the text.
"""


def annotating(path: str, text: str) -> ReleaseFile:
    return _file(path, text, annotations=read_annotations(path, text.encode()))


def said(path: str, *files: ReleaseFile) -> list[tuple[str, str, int]]:
    return [(one.path, one.annotation.license, one.annotation.line) for one in Annotations(files).of(path)]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("README.md", [("REUSE.toml", "Apache-2.0", 3)]),
        ("a.png", [("REUSE.toml", "MIT AND (CC0-1.0 OR Zlib)", 7)]),
        ("sub/a.png", [("REUSE.toml", "Apache-2.0", 3)]),
        ("assets/b/c.png", [("REUSE.toml", "MIT AND (CC0-1.0 OR Zlib)", 7)]),
        ("assets/own/c.png", []),
    ],
)
def test_the_last_annotation_that_names_a_file_counts(path: str, expected: list[tuple[str, str, int]]) -> None:
    assert expected == said(path, annotating("REUSE.toml", REUSE_TABLE))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("img/a/b.png", [(".reuse/dep5", "CC0-1.0", 4)]),
        ("q.svg", [(".reuse/dep5", "CC0-1.0", 4)]),
        ("img/own.png", [(".reuse/dep5", "ISC", 13)]),
        ("qq.svg", []),
        ("README.md", []),
    ],
)
def test_paragraphs_of_debian_name_files_with_their_short_license(
    path: str, expected: list[tuple[str, str, int]]
) -> None:
    assert expected == said(path, annotating(".reuse/dep5", DEBIAN.replace("# the", "# The")))


def table(license_id: str, precedence: str = "closest") -> str:
    return (
        f'version = 1\n[[annotations]]\npath = "**"\nprecedence = "{precedence}"\n'
        f'SPDX-License-Identifier = "{license_id}"\n'
    )


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("closest", "closest", ["ISC"]),
        ("closest", "aggregate", ["MIT", "ISC"]),
        ("aggregate", "closest", ["MIT", "ISC"]),
        ("override", "override", ["MIT"]),
        ("override", "closest", ["MIT"]),
        ("closest", "override", ["MIT", "ISC"]),
        ("unheard-of", "closest", ["ISC"]),
    ],
)
def test_of_several_tables_the_nearest_counts_unless_one_above_overrides(
    above: str, below: str, expected: list[str]
) -> None:
    files = annotating("lib/REUSE.toml", table("ISC", below)), annotating("REUSE.toml", table("MIT", above))

    assert expected == [license_id for _, license_id, _ in said("lib/a.py", *files)]
    assert ["MIT"] == [license_id for _, license_id, _ in said("library.py", *files)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "version = 1\n",
        "annotations = 1\n",
        "annotations = [1]\n",
        "[[annotations]\n",
        "[[annotations]]\n",
        "[[annotations]]\npath = 1\nSPDX-License-Identifier = 'MIT'\n",
        "[[annotations]]\npath = '**'\nSPDX-License-Identifier = []\n",
        "\xff",
    ],
)
def test_what_annotates_nothing_says_nothing(text: str) -> None:
    assert [] == said("a.py", annotating("REUSE.toml", text))


def test_a_line_that_is_no_field_hides_none() -> None:
    assert [(".reuse/dep5", "MIT", 1)] == said("a", annotating(".reuse/dep5", "Files: *\nCopyright\nLicense: MIT\n"))


@pytest.mark.parametrize("path", ["reuse.txt", "dep5", "lib/.reuse/dep5", "REUSE.toml.bak"])
def test_other_files_annotate_nothing(path: str) -> None:
    assert () == read_annotations(path, REUSE_TABLE.encode())


def test_annotations_written_in_one_line_stand_on_the_first() -> None:
    text = 'annotations = [{path = "a", SPDX-License-Identifier = "MIT"}]\n'

    assert [("REUSE.toml", "MIT", 1)] == said("a", annotating("REUSE.toml", f"\n{text}"))


def test_a_table_that_nobody_wrote_by_hand_is_not_read() -> None:
    assert () == read_annotations("REUSE.toml", REUSE_TABLE.encode() + b"#" * (1 << 20))


def test_annotations_are_held_against_files_in_linear_time() -> None:
    globs = ", ".join(f'"{"**a" * 20}{index}"' for index in range(100))
    file = annotating("REUSE.toml", f'[[annotations]]\npath = [{globs}]\nSPDX-License-Identifier = "MIT"\n')
    annotations = Annotations([file])

    assert [] == annotations.of("a" * 200)
    assert grows_linearly(lambda size: annotations.of("a" * size), 400)


@pytest.mark.parametrize("precedence", ['["override"]', "{ a = 1 }", "3", '"nearest"'])
def test_a_precedence_that_is_none_is_the_usual_one(precedence: str) -> None:
    table = f'version = 1\n[[annotations]]\npath = "a"\nSPDX-License-Identifier = "MIT"\nprecedence = {precedence}\n'

    assert ["closest"] == [row.precedence for row in read_annotations("REUSE.toml", table.encode())]


GLOBS = st.text(alphabet="ab/*?\\[!", min_size=1, max_size=6).filter(lambda text: bool(text.strip()))


@given(st.lists(GLOBS, max_size=40), st.text(alphabet="ab/?*[!", min_size=1, max_size=8))
def test_of_many_globs_the_last_that_matches_counts(globs: list[str], path: str) -> None:
    file = replace(
        annotating("REUSE.toml", ""),
        annotations=tuple(
            Annotation(globs=(glob,), license="MIT", line=number, precedence="closest")
            for number, glob in enumerate(globs, 1)
        ),
    )
    matching = [number for number, glob in enumerate(globs, 1) if reuse_glob(glob).match(path)]

    assert matching[-1:] == [said.annotation.line for said in Annotations([file]).of(path)]


def test_many_globs_are_held_against_many_files_in_linear_time() -> None:
    def hold(count: int) -> None:
        globs = ", ".join(f'"**/{number}.py"' for number in range(count))
        table = annotating("REUSE.toml", f'[[annotations]]\npath = [{globs}]\nSPDX-License-Identifier = "MIT"\n')
        annotations = Annotations([table])
        assert all(annotations.of(f"src/{number}.py") for number in range(count))

    assert grows_linearly(hold, 1600)
