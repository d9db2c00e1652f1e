"""Do the files that make up one model together fit each other: an index and its shards, a split set, external data."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.bilingual import Bilingual
from hatch_oaml.tensors import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.inventory import Inventory, ReleaseFile
    from hatch_oaml.paths import ArchivePath
    from hatch_oaml.tensors import ShardIndex, Tensor, Weights

_NUMBERED = re.compile(r"(?P<stem>.*)-(?P<number>\d{5})-of-(?P<count>\d{5})(?P<suffix>(?:\.\w+)+)\Z", re.DOTALL)
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """`path` is the file that asks for what is not there as it should be."""

    path: ArchivePath
    message: Bilingual
    fix: Bilingual


def problems(inventory: Inventory) -> Iterator[Problem]:
    """In the order of their paths, each asking file's together."""
    found = [*_indexes(inventory), *_numbered_sets(inventory), *_split_sets(inventory), *_external_data(inventory)]
    return iter(sorted(found, key=lambda problem: problem.path.encode("utf-8", "surrogateescape")))


# An index and its shards


def _indexes(inventory: Inventory) -> Iterator[Problem]:
    for file in inventory:
        if file.shards:
            yield from _index(inventory, file, file.shards)


def _index(inventory: Inventory, file: ReleaseFile, index: ShardIndex) -> Iterator[Problem]:
    wanted: dict[str, list[str]] = defaultdict(list)
    for tensor, shard in index.weight_map.items():
        wanted[shard].append(tensor)
    held = {shard: _tensor_names(inventory, _beside(file, shard)) for shard in wanted}
    for shard, tensors in wanted.items():
        if _beside(file, shard) not in inventory.by_path:
            yield _missing_shard(file, shard, tensors)
            continue
        names = held[shard]
        lost = [] if names is None else [tensor for tensor in tensors if tensor not in names]
        if lost:
            yield _lost_tensors(file, shard, lost, held)


def _beside(file: ReleaseFile, name: str) -> str:
    return posixpath.join(posixpath.dirname(file.path), name)


def _tensor_names(inventory: Inventory, path: str) -> frozenset[str] | None:
    """None where they are not known: the shard is not there, broken, a pointer, or of a format that we cannot read."""
    file = inventory.by_path.get(path)
    weights = file.weights if file else None
    if weights is None or weights.faults or weights.unread:
        return None
    return frozenset(tensor.name for tensor in weights.tensors)


def _missing_shard(file: ReleaseFile, shard: str, tensors: Sequence[str]) -> Problem:
    return Problem(
        path=file.path,
        message=Bilingual(
            en=f"the index places {_tensors_en(tensors)} in `{shown(shard)}`, which is not in the release",
            zh=f"索引称{_tensors_zh(tensors)}在 `{shown(shard)}` 中，而发布中没有该文件",
        ),
        fix=Bilingual(
            en=f"put `{shown(shard)}` beside the index, or save the model again so that the index fits its shards",
            zh=f"将 `{shown(shard)}` 放到索引旁边，或重新保存模型，使索引与分片一致",
        ),
    )


def _lost_tensors(
    file: ReleaseFile, shard: str, lost: Sequence[str], held: Mapping[str, frozenset[str] | None]
) -> Problem:
    elsewhere = next((other for other, names in held.items() if names and lost[0] in names), None)
    en = f"; the first is in `{shown(elsewhere)}`" if elsewhere else ""
    zh = f"；第一个实在 `{shown(elsewhere)}` 中" if elsewhere else ""
    return Problem(
        path=file.path,
        message=Bilingual(
            en=f"the index places {_tensors_en(lost)} in `{shown(shard)}`, which does not hold them{en}",
            zh=f"索引称{_tensors_zh(lost)}在 `{shown(shard)}` 中，而该文件里没有{zh}",
        ),
        fix=Bilingual(
            en="fetch index and shards from one and the same revision, or save the model again",
            zh="从同一版本取得索引与各分片，或重新保存模型",
        ),
    )


# Files numbered `-00001-of-00003`


class _Numbered(NamedTuple):
    file: ReleaseFile
    number: int
    total: int


def _numbered_sets(inventory: Inventory) -> Iterator[Problem]:
    """A number that is missing; some writers count from 0."""
    named = {_beside(file, shard) for file in inventory if file.shards for shard in file.shards.weight_map.values()}
    for members in _groups(inventory).values():
        if any(member.file.path in named for member in members):
            continue
        present = {member.number for member in members}
        first = 0 if 0 in present else 1
        count = members[0].total
        missing = [number for number in range(first, first + min(count, 10_000)) if number not in present]
        if missing:
            yield _missing_numbers(members[0].file, missing, count)


