"""What pictures and fonts say of whose they are is read from their bytes, whatever they are called."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path
from tests.growing import takes_at_most
from tests.shipping import judged, lost

HOLDER = "Copyright 2021 Ostrava Loom"
PNG = b"\x89PNG\r\n\x1a\n"
XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"


def xmp(text: str = HOLDER, element: str = "dc:rights") -> bytes:
    return f'<x:xmpmeta><{element}><rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt></{element}></x:xmpmeta>'.encode()


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(*chunks: bytes) -> bytes:
    return PNG + chunk(b"IHDR", bytes(13)) + b"".join(chunks) + chunk(b"IEND", b"")


def tiff(text: str = HOLDER, tag: int = 0x8298, order: str = "<") -> bytes:
    content = text.encode() + b"\0"
    mark = b"II*\0" if order == "<" else b"MM\0*"
    place = len(content) if len(content) <= 4 else 26
    if len(content) <= 4:
        entry = struct.pack(f"{order}HHI", tag, 2, len(content)) + content.ljust(4, b"\0")
        return mark + struct.pack(f"{order}IH", 8, 1) + entry + bytes(4)
    return mark + struct.pack(f"{order}IHHHII", 8, 1, tag, 2, len(content), place) + bytes(4) + content


def segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def jpeg(*segments: bytes) -> bytes:
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0" + bytes(9)) + b"".join(segments) + b"\xff\xda" + bytes(50)


def webp(kind: bytes, content: bytes) -> bytes:
    padding = b"\0" * (len(content) % 2)
    chunks = b"ICCP" + struct.pack("<I", 3) + bytes(4) + kind + struct.pack("<I", len(content)) + content + padding
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def names(*told: tuple[int, int, bytes]) -> bytes:
    records, texts = b"", b""
    for platform, name, text in told:
        records += struct.pack(">6H", platform, 1, 0x409, name, len(text), len(texts))
        texts += text
    return struct.pack(">3H", 0, len(told), 6 + len(records)) + records + texts


def font(table: bytes, mark: bytes = b"\0\1\0\0") -> bytes:
    head = mark + struct.pack(">4H", 2, 0, 0, 0)
    directory = b"cmap" + struct.pack(">III", 0, 0, 0) + b"name" + struct.pack(">III", 0, 44, len(table))
    return head + directory + table


def woff(table: bytes, *, is_packed: bool = True) -> bytes:
    stored = zlib.compress(table) if is_packed else table
    directory = b"name" + struct.pack(">IIII", 64, len(stored), len(table), 0)
    return b"wOFF" + bytes(8) + struct.pack(">H", 1) + bytes(30) + directory + stored


WIDE = HOLDER.encode("utf-16-be")
FILES = {
    "a PNG's text": png(chunk(b"tEXt", b"Copyright\0" + HOLDER.encode())),
    "a PNG's packed text": png(chunk(b"zTXt", b"Copyright\0\0" + zlib.compress(HOLDER.encode()))),
    "a PNG's text in any language": png(chunk(b"iTXt", b"Copyright\0\0\0zh\0\0" + HOLDER.encode())),
    "the same, packed": png(chunk(b"iTXt", b"Copyright\0\1\0\0\0" + zlib.compress(HOLDER.encode()))),
    "a PNG's XMP": png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp())),
    "a PNG's Exif": png(chunk(b"eXIf", tiff())),
    "a JPEG's Exif": jpeg(segment(0xE1, b"Exif\0\0" + tiff(order=">"))),
    "a JPEG's XMP": jpeg(segment(0xE1, XMP_HEAD + xmp())),
    "a JPEG's comment": jpeg(segment(0xFE, HOLDER.encode())),
    "a JPEG with filling": b"\xff\xd8\xff\x01\xff" + segment(0xFE, HOLDER.encode()),
    "a WebP's Exif": webp(b"EXIF", tiff()),
    "a WebP's Exif with its name": webp(b"EXIF", b"Exif\0\0" + tiff()),
    "a WebP's XMP": webp(b"XMP ", xmp()),
    "a PNG's comment": png(chunk(b"tEXt", b"Comment\0" + HOLDER.encode())),
    "a PNG's description": png(chunk(b"iTXt", b"Description\0\0\0en\0\0" + HOLDER.encode())),
    "a TIFF's description": tiff(tag=0x010E),
    "a description in XMP": webp(b"XMP ", xmp(element="dc:description")),
    "a TIFF": tiff(),
    "a TIFF's XMP": tiff(xmp().decode(), tag=700),
    "a TrueType font": font(names((3, 1, "Loom".encode("utf-16-be")), (3, 0, WIDE))),
    "an OpenType font": font(names((1, 0, HOLDER.encode())), b"OTTO"),
    "a font of the web": woff(names((3, 0, WIDE))),
    "a font of the web that is not packed": woff(names((3, 0, WIDE)), is_packed=False),
    "a text that stands twice": png(chunk(b"tEXt", b"Copyright\0" + HOLDER.encode()), chunk(b"eXIf", tiff())),
}


def told(data: bytes) -> list[tuple[str, str, int]]:
    notices = extract(archive_path("figures/a.dat"), data).notices
    return [(notice.kind, notice.text, notice.line) for notice in notices if notice.sure]


@pytest.mark.parametrize("data", FILES.values(), ids=FILES.keys())
def test_whose_it_is_is_read(data: bytes) -> None:
    ((kind, text, line),) = told(data)

    assert ("copyright", 1) == (kind, line)
    assert text.removeprefix("Copyright: ") == HOLDER


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (png(chunk(b"tEXt", b"Author\0Mina Halloway")), [("attribution", "Author: Mina Halloway", 1)]),
        (
            jpeg(segment(0xE1, b"Exif\0\0" + tiff("Mina Halloway", tag=0x013B))),
            [("attribution", "Author: Mina Halloway", 1)],
        ),
        (png(chunk(b"tEXt", b"Software\0Copyright 2021 Loom")), []),
        (png(chunk(b"tEXt", b"Copyright\0  ")), []),
        (tiff("IBM"), [("copyright", "Copyright: IBM", 1)]),
        (tiff("ab"), []),
        (tiff("2021:01:01 00:00:00", tag=0x0132), []),
        (jpeg(segment(0xE1, b"Exif\0\0" + bytes(30))), []),
        (
            jpeg(segment(0xE1, XMP_HEAD + xmp("2021 Loom &amp; Sons"))),
            [("copyright", "Copyright: 2021 Loom & Sons", 1)],
        ),
        (
            font(names((3, 7, "Loom is a trademark of Ostrava Loom Inc.".encode("utf-16-be")))),
            [("trademark", "Loom is a trademark of Ostrava Loom Inc.", 1)],
        ),
        (font(names((3, 4, WIDE))), []),
        (b"\0\1\0\0" + bytes(20), []),
        (b"\0\1\0\0\0", []),
        (font(names((3, 0, WIDE)))[:50], []),
    ],
)
def test_who_made_it_is_an_author_and_what_names_nobody_says_nothing(
    data: bytes, expected: list[tuple[str, str, int]]
) -> None:
    assert expected == told(data)


@pytest.mark.parametrize(
    "text", [b"Created with GIMP", b"A loom by the sea", b"Matplotlib version3.8.2, https://matplotlib.org/"]
)
@pytest.mark.parametrize("key", [b"Comment", b"Description", b"Title", b"Software"])
def test_what_else_a_comment_says_is_no_notice(key: bytes, text: bytes) -> None:
    assert [] == told(png(chunk(b"tEXt", key + b"\0" + text)))


def test_a_picture_that_was_saved_without_its_notice_has_dropped_it() -> None:
    base = {"figures/a.png": png(chunk(b"tEXt", b"Copyright\0" + HOLDER.encode()))}

    assert [f"Copyright: {HOLDER}"] == lost(judged(base, {"figures/a.png": png()}))
    assert [] == lost(judged(base, {"figures/a.png": png(chunk(b"eXIf", tiff()))}))


@pytest.mark.parametrize(
    "data",
    [
        jpeg(segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff"), segment(0xFE, HOLDER.encode())),
        png(chunk(b"zTXt", b"Comment\0\0broken"), chunk(b"zTXt", b"Author\0\0broken"), chunk(b"tEXt", b"Copyright\0" + HOLDER.encode())),
    ],
    ids=["Exif", "zTXt"],
)  # fmt: skip
def test_a_text_that_breaks_off_hides_none_of_the_others(data: bytes) -> None:
    assert any(HOLDER in text for _, text, _ in told(data))


def test_behind_the_picture_itself_nothing_is_looked_for() -> None:
    assert [] == told(b"\xff\xd8" + segment(0xE0, bytes(9)) + segment(0xDA, bytes(9)) + segment(0xFE, HOLDER.encode()))


@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_damaged_file_is_no_fault_of_ours(name: str, data: st.DataObject) -> None:
    changed = bytearray(FILES[name])
    for place in data.draw(st.lists(st.integers(0, len(changed) - 1), max_size=6)):
        changed[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(changed)))

    told(bytes(changed))
    told(bytes(changed[:cut]))


MANY_NAMES = struct.pack(">3H", 0, 60_000, 6) + struct.pack(">6H", 3, 1, 0x409, 0, 40_000, 0) * 60_000
HOSTILE = {
    "XMP that is left open": jpeg(*[segment(0xE1, XMP_HEAD + b"<dc:rights>" * 5000)] * 200),
    "texts that unpack to much": png(*[chunk(b"zTXt", b"Copyright\0\0" + zlib.compress(bytes(1 << 16)))] * 50_000),
    "a directory of one entry": jpeg(*[segment(0xE1, b"Exif\0\0" + tiff("x" * 60_000))] * 200),
    "very many names of one stretch": font(MANY_NAMES),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_of_a_hostile_file_little_is_looked_at(data: bytes) -> None:
    assert takes_at_most(20, lambda: told(data))
