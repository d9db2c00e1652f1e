"""Notices in what sounds and films say of themselves: the tags that players show.

ID3v2 (https://id3.org/id3v2.4.0-frames), Vorbis comments in FLAC and Ogg (https://xiph.org/vorbis/doc/v-comment.html), and the user
data of MP4 and QuickTime (3GPP TS 26.244, section 8). What a WAV file says stands in a RIFF container, which `picture` reads.
"""

from __future__ import annotations

import struct
from itertools import islice
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource, no_lines
from hatch_oaml.notices._tags import passages_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.passage import Passage

_ID3, _FLAC, _OGG = b"ID3", b"fLaC", b"OggS"
_MP4 = tuple(bytes((0, 0, 0, size)) + b"ftyp" for size in range(12, 64, 4))
_LONGEST = 1 << 16
"""Bytes of one text: a longer one is no notice."""
_MOST = 1000
"""Frames, comments and atoms that are looked at."""
_FRAMES = {
    b"TCOP": "Copyright",
    b"TCR": "Copyright",
    b"WCOP": "Copyright",
    b"WCP": "Copyright",
    b"TOWN": "Copyright",
    b"TPRO": "Copyright",
    b"TPE1": "Author",
    b"TP1": "Author",
    b"TCOM": "Author",
    b"TCM": "Author",
    b"COMM": "",
    b"COM": "",
    b"USER": "",
    b"TXXX": "",
    b"TXX": "",
}
"""Of ID3v2, of version 2.2 with three letters, each with what we put before its text."""
_WITH_LANGUAGE, _WITH_KEY = {b"COMM", b"COM", b"USER"}, {b"COMM", b"COM", b"TXXX", b"TXX"}
_ENCODINGS = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}
_COMMENTS = {
    "copyright": "Copyright",
    "license": "License",
    "artist": "Author",
    "author": "Author",
    "composer": "Author",
    "performer": "Author",
    "comment": "",
    "description": "",
    "contact": "",
}
_ATOMS = {
    b"cprt": "Copyright",
    b"\xa9cpy": "Copyright",
    b"\xa9ART": "Author",
    b"\xa9aut": "Author",
    b"auth": "Author",
    b"\xa9cmt": "",
    b"\xa9inf": "",
    b"dscp": "",
}
_HOLDING = {b"moov": 0, b"udta": 0, b"ilst": 0, b"meta": 4}
"""Atoms that hold others, and behind how many bytes of their own; QuickTime's `meta` has none."""
_DEEPEST = 5
_PACKETS = 1 << 18
"""Bytes of an Ogg file in which its comments begin."""


def _read(data: bytes) -> tuple[Passage, ...]:
    return passages_of(islice(_texts(data), _MOST))


def _texts(data: bytes) -> Iterator[tuple[str, str]]:
    """Each with what is to stand before it."""
    if data.startswith(_ID3):
        yield from _of_id3(data)
    elif data.startswith(_FLAC):
        yield from _of_flac(data)
    elif data.startswith(_OGG):
        yield from _of_ogg(data)
    else:
        yield from _of_atoms(data, 0, len(data), _DEEPEST)


def _of_id3(data: bytes) -> Iterator[tuple[str, str]]:
    version, _, flags = data[3], data[4], data[5]
    end = min(10 + _without_sync(data[6:10]), len(data))
    place = 10
    if flags & 0x40 and version > 2:
        place += _without_sync(data[10:14]) if version > 3 else 4 + int.from_bytes(data[10:14], "big")
    name_size, head = (3, 6) if version == 2 else (4, 10)
    for _ in range(_MOST):
        name, size = data[place : place + name_size], data[place + name_size : place + 2 * name_size]
        if place + head > end or not name.strip(b"\0"):
            return
        length = _without_sync(size) if version > 3 else int.from_bytes(size, "big")
        place += head
        content = data[place : min(place + min(length, _LONGEST), end)]
        place += length
        if name in _FRAMES and content:
            yield _FRAMES[name], _of_frame(name, content.replace(b"\xff\0", b"\xff") if flags & 0x80 else content)


