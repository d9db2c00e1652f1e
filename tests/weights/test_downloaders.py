"""What ModelScope's client keeps beside a model is a pickle, and no model."""

from __future__ import annotations

import io
import pickle
from fractions import Fraction

import pytest

from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import content

FETCHED = pickle.dumps([{"Path": "config.json", "Revision": "abc"}])


@pytest.mark.parametrize("name", [".msc", ".mdl", "lantern/.msc"])
def test_a_list_of_what_was_fetched_is_no_model(name: str) -> None:
    assert content(archive_path(name), io.BytesIO(FETCHED), len(FETCHED)) is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("fetched.msc", FETCHED),
        (".msc", pickle.dumps(Fraction(1, 2))),
        (".mdl", pickle.dumps(["a" * 100] * 3 + [str(number) for number in range(200_000)])),
    ],
)
def test_whatever_else_is_a_pickle_there_may_be_one(name: str, data: bytes) -> None:
    assert content(archive_path(name), io.BytesIO(data), len(data)) is not None
