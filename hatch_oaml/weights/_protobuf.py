"""Protocol Buffers messages, field by field, passing over what is not asked for.

After protobuf.dev/programming-guides/encoding. Why not the `protobuf` library: it reads the message whole, up to 2 GB.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hatch_oaml.weights._contract import BrokenError, UnreadError, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.weights._contract import WeightFile

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_LONGEST_VARINT = 10
_LONGEST_TEXT = 1024 * 1024
_MOST_TEXT = 8 * 1024 * 1024
MOST_FIELDS = 300_000


class Field(NamedTuple):
    """`value` of a number; `start` and `end` of bytes: a text, a message, packed numbers."""

    number: int
    value: int
    start: int
    end: int

    @property
    def is_bytes(self) -> bool:
        return self.start >= 0


class Reader:
    """Reads at most `MOST_FIELDS` fields, so that no file keeps it busy for long.

    :raises UnreadError: past that many.
    """

    def __init__(self, source: WeightFile) -> None:
        self._source = source
        self._fields = 0
        self._text = 0

    def fields(self, start: int, end: int) -> Iterator[Field]:
        """:raises BrokenError: where no field can be, or one that does not end before `end`."""
        position = start
        while position < end:
            self._count()
            tag, position = self._varint(position, end)
            wire = tag & 7
            if wire == _BYTES and tag > 7:
                length, position = self._varint(position, end)
                after = position + length
                field = Field(tag >> 3, 0, position, after)
            elif wire == _VARINT:
                value, after = self._varint(position, end)
                field = Field(tag >> 3, value, -1, -1)
            else:
                after = position + _fixed_width(wire, position)
                field = Field(tag >> 3, 0, -1, -1)
            if after > end:
                raise _cut(position, after, end)
            yield field
            position = after

    def _count(self) -> None:
        self._fields += 1
        if self._fields > MOST_FIELDS:
            raise UnreadError(f"it has more than {MOST_FIELDS:,} fields", f"其字段超过 {MOST_FIELDS:,} 个")

    def _varint(self, position: int, end: int) -> tuple[int, int]:
        data = self._source.at(position, min(_LONGEST_VARINT, end - position))
        if data and data[0] < 0x80:
            return data[0], position + 1
        value = 0
        for index, byte in enumerate(data):
            value |= (byte & 0x7F) << (7 * index)
            if byte < 0x80:
                return value, position + index + 1
        raise BrokenError(f"the number at byte {position:,} does not end", f"第 {position:,} 字节处的数字没有结束")

    def packed(self, field: Field) -> Iterator[int]:
        position = field.start
        while position < field.end:
            self._count()
            value, position = self._varint(position, field.end)
            yield value

    def text(self, field: Field) -> str:
        """Empty for one too long to keep, and once too much text was kept."""
        length = field.end - field.start
        self._text += length
        if not field.is_bytes or length > _LONGEST_TEXT or self._text > _MOST_TEXT:
            return ""
        return self._source.at(field.start, length).decode("utf-8", "replace")


def entry(reader: Reader, field: Field) -> tuple[str, str]:
    """Of a map from texts to texts, the key and the value."""
    texts = {item.number: plain(reader.text(item)) for item in reader.fields(field.start, field.end)}
    return texts.get(1, ""), texts.get(2, "")


def _fixed_width(wire: int, position: int) -> int:
    if wire not in {_FIXED64, _FIXED32}:
        raise BrokenError(f"byte {position:,} begins no protobuf field", f"第 {position:,} 字节处不是 protobuf 字段")
    return 8 if wire == _FIXED64 else 4


def _cut(position: int, after: int, end: int) -> BrokenError:
    return BrokenError(
        f"truncated: the field at byte {position:,} ends at {after:,}, what holds it ends at {end:,}",
        f"文件被截断：第 {position:,} 字节处的字段止于 {after:,}，而其所在部分止于 {end:,}",
    )
