"""Notices in what a picture says of itself, which editors show and viewers do not.

PNG (https://www.w3.org/TR/png-3/#11textinfo), JPEG (JFIF, Exif 3.0), WebP, TIFF 6.0, and XMP (ISO 16684-1) in any of them. WAV and
AVI are RIFF containers as WebP is, with their texts in a list of its own (Multimedia Programming Interface 1.0, chapter 2).
"""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource, no_lines
from hatch_oaml.notices._tags import passages_of, plain
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.passage import Passage

_PNG, _JPEG, _RIFF, _TIFFS = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", (b"II*\0", b"MM\0*")
_LONGEST = 1 << 16
"""Bytes of one text: a longer one is no notice."""
_KEYS = {"copyright": "Copyright", "author": "Author", "artist": "Author", "creator": "Author"} | dict.fromkeys(
    ("disclaimer", "comment", "description", "title", "source", "warning"), ""
)
"""What a text is called there, and what we put before it."""
_COPYRIGHT, _ARTIST, _DESCRIPTION, _XMP_TAG = 0x8298, 0x013B, 0x010E, 700
_TAGS = {_COPYRIGHT: "Copyright", _ARTIST: "Author", _DESCRIPTION: "", _XMP_TAG: ""}
_ENTRY = 12
_MOST_ENTRIES = 1000
_MOST_TEXTS = 100
"""Of one picture: each takes up to `_LONGEST` bytes to look into, some of which a hostile one has from very few."""
_EXIF, _XMP, _COMMENT = b"EXIF", b"XMP ", b"COM"
"""Kinds of blocks, the first two as WebP calls them; a PNG's chunks of texts are others."""
_TEXT_CHUNKS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_INFORMATION = {b"ICOP": "Copyright", b"IART": "Author", b"ICMT": ""}
"""Of a RIFF file's list of texts."""
_EXIF_MARK = b"Exif\0\0"
_XMP_MARK = b"http://ns.adobe.com/xap/1.0/\0"
_XMP_NAMES = {
    "dc:rights": "Copyright",
    "photoshop:Copyright": "Copyright",
    "xmpRights:Owner": "Copyright",
    "xmpRights:UsageTerms": "",
    "dc:creator": "Author",
    "dc:description": "",
}
_TAG = expression(r"<[^<>]*>")
_START_OF_SCAN, _COMMENT_MARKER, _APP1 = 0xDA, 0xFE, 0xE1
_MARKERS_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


def _read(data: bytes) -> tuple[Passage, ...]:
    return passages_of(_texts(data))


def _texts(data: bytes) -> Iterator[tuple[str, str]]:
    for block in islice(_blocks(data), _MOST_TEXTS):
        with suppress(struct.error, IndexError, zlib.error):  # what one block breaks off says nothing of the others
            yield from _of_block(*block)


def _blocks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What may hold texts, each with what kind of block it is."""
    if data.startswith(_PNG):
        yield from _of_png(data)
    elif data.startswith(_JPEG):
        yield from _of_jpeg(data)
    elif data.startswith(_RIFF):
        yield from _of_riff(data)
    else:
        yield _EXIF, data


def _of_block(kind: bytes, content: bytes) -> Iterator[tuple[str, str]]:
    """The texts of a block, each with what is to stand before it."""
    if kind == _EXIF:
        yield from _of_tiff(content)
    elif kind == _XMP:
        yield from _of_xmp(content[:_LONGEST].decode("utf-8", "replace"))
    elif kind == _COMMENT:
        yield "", plain(content.decode("utf-8", "replace"))
    elif kind in _INFORMATION:
        yield _INFORMATION[kind], plain(content.decode("utf-8", "replace"))
    else:
        yield from _of_chunk(kind, content)


def _of_png(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_PNG)
    while place + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, place)
        kind = data[place + 4 : place + 8]
        if kind in _TEXT_CHUNKS or kind == b"eXIf":
            yield _EXIF if kind == b"eXIf" else kind, data[place + 8 : place + 8 + min(length, _LONGEST)]
        place += length + 12


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
        yield _KEYS[name], plain(text)


def _inflated(data: bytes) -> bytes:
    return zlib.decompressobj().decompress(data, _LONGEST)


def _of_jpeg(data: bytes) -> Iterator[tuple[bytes, bytes]]:
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
        if marker == _COMMENT_MARKER:
            yield _COMMENT, content
        elif marker == _APP1 and content.startswith(_EXIF_MARK):
            yield _EXIF, content[len(_EXIF_MARK) :]
        elif marker == _APP1 and content.startswith(_XMP_MARK):
            yield _XMP, content[len(_XMP_MARK) :]


def _of_riff(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 12
    while place + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, place)
        begin = place + 8
        if kind == b"LIST" and data[begin : begin + 4] == b"INFO":
            place = begin + 4  # the texts follow as chunks
            continue
        if kind in {_EXIF, _XMP} or kind in _INFORMATION:
            yield kind, data[begin : begin + min(length, _LONGEST)].removeprefix(_EXIF_MARK)
        place = begin + length + length % 2


def _of_tiff(data: bytes) -> Iterator[tuple[str, str]]:
    """Of its first directory: what stands in the others is of thumbnails and cameras."""
    if not data.startswith(_TIFFS):
        return
    order = "<" if data.startswith(b"II") else ">"
    (place,) = struct.unpack_from(f"{order}I", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, place)
    told = set()
    for number in range(min(count, _MOST_ENTRIES)):
        entry = place + 2 + number * _ENTRY
        tag, _kind, length, offset = struct.unpack_from(f"{order}HHII", data, entry)
        if tag in told or tag not in _TAGS:
            continue
        told.add(tag)
        start = entry + 8 if length <= 4 else offset  # a short one stands in the entry itself
        text = data[start : start + min(length, _LONGEST)].replace(b"\0", b" ").decode("utf-8", "replace")
        if tag == _XMP_TAG:
            yield from _of_xmp(text)
        else:
            yield _TAGS[tag], plain(text)


def _of_xmp(xml: str) -> Iterator[tuple[str, str]]:
    for element, name in _XMP_NAMES.items():
        begin = xml.find(f"<{element}")
        end = xml.find(f"</{element}>", begin)
        if begin >= 0 and end >= 0:
            yield name, plain(_TAG.sub(" ", xml[begin:end]))


SOURCE = NoticeSource(name="picture", begins=(_PNG, _JPEG, _RIFF, *_TIFFS), read_binary=_read, sample=no_lines)
