"""A draft names every file that has no entry, as a person would group them, and leaves `how` to a person."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.authoring.changelog_entries import draft_entries
from hatch_oaml.records.tensors import Tensor, Weights

if TYPE_CHECKING:
    from hatch_oaml.records.inventory import ReleaseFile
    from tests.conftest import BaseWith, FileWith, ReleaseWith

TODAY = datetime.date(2026, 11, 23)


def shards(file_with: FileWith, *contents: str) -> list[ReleaseFile]:
    return [
        file_with(f"model-{number:05}-of-{len(contents):05}.safetensors", data)
        for number, data in enumerate(contents, 1)
    ]


def test_the_shards_of_one_model_are_one_entry(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(*shards(file_with, "a", "b"))
    release = release_with(files=shards(file_with, "c", "dd"), bases=[base])

    assert (
        "\n# model-00001-of-00002.safetensors: 1 bytes 字节, 1 in vivo-ai/BlueLM-7B-Chat"
        "\n# model-00002-of-00002.safetensors: 2 bytes 字节, 1 in vivo-ai/BlueLM-7B-Chat"
        "\n[[change]]"
        '\nfiles = ["/model-*-of-00002.safetensors"]'
        '\nrelation = "modified"  # finetune adapter quantized merge distilled pruned converted modified'
        '\nhow.en = ""\nhow.zh = ""\ndate = 2026-11-23\n'
    ) == draft_entries(release, TODAY)


def test_a_shard_that_is_the_bases_is_not_named(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(*shards(file_with, "a", "b"))
    release = release_with(files=shards(file_with, "a", "c"), bases=[base])

    assert 'files = ["/model-00002-of-00002.safetensors"]' in draft_entries(release, TODAY)


def test_other_modified_files_share_an_entry(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(file_with("config.json", "1"), file_with("README.md", "1"), file_with("same.py", "1"))
    files = [file_with("config.json", "2"), file_with("README.md", "2"), file_with("same.py", "1"), file_with("new.py")]

    drafted = draft_entries(release_with(files=files, bases=[base]), TODAY)

    assert 'files = [\n    "/README.md",\n    "/config.json",\n]' in drafted
    assert 1 == drafted.count("[[change]]")


def test_an_adapter_is_told_by_its_kind(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> None:
    release = release_with(files=[file_with("adapter_model.safetensors", "x")], bases=[base_with(file_with("a.gguf"))])

    assert 'relation = "adapter"' in draft_entries(release, TODAY)


def test_a_draft_behind_the_changelog_names_all_and_drafts_no_more(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(file_with("we[i]rd name*.py", "1"), file_with("model.bin", "1"))
    files = [file_with("we[i]rd name*.py", "2"), file_with("model.bin", "2"), file_with("added.safetensors", "3")]
    changelog = "format = 1  # mine\n"
    drafted = draft_entries(release_with(files=files, bases=[base], modifications=changelog), TODAY)

    after = release_with(files=files, bases=[base], modifications=changelog + drafted)

    assert [] == list(after.unlisted_files())
    assert "" == draft_entries(after, TODAY)


def test_nothing_is_drafted_where_nothing_is_new(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    files = [file_with("model.safetensors", "x")]

    assert "" == draft_entries(release_with(files=files, bases=[base_with(*files)]), TODAY)


@pytest.mark.parametrize(
    ("name", "dtype", "relation"),
    [
        ("model.gguf", "q4_k", "quantized"),
        ("model.gguf", "iq2_xs", "quantized"),
        ("model.gguf", "f16", "converted"),
        ("model.onnx", "float32", "converted"),
        ("model.tflite", "float32", "converted"),
        ("model.pt", "float32", "modified"),
    ],
)
def test_another_format_than_the_base_s_tells_how_a_model_became(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, name: str, dtype: str, relation: str
) -> None:
    tensor = Tensor(name="loom.weight", dtype=dtype, shape=(2,))
    weights = Weights(format=name.rpartition(".")[2], tensors=(tensor,))
    base = base_with(file_with("model.safetensors", "x"))

    drafted = draft_entries(release_with(files=[file_with(name, "y", weights=weights)], bases=[base]), TODAY)

    assert f'relation = "{relation}"' in drafted


def test_the_format_that_the_base_has_already_tells_nothing(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    weights = Weights(format="gguf", tensors=(Tensor(name="loom.weight", dtype="q4_k", shape=(2,)),))
    base = base_with(file_with("other.gguf", "x"))

    drafted = draft_entries(release_with(files=[file_with("model.gguf", "y", weights=weights)], bases=[base]), TODAY)

    assert 'relation = "modified"' in drafted
