"""Finds attribution notices: whose work this is or comes from, told by name, address or license."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.recognition import origins, people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.passage import Found
    from hatch_oaml.recognition.reading import Reading


def find(reading: Reading) -> Iterator[Found]:
    text, folded = reading.text, reading.folded
    yield from origins.find(text, folded)
    yield from people.find(folded)
    if not folded.isascii():
        yield from origins.find_chinese(text, folded)
        yield from people.find_chinese(folded)