def _groups(inventory: Inventory) -> dict[tuple[str, str, str], list[_Numbered]]:
    groups: dict[tuple[str, str, str], list[_Numbered]] = defaultdict(list)
    for file in inventory:
        match = _NUMBERED.match(file.path)
        if match and file.role == "model":
            member = _Numbered(file, int(match["number"]), int(match["count"]))
            groups[match["stem"], match["count"], match["suffix"]].append(member)
    return groups


def _missing_numbers(file: ReleaseFile, missing: Sequence[int], count: int) -> Problem:
    numbers = ", ".join(map(str, missing[:_MOST_NAMED])) + (", …" if len(missing) > _MOST_NAMED else "")
    return Problem(
        path=file.path,
        message=Bilingual(
            en=f"by its name the file is one of {count}; of them {len(missing)} are not in the release: {numbers}",
            zh=f"从文件名看，该文件是 {count} 个分片之一；其中 {len(missing)} 个不在发布中：{numbers}",
        ),
        fix=Bilingual(
            en="fetch the missing shards, or take this one out of the release",
            zh="取回缺少的分片，或将此分片移出发布",
        ),
    )


# GGUF sets: each file says which one it is


def _split_sets(inventory: Inventory) -> Iterator[Problem]:
    groups = _groups(inventory)
    grouped = {member.file.path for members in groups.values() for member in members}
    for file in inventory:
        if file.weights and file.weights.split and file.path not in grouped:
            yield _lonely_split(file, file.weights)
    for members in groups.values():
        if any(member.file.weights and member.file.weights.split for member in members):
            yield from _split_set(members)


def _lonely_split(file: ReleaseFile, weights: Weights) -> Problem:
    number, count = (weights.split.number + 1, weights.split.count) if weights.split else (0, 0)
    return Problem(
        path=file.path,
        message=Bilingual(
            en=f"the file is split {number} of {count}, and its name does not say so: loaders look for `-{number:05}-of-{count:05}`",
            zh=f"该文件是 {count} 个分片中的第 {number} 个，而文件名未标明：加载器要找的是 `-{number:05}-of-{count:05}`",
        ),
        fix=Bilingual(
            en="give the set the names that `llama-gguf-split` gave it, or merge it with `llama-gguf-split --merge`",
            zh="恢复 `llama-gguf-split` 给出的文件名，或用 `llama-gguf-split --merge` 合并",
        ),
    )


def _split_set(members: Sequence[_Numbered]) -> Iterator[Problem]:
    strangers = [member for member in members if not _fits_its_name(member)]
    for member in strangers:
        yield _stranger(member)
    if strangers or len(members) != members[0].total:
        return
    yield from _repeated_tensors(members)
    expected = (
        members[0].file.weights.split.tensors if members[0].file.weights and members[0].file.weights.split else None
    )
    found = sum(len(member.file.weights.tensors) for member in members if member.file.weights)
    if expected is not None and expected != found:
        yield _other_count(members[0].file, expected, found)


def _fits_its_name(member: _Numbered) -> bool:
    """A broken file or a pointer cannot say: other checks tell of it."""
    weights = member.file.weights
    if weights is None or weights.faults or weights.unread:
        return True
    return weights.split is not None and (weights.split.number, weights.split.count) == (
        member.number - 1,
        member.total,
    )


def _stranger(member: _Numbered) -> Problem:
    split = member.file.weights.split if member.file.weights else None
    en = f"split {split.number + 1} of {split.count}" if split else "a file of its own"
    zh = f"{split.count} 个分片中的第 {split.number + 1} 个" if split else "单独的文件"
    return Problem(
        path=member.file.path,
        message=Bilingual(
            en=f"by its name the file is split {member.number} of {member.total}; by its header it is {en}",
            zh=f"从文件名看，该文件是 {member.total} 个分片中的第 {member.number} 个；而其文件头称是{zh}",
        ),
        fix=_fetch_set(),
    )


def _fetch_set() -> Bilingual:
    return Bilingual(
        en="fetch the whole set from one and the same revision, or split the model again",
        zh="从同一版本取得整套分片，或重新切分模型",
    )


