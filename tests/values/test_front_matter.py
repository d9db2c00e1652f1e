"""Front matter is read as a YAML library reads it, as far as it is read."""

from __future__ import annotations

import pytest
import yaml  # type: ignore[import-untyped]
from hypothesis import given, strategies as st

from hatch_oaml.values.front_matter import front_matter
from tests.growing import grows_linearly

_KEYS = st.sampled_from(["license", "license_name", "base_model", "tags", "language", "model-index"])
_LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])
_TEXTS = st.text(_LETTERS, min_size=1, max_size=30).filter(lambda text: text.strip(" ") == text.strip())
"""Blanks other than a space around a value are no part of it to a reader; to YAML they are."""
_VALUES = st.one_of(_TEXTS, st.lists(_TEXTS, min_size=1, max_size=4))

_STYLES = st.fixed_dictionaries(
    {"default_flow_style": st.sampled_from([False, True, None]), "allow_unicode": st.booleans()}
)


def texts(card: str) -> dict[str, list[str]]:
    return {key: [value.text for value in values] for key, values in front_matter(card).items()}


def as_texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


@given(st.dictionaries(_KEYS, _VALUES, min_size=1), _STYLES)
def test_what_a_yaml_library_writes_is_read_as_it_was_meant(
    keys: dict[str, str | list[str]], style: dict[str, bool | None]
) -> None:
    written = yaml.safe_dump(keys, width=10_000, sort_keys=False, **style)

    assert {key: as_texts(value) for key, value in keys.items()} == texts(f"---\n{written}---\n")


@pytest.mark.parametrize("blank", ["\xa0", "\u3000", "\u2009"])
def test_a_blank_around_a_value_hides_no_license(blank: str) -> None:
    assert {"license": ["mit"]} == texts(f"---\nlicense: {blank}mit{blank}\n---\n")


CARDS = [
    "license: apache-2.0",
    "license: 'mit'  # of the code",
    'base_model: "org/Model # 1"',
    "base_model:\n- org/One\n- org/Two",
    "base_model:\n  - org/One\n  # a comment\n  - 'org/Two'",
    "base_model: [org/One, \"org/Two\", 'org/Three']",
    "base_model: [\n  org/One,\n  org/Two\n]",
    "tags: []\nlicense: other",
    "license_name: >-\n  a name\n  on two lines",
    "license: other\nmodel-index:\n- name: x\n  results: []\n",
    "license : mit",
    "base_model:\n-   org/One",
    "license: bigscience-openrail-m\nlanguage:\n- zh\n- en",
    '{"license": "mit", "base_model": ["org/One", "org/Two"], "model-index": [{"name": "x"}]}',
    "{license: apache-2.0, base_model: org/One}  # in a line",
    '{\n  "license":"mit",\n  "language":[\n    "zh",\n    "en"\n  ]\n}',
    "? license\n: mit\n? base_model\n:\n  - org/One\n  - org/Two\nlanguage: zh",
    "license:\n  mit\nbase_model:\n  # which?\n  org/One",
    "  license: mit\n  base_model:\n    - org/One",
    "license: !!str mit\nbase_model: &base org/One",
]


@pytest.mark.parametrize("card", CARDS)
def test_cards_as_people_write_them_are_read_as_the_library_reads_them(card: str) -> None:
    known = {"license", "license_name", "base_model", "language"}
    meant = {key: as_texts(value) for key, value in yaml.safe_load(card).items() if key in known}

    assert meant == {key: value for key, value in texts(f"---\n{card}\n---\n# Title\n").items() if key in known}


@pytest.mark.parametrize(
    "card",
    [
        "base_model: {name: org/One, version: 2}",
        "base_model:\n  name: org/One\n  version: 2",
        '{"base_model": {"id": "org/One"}}',
    ],
)
def test_the_name_in_a_mapping_is_the_value(card: str) -> None:
    assert {"base_model": ["org/One"]} == texts(f"---\n{card}\n---\n")


def test_a_value_in_braces_stands_on_its_line() -> None:
    card = front_matter('---\n{\n"license":\n"mit"}\n---\n')

    assert [4] == [value.line for value in card["license"]]


@pytest.mark.parametrize(
    ("first", "piece", "last", "size"),
    [
        ("[", " ", "[", 200_000),
        ("[a", " ", "[", 200_000),
        ("", "[", "", 200_000),
        ('"', "\\", "", 200_000),
        ("{", "{a: ", "", 200_000),
        ("{", "a:", "", 1_600_000),  # what a regular expression remembers of fewer lies in the processor's cache
        ("{", '"', "", 200_000),
    ],
)
def test_a_hostile_value_is_read_in_linear_time(first: str, piece: str, last: str, size: int) -> None:
    assert grows_linearly(lambda times: texts(f"---\nlicense: {first}{piece * times}{last}\n---\n"), size)
