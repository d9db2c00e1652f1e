"""Trees held against each other, as `compare` does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.compared import Comparison, comparison_of
from hatch_oaml.pipeline import judge
from hatch_oaml.published.bases import base_at
from hatch_oaml.published.comparing import compared
from hatch_oaml.published.reading import tree_at
from tests.members import silent

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.release import Release


def compared_trees(release: Path, *bases: Path, tensors: bool = False) -> Release:
    found = [base_at(base, silent, tensors=tensors) for base in bases]
    return compared(tree_at(release, silent, tensors=tensors), release.name, found, [base.name for base in bases])


def comparison(release: Path, *bases: Path, tensors: bool = False) -> Comparison:
    found = comparison_of(compared_trees(release, *bases, tensors=tensors))
    assert found is not None
    return found


def found_in(release: Path, *bases: Path) -> list[tuple[str, str]]:
    """Each finding's check, with the path that it is of."""
    report = judge(compared_trees(release, *bases))
    return [(ruling.check, ruling.finding.path) for ruling in report.rulings]


def paths(found: Comparison, state: str) -> list[str]:
    return [file.path for file in found.files if file.state == state]
