"""Do the files that make up one model together fit each other: an index and its shards, a split set, external data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.shards._contract import Problem
from hatch_oaml.shards.external_data import external_data, external_data_problems
from hatch_oaml.shards.indexes import index_problems
from hatch_oaml.shards.numbered import gap_problems
from hatch_oaml.shards.splits import split_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.inventory import Inventory

__all__ = ["Problem", "external_data", "problems"]

_QUESTIONS = (index_problems, gap_problems, split_problems, external_data_problems)


def problems(inventory: Inventory) -> Iterator[Problem]:
    """In the order of their paths, each asking file's together."""
    found = [problem for question in _QUESTIONS for problem in question(inventory)]
    return iter(sorted(found, key=lambda problem: problem.path.encode("utf-8", "surrogateescape")))
