"""A mapping in which most keys have one value: the others alone are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Mostly(Mapping[_Key, _Value]):
    """All `keys` in their order, each with the `usual` value, unless `items` tell of another.

    `others` are those that have another.

    :param keys: what is kept anyway, and tells fast whether it has one.
    """

    def __init__(self, keys: Mapping[Any, object], usual: _Value, items: Iterable[tuple[_Key, _Value]]) -> None:
        self._keys = keys
        self._usual = usual
        self.others = {key: value for key, value in items if value != usual}

    def __getitem__(self, key: _Key) -> _Value:
        if key in self.others:
            return self.others[key]
        if key in self._keys:
            return self._usual
        raise KeyError(key)

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
