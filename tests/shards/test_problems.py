from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.records.inventory import Inventory, LfsPointer
from hatch_oaml.records.tensors import ShardIndex, Split, Tensor, Weights
from hatch_oaml.shards import Problem, problems
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.records.inventory import ReleaseFile
    from tests.conftest import FileWith

INDEX = "deep/model.safetensors.index.json"
FAULT = Bilingual(en="broken", zh="损坏")


def told(*files: ReleaseFile) -> list[tuple[str, str]]:
    return [(problem.path, problem.message.en) for problem in problems(Inventory.of(files))]


def weights(*names: str, split: Split | None = None, format_: str = "safetensors") -> Weights:
    tensors = tuple(Tensor(name=name, dtype="f32", shape=(1,)) for name in names)
    return Weights(format=format_, tensors=tensors, split=split)


def index(weight_map: Mapping[str, str]) -> ShardIndex:
    return ShardIndex(weight_map=weight_map)


ONE, TWO = "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"


def test_an_index_that_fits_its_shards_is_whole(file_with: FileWith) -> None:
    files = [
        file_with(INDEX, shards=index({"a": ONE, "b": TWO})),
        file_with(f"deep/{ONE}", weights=weights("a")),
        file_with(f"deep/{TWO}", weights=weights("b", "tied")),
    ]

    assert told(*files) == []


def test_a_missing_shard_is_told_once_with_what_it_would_hold(file_with: FileWith) -> None:
    files = [
        file_with(INDEX, shards=index({"a": ONE, "b": TWO, "c": TWO})),
        file_with(f"deep/{ONE}", weights=weights("a")),
        file_with(TWO, weights=weights("b", "c")),
    ]

    assert [
        Problem(
            path=files[0].path,
            message=Bilingual(
                en=f"the index places 2 tensors (`b`, …) in `{TWO}`, which is not in the release",
                zh=f"索引称 2 个张量（`b` 等）在 `{TWO}` 中，而发布中没有该文件",
            ),
            fix=Bilingual(
                en=f"put `{TWO}` beside the index, or save the model again so that the index fits its shards",
                zh=f"将 `{TWO}` 放到索引旁边，或重新保存模型，使索引与分片一致",
            ),
        )
    ] == [problem for problem in problems(Inventory.of(files)) if problem.path == INDEX]


def test_a_tensor_listed_in_another_shard_is_told_with_where_it_is(file_with: FileWith) -> None:
    files = [
        file_with(INDEX, shards=index({"a": ONE, "b": TWO, "c": ONE, "d": ONE})),
        file_with(f"deep/{ONE}", weights=weights("a")),
        file_with(f"deep/{TWO}", weights=weights("b", "c", "d")),
    ]

    assert told(*files) == [
        (
            INDEX,
            f"the index places 2 tensors (`c`, …) in `{ONE}`, which does not hold them; the first is in `{TWO}`",
        )
    ]


def test_a_tensor_that_is_nowhere_is_told(file_with: FileWith) -> None:
    files = [file_with(INDEX, shards=index({"a": "x", "b": "x"})), file_with("deep/x", weights=weights("a"))]

    assert told(*files) == [(INDEX, "the index places tensor `b` in `x`, which does not hold them")]


@pytest.mark.parametrize("known", [None, Weights(format="f", faults=(FAULT,)), Weights(format="f", unread=FAULT)])
def test_of_a_shard_that_was_not_read_nothing_is_said(file_with: FileWith, known: Weights | None) -> None:
    assert told(file_with(INDEX, shards=index({"a": "x"})), file_with("deep/x", weights=known)) == []


@pytest.mark.parametrize("numbers", [(1, 2, 3), (0, 1, 2)])
def test_a_whole_numbered_set_may_count_from_one_or_zero(file_with: FileWith, numbers: tuple[int, ...]) -> None:
    files = [file_with(f"model-{number:05}-of-00003.safetensors") for number in numbers]

    assert told(*files) == []


def test_missing_numbers_are_told(file_with: FileWith) -> None:
    files = [file_with(f"model-{number:05}-of-00007.safetensors") for number in (1, 4)]
    other = file_with("data-00001-of-00002.parquet")

    assert told(*files, other) == [
        (files[0].path, "by its name the file is one of 7; of them 5 are not in the release: 2, 3, 5, …")
    ]


def splits(file_with: FileWith, *facts: tuple[str, Split | None, tuple[str, ...]]) -> list[ReleaseFile]:
    return [file_with(path, weights=weights(*names, split=split, format_="gguf")) for path, split, names in facts]


A, B = "m-00001-of-00002.gguf", "m-00002-of-00002.gguf"


