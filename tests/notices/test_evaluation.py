"""How well notices are found: 193 English cases, 173 Chinese ones and 130 on where holders end, over all shapes and traps, scored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.retention.normalization import words
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from collections.abc import Iterator

SETS = Path(__file__).parent.parent.parent / "fixtures" / "notices"
Key = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    path: str
    what: str
    text: str
    notices: frozenset[Key]


def cases(name: str) -> Iterator[Case]:
    """A file's name behind `===`, the file, and behind `---` each notice that it surely holds."""
    _, *parts = (SETS / f"{name}.txt").read_text(encoding="utf-8").split("\n=== ")
    for part in parts:
        head, *lines = part.rstrip("\n").split("\n")
        path, _, what = head.partition(" ")
        wanted = [line[4:].partition(": ") for line in lines if line.startswith("--- ")]
        yield Case(
            path=path,
            what=what,
            text="\n".join(line for line in lines if not line.startswith("--- ")) + "\n",
            notices=frozenset((kind, words(text)) for kind, _, text in wanted),
        )


def found(case: Case) -> frozenset[Key]:
    notices = extract(archive_path(case.path), case.text.encode()).notices
    return frozenset((notice.kind, words(notice.text)) for notice in notices if notice.sure)


@pytest.mark.parametrize("name", ["english", "chinese"])
def test_the_set_holds_cases_of_both_sides(name: str) -> None:
    known = list(cases(name))

    assert len(known) >= 150
    assert len([case for case in known if case.notices]) >= 50
    assert len([case for case in known if not case.notices]) >= 50


@pytest.mark.parametrize("name", ["english", "chinese", "holders"])
def test_recall_and_precision_are_at_least_97_percent(name: str) -> None:
    known = [(case.notices, found(case)) for case in cases(name)]
    right = sum(len(wanted & seen) for wanted, seen in known)

    assert right / sum(len(wanted) for wanted, _ in known) >= 0.97
    assert right / sum(len(seen) for _, seen in known) >= 0.97
