"""What ModelScope's client keeps beside the files that it fetched: small pickles of names, and no parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.paths import file_name

if TYPE_CHECKING:
    from hatch_oaml.weights._contract import WeightFile

_NAMES = frozenset({".mdl", ".msc"})
_MOST = 1 << 20
"""Bytes: a file takes a hundred."""


def is_of_downloader(source: WeightFile) -> bool:
    """By its name, and by its bytes: numbers and texts alone, which nothing is imported for."""
    if file_name(source.path) not in _NAMES or source.size > _MOST:
        return False
    # only such a file is worth the import
    from hatch_oaml.weights._pickle import Budget, examine_pickle  # noqa: PLC0415

    pickled = examine_pickle(source, 0, source.size, Budget())
    return not (pickled.fault or pickled.is_cut or pickled.imports)
