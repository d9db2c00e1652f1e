"""A clone whose weights were not fetched is told to fetch them, and nobody is said to have modified a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.values.digests import sha256_of
from tests.building import project_in
from tests.finished import built, errors_of, members_of, named_by, unpacked

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND = "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"
"""The base's own, and one that the changelog tells of."""


def _pointer(digest: str, size: int) -> bytes:
    return f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {size}\n".encode()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    return unpacked(members_of(built(project_in(tmp_path))["tar"]), tmp_path / "clone")


def checks_of(clone: Path) -> set[str]:
    return {ruling.check for ruling in errors_of(clone)}


def test_a_pointer_to_what_was_released_is_not_fetched_and_not_modified(clone: Path) -> None:
    for name in (FIRST, SECOND):
        data = (clone / name).read_bytes()
        (clone / name).write_bytes(_pointer(sha256_of(data), len(data)))

    assert [("git-lfs-pointer", FIRST), ("git-lfs-pointer", SECOND)] == named_by(clone)
    fixes = {ruling.finding.fix.en for ruling in errors_of(clone)}
    assert all(fix.startswith("in a clone, run `git lfs pull`; otherwise ask the publisher") for fix in fixes)


def test_a_pointer_to_other_bytes_is_what_nobody_released(clone: Path) -> None:
    data = (clone / FIRST).read_bytes()
    (clone / FIRST).write_bytes(_pointer(sha256_of(b"other"), len(data)))

    assert {"git-lfs-pointer", "altered-member", "unlisted-modification"} == checks_of(clone)


def test_another_file_in_the_place_of_one_is_altered_all_the_same(clone: Path) -> None:
    data = (clone / SECOND).read_bytes()
    (clone / FIRST).write_bytes(_pointer(sha256_of(data), len(data)))

    assert "altered-member" in checks_of(clone)
