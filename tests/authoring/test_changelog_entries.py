"""A draft names every file that has no entry, as a person would group them, and leaves `how` to a person."""

from __future__ import annotations

import datetime
import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.authoring.changelog_entries import draft_entries
from hatch_oaml.authoring.shown_relation import TRACES
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.records.tensors import Tensor, Weights
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.fingerprints import fingerprint
from hatch_oaml.values.paths import ArchivePath
from hatch_oaml.values.wording import printable

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.authoring.shown_relation import Trace
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release
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


def test_what_became_of_a_base_s_file_is_told_with_its_name_there(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    lines = " ".join(f"{number:08x}" for number in range(40))
    base = base_with(file_with("model.gguf", "m"), file_with("old/train.py", "a", fingerprint=fingerprint(lines)))
    files = [
        file_with("model.gguf", "m"),
        file_with("new/fit.py", "bb", fingerprint=fingerprint(f"{lines[9:]} ffffffff")),
    ]

    text = draft_entries(release_with(files=files, bases=[base]), TODAY)

    assert "# new/fit.py: 2 bytes 字节, 1 in vivo-ai/BlueLM-7B-Chat as 曾为 old/train.py\n" in text


def test_a_shard_that_is_the_bases_is_not_named(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(*shards(file_with, "a", "b"))
    release = release_with(files=shards(file_with, "a", "c"), bases=[base])

    assert 'files = ["/model-00002-of-00002.safetensors"]' in draft_entries(release, TODAY)


def test_other_modified_files_share_an_entry_with_those_of_their_kind(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    names = ("config.json", "README.md", "docs/use.md", "a.py", "b.py", "NOTICE")
    base = base_with(*(file_with(name, "1") for name in names), file_with("same.py", "1"))
    files = [*(file_with(name, "2") for name in names), file_with("same.py", "1"), file_with("new.py")]

    drafted = tomllib.loads(draft_entries(release_with(files=files, bases=[base]), TODAY))

    assert [["/NOTICE"], ["/README.md", "/docs/use.md"], ["/a.py", "/b.py"], ["/config.json"]] == [
        change["files"] for change in drafted["change"]
    ]


@pytest.mark.parametrize(
    "name", ['a "b".py', "a\\b.py", "a\x7f.py", "a\x85\u202e.py", "a\U000e0001.py", "名.py ", "[x]*.py"]
)
def test_whatever_a_file_is_called_the_entry_can_be_pasted(
    name: str, release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    mine, theirs = (replace(file_with("x.py", text), path=ArchivePath(name)) for text in ("2", "1"))
    release = release_with(files=[mine], bases=[base_with(theirs)])

    drafted = draft_entries(release, TODAY)

    assert printable(drafted.replace("\n", "")) == drafted.replace("\n", "")
    after = replace(release, modifications=parse_modifications(b"format = 1\n" + drafted.encode(), "m"))
    assert [] == list(after.unlisted_files())


def weights(*tensors: tuple[str, str], dtype: str = "f16", shape: tuple[int, ...] = (2, 2)) -> Weights:
    """Tensors by name and contents."""
    made = (Tensor(name=name, dtype=dtype, shape=shape, sha256=sha256_of(text.encode())) for name, text in tensors)
    return Weights(format="safetensors", tensors=tuple(made))


@pytest.fixture
def base_of(base_with: BaseWith, file_with: FileWith) -> Callable[..., BaseRecord]:
    def made(name: str, *tensors: tuple[str, str]) -> BaseRecord:
        base = base_with(file_with("model.safetensors", name), name=name, version="1")
        facts = weights(*tensors).tensors
        return replace(base, files=tuple(replace(file, format="safetensors", tensors=facts) for file in base.files))

    return made


def relation_of(release: Release) -> list[str]:
    return re.findall(r'^relation = "(\w+)"', draft_entries(release, TODAY), re.MULTILINE)


def test_what_differs_from_each_of_several_bases_is_a_merge(
    release_with: ReleaseWith, base_of: Callable[..., BaseRecord], file_with: FileWith
) -> None:
    bases = [base_of("lab/a", ("w", "a"), ("v", "a")), base_of("lab/b", ("w", "b"), ("v", "b"))]
    both = file_with("model.safetensors", "x", weights=weights(("w", "mean"), ("v", "mean")))
    one = file_with("model.safetensors", "x", weights=weights(("w", "tuned"), ("v", "a")))
    other = base_of("lab/vision", ("patch", "b"))

    assert ["merge"] == relation_of(release_with(files=[both], bases=bases))
    assert ["finetune"] == relation_of(release_with(files=[one], bases=bases[:1]))
    assert ["merge"] != relation_of(release_with(files=[one], bases=[bases[0], other]))


def test_without_tensors_the_same_path_in_several_bases_speaks_for_a_merge(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    bases = [base_with(file_with("model.safetensors", name), name=name) for name in ("a", "b")]

    assert ["merge"] == relation_of(release_with(files=[file_with("model.safetensors", "c")], bases=bases))
    assert ["modified"] == relation_of(release_with(files=[file_with("other.safetensors", "c")], bases=bases))


@pytest.mark.parametrize("trace", TRACES, ids=lambda trace: trace.why)
def test_what_a_tool_leaves_beside_the_model_tells_the_relation(
    trace: Trace, release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    model, base = file_with("model.safetensors", "2"), base_with(file_with("model.safetensors", "1"))
    with_trace = [model, file_with(trace.yes, "t")]

    assert [trace.relation] == relation_of(release_with(files=with_trace, bases=[base]))
    assert ["modified"] == relation_of(release_with(files=[model, file_with(trace.no, "t")], bases=[base]))
    inherited = base_with(file_with("model.safetensors", "1"), file_with(trace.yes, "t"))
    assert ["modified"] == relation_of(release_with(files=with_trace, bases=[inherited]))


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
