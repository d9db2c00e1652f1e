"""What is written across the files of a folder is in each of them what was meant for it."""

from __future__ import annotations

import random
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies

from hatch_oaml.storage import folder_output
from hatch_oaml.storage.folder_output import FolderOutput
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("large", [1 << 26, 1])
@settings(max_examples=40, deadline=None)
@given(sizes=strategies.lists(strategies.integers(0, 40), min_size=1, max_size=8), seed=strategies.integers(0, 99))
def test_pieces_that_are_cut_anywhere_and_come_in_any_order_join(
    tmp_path_factory: pytest.TempPathFactory, large: int, sizes: list[int], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311  # reproducible
    contents = {archive_path(f"{number % 2}/{number}"): chance.randbytes(size) for number, size in enumerate(sizes)}
    whole = b"".join(contents.values())
    cuts = sorted({0, len(whole), *(chance.randint(0, len(whole)) for _ in range(5))})
    pieces = [(start, whole[start:end]) for start, end in pairwise(cuts)]
    chance.shuffle(pieces)
    folder = tmp_path_factory.mktemp("folder")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder_output, "_LARGE", large)
        with closing(FolderOutput(str(folder), [(path, len(data)) for path, data in contents.items()])) as output:
            for offset, data in pieces:
                output.write_at(offset, data)
            output.finish(frozenset(), 0)

    assert contents == {path: (folder / path).read_bytes() for path in output.paths()}


def test_a_large_write_ends_with_its_file(tmp_path: Path) -> None:
    files = [(archive_path("a"), 3), (archive_path("b"), (1 << 20) + 5), (archive_path("c"), 0)]

    with closing(FolderOutput(str(tmp_path), files)) as output:
        assert [3, 3, 3 + (1 << 20), 8 + (1 << 20)] == [output.block_end(at) for at in (0, 2, 3, 3 + (1 << 20))]


def test_what_was_begun_and_not_ended_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_output, "_LARGE", 1)

    with closing(FolderOutput(str(tmp_path), [(archive_path("a"), 3)])) as output:
        output.write_at(0, b"x")
        (part,) = output._open.values()

    assert part.file.closed
