"""What files say of where the release comes from and of its terms, whatever their form."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from hatch_oaml.values.families import members

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.records.statement import Statement
    from hatch_oaml.statements._contract import Witness

LONGEST = 1 << 20
"""Bytes of a file that says such things: nobody writes longer ones by hand."""

_MOST = 1000
"""Of one file; the largest merges are made of dozens of models."""


@cache
def witnesses() -> tuple[Witness, ...]:
    """Every kind of file that says such things, found by its file, in the order of their names."""
    return tuple(members(__name__, __path__, "WITNESS"))


def statements_of(path: str, data: bytes) -> tuple[Statement, ...]:
    """Depends on the path's name and the bytes alone."""
    reading = [witness for witness in witnesses() if witness.claims is not None and witness.claims(path)]
    if not reading or len(data) > LONGEST:
        return ()
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    found = (statement for witness in reading if witness.read is not None for statement in witness.read(text))
    return tuple(sorted(islice(found, _MOST), key=lambda statement: statement.line))


def statements_of_header(metadata: Mapping[str, str]) -> tuple[Statement, ...]:
    """Those among the texts of a weight file's header."""
    readers = (witness.read_metadata for witness in witnesses())
    return tuple(statement for read in readers if read is not None for statement in read(metadata))
