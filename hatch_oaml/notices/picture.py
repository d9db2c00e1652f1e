"""Notices in what a picture says of itself, which editors show and viewers do not.

PNG (https://www.w3.org/TR/png-3/#11textinfo), JPEG (JFIF, Exif 3.0), WebP, TIFF 6.0, and XMP (ISO 16684-1) in any of them.
"""

from __future__ import annotations

import re
import struct
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_PNG, _JPEG, _RIFF, _TIFFS = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", (b"II*\0", b"MM\0*")
_LONGEST = 1 << 16
"""Bytes of one text: a longer one is no notice."""
_KEYS = {"copyright": "Copyright", "author": "Author", "artist": "Author", "creator": "Author", "disclaimer": ""}
"""What a text is called there, and what we put before it."""
_COPYRIGHT, _ARTIST, _XMP_TAG = 0x8298, 0x013B, 700
_TAGS = {_COPYRIGHT: "Copyright", _ARTIST: "Author"}
_ENTRY = 12
_MOST_ENTRIES = 1000
_XMP_MARK = b"http://ns.adobe.com/xap/1.0/\0"
_XMP = expression(
    r"<(?P<element>dc:rights|dc:creator|xmpRights:Owner|xmpRights:UsageTerms|photoshop:Copyright)\b[^>]*>(?P<text>.*?)</(?P=element)>",
    re.DOTALL,
)
_XMP_NAMES = {
    "dc:rights": "Copyright",
    "photoshop:Copyright": "Copyright",
    "xmpRights:Owner": "Copyright",
    "dc:creator": "Author",
}
_TAG = expression(r"<[^>]*>")
_START_OF_SCAN, _COMMENT, _APP1 = 0xDA, 0xFE, 0xE1
_MARKERS_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


def _read(data: bytes) -> tuple[Passage, ...]:
    told: list[tuple[str, str]] = []
    with suppress(struct.error, IndexError, zlib.error):  # of a picture that is cut, what was found before
        told.extend(_texts(data))
    lines = (f"{name}: {text}" if name else text for name, text in told if text)
    return tuple(Passage(text=line, numbers=(1,)) for line in dict.fromkeys(lines))


def _texts(data: bytes) -> Iterator[tuple[str, str]]:
    """Each with what is to stand before it."""
    if data.startswith(_PNG):
        yield from _of_png(data)
    elif data.startswith(_JPEG):
        yield from _of_jpeg(data)
    elif data.startswith(_RIFF):
        yield from _of_webp(data)
    else:
        yield from _of_tiff(data)


def _of_png(data: bytes) -> Iterator[tuple[str, str]]:
    place = len(_PNG)
    while place + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, place)
        kind, content = data[place + 4 : place + 8], data[place + 8 : place + 8 + min(length, _LONGEST)]
        place += length + 12
        if kind == b"eXIf":
            yield from _of_tiff(content)
        elif kind in {b"tEXt", b"zTXt", b"iTXt"}:
            yield from _of_chunk(kind, content)


def _of_chunk(kind: bytes, content: bytes) -> Iterator[tuple[str, str]]:
    key, _, rest = content.partition(b"\0")
    if kind == b"tEXt":
        text = rest.decode("latin-1")
    elif kind == b"zTXt":
        text = _inflated(rest[1:]).decode("latin-1")
    else:
        is_packed, rest = rest[:1] == b"\1", rest[2:].partition(b"\0")[2].partition(b"\0")[2]
        text = (_inflated(rest) if is_packed else rest).decode("utf-8", "replace")
    name = key.decode("latin-1").casefold()
    if name == "xml:com.adobe.xmp":
        yield from _of_xmp(text)
    elif name in _KEYS:
        yield _KEYS[name], _plain(text)


def _inflated(data: bytes) -> bytes:
    return zlib.decompressobj().decompress(data, _LONGEST)


def _of_jpeg(data: bytes) -> Iterator[tuple[str, str]]:
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:  # with which each marker begins
        marker = data[place + 1]
        if marker in _MARKERS_ALONE or marker == 0xFF:  # filling
            place += 1 if marker == 0xFF else 2
            continue
        if marker == _START_OF_SCAN:
            return
        (length,) = struct.unpack_from(">H", data, place + 2)
        content = data[place + 4 : place + 2 + length]
        place += 2 + length
        if marker == _COMMENT:
            yield "", _plain(content.decode("utf-8", "replace"))
        elif marker == _APP1 and content.startswith(b"Exif\0\0"):
            yield from _of_tiff(content[6:])
        elif marker == _APP1 and content.startswith(_XMP_MARK):
            yield from _of_xmp(content[len(_XMP_MARK) :].decode("utf-8", "replace"))


def _of_webp(data: bytes) -> Iterator[tuple[str, str]]:
    place = 12
    while place + 8 <= len(data):
        (length,) = struct.unpack_from("<I", data, place + 4)
        kind, content = data[place : place + 4], data[place + 8 : place + 8 + min(length, _LONGEST)]
        place += 8 + length + length % 2
        if kind == b"EXIF":
            yield from _of_tiff(content.removeprefix(b"Exif\0\0"))
        elif kind == b"XMP ":
            yield from _of_xmp(content.decode("utf-8", "replace"))


def _of_tiff(data: bytes) -> Iterator[tuple[str, str]]:
    """Of its first directory: what stands in the others is of thumbnails and cameras."""
    if not data.startswith(_TIFFS):
        return
    order = "<" if data.startswith(b"II") else ">"
    (place,) = struct.unpack_from(f"{order}I", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, place)
    for number in range(min(count, _MOST_ENTRIES)):
        entry = place + 2 + number * _ENTRY
        tag, _kind, length, offset = struct.unpack_from(f"{order}HHII", data, entry)
        start = entry + 8 if length <= 4 else offset  # a short one stands in the entry itself
        text = data[start : start + min(length, _LONGEST)]
        if tag in _TAGS:
            yield _TAGS[tag], _plain(text.replace(b"\0", b" ").decode("utf-8", "replace"))
        elif tag == _XMP_TAG:
            yield from _of_xmp(text.decode("utf-8", "replace"))


def _of_xmp(xml: str) -> Iterator[tuple[str, str]]:
    for found in _XMP.finditer(xml):
        yield _XMP_NAMES.get(found["element"], ""), _plain(_TAG.sub(" ", found["text"]))


def _plain(text: str) -> str:
    return " ".join(text.split())


SOURCE = NoticeSource(name="picture", begins=(_PNG, _JPEG, _RIFF, *_TIFFS), read_binary=_read)
