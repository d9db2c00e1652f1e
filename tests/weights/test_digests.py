from __future__ import annotations

import hashlib
import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

from hatch_oaml.records.tensors import Tensor
from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import _digesting, tensor_digests
from tests.weights.conftest import entry, safetensors

if TYPE_CHECKING:
    from pathlib import Path


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("block", [1, 7, 100, 4096])
def test_the_file_and_its_tensors_have_their_digests_wherever_the_blocks_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    monkeypatch.setattr(_digesting, "BLOCK", block)
    header = {"a": entry("U8", [7], 0, 7), "empty": entry("U8", [0], 7, 7), "b": entry("U8", [300], 7, 307)}
    data = safetensors(header, bytes(range(7)) + b"x" * 300)
    path = tmp_path / "file"
    path.write_bytes(data)

    found = tensor_digests(archive_path("a.safetensors"), path)

    assert (found.sha256, found.size) == (digest_of(data), len(data))
    assert {tensor.name: tensor.sha256 for tensor in found.tensors} == {
        "a": digest_of(bytes(range(7))),
        "empty": digest_of(b""),
        "b": digest_of(b"x" * 300),
    }


def test_a_file_without_tensors_has_a_digest_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"# A model")

    found = tensor_digests(archive_path("README.md"), path)

    assert (digest_of(b"# A model"), 9, ()) == (found.sha256, found.size, found.tensors)


PLACES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), max_size=6)


@settings(max_examples=200)
@given(data=st.binary(max_size=50), places=PLACES, block=st.integers(1, 20))
def test_a_digest_is_its_own_bytes_or_unknown_whatever_the_places(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, places: list[tuple[int, int]], block: int
) -> None:
    tensors = [Tensor(name="t", dtype="u8", shape=(size,), offset=offset, size=size) for offset, size in places]
    path = tmp_path_factory.getbasetemp() / "digested"
    path.write_bytes(data)

    with pytest.MonkeyPatch.context() as patch, path.open("rb", buffering=0) as file:
        patch.setattr(_digesting, "BLOCK", block)
        found = _digesting.digest(file, tensors)

    assert found.sha256 == digest_of(data)
    for (offset, size), tensor in zip(places, found.tensors, strict=True):
        overlaps = any(
            max(offset, other) < min(offset + size, other + length)
            for (other, length) in set(places) - {(offset, size)}
        )
        inside = offset + size <= len(data)
        assert tensor.sha256 in (
            {digest_of(data[offset : offset + size])}
            if inside and not overlaps and size
            else {None, digest_of(data[offset : offset + size])}
        )


def test_the_same_bytes_twice_are_hashed_once() -> None:
    regions = [(0, 10)] * 3 + [(5, 15), (10, 20)]

    assert _digesting._disjoint(itertools.chain(regions)) == [(0, 10), (10, 20)]


def test_external_and_unplaced_tensors_have_no_digest(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"1234")
    tensors = [
        Tensor(name="external", dtype="f32", shape=(1,), offset=0, size=4, file="other"),
        Tensor(name="packed", dtype="f32", shape=(1,), size=4),
    ]

    with path.open("rb", buffering=0) as file:
        assert [tensor.sha256 for tensor in _digesting.digest(file, tensors).tensors] == [None, None]
