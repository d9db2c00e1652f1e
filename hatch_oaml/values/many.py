"""Very many records of one class, kept field by field: a quarter of the room that as many objects take."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import fields
from itertools import chain, repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Record = TypeVar("_Record")

_TOGETHER = 512
"""Records that are kept in one block."""
_MOST = (1 << 63) - 1
"""The greatest number in an array of signed ones of 64 bits."""


class Many(Sequence[_Record]):
    """In the order in which they were given; whichever is asked for is made anew, equal to the one that was given.

    The class has several fields. It is equal to any sequence of equal records.
    """

    __slots__ = ("_blocks", "_class", "_length", "_names", "_values")
    __hash__ = None  # type: ignore[assignment]  # as of a list

    def __init__(self, record_class: type[_Record], records: Iterable[_Record]) -> None:
        """:param record_class: a dataclass; all `records` are of it."""
        self._class = record_class
        self._names = tuple(field.name for field in fields(record_class))  # type: ignore[arg-type]
        self._values = attrgetter(*self._names)
        self._blocks: list[tuple[Sequence[Any], ...]] = []
        self._length = 0
        gathered: list[_Record] = []
        for record in records:
            gathered.append(record)
            if len(gathered) == _TOGETHER:
                self._keep(gathered)
                gathered.clear()
        if gathered:
            self._keep(gathered)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[_Record]:
        made, names = self._class, self._names
        for number, block in enumerate(self._blocks):
            for values in zip(*(self._stretch(number, column) for column in block), strict=True):
                yield made(**dict(zip(names, values, strict=True)))

    @overload
    def __getitem__(self, at: int) -> _Record: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[_Record]: ...
    def __getitem__(self, at: int | slice) -> _Record | Sequence[_Record]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._length))]
        number, within = divmod(range(self._length)[at], _TOGETHER)
        values = (column[within if len(column) > 1 else 0] for column in self._blocks[number])
        return self._class(**dict(zip(self._names, values, strict=True)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == another for one, another in zip(self, other, strict=True))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._class.__name__}, {list(self)!r})"

    def column(self, name: str) -> Iterator[Any]:
        """The values of one field, without a record around each."""
        field = self._names.index(name)
        return chain.from_iterable(self._stretch(number, block[field]) for number, block in enumerate(self._blocks))

    def _stretch(self, number: int, column: Sequence[Any]) -> Iterable[Any]:
        """All values of a column of block `number`."""
        if len(column) > 1:
            return column
        return repeat(column[0], min(_TOGETHER, self._length - number * _TOGETHER))

    def _keep(self, gathered: Sequence[_Record]) -> None:
        self._blocks.append(tuple(map(_column, zip(*map(self._values, gathered), strict=True))))
        self._length += len(gathered)


def column(records: Iterable[object], name: str) -> Iterator[Any]:
    """The values of one field of `records`, however they are kept."""
    return records.column(name) if isinstance(records, Many) else map(attrgetter(name), records)


def _column(values: tuple[Any, ...]) -> Sequence[Any]:
    """The values of one field in one block; of equal ones a single one."""
    kinds = set(map(type, values))
    if len(kinds) == 1 and values.count(values[0]) == len(values):
        return values[:1]
    if kinds == {int} and min(values) >= -_MOST and max(values) <= _MOST:
        return array("q", values)
    return values