def test_a_split_set_that_fits_is_whole(file_with: FileWith) -> None:
    files = splits(
        file_with, (A, Split(number=0, count=2, tensors=3), ("a",)), (B, Split(number=1, count=2), ("b", "c"))
    )

    assert told(*files) == []


@pytest.mark.parametrize(
    ("split", "found"),
    [
        (Split(number=0, count=2), "split 1 of 2"),
        (Split(number=1, count=3), "split 2 of 3"),
        (None, "a file of its own"),
    ],
)
def test_a_split_of_another_set_is_told(file_with: FileWith, split: Split | None, found: str) -> None:
    files = splits(file_with, (A, Split(number=0, count=2), ("a",)), (B, split, ("b",)))

    assert told(*files) == [(B, f"by its name the file is split 2 of 2; by its header it is {found}")]


def test_a_missing_split_is_told(file_with: FileWith) -> None:
    assert told(*splits(file_with, (B, Split(number=1, count=2, tensors=9), ("b",)))) == [
        (B, "by its name the file is one of 2; of them 1 are not in the release: 1")
    ]


def test_a_split_under_another_name_is_told(file_with: FileWith) -> None:
    assert told(*splits(file_with, ("model.gguf", Split(number=1, count=3), ()))) == [
        (
            "model.gguf",
            "the file is split 2 of 3, and its name does not say so: loaders look for `-00002-of-00003`",
        )
    ]


def test_a_tensor_in_two_splits_is_told(file_with: FileWith) -> None:
    files = splits(file_with, (A, Split(number=0, count=2), ("a",)), (B, Split(number=1, count=2), ("a", "b")))

    assert told(*files) == [(B, f"tensor `a` is also in `{A}` of the same set")]


def test_a_set_of_another_count_of_tensors_is_told(file_with: FileWith) -> None:
    files = splits(file_with, (A, Split(number=0, count=2, tensors=5), ("a",)), (B, Split(number=1, count=2), ("b",)))

    assert told(*files) == [(A, "the set should hold 5 tensors, its files hold 2")]


def onnx(file_with: FileWith, location: str, end: int = 8) -> ReleaseFile:
    tensors = (
        Tensor(name="a", dtype="float", shape=(1,), offset=0, size=4, file=location),
        Tensor(name="b", dtype="float", shape=(1,), offset=end - 4, size=4, file=location),
    )
    return file_with("deep/model.onnx", weights=Weights(format="onnx", tensors=tensors))


@pytest.mark.parametrize("location", ["data", "./data"])
def test_external_data_beside_the_model_are_whole(file_with: FileWith, location: str) -> None:
    assert told(onnx(file_with, location), file_with("deep/data", b"12345678")) == []


@pytest.mark.parametrize("location", ["../data", "/data", "", "a/../../data", "..\\data", "C:data"])
def test_external_data_outside_the_folder_are_told(file_with: FileWith, location: str) -> None:
    found = told(onnx(file_with, location), file_with("data", b"12345678"))

    assert found == [
        ("deep/model.onnx", f"the data of 2 tensors (`a`, …) should lie in the model's folder, found `{location}`")
    ]


def test_missing_external_data_are_told(file_with: FileWith) -> None:
    assert told(onnx(file_with, "data"), file_with("data", b"12345678")) == [
        ("deep/model.onnx", "the data of 2 tensors (`a`, …) are in `data`, which is not in the release")
    ]


def test_short_external_data_are_told_unless_they_are_a_pointer(file_with: FileWith) -> None:
    pointer = LfsPointer(sha256=sha256_of(b""), size=9)

    assert told(onnx(file_with, "data", end=9), file_with("deep/data", b"12345678")) == [
        ("deep/model.onnx", "tensor `b` ends at byte 9 of `data`, which has 8")
    ]
    assert told(onnx(file_with, "data", end=9), file_with("deep/data", b"12345678", pointer=pointer)) == []


def test_problems_come_in_the_order_of_their_paths(file_with: FileWith) -> None:
    files = [
        file_with("z-00001-of-00002.bin"),
        onnx(file_with, "x"),
        file_with("a.index.json", shards=index({"a": "x"})),
    ]

    assert [path for path, _ in told(*files)] == ["a.index.json", "deep/model.onnx", "z-00001-of-00002.bin"]


def test_of_a_broken_split_nothing_more_is_said(file_with: FileWith) -> None:
    files = splits(file_with, (A, Split(number=0, count=2, tensors=1), ("a",)))
    broken = file_with(B, weights=Weights(format="gguf", faults=(FAULT,)))

    assert told(*files, broken) == []
