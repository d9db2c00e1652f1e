"""How a record keeps a field otherwise than in a slot of its own: of a hundred thousand records each slot takes a megabyte."""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

KEPT: Final = "kept"
"""The key in a field's `metadata`."""
RARE: Final = {KEPT: "rare"}
"""Most records have the field's default: the others keep theirs in one table, for which all such fields have one slot."""
BELOW_A_ROOT: Final = {KEPT: "below"}
"""A path that most often ends as the record's `path`, which stands before it: what is before that is one text for all of them."""
_REST, _SOURCE = "_rest", "_below"


class _Root:
    """What stands before the paths of all files below one root."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


_root = lru_cache(maxsize=64)(_Root)


def with_kept(cls: type, *, keeps_answers: bool) -> type:
    """A dataclass without slots, with a slot for each field that is not rare, and one for all that are.

    :param keeps_answers: whether it has cached properties, whose answers lie in its `__dict__`.
    """
    every, spared = fields(cls), rare_in(cls)
    rare = {each.name: each.default for each in every if each.name in spared}
    below = [each.name for each in every if each.metadata.get(KEPT) == BELOW_A_ROOT[KEPT]]
    own = [each.name for each in every if each.name not in {*rare, *below}]
    left = {"__dict__", "__weakref__", *(each.name for each in every)}
    space: dict[str, Any] = {name: value for name, value in vars(cls).items() if name not in left}
    slots = (*own, *([_SOURCE] if below else []), *([_REST] if rare else []), *(["__dict__"] if keeps_answers else []))
    made: Any = type(cls)(cls.__name__, cls.__bases__, {**space, "__slots__": slots})
    made.__qualname__ = cls.__qualname__
    for name, default in rare.items():
        setattr(made, name, _rare(vars(made)[_REST], name, default))
    for name in below:
        setattr(made, name, _below(vars(made)[_SOURCE]))
    return made  # type: ignore[no-any-return]


def rare_in(cls: type) -> Collection[str]:
    """The fields of `cls` that need not be set to their defaults."""
    return [each.name for each in fields(cls) if each.metadata.get(KEPT) == RARE[KEPT]]


def emptied(cls: type) -> Callable[[Any], None] | None:
    """What a record of `cls` needs done before its fields are set; None where that is nothing."""
    slot = vars(cls).get(_REST)
    return None if slot is None else lambda record: slot.__set__(record, None)


def _rare(slot: Any, name: str, default: object) -> property:
    set_rest = slot.__set__

    def value_of(record: Any) -> Any:
        rest = record._rest  # noqa: SLF001  # the slot that `with_kept` made
        return default if rest is None else rest.get(name, default)

    def keep(record: Any, value: object) -> None:
        if value is not default:
            set_rest(record, {**(record._rest or {}), name: value})  # noqa: SLF001

    return property(value_of, keep)


def _below(slot: Any) -> property:
    set_source = slot.__set__

    def path_of(record: Any) -> str:
        value: str | _Root = record._below  # noqa: SLF001
        return value.text + record.path if isinstance(value, _Root) else value

    def keep(record: Any, source: str) -> None:
        path = record.path
        set_source(record, _root(source[: -len(path)]) if path and source.endswith(path) else source)

    return property(path_of, keep)
