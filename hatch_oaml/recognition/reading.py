"""What the grammars read: bare lines, the same with full-width forms folded, and where each line began in its file."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.words import caseless

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_BIBLIOGRAPHY = expression(r"(?:^|\n)[ \t]*@\w+\{|\b(?:book)?title\s*=\s*[{\"']|author\s*=\s*\{", re.IGNORECASE)
_FIELD = expression(
    r"^(?P<label>(?:Authors?|Copyright)[ \t]{1,40})\[(?P<said>[ ](?!Copyright)[^\[\]\n]{2,200}[ ])\](?=[ \t]*$)",
    re.MULTILINE,
)
"""As headers have it that are a table: `Author       [ Mina Halloway ]`."""
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def _as_label(field: re.Match[str]) -> str:
    said = field["said"].replace("Copyleft", " " * len("Copyleft"))
    return f"{field['label']}:{said} "


@frozen
class Reading:
    """Bare lines of `text`; `columns` tells in which column, from 0, the words of each began before it was bared.

    Without `columns` all lines begin in the same. `items` are the lines, from 0, that began with the mark of a list's item.
    """

    text: str
    columns: Sequence[int] = ()
    items: Collection[int] = ()

    @cached_property
    def folded(self) -> str:
        """`text` with full-width forms folded, and fields in brackets as labels, character for character."""
        text = self.text if self.text.isascii() else self.text.translate(_FULL_WIDTH)
        return _FIELD.sub(_as_label, text) if "[ " in text else text

    @cached_property
    def lower(self) -> str:
        return self.folded.lower()

    @cached_property
    def caseless(self) -> str:
        """`folded` as words are looked for in it that an expression needs: see `words.caseless`."""
        return self.lower if self.folded.isascii() else caseless(self.folded)

    @cached_property
    def is_bibliography(self) -> bool:
        """Are there entries of works, each with its own authors?"""
        return _BIBLIOGRAPHY.search(self.folded) is not None

    def is_deeper(self, offset: int, than: int) -> bool:
        """Is the line of character `offset` indented more than that of character `than`?"""
        return bool(self.columns) and self._column(offset) > self._column(than) + 1

    def is_item(self, offset: int) -> bool:
        """Did the line of character `offset` begin with the mark of a list's item?"""
        return bool(self.items) and bisect_right(self._starts, offset) - 1 in self.items

    def _column(self, offset: int) -> int:
        return self.columns[bisect_right(self._starts, offset) - 1]

    @cached_property
    def _starts(self) -> list[int]:
        """Where the lines begin."""
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n")[:-1])]
