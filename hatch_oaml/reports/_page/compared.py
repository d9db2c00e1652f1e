"""Two trees held against each other: the bases, and the files by what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.compared import FILE_STATES, comparison_of
from hatch_oaml.reports._comparison import FILES_ZH
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.compared import ComparedBase, ComparedFile
    from hatch_oaml.release import Release


@frozen
class OfState:
    """The files of which this became."""

    state: Bilingual
    files: tuple[ComparedFile, ...]


@frozen
class Compared:
    bases: tuple[ComparedBase, ...]
    states: tuple[OfState, ...]


def compared(release: Release) -> Compared | None:
    """None of what is no comparison."""
    comparison = comparison_of(release)
    if comparison is None:
        return None
    return Compared(bases=comparison.bases, states=tuple(_states(comparison.files)))


def _states(files: tuple[ComparedFile, ...]) -> Iterator[OfState]:
    for state in FILE_STATES:
        found = tuple(file for file in files if file.state == state)
        yield OfState(state=Bilingual(en=state, zh=FILES_ZH[state]), files=found)
