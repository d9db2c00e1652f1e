"""PyTorch's `torch.save`: a ZIP archive since 1.6, five pickles and the storages before.

After torch/serialization.py (`_save`, `_legacy_save`) and torch/_utils.py (`_rebuild_tensor_v2`). Read without torch: it
would be 800 MB of dependency, and its loader is an unpickler. TorchScript archives have the same layout.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from hatch_oaml.records.tensors import Tensor, Weights
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated
from hatch_oaml.weights._contract import (
    LARGEST_READ,
    MOST_TENSORS,
    BrokenError,
    UnreadError,
    WeightFile,
    WeightFormat,
    count,
    first,
    wrong_size,
)
from hatch_oaml.weights._pickle import MOST_OPCODES, Budget, Pickled, examine_pickle
from hatch_oaml.weights._torch_objects import SavedTensor, tensors_in
from hatch_oaml.weights._zip import STORED, ZipMember

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LEGACY_MAGIC = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
"""A pickle of the number 0x1950A86A20F9469CFC6C, `torch.serialization.MAGIC_NUMBER`."""
_ZIP = b"PK\3\4"
_WIDE_NAMES = (".bin", ".ckpt", ".pt", ".pth", ".pt2", ".jit")
_MOST_OTHER_PICKLES = 16
_TOO_LONG = (
    f"its pickle has more than {MOST_OPCODES:,} opcodes",
    f"其 pickle 的操作码超过 {MOST_OPCODES:,} 个",
)


@dataclass(frozen=True, slots=True)
class _Extent:
    """Where a storage's bytes lie; no offset where they are compressed."""

    offset: int | None
    size: int


def _recognizes(source: WeightFile) -> bool:
    if source.head.startswith(_LEGACY_MAGIC):
        return True
    if not source.head.startswith(_ZIP):
        return False
    if source.members is None:
        return source.path.lower().endswith(_WIDE_NAMES) or (
            source.is_beginning and (source.first_member or "").endswith("/data.pkl")
        )
    return _data_pickle(source.members) is not None


def _data_pickle(members: Mapping[str, ZipMember]) -> ZipMember | None:
    """`<name>/data.pkl`, one folder deep."""
    return next(
        (member for name, member in members.items() if name.endswith("/data.pkl") and name.count("/") == 1), None
    )


def _read(source: WeightFile) -> Weights:
    if source.head.startswith(_ZIP):
        return _read_zip(source)
    if source.head.startswith(_LEGACY_MAGIC):
        return _read_legacy(source)
    pickled = examine_pickle(source, 0, source.size, Budget())
    if pickled.fault and not source.head.startswith(b"\x80"):
        raise UnreadError(
            "its first bytes are neither a ZIP archive's nor a pickle's", "其开头既不是 ZIP 归档，也不是 pickle"
        )
    return _weights(pickled, (), ())


def _read_zip(source: WeightFile) -> Weights:
    if source.members is None:
        raise BrokenError(
            "truncated: a ZIP archive that ends without its central directory",
            "文件被截断：ZIP 归档末尾没有中央目录",
        )
    member = _data_pickle(source.members)
    if member is None:
        raise BrokenError("a ZIP archive without `data.pkl`", "ZIP 归档中没有 `data.pkl`")
    budget = Budget()
    pickled = _examine_member(source, member, budget)
    root = member.name.removesuffix("data.pkl")
    found = tuple(tensors_in(pickled.value))
    extents = {
        key: _extent(source, member)
        for key in dict.fromkeys(item.storage.key for item in found)
        if (member := source.members.get(f"{root}data/{key}"))
    }
    others = (
        member
        for name, member in source.members.items()
        if name.endswith(".pkl") and not name.startswith(f"{root}data")
    )
    for other in islice(others, _MOST_OTHER_PICKLES):
        pickled.imports |= _examine_member(source, other, budget).imports
    return _weights(pickled, _tensors(found, extents), _storage_faults(found, extents))


def _examine_member(source: WeightFile, member: ZipMember, budget: Budget) -> Pickled:
    if member.method == STORED:
        start = member.offset(source.at)
        return examine_pickle(source, start, min(start + member.size, source.size), budget)
    data = member.read(source.at, LARGEST_READ)
    if data is None or len(data) < member.size:
        raise UnreadError(
            f"its `{abbreviated(member.name)}` cannot be unpacked", f"其中的 `{abbreviated(member.name)}` 无法解压"
        )
    return examine_pickle(WeightFile(source.path, BytesIO(data), len(data)), 0, len(data), budget)


def _extent(source: WeightFile, member: ZipMember) -> _Extent:
    return _Extent(member.offset(source.at) if member.method == STORED else None, member.size)


