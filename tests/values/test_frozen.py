"""A frozen record does what a frozen dataclass does."""

from __future__ import annotations

import ast
import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

import hatch_oaml
from hatch_oaml.values.frozen import frozen

PACKAGE = Path(hatch_oaml.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


@frozen
class Yarn:
    color: str
    meters: int = 50
    tags: list[str] = field(default_factory=list)
    secret: str = field(default="", repr=False)
    weighed: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardYarn:
    color: str
    meters: int = 50
    tags: list[str] = field(default_factory=list)
    secret: str = field(default="", repr=False)
    weighed: float = field(default=0.0, compare=False)


@frozen
class Skein:
    """It keeps its answers."""

    yarn: str

    @cached_property
    def halves(self) -> list[str]:
        middle = len(self.yarn) // 2
        return [self.yarn[:middle], self.yarn[middle:]]


@frozen
class Even:
    number: int

    def __post_init__(self) -> None:
        if self.number % 2:
            raise ValueError(self.number)

    def __repr__(self) -> str:
        return f"<{self.number}>"


@frozen
class Nothing:
    pass


SAMPLES: list[dict[str, Any]] = [
    {"color": "red"},
    {"color": "red", "meters": 7, "secret": "s"},
    {"meters": 1, "color": "blue", "tags": ["a"], "weighed": 2.5},
]


@pytest.mark.parametrize("values", SAMPLES)
def test_it_is_made_shown_and_taken_apart_as_a_dataclass_is(values: dict[str, Any]) -> None:
    yarn, standard = Yarn(**values), StandardYarn(**values)

    assert asdict(standard) == asdict(yarn)
    assert repr(standard) == repr(yarn).replace("Yarn(", "StandardYarn(", 1)
    assert [each.name for each in fields(StandardYarn)] == [each.name for each in fields(Yarn)]


@pytest.mark.parametrize("one", SAMPLES)
@pytest.mark.parametrize("other", [*SAMPLES, {"color": "red", "weighed": 9.0}])
def test_two_are_equal_where_two_dataclasses_are(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert (StandardYarn(**one) == StandardYarn(**other)) == (Yarn(**one) == Yarn(**other))


def test_equals_have_one_hash_and_are_of_one_class() -> None:
    assert 1 == len({Skein(yarn="ab"), Skein(yarn="ab")})
    assert 1 == len({Nothing(), Nothing()})
    others: list[object] = [Even(number=2), Skein(yarn="cd"), Nothing(), ()]
    assert 4 == len({*others, Even(number=2)})


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "Yarn: missing ['color'], unknown []"),
        ({"color": "red", "colour": "red"}, "Yarn: missing [], unknown ['colour']"),
        (
            {"color": "red", "meters": 1, "tags": [], "secret": "", "wayed": 1.0},
            "Yarn: missing ['weighed'], unknown ['wayed']",
        ),
    ],
)
def test_what_is_missing_or_unknown_is_named(values: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError) as raised:
        Yarn(**values)

    assert message == str(raised.value)


def test_values_have_names() -> None:
    with pytest.raises(TypeError):
        Yarn("red")  # type: ignore[call-arg]


def test_a_made_default_is_made_for_each() -> None:
    assert Yarn(color="a").tags is not Yarn(color="b").tags


@pytest.mark.parametrize("record", [Yarn(color="red"), Skein(yarn="ab"), Nothing()])
@pytest.mark.parametrize("name", ["color", "yarn", "other"])
def test_nothing_can_be_changed_or_taken_away(record: object, name: str) -> None:
    with pytest.raises(FrozenInstanceError, match=f"{name!r} cannot be changed"):
        setattr(record, name, "blue")
    with pytest.raises(FrozenInstanceError, match=f"{name!r} cannot be changed"):
        delattr(record, name)


def test_it_has_no_room_for_more_than_its_fields_unless_it_keeps_answers() -> None:
    skein = Skein(yarn="abcd")

    assert not hasattr(Yarn(color="red"), "__dict__")
    assert skein.halves is skein.halves
    assert ["ab", "cd"] == skein.halves


def test_another_is_made_of_it_with_new_answers() -> None:
    skein = Skein(yarn="abcd")
    assert ["ab", "cd"] == skein.halves

    assert ["xy", "z!"] == replace(skein, yarn="xyz!").halves
    assert Yarn(color="red", meters=3) == replace(Yarn(color="red"), meters=3)


def test_what_the_class_says_itself_is_left_and_asked() -> None:
    assert "<2>" == repr(Even(number=2))
    with pytest.raises(ValueError, match="3"):
        Even(number=3)


@pytest.mark.parametrize("record", [Yarn(color="red", tags=["a"]), Skein(yarn="ab"), Even(number=4), Nothing()])
def test_a_copy_and_what_went_to_another_process_are_equal_to_it(record: object) -> None:
    assert record == copy.copy(record)
    assert record == copy.deepcopy(record)
    assert record == pickle.loads(pickle.dumps(record))  # noqa: S301  # our own bytes


def test_no_record_of_the_package_is_made_the_slow_way() -> None:
    slow = "dataclass(frozen=True, slots=True, kw_only=True)"

    assert MODULES
    assert [] == [
        f"{module.relative_to(PACKAGE)}: {node.name}"
        for module in MODULES
        if "dataclass(" in (text := module.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ClassDef)
        for decorator in node.decorator_list
        if ast.unparse(decorator) in {slow, slow.replace("slots=True, ", "")}
    ]


@frozen
class Thread:
    color: str
    twists: int = 3
    even: int = 0

    def __post_init__(self) -> None:
        if self.even % 2:
            raise ValueError(self.even)


def test_the_thousandth_is_made_as_the_first() -> None:
    first = Thread(color="red")
    slow = vars(Thread)["__init__"]

    many = [Thread(color="red") for _ in range(1000)]

    assert slow is not vars(Thread)["__init__"]
    assert {first} == {*many, Thread(color="red")}
    assert Thread(twists=3, even=2, color="red") == replace(first, even=2)
    with pytest.raises(ValueError, match="3"):
        Thread(color="red", even=3)
    for values in ({}, {"color": "red", "knots": 1}):
        with pytest.raises(TypeError, match=r"\S"):
            Thread(**values)  # type: ignore[arg-type]


def test_a_made_default_is_made_for_the_thousandth_too() -> None:
    many = [Yarn(color="red") for _ in range(1100)]

    assert len(many) == len({id(yarn.tags) for yarn in many})
