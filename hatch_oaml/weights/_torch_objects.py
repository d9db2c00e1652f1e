"""The tensors in what a PyTorch pickle would build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hatch_oaml.weights._contract import MOST_TENSORS, UnreadError, plain, too_many
from hatch_oaml.weights._stand_ins import Call, Global, Persistent

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_VISITS = 100_000
_DEEPEST = 32
STORAGES = {
    "DoubleStorage": ("float64", 8),
    "FloatStorage": ("float32", 4),
    "HalfStorage": ("float16", 2),
    "BFloat16Storage": ("bfloat16", 2),
    "LongStorage": ("int64", 8),
    "IntStorage": ("int32", 4),
    "ShortStorage": ("int16", 2),
    "CharStorage": ("int8", 1),
    "ByteStorage": ("uint8", 1),
    "BoolStorage": ("bool", 1),
    "ComplexDoubleStorage": ("complex128", 16),
    "ComplexFloatStorage": ("complex64", 8),
    "QInt8Storage": ("qint8", 1),
    "QUInt8Storage": ("quint8", 1),
    "QInt32Storage": ("qint32", 4),
    "QUInt4x2Storage": ("quint4x2", 1),
    "QUInt2x4Storage": ("quint2x4", 1),
    "UntypedStorage": ("uint8", 1),
}
_WIDTHS = {"float8_e4m3fn": 1, "float8_e5m2": 1, "float8_e4m3fnuz": 1, "float8_e5m2fnuz": 1, "float8_e8m0fnu": 1}
_WIDTHS |= {"uint16": 2, "uint32": 4, "uint64": 8} | dict(STORAGES.values())
_REBUILD = "torch._utils._rebuild_"
_PARAMETERS = frozenset({f"{_REBUILD}parameter", f"{_REBUILD}parameter_with_state"})
_SUBCLASS = "torch._tensor._rebuild_from_type_v2"


@dataclass(frozen=True, slots=True)
class TensorStorage:
    key: str
    dtype: str
    width: int
    elements: int


@dataclass(frozen=True, slots=True)
class SavedTensor:
    """A tensor: `offset` and `strides` count elements of its storage."""

    name: str
    storage: TensorStorage
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]

    @property
    def is_contiguous(self) -> bool:
        expected = 1
        for extent, stride in zip(reversed(self.shape), reversed(self.strides), strict=False):
            if extent != 1 and stride != expected:
                return False
            expected *= extent
        return True

    @property
    def reach(self) -> int:
        """How many elements of the storage lie between its first and its last, both counted."""
        if 0 in self.shape:
            return 0
        return 1 + sum((extent - 1) * stride for extent, stride in zip(self.shape, self.strides, strict=False))


def tensors_in(value: Any) -> Iterator[SavedTensor]:
    """Named by the keys that lead to them, joined by full stops; a container is entered once, however often it occurs.

    :raises UnreadError: if they are too many.
    """
    entered: set[int] = set()
    waiting: list[tuple[str, Any, int]] = [("", value, 0)]
    found = visits = 0
    while waiting:
        name, item, depth = waiting.pop()
        visits += 1
        if visits > _MOST_VISITS:
            raise UnreadError("its objects are too many to be searched", "其中的对象过多，无法逐一查找")
        tensor = _tensor(name, item)
        if tensor:
            found += 1
            if found > MOST_TENSORS:
                raise too_many(found, MOST_TENSORS)
            yield tensor
        elif depth < _DEEPEST and id(item) not in entered:
            entered.add(id(item))
            inner = [(f"{name}.{key}" if name else key, child, depth + 1) for key, child in _children(item)]
            waiting.extend(reversed(inner))


def _children(item: Any) -> list[tuple[str, Any]]:
    if isinstance(item, dict):
        return [(plain(str(key)), child) for key, child in item.items() if _may_hold(child)]
    if isinstance(item, (list, tuple)):
        return [(str(index), child) for index, child in enumerate(item) if _may_hold(child)]
    if isinstance(item, Call):
        pairs = item.arguments if isinstance(item.arguments, tuple) and not item.items else ()
        return [*_children(item.items), *_children(item.state), *_pairs_of(pairs)]
    return []


def _pairs_of(arguments: tuple[Any, ...]) -> list[tuple[str, Any]]:
    """`OrderedDict([[key, value], …])`, as protocols 0 and 1 write it."""
    match arguments:
        case ([*pairs],):
            return [(plain(pair[0]), pair[1]) for pair in pairs if _is_pair(pair)]
        case _:
            return []


def _is_pair(pair: Any) -> bool:
    return isinstance(pair, (list, tuple)) and len(pair) == 2 and isinstance(pair[0], str)


def _may_hold(child: Any) -> bool:
    return isinstance(child, (dict, list, tuple, Call))


def _tensor(name: str, item: Any) -> SavedTensor | None:
    """A tensor may be wrapped in a subclass, that in a parameter: three steps reach it, and no chain of them hangs us."""
    for _ in range(3):
        match item:
            case Call(function=Global(name=function), arguments=(inner, *_)) if function in _PARAMETERS:
                item = inner
            case Call(function=Global(name=wrapper), arguments=(function, _, arguments, *_)) if wrapper == _SUBCLASS:
                item = Call(function, arguments)
            case Call(function=Global(name=function), arguments=tuple(arguments)) if function.startswith(_REBUILD):
                return _rebuilt(name, function.removeprefix(_REBUILD), arguments)
            case _:
                return None
    return None


def _rebuilt(name: str, function: str, arguments: tuple[Any, ...]) -> SavedTensor | None:
    match arguments:
        case (Persistent(id=key), int(offset), tuple(shape), tuple(strides), *rest) if offset >= 0:
            storage = _storage(key, rest[2] if function == "tensor_v3" and len(rest) > 2 else None)
        case _:
            return None
    if storage is None or len(shape) != len(strides) or not all(_is_size(size) for size in shape + strides):
        return None
    return SavedTensor(name, storage, offset, shape, strides)


def _is_size(value: Any) -> bool:
    return type(value) is int and 0 <= value < 2**63


def _storage(key: Any, dtype: Any) -> TensorStorage | None:
    """`("storage", torch.FloatStorage, key, location, elements)`; an untyped storage counts bytes."""
    match key:
        case ("storage", Global(name=kind), str(name), _, int(elements), *_) if elements >= 0:
            own, width = STORAGES.get(kind.rpartition(".")[2], (None, 0))
        case _:
            return None
    if isinstance(dtype, Global):
        own = dtype.name.removeprefix("torch.")
        width = _WIDTHS.get(own, 0)
        elements //= width or 1
    return TensorStorage(plain(name), own, width, elements) if own and width else None
