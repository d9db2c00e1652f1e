"""Words of a language as data: each row says what is looked for, why, what it finds and what it must not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS = ("why", "yes", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`pattern` finds each of the samples `yes` and none of `no`; `language` is `any` for what all languages share."""

    language: str
    pattern: str
    why: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


class Vocabulary:
    r"""Rows of a table, tried from the first to the last.

    A row begins in the first column with its language and its expression; `why`, `yes` and `no` follow, indented.
    Samples are parted by ` ¦ `; `\n` in one is a line feed.

    `{NAME}` in an expression stands for the part of that name, another vocabulary or an expression. The whole goes into
    an f-string: `rf"{VERBS}\s+by"`. The samples cost nothing until a test asks for them.
    """

    __slots__ = ("_table", "either", "flags")

    def __init__(self, table: str, flags: int = re.IGNORECASE, **parts: Vocabulary | str) -> None:
        for name, part in parts.items():
            table = table.replace(f"{{{name}}}", str(part))
        self._table = table
        self.flags = flags
        patterns = [line.split(" ", 1)[1] for line in table.split("\n") if line and line[0] != " "]
        self.either = f"(?:{'|'.join(patterns)})"

    def __str__(self) -> str:
        return self.either

    def rows(self) -> Iterator[Row]:
        """:raises ValueError: if a row lacks one of its fields."""
        for block in self._table.strip("\n").split("\n\n"):
            first, *more = block.split("\n")
            language, _, pattern = first.partition(" ")
            fields = dict(line.strip().split(" ", 1) for line in more)
            if tuple(fields) != _FIELDS:
                raise ValueError(f"{first}: expected {_FIELDS}, got {tuple(fields)}")
            yield Row(
                language=language,
                pattern=pattern,
                why=fields["why"],
                yes=_samples(fields["yes"]),
                no=_samples(fields["no"]),
            )


def _samples(told: str) -> tuple[str, ...]:
    return tuple(sample.replace("\\n", "\n") for sample in told.split(" ¦ "))
