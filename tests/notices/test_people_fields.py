"""Each person whom a field of a manifest or a citation names is an attribution, the same in every form in which the field may be written."""

from __future__ import annotations

import json

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly

_ADA = "author: Ada Fern <ada@loom.example>"
_RECORD = {"name": "Ada Fern", "email": "ada@loom.example"}
_CITATION = "cff-version: 1.2.0\ntitle: Loom\nauthors:\n"


def _sure(path: str, text: str) -> list[tuple[int, str]]:
    found = extract(archive_path(path), text.encode()).notices
    return [(notice.line, notice.text) for notice in found if notice.sure]


@pytest.mark.parametrize(
    "document",
    [
        {"author": "Ada Fern <ada@loom.example>"},
        {"author": _RECORD},
        {"author": [_RECORD]},
        {"authors": ["Ada Fern <ada@loom.example>"]},
        {"authors": "Ada Fern <ada@loom.example>"},
        {"schema:author": [{"givenName": "Ada", "familyName": "Fern", "email": "ada@loom.example"}]},
        {"authors": [{"name": "Fern, Ada", "email": "ada@loom.example"}]},
    ],
)
def test_an_author_is_the_same_in_every_form_of_json(document: object) -> None:
    assert [(1, _ADA)] == _sure("package.json", json.dumps(document))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("k/pyproject.toml", '[project]\nauthors = [{ name = "Ada Fern", email = "ada@loom.example" }]\n'),
        ("k/pyproject.toml", '[tool.poetry]\nauthors = ["Ada Fern <ada@loom.example>"]\n'),
        ("a.yaml", "x: 1\nauthors: [Ada Fern <ada@loom.example>]\n"),
        ("a.yaml", "x: 1\nauthor: {name: Ada Fern, email: ada@loom.example}\n"),
        (
            "CITATION.cff",
            "cff-version: 1.2.0\nauthors: [{given-names: Ada, family-names: Fern, email: ada@loom.example}]\n",
        ),
    ],
)
def test_an_author_is_the_same_in_toml_and_yaml(path: str, text: str) -> None:
    assert [(2, _ADA)] == _sure(path, text)


def test_each_person_of_a_manifest_stands_on_its_own_line() -> None:
    text = json.dumps(
        {"name": "l", "contributors": ["Udo Halm <u@loom.example>", "mina", {"name": "Wei Tang"}]}, indent=1
    )

    assert [(4, "contributor: Udo Halm <u@loom.example>"), (7, "contributor: Wei Tang")] == _sure("package.json", text)


@pytest.mark.parametrize(
    "authors",
    [
        "  - family-names: Fern\n    given-names: Ada\n    orcid: https://orcid.example/1\n  - name: Loom AB\n",
        "- given-names: Ada\n  family-names: Fern\n  affiliation: Loom AB\n- name: 'Loom AB'\n",
        '  -\n    name: "Ada Fern"\n  - {name: Loom AB}\n',
    ],
)
def test_each_author_of_a_citation_is_an_attribution_in_whatever_writing(authors: str) -> None:
    assert ["author: Ada Fern", "author: Loom AB"] == [text for _, text in _sure("CITATION.cff", _CITATION + authors)]


def test_a_chinese_name_of_a_citation_is_written_as_one() -> None:
    text = f"{_CITATION}  - family-names: 林\n    given-names: 晚舟\n"

    assert [(4, "author: 林晚舟")] == _sure("CITATION.cff", text)


def test_who_wrote_another_work_that_is_cited_is_merely_possible() -> None:
    text = "cff-version: 1.2.0\npreferred-citation:\n  authors:\n    - name: Ada Fern\nreferences:\n  - authors:\n    - name: B Co\n"

    assert [] == _sure("CITATION.cff", text)


@pytest.mark.parametrize(
    ("document", "holders"),
    [
        ({"copyright": {"year": 2020, "holder": "Loom AB"}}, ["Copyright 2020 Loom AB"]),
        ({"copyright": {"name": "Loom AB"}}, ["Copyright Loom AB"]),
        ({"copyright": ["Ada Fern", "Udo Halm"]}, ["Copyright Ada Fern", "Copyright Udo Halm"]),
        ({"copyrights": ["2019 Ada Fern", "© 2020 Loom AB"]}, ["Copyright 2019 Ada Fern", "© 2020 Loom AB"]),
        ({"rightsHolder": "Udo Halm", "license": "x"}, ["Copyright Udo Halm"]),
        ({"copyright": {"year": 2020}, "rights": "2020 Ada Fern"}, ["Copyright 2020 Ada Fern"]),
    ],
)
def test_a_holder_is_named_in_a_list_and_in_a_record_too(document: object, holders: list[str]) -> None:
    assert holders == [text for _, text in _sure("config.json", json.dumps(document, ensure_ascii=False))]


@pytest.mark.parametrize(
    "document",
    [
        {"creator": "Label Studio", "author_id": 3},
        {"owner": "Ada Fern", "license": "x"},
        {"rights": "Read Write", "license": "x"},
        {"rights": ["read", "Admin"], "copyright": True},
        {"copyright": ["MIT"], "rights": "CC BY 4.0"},
        {"copyright": {"enabled": True, "year": 2020}},
        {"copyright": {"holder": "{{ author }}"}},
        {"authors": ["admin", "user"]},
        {"author": {"name": "Author"}},
        {"author": {"id": 3}},
        {"authors": {"type": "list", "items": "string"}},
        {"abstract": "Of looms.", "title": "Looms", "authors": [{"name": "Ada Fern"}]},
        {"rows": [{"authors": ["Ada Fern"]}, {"authors": ["Udo Halm"]}]},
        {"properties": {"author": {"name": "Ada Fern"}}},
    ],
)
def test_a_setting_a_schema_and_a_row_name_nobody(document: object) -> None:
    assert [] == _sure("config.json", json.dumps(document))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("rows.jsonl", '{"authors":["Ada Fern"]}\n{"authors":["Udo Halm"]}\n'),
        ("rows.json", '[{"authors":["Ada Fern"]},{"authors":["Udo Halm"]}]\n'),
        ("a.toml", 'authors = ["admin", "$USER"]\ncreators = ["Label Studio"]\n'),
        ("a.yaml", "authors:\n  - name: YOUR NAME\n  - admin\n  - ${USER}\ncreators:\n  - Label Studio\n"),
        ("a.yaml", "papers:\n  - title: Looms\n    authors:\n      - name: Ada Fern\n"),
        ("locales/de.yaml", "authors:\n  - name: Ada Fern\n"),
        ("CITATION.cff", f"{_CITATION}  - family-names: YOUR_NAME_HERE\n    given-names: YOUR_NAME_HERE\n"),
    ],
)
def test_a_row_a_placeholder_and_a_window_s_word_name_nobody(path: str, text: str) -> None:
    assert [] == _sure(path, text)


@pytest.mark.parametrize(
    ("path", "lead", "unit"),
    [
        ("a.toml", "", 'authors = [{ name = "Ada Fern" }]\n'),
        ("a.toml", "authors = [", '"a",'),
        ("a.yaml", "authors: [", '{a"\\",'),
        ("a.yaml", "authors:\n", "  - name: Ada Fern\n"),
        ("a.yaml", "", "authors:\n"),
        ("CITATION.cff", "authors:\n", "-\n"),
        ("a.json", '{"author": [', '{"name": "Ada Fern"},'),
    ],
)
def test_many_of_them_take_time_in_their_measure(path: str, lead: str, unit: str) -> None:
    assert grows_linearly(lambda count: extract(archive_path(path), (lead + unit * count).encode()), 1000)
