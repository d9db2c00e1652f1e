"""Packed bytes are the bytes that they were, and are told from all others."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.values import packed
from hatch_oaml.values.packed import Packed
from hatch_oaml.values.pieces import is_made_of


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_PIECE", 7)


def cut(data: bytes, length: int) -> list[bytes]:
    return [data[at : at + length] for at in range(0, len(data), length)]


@given(data=st.binary(max_size=60), length=st.integers(1, 20))
def test_the_same_bytes_come_back_however_they_are_cut(data: bytes, length: int) -> None:
    kept = Packed.of(data)

    assert data == kept.whole() == b"".join(kept)
    assert len(data) == kept.size
    assert is_made_of(kept, cut(data, length))
    assert is_made_of([b"", *kept, b""], [b"", *cut(data, length), b""])
    assert is_made_of([data], cut(data, length))


@given(data=st.binary(min_size=1, max_size=60), length=st.integers(1, 20), at=st.integers(0, 59))
def test_other_bytes_are_not_taken_for_them(data: bytes, length: int, at: int) -> None:
    at %= len(data)
    kept = Packed.of(data)

    others = [data + b"x", data[:at], data[at + 1 :], data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]]
    assert [] == [other for other in others if other != data and is_made_of(kept, cut(other, length))]


def test_no_piece_is_asked_for_behind_the_first_that_differs() -> None:
    asked = iter([b"lo", b"x", b"m"])

    assert not is_made_of(Packed.of(b"loom"), asked)
    assert [b"m"] == list(asked)


def test_of_equal_bytes_they_are_equal_and_take_less_room() -> None:
    text = b'{"path": "weights/part-00001.bin"}\n' * 1000

    assert Packed.of(text) == Packed.of(bytes(text))
    assert Packed.of(text) != Packed.of(text + b"x")


def test_long_text_takes_less_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_PIECE", 1 << 20)
    text = b'{"path": "weights/part-00001.bin"}\n' * 1000

    assert sum(map(len, Packed.of(text).pieces)) < len(text) / 2
