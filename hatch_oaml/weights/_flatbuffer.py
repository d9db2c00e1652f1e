"""FlatBuffers tables, read in place (flatbuffers.dev/internals): a table's fields are found through its vtable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.weights._contract import BrokenError, UnreadError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.weights._contract import WeightFile

_LONGEST_TEXT = 1024 * 1024
_MOST_TEXT = 8 * 1024 * 1024
_MOST_READS = 1_000_000


class Buffer:
    """`start` is where the buffer begins in its file: offsets count from there, sizes end at `end`.

    :raises UnreadError: after a million reads, as offsets may lead in circles.
    """

    def __init__(self, source: WeightFile, start: int, end: int) -> None:
        self._source = source
        self._end = end
        self._reads = 0
        self._text = 0
        self.start = start

    def number(self, position: int, width: int, *, signed: bool = False) -> int:
        self._reads += 1
        if self._reads > _MOST_READS:
            raise UnreadError("its tables are too many to be followed", "其表过多，无法逐一读取")
        if position + width > self._end:
            raise BrokenError(
                f"truncated: a table lies at byte {position:,}, past the end at {self._end:,}",
                f"文件被截断：有一张表位于第 {position:,} 字节，超出末尾 {self._end:,}",
            )
        return int.from_bytes(self._source.at(position, width), "little", signed=signed)

    def follow(self, position: int) -> int:
        return position + self.number(position, 4)

    def root(self) -> FlatTable:
        return FlatTable(self, self.follow(self.start))

    def text(self, position: int) -> str:
        length = self.number(position, 4)
        self._text += length
        if length > _LONGEST_TEXT or self._text > _MOST_TEXT or position + 4 + length > self._end:
            return ""
        return self._source.at(position + 4, length).decode("utf-8", "replace")


class FlatTable:
    def __init__(self, buffer: Buffer, position: int) -> None:
        self._buffer = buffer
        self._position = position
        self._vtable = position - buffer.number(position, 4, signed=True)
        self._length = buffer.number(self._vtable, 2)

    def field_offset(self, index: int) -> int | None:
        """Where the field of this number lies; None for a field left at its default."""
        slot = 4 + 2 * index
        if slot + 2 > self._length:
            return None
        offset = self._buffer.number(self._vtable + slot, 2)
        return self._position + offset if offset else None

    def number(self, index: int, width: int, default: int = 0) -> int:
        field_offset = self.field_offset(index)
        return default if field_offset is None else self._buffer.number(field_offset, width)

    def text(self, index: int) -> str:
        field_offset = self.field_offset(index)
        return "" if field_offset is None else self._buffer.text(self._buffer.follow(field_offset))

    def vector(self, index: int) -> tuple[int, int]:
        """Where the elements begin, and how many they are."""
        field_offset = self.field_offset(index)
        if field_offset is None:
            return 0, 0
        start = self._buffer.follow(field_offset)
        return start + 4, self._buffer.number(start, 4)

    def numbers(self, index: int, longest: int) -> list[int]:
        start, length = self.vector(index)
        return [self._buffer.number(start + 4 * item, 4, signed=True) for item in range(min(length, longest))]

    def tables(self, index: int) -> Iterator[FlatTable]:
        start, length = self.vector(index)
        return (FlatTable(self._buffer, self._buffer.follow(start + 4 * item)) for item in range(length))
