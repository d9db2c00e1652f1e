"""Records as values of JSON and back, each value looked at before it is believed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from hatch_oaml.values.digests import sha256

if TYPE_CHECKING:
    from collections.abc import Collection

    from hatch_oaml.values.digests import Sha256

Shape = Callable[[object], Any]
"""Gives a value its type; raises `ValueError` for one of another shape."""

_Record = TypeVar("_Record")


class MisfitError(ValueError):
    """A value that is not of the shape that was asked for."""


def plain(value: Any) -> Any:
    """As JSON can hold it: a record is the list of its fields, in their order. What is in a tuple is all of one type."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, tuple):
        return value if value and isinstance(value[0], str) else [plain(one) for one in value]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    if is_dataclass(value):
        return [plain(getattr(value, field.name)) for field in fields(value)]
    raise TypeError(f"{type(value)} has no shape in the cache")


def text(value: object) -> str:
    if not isinstance(value, str):
        raise MisfitError(value)
    return value


def digest(value: object) -> Sha256:
    return sha256(text(value))


def number(value: object) -> int:
    """Of lines, bytes and the like: never below nought."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise MisfitError(value)
    return value


def truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise MisfitError(value)
    return value


def one_of(words: Collection[str]) -> Shape:
    known = frozenset(words)

    def read(value: object) -> str:
        word = text(value)
        if word not in known:
            raise MisfitError(word)
        return word

    return read


def optional(shape: Shape) -> Shape:
    return lambda value: None if value is None else shape(value)


def several(shape: Shape) -> Callable[[object], tuple[Any, ...]]:
    def read(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise MisfitError(value)
        return tuple([shape(one) for one in value])

    return read


def unordered(shape: Shape) -> Callable[[object], frozenset[Any]]:
    each = several(shape)
    return lambda value: frozenset(each(value))


def by_name(shape: Shape) -> Callable[[object], dict[str, Any]]:
    def read(value: object) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise MisfitError(value)
        return {text(name): shape(one) for name, one in value.items()}

    return read


def record(cls: type[_Record], **shapes: Shape) -> Callable[[object], _Record]:
    """:param shapes: one for each field.

    :raises TypeError: they are not the record's fields, in their order; a fault of the caller.
    """
    names = tuple(field.name for field in fields(cls))  # type: ignore[arg-type]  # every record of ours is a dataclass
    if names != tuple(shapes):
        raise TypeError(f"{cls.__qualname__}: its fields are {names}, and not {tuple(shapes)}")
    steps = tuple(shapes.items())

    def read(value: object) -> _Record:
        if not isinstance(value, list) or len(value) != len(steps):
            raise MisfitError(value)
        return cls(**{name: shape(one) for (name, shape), one in zip(steps, value, strict=True)})

    return read
