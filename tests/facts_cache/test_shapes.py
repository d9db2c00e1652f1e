"""A value comes back from JSON as it was, and one of another shape does not come back at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from hatch_oaml.facts_cache.shapes import (
    by_name,
    digest,
    number,
    one_of,
    optional,
    plain,
    record,
    several,
    text,
    truth,
    unordered,
)
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from hatch_oaml.facts_cache.shapes import Shape

SAID = record(Bilingual, en=text, zh=text)


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        (text, "权重 \udcff\n"),
        (digest, "0" * 64),
        (number, 0),
        (number, 1 << 70),
        (truth, True),
        (one_of(["open", "hidden"]), "open"),
        (optional(number), None),
        (optional(number), 3),
        (several(number), (1, 2)),
        (several(SAID), (Bilingual(en="one", zh="一"),)),
        (unordered(text), frozenset({"b", "a"})),
        (by_name(text), {"lm_head.weight": "model-00001-of-00002.safetensors"}),
    ],
)
def test_what_was_put_in_comes_out(shape: Shape, value: object) -> None:
    assert value == shape(json.loads(json.dumps(plain(value))))


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        (text, 1),
        (text, None),
        (digest, "0" * 63),
        (digest, "A" * 64),
        (digest, None),
        (number, -1),
        (number, True),
        (number, 1.5),
        (number, "1"),
        (truth, 1),
        (one_of(["open"]), "opened"),
        (one_of(["open"]), ["open"]),
        (optional(number), "1"),
        (several(number), {"1": 1}),
        (several(number), [1, "2"]),
        (several(text), "text"),
        (unordered(text), ["a", 1]),
        (by_name(text), ["a"]),
        (by_name(text), {"a": 1}),
        (SAID, ["one"]),
        (SAID, ["one", "一", "three"]),
        (SAID, ["one", 1]),
        (SAID, {"en": "one", "zh": "一"}),
    ],
)
def test_a_value_of_another_shape_is_refused(shape: Shape, value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # that it is one is the law
        shape(value)


def test_a_record_has_a_shape_for_each_of_its_fields_in_their_order() -> None:
    lacking: dict[str, Any] = {"en": text}
    turned: dict[str, Any] = {"zh": text, "en": text}

    for shapes in (lacking, turned, {**lacking, "zh": text, "de": text}):
        with pytest.raises(TypeError, match="its fields are"):
            record(Bilingual, **shapes)


def test_what_json_cannot_hold_is_a_fault_of_ours() -> None:
    with pytest.raises(TypeError, match="has no shape"):
        plain(1.5)
