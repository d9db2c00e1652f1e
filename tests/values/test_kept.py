"""A record that keeps some of its fields otherwise answers as one that does not."""

from __future__ import annotations

import os
import pickle
import sys
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from functools import cached_property
from typing import Any

import pytest

from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.kept import BELOW_A_ROOT, RARE


@frozen
class Thread:
    path: str
    source: str = field(metadata=BELOW_A_ROOT)
    meters: int = 0
    dye: str | None = field(default=None, metadata=RARE)
    knots: tuple[int, ...] = field(default=(), metadata=RARE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainThread:
    path: str
    source: str
    meters: int = 0
    dye: str | None = None
    knots: tuple[int, ...] = ()


ROOT = os.path.join(os.sep, "loom")
SAMPLES: list[dict[str, Any]] = [
    {"path": "a/b", "source": os.path.join(ROOT, "a/b")},
    {"path": "a/b", "source": os.path.join(ROOT, "a/b"), "dye": "red", "meters": 3},
    {"path": "a/b", "source": os.path.join(ROOT, "xa/b"), "knots": (1, 2), "dye": "blue"},
    {"path": "b", "source": "ab", "knots": ()},
    {"path": "", "source": os.sep},
    {"path": "b", "source": "b"},
]


def test_a_default_takes_no_room() -> None:
    """Before so many are made that what makes them is compiled, and after."""

    @frozen
    class Spool:
        dye: str | None = field(default=None, metadata=RARE)

    for _ in range(2000):
        assert vars(Spool)["_rest"].__get__(Spool(dye=None)) is None
    assert vars(Spool)["_rest"].__get__(Spool(dye="red")) == {"dye": "red"}


def test_it_keeps_its_answers_too() -> None:
    @frozen
    class Spool:
        dye: str | None = field(default=None, metadata=RARE)

        @cached_property
        def shades(self) -> list[str | None]:
            return [self.dye]

    spool = Spool(dye="red")

    assert spool.shades == ["red"]
    assert spool.shades is spool.shades


@pytest.mark.parametrize("values", SAMPLES)
def test_it_answers_as_a_plain_one_does(values: dict[str, Any]) -> None:
    kept, plain = Thread(**values), PlainThread(**values)

    assert asdict(kept) == asdict(plain)
    assert repr(kept) == repr(plain).replace("PlainThread", "Thread")
    assert kept == Thread(**values)
    assert hash(kept) == hash(Thread(**values))
    assert [each.name for each in fields(kept)] == [each.name for each in fields(plain)]


@pytest.mark.parametrize("values", SAMPLES)
@pytest.mark.parametrize(
    "change", [{"path": "c"}, {"dye": None}, {"dye": "green"}, {"knots": (7,)}, {"source": "elsewhere"}]
)
def test_a_changed_copy_is_one_too(values: dict[str, Any], change: dict[str, Any]) -> None:
    before = Thread(**values)

    after = replace(before, **change)

    assert asdict(after) == {**asdict(before), **change}
    assert asdict(before) == asdict(PlainThread(**values))
    assert (after == before) == (asdict(after) == asdict(before))


@pytest.mark.parametrize("values", SAMPLES)
def test_it_goes_to_another_process_and_comes_back(values: dict[str, Any]) -> None:
    kept = Thread(**values)

    assert pickle.loads(pickle.dumps(kept)) == kept  # noqa: S301  # its own


def test_it_cannot_be_changed() -> None:
    kept = Thread(**SAMPLES[1])

    with pytest.raises(FrozenInstanceError):
        kept.dye = "green"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        kept.source = "green"  # type: ignore[misc]


def test_many_are_made_as_few_are() -> None:
    """Behind the first thousand what makes them is compiled."""
    made = [
        Thread(path=f"{number}", source=f"{ROOT}{os.sep}{number}", dye="red" if number % 2 else None)
        for number in range(3000)
    ]

    assert [one.source for one in made] == [f"{ROOT}{os.sep}{number}" for number in range(3000)]
    assert {one.dye for one in made[::2]} == {None}
    assert {one.dye for one in made[1::2]} == {"red"}
    assert {one.knots for one in made} == {()}


def test_it_takes_less_room_than_a_plain_one() -> None:
    kept, plain = Thread(**SAMPLES[0]), PlainThread(**SAMPLES[0])

    assert sys.getsizeof(kept) < sys.getsizeof(plain)
    assert Thread.source.fget(kept) is not Thread.source.fget(kept)  # type: ignore[attr-defined]  # made anew, and not kept
