"""How an archive is cut for a store: into equal parts, and into volumes where one object would be of too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.parts.faults import too_many_volumes, volume_too_small
from hatch_oaml.parts.grid import part_size_for
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from hatch_oaml.stores import PartLimits

_MOST = 999


@frozen
class Cut:
    """An archive of `size` bytes, in objects of `parts_each` parts, but for the last; `endings` are those of their names."""

    size: int
    part_size: int
    parts_each: int
    endings: tuple[str, ...]


def cut_for(size: int, limits: PartLimits, volume_size: int | None = None) -> Cut:
    """Volumes, where they are asked for or needed, are the largest that hold whole parts.

    :raises WriteError: a volume would not hold one, or there would be more than 999.
    """
    part_size = part_size_for(size, limits.least)
    parts_each = limits.count if volume_size is None else min(limits.count, volume_size // part_size)
    if not parts_each:
        raise volume_too_small(part_size)
    count = -(-size // (part_size * parts_each))
    if count > _MOST:
        raise too_many_volumes(count, _MOST)
    is_whole = volume_size is None and count == 1
    endings = ("",) if is_whole else tuple(f".{number:03}" for number in range(1, count + 1))
    return Cut(size=size, part_size=part_size, parts_each=parts_each, endings=endings)
