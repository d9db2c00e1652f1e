"""Records that never change, made for a tenth of what `dataclass(frozen=True)` takes of every start."""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from hatch_oaml.values.kept import KEPT, emptied, rare_in, with_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from typing_extensions import dataclass_transform

    _Values = Callable[[Any], tuple[Any, ...]]
    _Setters = Mapping[str, Callable[[Any, Any], None]]
else:  # only type checkers ask for it, and `typing` has it from 3.11 on

    def dataclass_transform(**_: Any) -> Any:
        return lambda made: made


_Record = TypeVar("_Record")

_MANY = 1000
"""Of so many records of one class it pays to compile what makes them: that takes as long as to make some hundred, and then each
takes a third of the time.
"""


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(cls: type[_Record]) -> type[_Record]:
    """`dataclass(frozen=True, slots=True, kw_only=True)`, without the eight functions that it compiles for each class.

    A class with cached properties has no slots: their answers lie in its `__dict__`. What a class says itself is left.
    Whatever takes an instance of a dataclass (`replace`, `fields`, `asdict`) takes one of these. A field may be kept
    otherwise than in a slot of its own, by its `metadata`: see `values.kept`.
    """
    keeps_answers = any(isinstance(value, cached_property) for value in vars(cls).values())
    keeps_otherwise = any(isinstance(value, Field) and KEPT in value.metadata for value in vars(cls).values())
    cls.__doc__ = cls.__doc__ or cls.__name__  # else it would be made of the signature, which takes longest of all
    made: Any = dataclass(
        init=False,
        repr=False,
        eq=False,
        match_args=False,
        kw_only=True,
        slots=not (keeps_answers or keeps_otherwise),
    )(cls)
    if keeps_otherwise:
        made = with_kept(made, keeps_answers=keeps_answers)
    for name, method in _methods(made, fields(made)).items():
        if name not in vars(cls):
            setattr(made, name, method)
    frozen_class: type[_Record] = made
    return frozen_class


def _methods(cls: type, every: Sequence[Field[Any]]) -> Mapping[str, Callable[..., Any]]:
    setters = {each.name: _setter(cls, each.name) for each in every}
    values, compared = _values_of(list(setters)), _values_of([each.name for each in every if each.compare])
    return {
        "__init__": _initializer(cls, every, setters),
        "__repr__": _representation([each.name for each in every if each.repr]),
        "__eq__": _equality(compared),
        "__hash__": lambda self: hash(compared(self)),
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": lambda self: values(self),  # noqa: PLW0108  # a getter of attributes is no method
        "__setstate__": _restoration(setters, emptied(cls)),
    }


def _values_of(names: Collection[str]) -> _Values:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _setter(cls: type, name: str) -> Callable[[Any, Any], None]:
    """Past `__setattr__`: what a slot itself offers takes half of the time of `object.__setattr__`."""
    set_slot: Callable[[Any, Any], None] | None = getattr(vars(cls).get(name), "__set__", None)
    return set_slot or (lambda self, value: self.__dict__.__setitem__(name, value))


def _initializer(cls: type, every: Sequence[Field[Any]], setters: _Setters) -> Callable[..., None]:
    defaults = {each.name: each.default for each in every if each.default is not MISSING}
    factories = {each.name: each.default_factory for each in every if each.default_factory is not MISSING}
    steps = tuple(setters.items())
    count = len(steps)
    empty, finish = emptied(cls), getattr(cls, "__post_init__", None)
    made_so_far = 0

    def initialize(self: Any, /, **values: Any) -> None:
        nonlocal made_so_far
        made_so_far += 1
        if made_so_far == _MANY and not factories and vars(cls).get("__init__") is initialize:
            setattr(cls, "__init__", _compiled(setters, defaults, rare_in(cls), empty, finish))  # noqa: B010  # a type checker allows no other way
        if len(values) < count:
            made = {name: make() for name, make in factories.items() if name not in values}
            values = {**defaults, **made, **values}
        if len(values) != count:
            raise _unfit(cls, setters, values)
        if empty is not None:
            empty(self)
        try:
            for name, set_value in steps:
                set_value(self, values[name])
        except KeyError:
            raise _unfit(cls, setters, values) from None
        if finish is not None:
            finish(self)

    return initialize


def _compiled(
    setters: _Setters,
    defaults: Mapping[str, Any],
    rare: Collection[str],
    empty: Callable[[Any], None] | None,
    finish: Callable[[Any], None] | None,
) -> Callable[..., None]:
    """What `_initializer` answers, as one function without a loop, as `dataclass` makes it."""
    known = {f"default_{name}": value for name, value in defaults.items()}
    known |= {f"set_{name}": set_value for name, set_value in setters.items()} | {"empty": empty, "finish": finish}
    parameters = ", ".join(f"{name}=default_{name}" if name in defaults else name for name in setters)
    steps = [
        *(["empty(self)"] if empty else []),
        *(
            f"{f'if {name} is not default_{name}: ' if name in rare else ''}set_{name}(self, {name})"
            for name in setters
        ),
        *(["finish(self)"] if finish else []),
    ]
    exec(f"def __init__(self, /, *, {parameters}):\n    " + "\n    ".join(steps), known)  # noqa: S102  # of names of fields alone
    initialize: Callable[..., None] = known["__init__"]
    return initialize


def _unfit(cls: type, names: Collection[str], values: Collection[str]) -> TypeError:
    missing = [name for name in names if name not in values]
    unknown = [name for name in values if name not in names]
    return TypeError(f"{cls.__qualname__}: missing {missing}, unknown {unknown}")


def _representation(names: Sequence[str]) -> Callable[[Any], str]:
    def represent(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return represent


def _equality(compared: _Values) -> Callable[[Any, object], Any]:
    def equal(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _restoration(setters: _Setters, empty: Callable[[Any], None] | None) -> Callable[[Any, tuple[Any, ...]], None]:
    def restore(self: Any, values: tuple[Any, ...]) -> None:
        if empty is not None:
            empty(self)
        for set_value, value in zip(setters.values(), values, strict=True):
            set_value(self, value)

    return restore


def _refuse(self: Any, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__qualname__}: {name!r} cannot be changed")
