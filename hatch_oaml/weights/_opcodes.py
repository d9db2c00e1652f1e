"""The opcodes of a pickle, one after the other, none of them carried out.

The table of opcodes and the readers of their arguments are `pickletools`', which CPython keeps in step with `pickle`.
Why not fickling or picklescan: both stand on the same table, add their own dangers (a dependency that must follow every
protocol) and a list of evil modules, which we do not judge by: what a pickle imports is told, whatever it is. Why not
`pickletools.genops`: it reads an argument of any length, and we pass over a tensor of gigabytes.
"""

from __future__ import annotations

import pickletools
from typing import TYPE_CHECKING, Any

from hatch_oaml.weights._contract import BrokenError, UnreadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hatch_oaml.weights._contract import WeightFile

_BY_CODE = {ord(opcode.code): opcode for opcode in pickletools.opcodes}
_LENGTHS = {
    pickletools.TAKEN_FROM_ARGUMENT1: 1,
    pickletools.TAKEN_FROM_ARGUMENT4: 4,
    pickletools.TAKEN_FROM_ARGUMENT4U: 4,
    pickletools.TAKEN_FROM_ARGUMENT8U: 8,
}
_LONGEST_ARGUMENT = 64 * 1024
_USUAL_LINE = 128
_MOST_LINES = 2 * 1024 * 1024
_MOST_KEPT = 16 * 1024 * 1024


class PassedOver:
    """Stands for an argument too long to be of interest."""


PASSED_OVER = PassedOver()


class OpcodeReader:
    """What `pickletools`' readers of arguments read from: the bytes of `source` from `position` to `end`."""

    def __init__(self, source: WeightFile, position: int, end: int) -> None:
        self.position = position
        self._source = source
        self._end = end
        self._kept = 0
        self._lines = 0

    def opcodes(self) -> Iterator[tuple[str, Any]]:
        """Each opcode's name and argument. Ends after STOP, with `position` behind it.

        :raises BrokenError: at a byte that is no opcode, an argument that is none, or an end without STOP.
        """
        while True:
            start = self.position
            code = self._source.at(start, 1) if start < self._end else b""
            self.position = start + 1
            info = _BY_CODE.get(code[0]) if code else None
            if info is None:
                raise self._no_opcode(start, code)
            try:
                argument = self._argument(info.arg) if info.arg else None
            except (ValueError, OverflowError, IndexError):
                raise BrokenError(
                    f"its pickle is broken at byte {start:,}: the argument of {info.name} is none, or is cut off",
                    f"pickle 在第 {start:,} 字节处损坏：{info.name} 的参数无效或被截断",
                ) from None
            yield info.name, argument
            if info.name == "STOP":
                return

    def _no_opcode(self, start: int, code: bytes) -> BrokenError:
        if not code:
            return BrokenError(
                f"truncated: its pickle ends at byte {start:,} without STOP",
                f"文件被截断：pickle 止于第 {start:,} 字节，没有 STOP",
            )
        return BrokenError(
            f"byte {start:,} of its pickle is {code[0]:#04x}, which is no opcode",
            f"pickle 第 {start:,} 字节为 {code[0]:#04x}，不是操作码",
        )

    def _argument(self, argument: Any) -> Any:
        if argument.name in _TEXTS:
            return _TEXTS[argument.name](self)
        prefix = _LENGTHS.get(argument.n)
        if prefix is None:
            return argument.reader(self)
        start = self.position
        length = int.from_bytes(self.read(prefix), "little")
        if start + prefix + length > self._end:
            raise ValueError(length)
        if length > _LONGEST_ARGUMENT or self._kept > _MOST_KEPT:
            self.position = start + prefix + length
            return PASSED_OVER
        self.position = start
        return argument.reader(self)

    def read(self, length: int) -> bytes:
        data = self._source.at(self.position, min(length, self._end - self.position))
        self.position += len(data)
        self._kept += len(data)
        return data

    def readline(self) -> bytes:
        """Empty where no line ends within reach, which the readers of arguments refuse."""
        line = self._line(_USUAL_LINE) or self._line(_LONGEST_ARGUMENT)
        self.position += len(line)
        self._lines += len(line)
        if self._lines > _MOST_LINES:
            raise UnreadError("its pickle is too long a text", "其 pickle 的文本过长")
        return line

    def quoted(self) -> str:
        """A text in quotes. `pickletools` would undo the escapes in it, and warn of those that are none."""
        text = self.unquoted().strip()
        if len(text) < 2 or text[0] not in "'\"" or text[0] != text[-1]:
            raise ValueError(text)
        return text[1:-1]

    def unquoted(self) -> str:
        line = self.readline()
        if not line:
            raise ValueError(line)
        return line[:-1].decode("utf-8", "backslashreplace")

    def _line(self, longest: int) -> bytes:
        data = self._source.at(self.position, min(longest, self._end - self.position))
        return data[: data.find(b"\n") + 1]


_TEXTS: dict[str, Callable[[OpcodeReader], str]] = {
    "stringnl": OpcodeReader.quoted,
    "stringnl_noescape": OpcodeReader.unquoted,
    "stringnl_noescape_pair": lambda reader: f"{reader.unquoted()} {reader.unquoted()}",
}
