"""Are all files of a set there that is numbered `-00001-of-00003`?"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.shards._contract import Problem, beside
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.records.inventory import Inventory, ReleaseFile

_NUMBERED = expression(r"(?P<stem>.*)-(?P<number>\d{5})-of-(?P<count>\d{5})(?P<suffix>(?:\.\w+)+)\Z", re.DOTALL)
_MOST_NAMED = 3


class Numbered(NamedTuple):
    file: ReleaseFile
    number: int
    total: int


def gap_problems(inventory: Inventory) -> Iterator[Problem]:
    """A number that is missing; some writers count from 0."""
    named = {beside(file, shard) for file in inventory if file.shards for shard in file.shards.weight_map.values()}
    for members in groups_of(inventory).values():
        if any(member.file.path in named for member in members):
            continue
        present = {member.number for member in members}
        first = 0 if 0 in present else 1
        count = members[0].total
        missing = [number for number in range(first, first + min(count, 10_000)) if number not in present]
        if missing:
            yield _missing_numbers(members[0].file, missing, count)


def groups_of(inventory: Inventory) -> dict[tuple[str, str, str], list[Numbered]]:
    groups: dict[tuple[str, str, str], list[Numbered]] = defaultdict(list)
    for file in inventory:
        match = _NUMBERED.match(file.path)
        if match and file.role == "model":
            member = Numbered(file, int(match["number"]), int(match["count"]))
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
