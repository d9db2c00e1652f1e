"""Does an index place each tensor in a file that holds it?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hatch_oaml.shards._contract import Problem, beside, tensors_en, tensors_zh
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.records.inventory import Inventory, ReleaseFile
    from hatch_oaml.records.tensors import ShardIndex


def index_problems(inventory: Inventory) -> Iterator[Problem]:
    for file in inventory:
        if file.shards:
            yield from _index(inventory, file, file.shards)


def _index(inventory: Inventory, file: ReleaseFile, index: ShardIndex) -> Iterator[Problem]:
    wanted: dict[str, list[str]] = defaultdict(list)
    for tensor, shard in index.weight_map.items():
        wanted[shard].append(tensor)
    held = {shard: _tensor_names(inventory, beside(file, shard)) for shard in wanted}
    holders = {name: shard for shard, names in reversed(held.items()) for name in names or ()}
    for shard, tensors in wanted.items():
        if beside(file, shard) not in inventory.by_path:
            yield _missing_shard(file, shard, tensors)
            continue
        names = held[shard]
        lost = [] if names is None else [tensor for tensor in tensors if tensor not in names]
        if lost:
            yield _lost_tensors(file, shard, lost, holders.get(lost[0]))


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
            en=f"the index places {tensors_en(tensors)} in `{abbreviated(shard)}`, which is not in the release",
            zh=f"索引称{tensors_zh(tensors)}在 `{abbreviated(shard)}` 中，而发布中没有该文件",
        ),
        fix=Bilingual(
            en=f"put `{abbreviated(shard)}` beside the index, or save the model again so that the index fits its shards",
            zh=f"将 `{abbreviated(shard)}` 放到索引旁边，或重新保存模型，使索引与分片一致",
        ),
    )


def _lost_tensors(file: ReleaseFile, shard: str, lost: Sequence[str], elsewhere: str | None) -> Problem:
    en = f"; the first is in `{abbreviated(elsewhere)}`" if elsewhere else ""
    zh = f"；第一个实在 `{abbreviated(elsewhere)}` 中" if elsewhere else ""
    return Problem(
        path=file.path,
        message=Bilingual(
            en=f"the index places {tensors_en(lost)} in `{abbreviated(shard)}`, which does not hold them{en}",
            zh=f"索引称{tensors_zh(lost)}在 `{abbreviated(shard)}` 中，而该文件里没有{zh}",
        ),
        fix=Bilingual(
            en="fetch index and shards from one and the same revision, or save the model again",
            zh="从同一版本取得索引与各分片，或重新保存模型",
        ),
    )
