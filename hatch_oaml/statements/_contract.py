"""What every kind of file that says something of a release answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hatch_oaml.records.statement import Statement


@frozen
class Witness:
    """One kind of file, known by its path; `read` takes its text, `read_metadata` the texts of a weight file's header."""

    name: str
    claims: Callable[[str], bool] | None = None
    read: Callable[[str], Iterator[Statement]] | None = None
    read_metadata: Callable[[Mapping[str, str]], Iterator[Statement]] | None = None
