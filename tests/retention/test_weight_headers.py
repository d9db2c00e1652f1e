"""What the headers of a base's weights say is asked of quantised, converted and sharded weights, whatever these are called."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.records.inventory import Inventory
from hatch_oaml.records.modifications import Renaming
from hatch_oaml.records.notice import Notice
from hatch_oaml.retention.counterparts import Counterparts
from hatch_oaml.retention.judgement import judge_retention
from hatch_oaml.values.paths import archive_path
from tests.shipping import NOTICE_FILES, lost, recorded, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.retention.outcomes import Retention

    Headers = Mapping[str, Sequence[str]]

OURS, THEIRS = "general.author: Mina Halloway", "general.author: Udo Tessel"


def _weights(path: str, said: Sequence[str]) -> ReleaseFile:
    notices = tuple(Notice(kind="attribution", text=text, line=1, end_line=1) for text in said)
    return replace(shipped(path, f"{path} of {said}"), notices=notices)


def judged(base: Headers, release: Headers, notice_file: str = "", renamings: Sequence[Renaming] = ()) -> Retention:
    record = recorded({"train.py": "x = 1\n"})
    of_base = [_weights(path, said) for path, said in base.items()]
    template = record.files[0]
    files = [
        replace(template, path=file.path, sha256=file.sha256 or template.sha256, notices=file.notices)
        for file in of_base
    ]
    record = replace(record, files=(*files, *record.files))
    ours = [_weights(path, said) for path, said in release.items()]
    inventory = Inventory.of([*ours, *([shipped("NOTICE", notice_file)] if notice_file else [])])
    return judge_retention([record], inventory, NOTICE_FILES, (), Counterparts([record], inventory, renamings))


@pytest.mark.parametrize(
    ("base", "release"),
    [
        ({"loom-f16.gguf": [OURS]}, {"loom-Q4_K_M.gguf": []}),
        ({"loom-f16.gguf": [OURS], "loom-Q8_0.gguf": [OURS]}, {"loom-Q4_K_M.gguf": []}),
        ({"model.safetensors": [OURS]}, {"loom.gguf": [THEIRS]}),
        (
            {"model.safetensors": [OURS]},
            {"model-00001-of-00002.safetensors": [], "model-00002-of-00002.safetensors": []},
        ),
        ({"loom-00001-of-00002.gguf": [OURS], "loom-00002-of-00002.gguf": []}, {"loom.gguf": []}),
        ({"model.safetensors": [OURS], "pytorch_model.bin": []}, {"loom.gguf": []}),
    ],
    ids=["quantised", "one of two", "another author", "sharded", "merged", "a pickle beside"],
)
def test_what_all_weights_of_a_base_say_is_asked_once(base: Headers, release: Headers) -> None:
    assert [OURS] == lost(judged(base, release))


@pytest.mark.parametrize(
    ("base", "release"),
    [
        ({"loom-f16.gguf": [OURS]}, {"loom-Q4_K_M.gguf": [OURS]}),
        ({"loom-f16.gguf": [OURS]}, {"model.safetensors": ["author: Mina Halloway"]}),
        (
            {"loom-f16.gguf": [OURS]},
            {"model-00001-of-00002.safetensors": [], "model-00002-of-00002.safetensors": [OURS]},
        ),
        ({"loom-f16.gguf": [OURS], "cutter.gguf": [THEIRS]}, {"new.gguf": []}),
        ({"loom-f16.gguf": [OURS], "cutter.gguf": []}, {"new.gguf": []}),
        ({"loom-f16.gguf": [OURS]}, {"adapter_model.safetensors": []}),
        ({"loom-f16.gguf": [OURS]}, {}),
        ({"loom-f16.gguf": [OURS], "loom-Q8_0.gguf": [OURS]}, {"loom-Q8_0.gguf": [OURS], "mine.gguf": []}),
    ],
    ids=["kept", "in another format", "in one shard", "of others", "not of all", "an adapter", "none", "it ships"],
)
def test_what_one_of_them_keeps_or_not_all_say_is_not_lost(base: Headers, release: Headers) -> None:
    assert [] == lost(judged(base, release))


def test_a_notice_file_may_keep_it_with_the_base_s_name() -> None:
    said = "From example-lab/Lantern-7B:\nAuthor: Mina Halloway\n"

    assert [] == lost(judged({"loom-f16.gguf": [OURS]}, {"loom-Q4.gguf": []}, said))


def test_weights_that_an_entry_names_are_asked_for_those_of_which_they_were_made() -> None:
    base = {"loom-f16.gguf": [OURS], "cutter.gguf": [THEIRS]}
    named = [Renaming(old=archive_path("loom-f16.gguf"), new=archive_path("loom-Q4.gguf"), base=None)]

    assert [OURS] == lost(judged(base, {"loom-Q4.gguf": []}, renamings=named))


def test_each_notice_of_a_base_s_weights_has_one_outcome() -> None:
    retention = judged({"a.gguf": [OURS, THEIRS], "b.gguf": [OURS]}, {"c.gguf": []})

    assert [OURS] == [one.notice.text for one in retention.dropped]
    assert [THEIRS, OURS] == [one.notice.text for one in retention.went]


def test_of_weights_that_were_not_read_yet_nothing_is_said_where_they_may_be_a_base_s() -> None:
    record = recorded({"train.py": "x = 1\n"})
    weights = replace(record.files[0], path=_weights("model.gguf", ()).path, notices=_weights("m", [OURS]).notices)
    bases = [replace(record, files=(weights,)), replace(record, name="weft/cutter", files=(weights,))]
    unread = Inventory.of([replace(_weights("model.gguf", ()), sha256=None)])

    assert [] == lost(judge_retention(bases, unread, NOTICE_FILES, (), Counterparts(bases, unread)))