def _without_sync(size: bytes) -> int:
    """The number of which each byte has seven bits."""
    number = 0
    for byte in size:
        number = number << 7 | byte & 0x7F
    return number


def _of_frame(name: bytes, content: bytes) -> str:
    if name.startswith(b"W"):
        return plain(content.decode("latin-1"))
    begin = 4 if name in _WITH_LANGUAGE else 1
    text = content[begin:].decode(_ENCODINGS.get(content[0], "latin-1"), "replace")
    key, zero, rest = text.partition("\0")
    return plain(rest.lstrip("\ufeff\ufffe") if name in _WITH_KEY and zero else f"{key} {rest}")


def _of_flac(data: bytes) -> Iterator[tuple[str, str]]:
    place = len(_FLAC)
    for _ in range(_MOST):
        kind, length = data[place] & 0x7F, int.from_bytes(data[place + 1 : place + 4], "big")
        if kind == 4:
            yield from _of_comments(data, place + 4)
        if data[place] & 0x80:
            return
        place += 4 + length


def _of_ogg(data: bytes) -> Iterator[tuple[str, str]]:
    """Its second packet has the comments, and goes on over pages."""
    pages: list[bytes] = []
    place = 0
    while data.startswith(_OGG, place) and place < _PACKETS:
        segments = data[place + 27 : place + 27 + data[place + 26]]
        begin = place + 27 + len(segments)
        place = begin + sum(segments)
        pages.append(data[begin:place])
    packets = b"".join(pages)
    for mark in (b"\3vorbis", b"OpusTags"):
        if (found := packets.find(mark)) >= 0:
            yield from _of_comments(packets, found + len(mark))


def _of_comments(data: bytes, place: int) -> Iterator[tuple[str, str]]:
    """Behind who encoded it, each with its length, as `KEY=text`."""
    place += 4 + struct.unpack_from("<I", data, place)[0]
    (count,) = struct.unpack_from("<I", data, place)
    place += 4
    for _ in range(min(count, _MOST)):
        (length,) = struct.unpack_from("<I", data, place)
        comment = data[place + 4 : place + 4 + min(length, _LONGEST)].decode("utf-8", "replace")
        place += 4 + length
        key, _, text = comment.partition("=")
        if key.casefold() in _COMMENTS:
            yield _COMMENTS[key.casefold()], plain(text)


def _of_atoms(data: bytes, begin: int, end: int, deep: int) -> Iterator[tuple[str, str]]:
    for kind, start, stop in islice(_atoms(data, begin, end), _MOST):
        if kind in _ATOMS:
            yield _ATOMS[kind], _of_atom(data[start : min(stop, start + _LONGEST)])
        elif kind in _HOLDING and deep:
            own = 0 if data[start + 4 : start + 8] == b"hdlr" else _HOLDING[kind]
            yield from _of_atoms(data, start + own, stop, deep - 1)


def _atoms(data: bytes, begin: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """The kind of each, and where its content begins and ends."""
    while begin + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, begin)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, begin + 8)
            head = 16
        stop = end if size == 0 else begin + size
        if stop < begin + head:
            return
        yield kind, begin + head, min(stop, end)
        begin = stop


def _of_atom(content: bytes) -> str:
    """A text as iTunes, as QuickTime or as 3GPP writes it."""
    if content[4:8] == b"data":
        text = content[16:]
    elif content[:4] == bytes(4):
        text = content[6:]
    else:
        text = content[4:]
    if text.startswith((b"\xfe\xff", b"\xff\xfe")):
        return plain(text.decode("utf-16", "replace"))
    return plain(text.decode("utf-8", "replace"))


SOURCE = NoticeSource(name="recording", begins=(_ID3, _FLAC, _OGG, *_MP4), read_binary=_read, sample=no_lines)
