"""Words of a language as data: each row says what is looked for, why, what it finds and what it must not."""

from __future__ import annotations

import re
from functools import cached_property


class Vocabulary:
    r"""Rows of a table, tried from the first to the last.

    A row begins in the first column with its language (`any` for what all languages share) and its expression; behind
    it, indented, stand `why` it is there, samples that it finds (`yes`) and samples that it must not find (`no`),
    parted by ` ¦ `; `\n` in one is a line feed. Rows are parted by an empty line.

    `{NAME}` in an expression stands for the part of that name, another vocabulary or an expression. The whole goes into
    an f-string: `rf"{VERBS}\s+by"`. The samples cost nothing: only tests read them.
    """

    def __init__(self, table: str, flags: int = re.IGNORECASE, **parts: Vocabulary | str) -> None:
        for name, part in parts.items():
            table = table.replace(f"{{{name}}}", str(part))
        self.table = table
        self.flags = flags
        patterns = [line.partition(" ")[2] for line in table.split("\n") if line and line[0] != " "]
        self.either = f"(?:{'|'.join(patterns)})"

    @cached_property
    def members(self) -> frozenset[str]:
        r"""The words of rows that list nothing else, as `\b(?:of|and)\b`: to look one up costs less than to search for all."""
        return frozenset(re.findall(r"\w+", self.either.replace("\\b", " ")))

    def __str__(self) -> str:
        return self.either