def _repeated_tensors(members: Sequence[_Numbered]) -> Iterator[Problem]:
    holders: dict[str, ReleaseFile] = {}
    for member in members:
        for tensor in member.file.weights.tensors if member.file.weights else ():
            other = holders.setdefault(tensor.name, member.file)
            if other is not member.file:
                yield Problem(
                    path=member.file.path,
                    message=Bilingual(
                        en=f"tensor `{shown(tensor.name)}` is also in `{shown(other.path)}` of the same set",
                        zh=f"张量 `{shown(tensor.name)}` 也在同一套的 `{shown(other.path)}` 中",
                    ),
                    fix=_fetch_set(),
                )
                break


def _other_count(file: ReleaseFile, expected: int, found: int) -> Problem:
    return Problem(
        path=file.path,
        message=Bilingual(
            en=f"the set should hold {expected:,} tensors, its files hold {found:,}",
            zh=f"整套应有 {expected:,} 个张量，各文件共有 {found:,} 个",
        ),
        fix=_fetch_set(),
    )


# ONNX: tensors in other files


def _external_data(inventory: Inventory) -> Iterator[Problem]:
    for file in inventory:
        locations: dict[str, list[Tensor]] = defaultdict(list)
        for tensor in file.weights.tensors if file.weights else ():
            if tensor.file is not None:
                locations[tensor.file].append(tensor)
        yield from chain.from_iterable(
            _location(inventory, file, location, tensors) for location, tensors in locations.items()
        )


def _location(inventory: Inventory, file: ReleaseFile, location: str, tensors: Sequence[Tensor]) -> Iterator[Problem]:
    names = [tensor.name for tensor in tensors]
    if _leaves(location):
        yield _outside(file, location, names)
        return
    data = inventory.by_path.get(posixpath.normpath(_beside(file, location)))
    if data is None:
        yield _missing_data(file, location, names)
        return
    last = max(tensors, key=lambda tensor: (tensor.offset or 0) + (tensor.size or 0))
    end = (last.offset or 0) + (last.size or 0)
    if end > data.size and data.pointer is None:
        yield _short_data(file, location, last, end, data.size)


def _leaves(location: str) -> bool:
    """ONNX's docs/ExternalData.md: relative to the model's folder, POSIX, and `..` is not allowed."""
    return (
        not location or location.startswith("/") or ".." in location.split("/") or any(c in location for c in "\\:\0")
    )


def _outside(file: ReleaseFile, location: str, names: Sequence[str]) -> Problem:
    return Problem(
        path=file.path,
        message=Bilingual(
            en=f"the data of {_tensors_en(names)} should lie in the model's folder, found `{shown(location)}`",
            zh=f"{_tensors_zh(names)}的数据应位于模型所在文件夹内，实为 `{shown(location)}`",
        ),
        fix=Bilingual(
            en='save the model again with `onnx.save(model, path, save_as_external_data=True, location="model.onnx_data")`',
            zh='用 `onnx.save(model, path, save_as_external_data=True, location="model.onnx_data")` 重新保存模型',
        ),
    )


def _missing_data(file: ReleaseFile, location: str, names: Sequence[str]) -> Problem:
    return Problem(
        path=file.path,
        message=Bilingual(
            en=f"the data of {_tensors_en(names)} are in `{shown(location)}`, which is not in the release",
            zh=f"{_tensors_zh(names)}的数据在 `{shown(location)}` 中，而发布中没有该文件",
        ),
        fix=Bilingual(
            en=f"put `{shown(location)}` beside the model, and see that `tool.oaml.model` matches it",
            zh=f"将 `{shown(location)}` 放到模型旁边，并确认 `tool.oaml.model` 能匹配到它",
        ),
    )


def _short_data(file: ReleaseFile, location: str, tensor: Tensor, end: int, size: int) -> Problem:
    return Problem(
        path=file.path,
        message=Bilingual(
            en=f"tensor `{shown(tensor.name)}` ends at byte {end:,} of `{shown(location)}`, which has {size:,}",
            zh=f"张量 `{shown(tensor.name)}` 止于 `{shown(location)}` 的第 {end:,} 字节，而该文件只有 {size:,} 字节",
        ),
        fix=Bilingual(
            en=f"fetch `{shown(location)}` again, of the same revision as the model",
            zh=f"重新取得与模型同一版本的 `{shown(location)}`",
        ),
    )


def _tensors_en(names: Sequence[str]) -> str:
    return f"tensor `{shown(names[0])}`" if len(names) == 1 else f"{len(names)} tensors (`{shown(names[0])}`, …)"


def _tensors_zh(names: Sequence[str]) -> str:
    return f"张量 `{shown(names[0])}` " if len(names) == 1 else f" {len(names)} 个张量（`{shown(names[0])}` 等）"
