"""A mapping of which only the exceptions are kept answers as one of all does."""

from __future__ import annotations

import pytest

from hatch_oaml.values.mostly import Mostly

ALL = {"a": 1, "b": 2, "c": 1, "d": None}


def test_it_is_the_mapping_of_all_keys_in_their_order() -> None:
    kept = Mostly(ALL, 1, ALL.items())

    assert ALL == dict(kept)
    assert list(ALL) == list(kept)
    assert 4 == len(kept)
    assert [1, 2, 1, None] == [kept[key] for key in ALL]
    assert {"b": 2, "d": None} == kept.others


def test_what_is_no_key_has_no_value() -> None:
    kept = Mostly(ALL, 1, ALL.items())

    with pytest.raises(KeyError, match="x"):
        _ = kept["x"]
    assert kept.get("x") is None
    assert "x" not in kept