def _read_legacy(source: WeightFile) -> Weights:
    """Magic, protocol, system, the object, the storages' keys; then each storage with its length before it."""
    position = 0
    budget = Budget()
    pickles: list[Pickled] = []
    for _ in range(5):
        pickles.append(examine_pickle(source, position, source.size, budget))
        position = pickles[-1].end
        if pickles[-1].fault or pickles[-1].is_cut:
            break
    subject = pickles[min(3, len(pickles) - 1)]
    for pickled in pickles:
        subject.imports |= pickled.imports
    if len(pickles) < 5 or pickles[-1].fault:
        subject.fault, subject.is_cut = pickles[-1].fault, pickles[-1].is_cut
        return _weights(subject, (), ())
    found = tuple(tensors_in(subject.value))
    widths = {storage.key: storage.width for storage in (item.storage for item in found)}
    keys = pickles[-1].value if isinstance(pickles[-1].value, list) else []
    extents, faults = _legacy_extents(source, position, [key for key in keys if isinstance(key, str)], widths)
    placed = tuple(item for item in found if item.storage.key in extents)
    return _weights(subject, _tensors(found, extents), chain(faults, _storage_faults(placed, extents)))


def _legacy_extents(
    source: WeightFile, position: int, keys: list[str], widths: Mapping[str, int]
) -> tuple[dict[str, _Extent], list[Bilingual]]:
    """A storage that no tensor of ours lies in has an unknown width: what follows it cannot be placed."""
    extents: dict[str, _Extent] = {}
    for key in keys[:MOST_TENSORS]:
        if key not in widths:
            break
        try:
            size = int.from_bytes(source.at(position, 8), "little") * widths[key]
            if position + 8 + size > source.size:
                raise _cut_storage(key, position + 8 + size, source.size)
        except BrokenError as error:
            return extents, [error.fault]
        extents[key] = _Extent(position + 8, size)
        position += 8 + size
    return extents, []


def _cut_storage(key: str, expected: int, found: int) -> BrokenError:
    return BrokenError(
        f"truncated: storage `{abbreviated(key)}` ends at byte {expected:,}, the file has {found:,}",
        f"文件被截断：存储 `{abbreviated(key)}` 止于第 {expected:,} 字节，而文件只有 {found:,} 字节",
    )


def _tensors(found: tuple[SavedTensor, ...], extents: Mapping[str, _Extent]) -> Iterator[Tensor]:
    """A tensor that is a view with gaps, or lies compressed, has no place of its own."""
    for item in found:
        extent = extents.get(item.storage.key)
        elements = count(item.shape)
        size = None if elements is None else elements * item.storage.width
        start = item.offset * item.storage.width
        in_one_piece = extent and extent.offset is not None and size is not None and item.is_contiguous
        inside = in_one_piece and extent and size is not None and start + size <= extent.size
        yield Tensor(
            name=item.name,
            dtype=item.storage.dtype,
            shape=item.shape,
            offset=extent.offset + start if inside and extent and extent.offset is not None else None,
            size=size,
        )


def _storage_faults(found: tuple[SavedTensor, ...], extents: Mapping[str, _Extent]) -> Iterator[Bilingual]:
    for item in found:
        storage, extent = item.storage, extents.get(item.storage.key)
        if extent is None:
            yield Bilingual(
                en=f"tensor `{abbreviated(item.name)}`: its storage `{abbreviated(storage.key)}` is missing",
                zh=f"张量 `{abbreviated(item.name)}`：缺少存储 `{abbreviated(storage.key)}`",
            )
        elif storage.elements * storage.width != extent.size:
            what = f"{storage.dtype} × {storage.elements}"
            yield wrong_size(item.name, bits=storage.elements * storage.width * 8, found=extent.size, what=what)
        elif (item.offset + item.reach) * storage.width > extent.size:
            what = f"{storage.dtype} {abbreviated(str(list(item.shape)))}"
            bits = (item.offset + item.reach) * storage.width * 8
            yield wrong_size(item.name, bits=bits, found=extent.size, what=what)


def _weights(pickled: Pickled, tensors: Any, faults: Any) -> Weights:
    return Weights(
        format=FORMAT.name,
        tensors=tuple(tensors),
        faults=first([pickled.fault] if pickled.fault else faults),
        imports=tuple(sorted(pickled.imports)),
        unread=Bilingual(en=_TOO_LONG[0], zh=_TOO_LONG[1]) if pickled.is_cut else None,
    )


FORMAT = WeightFormat(
    name="pytorch",
    recognizes=_recognizes,
    read=_read,
)
