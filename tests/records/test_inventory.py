"""An inventory has its files in one order, and takes in digests once they are known."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import given, strategies as st

from hatch_oaml.records.inventory import Inventory
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path
from tests.conftest import _file

if TYPE_CHECKING:
    from tests.conftest import FileWith

PATHS = ("README.md", "Z", "a", "a-b", "a/b", "模型/权重.bin")


def test_files_are_in_the_order_of_their_utf_8_bytes(file_with: FileWith) -> None:
    assert PATHS == tuple(sorted(PATHS, key=str.encode))
    for seed in range(5):
        shuffled = random.Random(seed).sample(PATHS, len(PATHS))  # noqa: S311  # a shuffle, no secret
        assert PATHS == tuple(file.path for file in Inventory.of(map(file_with, shuffled)))


def test_a_file_is_found_by_its_path(file_with: FileWith) -> None:
    file = file_with("a/b")

    assert {"a/b": file} == Inventory.of([file]).by_path


def test_digests_fill_what_is_unknown_and_nothing_else(file_with: FileWith) -> None:
    unknown, known, untold = file_with("a", sha256=None), file_with("b", "b"), file_with("c", sha256=None)
    digests = {archive_path(path): sha256_of(path.encode() * 2) for path in ("a", "b", "zzz")}

    filled = Inventory.of([unknown, known, untold]).with_digests(digests)

    assert {"a": sha256_of(b"aa"), "b": sha256_of(b"b"), "c": None} == {file.path: file.sha256 for file in filled}


@given(st.lists(st.sampled_from(PATHS), unique=True), st.lists(st.sampled_from(PATHS), unique=True))
def test_it_does_not_matter_in_how_many_steps_digests_come(first: list[str], second: list[str]) -> None:
    inventory = Inventory.of(_file(path, sha256=None) for path in PATHS)
    digests = {archive_path(path): sha256_of(path.encode()) for path in (*first, *second)}
    early = {path: digests[path] for path in map(archive_path, first)}

    assert inventory.with_digests(digests) == inventory.with_digests(early).with_digests(digests)
