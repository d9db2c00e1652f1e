"""Whom a Python module's own names and setup.py tell of over several lines, and lists of credits in data formats."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.notices._python_people import python_people
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly


def _sure(path: str, text: str) -> list[tuple[int, str]]:
    return [(found.line, found.text) for found in extract(archive_path(path), text.encode()).notices if found.sure]


@pytest.mark.parametrize(
    "text",
    [
        '__author__ = (\n    "Ada Fern",\n    "Udo Halm",\n)\n',
        '__authors__: list[str] = [\n    "Ada Fern",  # since 2019\n    "Udo Halm",\n]\n',
        "__author__ = (\n    'Ada Fern, '\n    'Udo Halm'\n)\n",
    ],
)
def test_a_person_each_where_the_field_goes_on_over_lines(text: str) -> None:
    assert [(2, "author: Ada Fern"), (3, "author: Udo Halm")] == _sure("loom.py", text)


def test_a_string_that_a_backslash_goes_on_with_is_one() -> None:
    assert [(1, "author: Ada Fern"), (2, "author: Udo Halm")] == _sure(
        "loom.py", '__author__ = "Ada Fern, " \\\n    "Udo Halm"\n'
    )


def test_an_address_belongs_to_its_name() -> None:
    assert [(2, "maintainer: Ada Fern <ada@fern.example>")] == _sure(
        "loom.py", '__maintainer__ = (\n    "Ada Fern <ada@fern.example>"\n)\nLICENSE = "MIT"\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        "__author__ = (\n    get_author()\n)\n",
        "__author__ = (\n    'TODO'\n)\n",
        "__author__ = (\n    'a' 'b',\n    r'c' b'd'\n)\n",
        "__all__ = [\n    'Ada Fern',\n]\n",
    ],
)
def test_what_no_string_names_is_nobody(text: str) -> None:
    assert [] == _sure("loom.py", text)


def test_setup_py_names_people_in_strings_over_lines_and_in_brackets() -> None:
    expected = [(2, "author: Ada Fern"), (3, "author: Udo Halm")]

    assert expected == _sure("setup.py", "setup(\n    author='Ada Fern, '\n           'Udo Halm',\n)\n")
    assert expected == _sure("setup.py", "setup(\n    author=('Ada Fern, '\n           'Udo Halm'),\n)\n")
    assert expected == _sure("setup.py", "setup(\n    author=['Ada Fern',\n           'Udo Halm'],\n)\n")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("model.json", '{\n"credits": ["Ada Fern", "Udo Halm"]}'),
        ("model.yaml", "name: loom\ncredits: [Ada Fern, Udo Halm]\n"),
        ("model.toml", 'name = "loom"\ncredits = ["Ada Fern", "Udo Halm"]\n'),
    ],
)
def test_a_list_of_credits_names_a_person_each(path: str, text: str) -> None:
    assert ["credit: Ada Fern", "credit: Udo Halm"] == [said for _, said in _sure(path, text)]


def test_credits_that_are_a_number_name_nobody() -> None:
    assert [] == _sure("course.json", '{"credits": 3, "name": "Weaving"}')


def test_the_fields_are_read_in_linear_time() -> None:
    assert grows_linearly(lambda size: python_people("__author__ = (" + '"a" ' * size), 2_000)
    assert grows_linearly(lambda size: python_people("__author__ = '" * size), 2_000)
    assert grows_linearly(lambda size: python_people("__author__ = (#\n" * size), 2_000)
