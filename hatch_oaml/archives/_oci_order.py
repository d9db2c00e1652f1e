"""In which order the blobs of a layout lie in its tar, and which of them are one: told by sizes and digests alone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hatch_oaml.values.digests import Sha256

_Item = TypeVar("_Item")


def in_tar_order(items: Sequence[_Item], size_of: Callable[[_Item], int]) -> list[_Item]:
    """Those that another may equal, by its size, come last, the small ones behind the large ones.

    Two files of the same bytes are one blob, of which one only learns when both are written: then all that lies behind
    the second moves up, and in this order that is little.
    """
    counts = Counter(map(size_of, items))
    return sorted(items, key=lambda item: (True, -size_of(item)) if counts[size_of(item)] > 1 else (False, 0))


def firsts(items: Iterable[_Item], digest_of: Callable[[_Item], Sha256]) -> Iterator[_Item]:
    """Without those whose bytes came before."""
    known: set[Sha256] = set()
    for item in items:
        if (digest := digest_of(item)) not in known:
            known.add(digest)
            yield item
