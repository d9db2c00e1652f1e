"""A text without its typography: what is left are the words."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from hatch_oaml.values.entities import unescaped
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# No-break spaces and their kin are left to folding: they are typography, not wrapping.
_WHITE_SPACE = expression("[ \t\n\r\v\f\u3000]+")
_NOT_WHITE_SPACE = expression("[^ \t\n\r\v\f\u3000]+")

_MARKUP = expression(
    r"""
      ^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:text|txt|plain|plaintext|markdown|md)?[ \t]*$    # code fence
    | ^[-_=*\ \t\n]+$                                                                 # rules, underlined headings
    | ^[-+*•\#> \t]+(?<=[\#> \t])                                                     # heading, quotation, list
    | [ \t]\#+[ \t]*$                                                                 # end of a heading
    | </?(?:html|head|body|main|article|section|div|span|p|br|hr|h[1-6]|pre|code|blockquote
        |ul|ol|li|b|strong|i|em|u)[ ]*/?>                                             # tags that only lay out
    | \\(?=[!-/:-@\[-`{-~\n])                                                         # escape, forced line break
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_ENTITY = expression(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)

# The last four are the quotation marks of Windows-1252, read as Latin-1.
_QUOTATION_MARKS = frozenset("\"'“”„‟‘’‚‛«»‹›「」『』〝〞〟\x91\x92\x93\x94")
_HYPHENS = frozenset("\u2010\u2011")

_WORD = expression(r"\S")

_BLOCK = 512


def without_white_space(text: str) -> str:
    """What two copies that differ in their line breaks and spaces alone have in common."""
    return _WHITE_SPACE.sub("", text)


def locate_bare(text: str, offset: int) -> int:
    """Where in `text` the character stands that is at `offset` in `without_white_space(text)`, or would be."""
    for run in _NOT_WHITE_SPACE.finditer(text):
        if offset < len(run[0]):
            return run.start() + offset
        offset -= len(run[0])
    return len(text)


class _Folds(dict[int, "str | None"]):
    """What each character folds to, filled as characters are met.

    A character at a time: a hostile run of combining marks would make `normalize` sort it in quadratic time.
    Zero-width and bidirectional characters stay: what a reader cannot see must not pass for the license.
    """

    def __missing__(self, codepoint: int) -> str | None:
        folded = "".join(map(_fold, unicodedata.normalize("NFKC", chr(codepoint))))
        self[codepoint] = folded or None
        return folded or None


def _fold(character: str) -> str:
    if character.isspace():
        return ""
    if character in _QUOTATION_MARKS:
        return '"'
    return "-" if character in _HYPHENS else character


_FOLDS = _Folds()


def fold(text: str) -> str:
    """`text` in NFKC, with one kind of quotation mark and no white space; its markup stays."""
    return text.translate(_FOLDS)


@frozen
class Folded:
    """`words` is `source` without typography, and knows where in `source` each of its characters stands.

    `plain` is as long as `source`: spaces stand where markup stood.
    """

    source: str
    plain: str
    words: str
    _blocks: tuple[int, ...]

    @classmethod
    def of(cls, source: str) -> Folded:
        """`source` folded, a block of characters at a time."""
        plain = _without_markup(source)
        blocks = [fold(plain[start : start + _BLOCK]) for start in range(0, len(plain), _BLOCK)]
        offsets = tuple(accumulate(map(len, blocks), initial=0))
        return cls(source=source, plain=plain, words="".join(blocks), _blocks=offsets)

    def locate(self, offset: int) -> int:
        """Where in `source` the character stands that is at `offset` in `words`, or would be."""
        block = bisect_right(self._blocks, offset) - 1
        start, left = block * _BLOCK, offset - self._blocks[block]
        for position in range(start, min(start + _BLOCK, len(self.plain))):
            left -= len(fold(self.plain[position]))
            if left < 0:
                return position
        return len(self.plain)

    def next_word(self, position: int) -> int:
        """Where in `source` the first word at or after a position begins."""
        found = _WORD.search(self.plain, position)
        return found.start() if found else len(self.plain)

    def line(self, position: int) -> int:
        """The line of a position in `source`, counted from 1."""
        return 1 + _line_ends(self.source, 0, position)

    def lines(self, positions: Iterable[int]) -> Iterator[int]:
        """The lines of positions that never fall: one walk through `source` for all of them."""
        line, seen = 1, 0
        for position in positions:
            line += _line_ends(self.source, seen, position)
            seen = position
            yield line


def _line_ends(text: str, start: int, end: int) -> int:
    return text.count("\n", start, end) + text.count("\r", start, end) - text.count("\r\n", start, end)


def _without_markup(source: str) -> str:
    text = _MARKUP.sub(lambda match: " " * len(match[0]), source.replace("\r", "\n"))
    for emphasis in "*_`":
        text = text.replace(emphasis, " ")
    return _ENTITY.sub(lambda match: _padded_character(match[0]), text)


@lru_cache(maxsize=1024)
def _padded_character(entity: str) -> str:
    character = unescaped(entity)
    return character.ljust(len(entity)) if len(character) == 1 else entity
