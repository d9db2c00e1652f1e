"""A long JSON object is read entry by entry: as it is read at once, or not at all."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.weights import _json_entries
from hatch_oaml.weights._json import JsonError
from hatch_oaml.weights._json_entries import json_entries

LONGEST = 300
"""Bytes of an entry that is tried here."""
VALUES = st.dictionaries(
    st.text(max_size=2), st.integers(-9, 99) | st.lists(st.integers(0, 99), max_size=3), max_size=2
)


def entries_of(data: bytes) -> list[tuple[str, object]]:
    return list(json_entries(lambda start, count: data[start : start + count], 0, len(data)))


@pytest.mark.parametrize("piece", [LONGEST, 1 << 20])
@given(
    values=st.dictionaries(st.text(max_size=9), VALUES, max_size=20),
    look=st.sampled_from([{"indent": 1}, {"ensure_ascii": False}]),
)
def test_the_entries_are_those_that_the_whole_has(piece: int, values: dict[str, object], look: dict[str, Any]) -> None:
    data = json.dumps(values, **look).encode() + b" \n"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_json_entries, "PIECE", piece)
        assert list(values.items()) == entries_of(data)


@pytest.mark.parametrize("data", [b"{}", b" { } ", b'{"a":{}}', b'{ "a" : {"b": 1} , "c": {} }'])
def test_space_stands_anywhere(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_json_entries, "PIECE", 20)

    assert list(json.loads(data).items()) == entries_of(data)


STRANGE = {
    "nothing": b"",
    "a list": b"[]",
    "a number for a name": b"{1:{}}",
    "no colon": b'{"a" {}}',
    "no value": b'{"a":}',
    "no object for a value": b'{"a":12}',
    "no end": b'{"a":{}',
    "a comma at the end": b'{"a":{},}',
    "something behind": b'{"a":{}} {}',
    "no text": b'{"a":{"b":"\xff"}}',
    "a lone surrogate for a name": b'{"\\ud800":{}}',
    "a lone surrogate within": b'{"a":{"\\ud800":1}}',
    "a key twice": b'{"a":{"b":1,"b":1}}',
    "a long number": b'{"a":{"b":123456789012345678901}}',
    "no number": b'{"a":{"b":NaN}}',
    "nested too deep": b'{"a":{"b":' + b"[" * 100_000 + b"]" * 100_000 + b"}}",
}


@pytest.mark.parametrize("what", STRANGE)
def test_what_is_strange_is_left_to_who_reads_it_as_a_whole(what: str) -> None:
    with pytest.raises(JsonError):
        entries_of(STRANGE[what])


def test_an_entry_longer_than_a_piece_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_json_entries, "PIECE", 10)
    asked = []

    def read(start: int, count: int) -> bytes:
        asked.append(count)
        return b'{"a":{"b":"' if start == 0 else b"x" * count

    with pytest.raises(JsonError):
        list(json_entries(read, 0, 10_000))

    assert 30 >= sum(asked)
