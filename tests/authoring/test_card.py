"""The card says what hubs show, in YAML that they read, and REUSE.toml what tools read."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import pytest

from hatch_oaml.authoring.card import Facts, card_lacks, head_of_card, is_bare, new_card
from hatch_oaml.authoring.reuse import reuse_table
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.values.front_matter import front_matter

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

yaml: Any = import_module("yaml")  # it has no types of its own
OURS = "license: other\nlicense_name: openatom-model-license-1.0\nlicense_link: LICENSE\n"


def facts(*bases: str, relation: str = "") -> Facts:
    entry = f"format = 1\n[[change]]\nfiles = ['*']\nrelation = '{relation}'\nhow.en = 'x'\ndate = 2026-11-01\n"
    changelog = parse_modifications(entry.encode(), "m") if relation else None
    return Facts(name="kelp", license="LICENSE", bases=bases, modifications=changelog)


def test_an_original_s_card_names_the_license() -> None:
    assert f"---\n{OURS}---\n\n# kelp\n" == new_card(facts())


def test_a_derivative_s_card_names_its_base_and_the_relation_of_the_changelog() -> None:
    expected = f"---\n{OURS}base_model: a/b\nbase_model_relation: quantized\n---\n"

    assert expected == head_of_card(facts("a/b", relation="quantized"))


def test_a_merge_has_several_bases() -> None:
    assert "base_model:\n- a/b\n- c/d\nbase_model_relation: merge\n" in head_of_card(facts("a/b", "c/d"))


@pytest.mark.parametrize("relation", ["", "distilled"])
def test_a_relation_that_nobody_told_is_left_to_the_person(relation: str) -> None:
    text = head_of_card(facts("a/b", relation=relation))

    assert "# base_model_relation: one of 其中之一：finetune, adapter, quantized, merge\n" in text


@pytest.mark.parametrize("name", ["a/b", "云梭/织机", "no", "a: b", "x #y", "- z", '"q"', "{a}"])
def test_a_card_can_be_read_again_by_us_and_by_yaml(name: str) -> None:
    text = head_of_card(facts(name, "c/d"))

    assert [name, "c/d"] == yaml.safe_load(text.strip("-\n"))["base_model"]
    assert [name, "c/d"] == [value.text for value in front_matter(text)["base_model"]]


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        ("license: mit\nbase_model: x/y", []),
        ("license: mit", ["base_model: a/b"]),
        ("tags: [x]", ["license: other", "base_model: a/b"]),
    ],
)
def test_what_a_card_does_not_say_is_told(keys: str, missing: list[str]) -> None:
    lack = card_lacks(facts("a/b"), f"---\n{keys}\n---\n")

    assert bool(missing) == (lack is not None)
    assert lack is None or all(line in lack.en and line in lack.zh for line in missing)
    assert ("license:" in keys) == (lack is None or "license:" not in lack.en)


def test_only_a_card_without_front_matter_gets_one() -> None:
    assert is_bare("# Kelp\n")
    assert not is_bare("---\nlicense: mit\n---\n")
    assert not is_bare("---\nthat nothing closes\n")


def test_reuse_names_the_license_of_all_and_of_each_part() -> None:
    parts = [(("lib/**", "*.js", "/data/a.csv", "vendored/", "!lib/own.py"), "MIT"), (("!x",), "ISC")]
    tables = tomllib.loads(reuse_table(parts=parts))["annotations"]

    assert [["**"], "LicenseRef-scancode-openatom-model-1.0"] == [
        tables[0]["path"],
        tables[0]["SPDX-License-Identifier"],
    ]
    expected = ["lib/**", "*.js", "*.js/**", "**/*.js", "**/*.js/**", "data/a.csv", "data/a.csv/**"]
    assert [*expected, "vendored/**", "**/vendored/**"] == tables[1]["path"]
    assert "MIT" == tables[1]["SPDX-License-Identifier"]
    assert 2 == len(tables)


def test_reuse_takes_no_quoted_tag_for_a_file_s_own_and_asks_for_the_holders() -> None:
    text = reuse_table(quoting=["bases/**"])

    expected = {
        "path": ["bases/**"],
        "precedence": "override",
        "SPDX-License-Identifier": "LicenseRef-scancode-openatom-model-1.0",
    }
    assert expected == tomllib.loads(text)["annotations"][1]
    assert text.startswith("# `reuse lint` passes once the holders of the copyright stand in the lines below")
    assert 2 == text.count("\n# SPDX-FileCopyrightText = ")


def test_reuse_names_the_holder_that_is_known_and_asks_for_none() -> None:
    text = reuse_table(quoting=["bases/**"], holder="2026 Beacon Works")

    assert ["2026 Beacon Works"] * 2 == [
        table["SPDX-FileCopyrightText"] for table in tomllib.loads(text)["annotations"]
    ]
    assert "#" not in text
