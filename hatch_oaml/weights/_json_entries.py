"""The entries of a long JSON object, one after the other: all at once they take ten times the room of what is kept of them."""

from __future__ import annotations

import json
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any

from hatch_oaml.values.expressions import expression
from hatch_oaml.weights._json import JsonError, number, refuse_constant, unique

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PIECE = 1 << 20
"""Bytes that are read at once; no entry is longer."""
_SPACE = expression(r"[ \t\n\r]*")
_DECODE = json.JSONDecoder(object_pairs_hook=unique, parse_int=number, parse_constant=refuse_constant).raw_decode
_STRANGE = JsonError("it is no plain JSON object of short entries", "不是由短条目组成的普通 JSON 对象")


def json_entries(read: Callable[[int, int], bytes], start: int, length: int) -> Iterator[tuple[str, Any]]:
    """Names and values; a name may come twice, which is the caller's to see.

    :param read: answers so many bytes (the second number) from a position on (the first).
    :param length: of the object, with white space behind it.
    :raises JsonError: it cannot be read so: it is damaged, or merely strange, and who wants to know reads it as a whole.
    """
    text = _Text(read, start, length)
    text.take("{")
    if text.next_is("}"):
        text.take("}")
    else:
        yield text.entry()
        while text.next_is(","):
            text.take(",")
            yield text.entry()
        text.take("}")
    text.finish()


class _Text:
    """What is left of the object, of which only a piece is at hand."""

    def __init__(self, read: Callable[[int, int], bytes], start: int, length: int) -> None:
        self._read = read
        self._offset, self._end = start, start + length
        self._decoder = getincrementaldecoder("utf-8")()
        self._text = ""
        self._at = 0

    def next_is(self, sign: str) -> bool:
        self._pass_space()
        return self._text.startswith(sign, self._at)

    def take(self, sign: str) -> None:
        if not self.next_is(sign):
            raise _STRANGE
        self._at += len(sign)

    def entry(self) -> tuple[str, Any]:
        self._pass_space()
        name, value, end = self._entry_at_hand() or self._entry_with_more()
        self._at = end
        return name, value

    def finish(self) -> None:
        self._pass_space()
        if self._at < len(self._text):
            raise _STRANGE

    def _pass_space(self) -> None:
        """Up to the next sign, which then is at hand, or to the end."""
        self._at = self._end_of_space(self._at)
        while self._at == len(self._text) and self._offset < self._end:
            self._more()
            self._at = self._end_of_space(self._at)

    def _end_of_space(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def _entry_with_more(self) -> tuple[str, Any, int]:
        """Where the piece ended within the entry."""
        if len(self._text) - self._at < PIECE and self._offset < self._end:
            self._more()
            if found := self._entry_at_hand():
                return found
        raise _STRANGE

    def _entry_at_hand(self) -> tuple[str, Any, int] | None:
        """None of what is no entry, or of what is only the beginning of one."""
        try:
            name, at = _DECODE(self._text, self._at)
            at = self._end_of_space(at)
            if not isinstance(name, str) or not self._text.startswith(":", at):
                return None
            name.encode()  # a lone surrogate is no text
            value, at = _DECODE(self._text, self._end_of_space(at + 1))
        except (json.JSONDecodeError, RecursionError, UnicodeError):
            return None
        # a number may go on behind the piece, and is no value of an entry that is wanted
        return (name, value, at) if isinstance(value, dict) else None

    def _more(self) -> None:
        count = min(PIECE, self._end - self._offset)
        block = self._read(self._offset, count)
        self._offset += count
        try:
            more = self._decoder.decode(block, final=self._offset == self._end)
        except UnicodeError:
            raise _STRANGE from None
        self._text = self._text[self._at :] + more
        self._at = 0
