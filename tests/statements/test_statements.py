"""What files say of bases, relation and license is read as people and programs write it."""

from __future__ import annotations

import json

import pytest

from hatch_oaml.records.base_file import BaseFile
from hatch_oaml.records.base_record import BaseRecord, render_base
from hatch_oaml.statements import statements_of, statements_of_header, witnesses
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly


def told(path: str, text: str) -> list[tuple[str, str, int]]:
    return [(found.about, found.value, found.line) for found in statements_of(path, text.encode())]


def bases(front: str) -> list[str]:
    return [value for about, value, _ in told("README.md", f"---\n{front}\n---\n# A card\n") if about == "base"]


@pytest.mark.parametrize(
    "front",
    [
        "base_model: a/b",
        "base_model:   a/b   # the base",
        'base_model: "a/b"',
        "base_model: 'a/b'",
        '"base_model": a/b',
        "base_model: [a/b]",
        "base_model: ['a/b',]",
        "base_model: [\n  a/b\n  ]",
        "base_model:\n- a/b",
        "base_model:\n  - a/b # the base\n\nlanguage: zh",
        "tags: [x]\nbase_model: a/b\nmodel-index:\n- name: x\n  results:\n  - base_model: nested/away",
    ],
)
def test_a_card_names_its_base_in_any_yaml_that_people_write(front: str) -> None:
    assert ["a/b"] == bases(front)


def test_a_card_names_several_bases_each_with_its_line() -> None:
    text = "---\nlicense: mit\nbase_model:\n- a/b\n- c/d\nbase_model_relation: merge\n---\n"

    assert [("license", "mit", 2), ("base", "a/b", 4), ("base", "c/d", 5), ("relation", "merge", 6)] == told(
        "README.md", text
    )


@pytest.mark.parametrize(
    "front",
    [
        "base_model:",
        "base_model: null",
        "base_model: none",
        "base_model: []",
        "base_model: '[More Information Needed]'",
        "x: 1",
    ],
)
def test_a_card_that_names_no_base_says_nothing(front: str) -> None:
    assert [] == bases(front)


def test_front_matter_is_at_the_top_or_is_none() -> None:
    assert [] == told("README.md", "# A card\n\n---\nbase_model: a/b\n---\n")
    assert [] == told("docs/page.md", "---\nbase_model: a/b\n---\n")
    assert [("base", "a/b", 2)] == told("adapters/README_zh.md", "---\r\nbase_model: a/b\r\n---\r\n")


def test_another_license_is_known_by_its_name() -> None:
    assert [("license", "llama3", 3)] == told("README.md", "---\nlicense: other\nlicense_name: llama3\n---\n")
    assert [] == told("README.md", "---\nlicense: other\n---\n")


def test_a_merge_names_every_model_that_it_is_made_of() -> None:
    text = """\
models:
  - model: a/b
    parameters: {weight: 0.3}
  - model: ./local+c/lora
merge_method: ties
base_model: "d/e"
"""
    expected = [("base", "a/b", 2), ("base", "./local", 4), ("base", "c/lora", 4), ("base", "d/e", 6)]
    assert expected == told("mergekit_config.yml", text)
    fenced = f"# Merge\n\n```yaml\n{text}```\n"
    assert [(about, value, line + 3) for about, value, line in expected] == told("README.md", fenced)


def test_a_mixture_of_experts_is_a_merge() -> None:
    text = "base_model: a/b\ngate_mode: hidden\nexperts:\n  - source_model: c/d\n"

    assert ["a/b", "c/d"] == [value for about, value, _ in told("moe.yml", text) if about == "base"]


def test_a_configuration_that_merges_nothing_names_no_base() -> None:
    assert [] == told("train.yaml", "model: a/b\nlearning_rate: 1e-5\n")


def test_a_recipe_names_the_model_to_begin_with() -> None:
    assert [("possible-base", "a/b", 2)] == told("sft.yaml", "stage: sft\nmodel_name_or_path: a/b  # here\n")
    assert [("possible-base", "a/b", 1)] == told("axolotl.yml", "base_model: 'a/b'\n")
    assert [] == told("x.yaml", "trainer:\n  base_model: a/b\nbase_model:\n")


def test_a_modelfile_names_what_it_is_from_and_a_file_is_its_own() -> None:
    assert [("base", "llama3.2", 2)] == told("Modelfile", "# x\nFROM llama3.2:3b\n")
    assert [] == told("ollama/Modelfile.q4", "FROM ./kelp.gguf\nADAPTER ./lora.gguf\n")


def test_an_adapter_names_its_base_and_a_configuration_where_it_was_loaded_from() -> None:
    adapter = json.dumps({"r": 16, "base_model_name_or_path": "a/b"}, indent=1)

    assert [("base", "a/b", 3)] == told("adapter/adapter_config.json", adapter)
    assert [("possible-base", "a/b", 1)] == told("config.json", '{"_name_or_path": "a/b"}')
    assert [] == told("config.json", '{"_name_or_path": ""}')
    assert [] == told("config.json", '{"_name_or_path": "a/b"')
    assert [] == told("data.json", adapter)


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({"general.base_model.0.repo_url": "https://huggingface.co/a/b", "general.base_model.0.name": "B"}, ["https://huggingface.co/a/b"]),
        ({"general.base_model.0.name": "B 7B", "general.base_model.0.organization": "A Lab"}, ["A-Lab/B-7B"]),
        ({"general.base_model.1.name": "c/d", "general.base_model.0.name": "a/b"}, ["a/b", "c/d"]),
        ({"general.base_model.0.version": "1"}, []),
        ({"ss_sd_model_name": "sd_xl_base_1.0.safetensors"}, ["sd_xl_base_1.0.safetensors"]),
        ({"format": "pt"}, []),
    ],
)  # fmt: skip
def test_a_header_of_weights_names_bases(metadata: dict[str, str], expected: list[str]) -> None:
    assert expected == [found.value for found in statements_of_header(metadata) if found.about == "base"]


def test_a_base_record_is_known_wherever_it_lies() -> None:
    file = BaseFile(path=archive_path("a"), size=1, sha256=sha256_of(b"a"))
    record = render_base(BaseRecord(name="a/b", version="1", files=(file,)))

    assert [("record", "a/b", 2)] == told("old/upstream.toml", record)
    assert [] == told("settings.toml", 'name = "a/b"\n')


@pytest.mark.parametrize("path", ["README.md", "merge.yml"])
@pytest.mark.parametrize(
    ("first", "piece"),
    [
        ("", "```\nmerge_method: x\n"),
        ("merge_method: x\n", "- model: a/b\n"),
        ("", "<!--"),
        ("", "~~~\n```"),
        ("", "<!-- -->"),
    ],
)
def test_statements_are_read_in_linear_time(path: str, first: str, piece: str) -> None:
    assert grows_linearly(lambda size: statements_of(path, (first + piece * size).encode()), 16_000)


def test_every_witness_reads_something() -> None:
    assert all(witness.read or witness.read_metadata for witness in witnesses())
    assert len({witness.name for witness in witnesses()}) == len(witnesses()) > 4
