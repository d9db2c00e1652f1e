"""The rows of a vocabulary, taken apart for the tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.vocabulary import Vocabulary

_FIELDS = ("why", "yes", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`pattern` finds each of the samples `yes`, and none of `no`."""

    language: str
    pattern: str
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


def rows(vocabulary: Vocabulary) -> Iterator[Row]:
    """:raises ValueError: if a row lacks one of its fields."""
    for block in vocabulary.table.strip("\n").split("\n\n"):
        first, *more = block.replace(" ¦\n    ", " ¦ ").split("\n")
        language, _, pattern = first.partition(" ")
        fields = dict(line.strip().split(" ", 1) for line in more if not line.startswith("  needs "))
        if tuple(fields) != _FIELDS:
            raise ValueError(f"{first}: expected {_FIELDS}, got {tuple(fields)}")
        yield Row(
            language=language,
            pattern=pattern,
            why=fields["why"],
            yes=_samples(fields["yes"]),
            no=_samples(fields["no"]),
        )


def _samples(cell: str) -> tuple[str, ...]:
    return tuple(sample.replace("\\n", "\n") for sample in cell.split(" ¦ "))
