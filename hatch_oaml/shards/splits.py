"""Do the files of a split GGUF set belong together? Each says which one it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.shards._contract import Problem
from hatch_oaml.shards.numbered import groups_of
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.records.inventory import Inventory, ReleaseFile
    from hatch_oaml.records.tensors import Weights
    from hatch_oaml.shards.numbered import Numbered


def split_problems(inventory: Inventory) -> Iterator[Problem]:
    groups = groups_of(inventory)
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


def _split_set(members: Sequence[Numbered]) -> Iterator[Problem]:
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


def _fits_its_name(member: Numbered) -> bool:
    """A broken file or a pointer cannot say: other checks tell of it."""
    weights = member.file.weights
    if weights is None or weights.faults or weights.unread:
        return True
    return weights.split is not None and (weights.split.number, weights.split.count) == (
        member.number - 1,
        member.total,
    )


def _stranger(member: Numbered) -> Problem:
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


def _repeated_tensors(members: Sequence[Numbered]) -> Iterator[Problem]:
    holders: dict[str, ReleaseFile] = {}
    for member in members:
        for tensor in member.file.weights.tensors if member.file.weights else ():
            other = holders.setdefault(tensor.name, member.file)
            if other is not member.file:
                yield Problem(
                    path=member.file.path,
                    message=Bilingual(
                        en=f"tensor `{abbreviated(tensor.name)}` is also in `{abbreviated(other.path)}` of the same set",
                        zh=f"张量 `{abbreviated(tensor.name)}` 也在同一套的 `{abbreviated(other.path)}` 中",
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
