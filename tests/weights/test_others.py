"""Formats that no reader reads are known by their first bytes, texts too."""

from __future__ import annotations

import io

import pytest

from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import Content, content, may_be_weights

TREES = b"tree\nversion=v4\nnum_class=1\n\nTree=0\nleaf_value=0.1 0.2\n\nend of trees\n"


@pytest.mark.parametrize(
    "data",
    [
        TREES,
        TREES.replace(b"\n", b"\r\n"),
        b'{"learner":{"attributes":{},"gradient_booster":{"model":{"trees":[]}}},"version":[2,0,0]}',
        b'{\n  "learner": {\n    "attributes": {},\n    "gradient_booster": {\n      "gbtree": {"model": {}}}}}',
        b'{"learner":{"feature_names":[' + b'"a",' * 90_000 + b'"b"],"gradient_booster":{"model":{"trees":[]}}}}',
        b"{L\0\0\0\0\0\0\0\7learner{L\0\0\0\0\0\0\0\nattributes{}",
        b"binf\0\0\0?\4\0\0\0" + bytes(128),
        b"binf" + bytes(range(128, 192)) + bytes(4),
        b"\2\0v2.13-rc\0\0\0\0\0\0\0\0" + bytes(64),
    ],
)
def test_parameters_are_known_whatever_they_are_called(data: bytes) -> None:
    assert may_be_weights(data)
    assert Content("other", "parameters") == content(archive_path("model.txt"), io.BytesIO(data), len(data))


@pytest.mark.parametrize(
    "data",
    [
        b"tree\nversion control is a tree\n",
        b"tree\n",
        b"tree\nversion=v4\n\nThe first two lines of a dump look like this.\n",
        b'{"learner": "Mina"}',
        b'{"learner": {"lr": 0.0001, "steps": 100}, "env": "cartpole"}',
        b'{"learner":{"id":7,"age":12},"answer":"yes"}\n' * 5,
        b'{"learner": {"attributes": {}}}',
        b'{"learner": {"gradient_booster": {"name": "gbtree"}}}',
        b"binfmt registers\nformats\n",
        b'{"learners": {}}',
        b"\2\0version\0" + bytes(64),
    ],
)
def test_what_begins_nearly_so_is_none(data: bytes) -> None:
    assert content(archive_path("model.txt"), io.BytesIO(data), len(data)) is None
