"""Finds attribution notices: whose work this is or comes from, told by name, address or license."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from hatch_oaml.recognition import announced, lineage, origins, people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.passage import Found
    from hatch_oaml.recognition.reading import Reading


def find(reading: Reading) -> Iterator[Found]:
    """The sure ones first: of two in one sentence the first claims it."""
    yield from sorted(_every(reading), key=attrgetter("sure"), reverse=True)


def _every(reading: Reading) -> Iterator[Found]:
    yield from announced.find(reading)
    yield from origins.find(reading)
    yield from people.find(reading)
    yield from lineage.find(reading)
    if not reading.folded.isascii():
        yield from origins.find_chinese(reading)
        yield from people.find_chinese(reading)
        yield from lineage.find_chinese(reading)
