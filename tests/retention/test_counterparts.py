"""What a base's file became is found by its content, wherever it went, and what is alike by chance is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.retention.counterparts import Counterparts
from tests.retention.pairs import Pair, pairs
from tests.shipping import recorded, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST = 0.95


def found(pair: Pair) -> set[tuple[str, str]]:
    base = recorded(pair.base)
    counterparts = Counterparts([base], [shipped(path, text) for path, text in pair.release.items()])
    return {(file.path, here.path) for file in base.files for here in counterparts.of(base, file)}


def wanted(pair: Pair) -> set[tuple[str, str]]:
    return {(old, new) for old, became in pair.became.items() for new in became}


def scores(some: Iterable[Pair]) -> tuple[float, float, list[str]]:
    """Recall, precision, and what went wrong."""
    right = told = due = 0
    wrong = []
    for pair in some:
        mine, theirs = found(pair), wanted(pair)
        right, told, due = right + len(mine & theirs), told + len(mine), due + len(theirs)
        wrong += [f"{pair.name}: missed {old} → {new}" for old, new in sorted(theirs - mine)]
        wrong += [f"{pair.name}: invented {old} → {new}" for old, new in sorted(mine - theirs)]
    return right / due, right / told, wrong


def test_the_made_pairs_are_found() -> None:
    drawn = pairs()
    recall, precision, wrong = scores(drawn)

    assert len(drawn) >= 60
    assert (recall >= LEAST, precision >= LEAST) == (True, True), (recall, precision, wrong)
