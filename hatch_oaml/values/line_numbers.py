"""The line of a place in a text."""

from __future__ import annotations


class LineNumbers:
    """Of places in one text: counted from the place asked for last, so that to ask for each of many in order is one walk through it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._offset, self._line = 0, 1

    def at(self, offset: int) -> int:
        """The line, from 1, of the character there."""
        if offset >= self._offset:
            self._line += self._text.count("\n", self._offset, offset)
        else:
            self._line -= self._text.count("\n", offset, self._offset)
        self._offset = offset
        return self._line
