"""Words of a language as data: each row says what is looked for, why, what it finds and what it must not."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple


class Row(NamedTuple):
    """An expression, and sets of words in small letters: a text that holds no word of one of them, `pattern` finds nothing in."""

    pattern: str
    needs: tuple[tuple[str, ...], ...]


class Vocabulary:
    r"""Rows of a table, tried from the first to the last.

    A row begins in the first column with its language (`any` for what all languages share) and its expression; behind
    it, indented, stand `why` it is there, samples that it finds (`yes`) and samples that it must not find (`no`),
    parted by ` ¦ `; `\n` in one is a line feed. Before the samples, `needs` may tell words in small letters, parted in the
    same way, of which each text that the expression finds something in holds one, as it holds one of each further `needs`:
    see `rows.Rows`. Rows are parted by an empty line.

    `{NAME}` in an expression stands for the part of that name, another vocabulary or an expression. The whole goes into
    an f-string: `rf"{VERBS}\s+by"`. The samples cost nothing: only tests read them.
    """

    def __init__(self, table: str, flags: int = re.IGNORECASE, **parts: Vocabulary | str) -> None:
        self._table = table
        self._parts = parts
        self.flags = flags

    @cached_property
    def table(self) -> str:
        """With what each `{NAME}` stands for."""
        table = self._table
        for name, part in self._parts.items():
            table = table.replace(f"{{{name}}}", str(part))
        return table

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """From the first to the last."""
        rows: list[Row] = []
        for line in self.table.replace(" ¦\n    ", " ¦ ").split("\n"):
            if line.startswith("  needs "):
                rows[-1] = rows[-1]._replace(needs=(*rows[-1].needs, tuple(line[8:].split(" ¦ "))))
            elif line and line[0] != " ":
                rows.append(Row(line.partition(" ")[2], ()))
        return tuple(rows)

    @cached_property
    def either(self) -> str:
        """An expression of all rows."""
        return f"(?:{'|'.join(row.pattern for row in self.rows)})"

    @cached_property
    def members(self) -> frozenset[str]:
        r"""The words of rows that list nothing else, as `\b(?:of|and)\b`: to look one up costs less than to search for all."""
        return frozenset(re.findall(r"\w+", self.either.replace("\\b", " ")))

    def __str__(self) -> str:
        return self.either
