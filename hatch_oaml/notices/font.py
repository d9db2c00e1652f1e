"""Notices in a font's own names: whose it is, and whose mark its name is.

https://learn.microsoft.com/typography/opentype/spec/name
"""

from __future__ import annotations

import struct
import zlib
from itertools import islice
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource, no_lines
from hatch_oaml.recognition.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

_SFNT, _OPEN, _TRUE, _WOFF = b"\0\1\0\0", b"OTTO", b"true", b"wOFF"
_NAME = b"name"
_TOLD = frozenset({0, 7})
"""Copyright notice and trademark."""
_MACINTOSH = 1
_MOST = 100
"""Of both, in all languages: a hostile font has very many that are one and the same stretch of it."""
_LARGEST = 1 << 20
"""Bytes of all names."""


def _read(data: bytes) -> tuple[Passage, ...]:
    try:
        lines = dict.fromkeys(islice(_told(_names_of(data)), _MOST))
    except (struct.error, zlib.error):
        return ()
    return tuple(Passage(text=line, numbers=(1,)) for line in lines)


def _names_of(data: bytes) -> bytes:
    """The table of names; empty where there is none."""
    is_packed = data.startswith(_WOFF)
    (count,) = struct.unpack_from(">H", data, 12 if is_packed else 4)
    begin, size = (44, 20) if is_packed else (12, 16)
    for number in range(count):
        place = begin + number * size
        if data[place : place + 4] != _NAME:
            continue
        if not is_packed:
            offset, length = struct.unpack_from(">II", data, place + 8)
            return data[offset : offset + min(length, _LARGEST)]
        offset, stored, length = struct.unpack_from(">III", data, place + 4)
        table = data[offset : offset + stored]
        return table if stored == length else zlib.decompressobj().decompress(table, _LARGEST)
    return b""


def _told(names: bytes) -> Iterator[str]:
    if not names:
        return
    count, texts = struct.unpack_from(">HH", names, 2)
    for number in range(count):
        platform, _encoding, _language, name, length, offset = struct.unpack_from(">6H", names, 6 + number * 12)
        if name in _TOLD:
            text = names[texts + offset : texts + offset + length]
            yield " ".join(text.decode("mac-roman" if platform == _MACINTOSH else "utf-16-be", "replace").split())


SOURCE = NoticeSource(name="font", begins=(_SFNT, _OPEN, _TRUE, _WOFF), read_binary=_read, sample=no_lines)
