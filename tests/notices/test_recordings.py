"""What sounds and films say of whose they are is read from their tags, whatever the files are called."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path
from tests.growing import takes_at_most
from tests.shipping import judged, lost

HOLDER = "Copyright 2021 Ostrava Loom"


def id3(*frames: tuple[bytes, bytes], version: int = 4) -> bytes:
    size = synchsafe if version > 3 else big
    content = b"".join(
        name + big(len(text))[1:] + text if version == 2 else name + size(len(text)) + bytes(2) + text
        for name, text in frames
    )
    return b"ID3" + bytes([version, 0, 0]) + synchsafe(len(content)) + content + b"\xff\xfb\x90\0" + bytes(400)


def big(number: int) -> bytes:
    return number.to_bytes(4, "big")


def synchsafe(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def comments(*told: str) -> bytes:
    texts = [struct.pack("<I", len(text.encode())) + text.encode() for text in told]
    return struct.pack("<I", 4) + b"Loom" + struct.pack("<I", len(texts)) + b"".join(texts)


def flac(*told: str) -> bytes:
    information = (4096).to_bytes(2, "big") * 2 + bytes(6) + (44100 << 44 | 15 << 36).to_bytes(8, "big") + bytes(16)
    block = comments(*told)
    return b"fLaC\0\0\0\x22" + information + b"\x84" + len(block).to_bytes(3, "big") + block + b"\xff\xf8" + bytes(30)


def page(packet: bytes, number: int) -> bytes:
    segments = bytes([255] * (len(packet) // 255) + [len(packet) % 255])
    return (
        b"OggS\0"
        + bytes([0 if number else 2])
        + bytes(8)
        + struct.pack("<III", 1, number, 0)
        + bytes([len(segments)])
        + segments
        + packet
    )


def ogg(*told: str, mark: bytes = b"OpusTags") -> bytes:
    first = b"OpusHead\1\2" + bytes(9) if mark == b"OpusTags" else b"\1vorbis" + bytes(23)
    return page(first, 0) + page(mark + comments(*told) + b"\1", 1)


def atom(kind: bytes, *content: bytes) -> bytes:
    inside = b"".join(content)
    return struct.pack(">I4s", len(inside) + 8, kind) + inside


def mp4(*of_user: bytes) -> bytes:
    head = atom(b"ftyp", b"M4A \0\0\0\0", b"M4A mp42isom\0\0\0\0")
    return (
        head
        + atom(b"mdat", bytes(64))
        + atom(b"moov", atom(b"mvhd", bytes(12), big(1000) * 2, bytes(80)), atom(b"udta", *of_user))
    )


def of_itunes(kind: bytes, text: str) -> bytes:
    data = atom(b"data", struct.pack(">II", 1, 0), text.encode())
    handler = atom(b"hdlr", bytes(8), b"mdirappl", bytes(9))
    return atom(b"meta", bytes(4), handler, atom(b"ilst", atom(kind, data)))


def wav(*told: tuple[bytes, bytes]) -> bytes:
    texts = b"".join(kind + struct.pack("<I", len(text)) + text + bytes(len(text) % 2) for kind, text in told)
    form = b"fmt " + struct.pack("<IHHIIHH", 16, 1, 1, 16000, 32000, 2, 16)
    chunks = (
        form + b"data" + struct.pack("<I", 8) + bytes(8) + b"LIST" + struct.pack("<I", 4 + len(texts)) + b"INFO" + texts
    )
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


FILES = {
    "ID3v2.4 in UTF-8": id3((b"TCOP", b"\3" + HOLDER.encode())),
    "ID3v2.4 in UTF-16": id3((b"TIT2", b"\3Loom"), (b"TCOP", b"\1" + HOLDER.encode("utf-16"))),
    "ID3v2.4 in UTF-16BE": id3((b"TCOP", b"\2" + HOLDER.encode("utf-16-be"))),
    "ID3v2.3 in Latin-1": id3((b"TCOP", b"\0" + HOLDER.encode() + b"\0"), version=3),
    "ID3v2.3 with an extended header": b"ID3\3\0\x40" + synchsafe(25 + len(HOLDER)) + big(10) + bytes(10)
    + b"TCOP" + big(1 + len(HOLDER)) + bytes(3) + HOLDER.encode(),
    "ID3v2.4 behind a long title": id3((b"TIT2", b"\3" + b"x" * 200), (b"TCOP", b"\3" + HOLDER.encode())),
    "ID3v2.4 without false syncs": b"ID3\4\0\x80" + synchsafe(14 + 2 * len(HOLDER)) + b"TCOP" + synchsafe(4 + 2 * len(HOLDER))
    + bytes(2) + b"\1\xff\0\xfe" + HOLDER.encode("utf-16-le"),
    "ID3v2.2": id3((b"TCR", b"\0" + HOLDER.encode()), version=2),
    "FLAC": flac("TITLE=Loom", f"copyright={HOLDER}"),
    "Opus": ogg(f"COPYRIGHT={HOLDER}"),
    "Opus whose comments are long": ogg("A=" + "x" * 900, f"COPYRIGHT={HOLDER}"),
    "Vorbis": ogg(f"COPYRIGHT={HOLDER}", mark=b"\3vorbis"),
    "MP4 by iTunes": mp4(of_itunes(b"cprt", HOLDER)),
    "MP4 of QuickTime": mp4(atom(b"\xa9cpy", struct.pack(">HH", len(HOLDER), 0), HOLDER.encode())),
    "MP4 of 3GPP": mp4(atom(b"cprt", bytes(4), b"\x15\xc7", HOLDER.encode() + b"\0")),
    "MP4 of 3GPP in UTF-16": mp4(atom(b"cprt", bytes(4), b"\x15\xc7", HOLDER.encode("utf-16") + b"\0\0")),
    "MP4 behind a long atom": atom(b"ftyp", b"M4A ", bytes(8)) + struct.pack(">I4sQ", 1, b"mdat", 80) + bytes(64)
    + mp4(of_itunes(b"cprt", HOLDER)),
    "WAV": wav((b"INAM", b"Loom\0"), (b"ICOP", HOLDER.encode() + b"\0")),
}  # fmt: skip


def told(data: bytes) -> list[str]:
    return [notice.text for notice in extract(archive_path("samples/a.dat"), data).notices]


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_whose_a_recording_is_is_told(data: bytes) -> None:
    assert [f"Copyright: {HOLDER}"] == told(data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (id3((b"TPE1", b"\3Mina Halloway")), ["Author: Mina Halloway"]),
        (id3((b"COMM", b"\3eng\0" + HOLDER.encode())), [HOLDER]),
        (id3((b"COMM", b"\1eng" + "x\0".encode("utf-16") + HOLDER.encode("utf-16"))), [HOLDER]),
        (id3((b"COMM", b"\3engCopyright 2019 Udo Tessel\0" + HOLDER.encode())), [HOLDER]),
        (id3((b"WCOP", b"https://loom.example/terms")), ["Copyright: https://loom.example/terms"]),
        (id3((b"TIT2", b"\3Copyright"), (b"APIC", b"\0" + HOLDER.encode())), []),
        (flac("ARTIST=Mina Halloway", "ALBUM=Copyright"), ["Author: Mina Halloway"]),
        (flac("LICENSE=Licensed under the MIT license"), ["Licensed under the MIT license"]),
        (mp4(of_itunes(b"\xa9ART", "Mina Halloway")), ["Author: Mina Halloway"]),
        (mp4(of_itunes(b"\xa9nam", HOLDER)), []),
        (wav((b"IART", b"Mina Halloway"), (b"ISFT", HOLDER.encode())), ["Author: Mina Halloway"]),
    ],
)
def test_what_else_is_said_of_it_is_told_and_what_it_is_called_is_not(data: bytes, expected: list[str]) -> None:
    assert expected == told(data)


def test_a_recording_that_was_saved_without_its_notice_has_dropped_it() -> None:
    base = {"samples/a.mp3": id3((b"TCOP", b"\3" + HOLDER.encode()))}

    assert [f"Copyright: {HOLDER}"] == lost(judged(base, {"samples/a.mp3": id3((b"TIT2", b"\3Loom"))}))
    assert [] == lost(judged(base, {"samples/a.flac": flac(f"COPYRIGHT={HOLDER}")}, model=False))


@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_damaged_recording_is_no_fault_of_ours(name: str, data: st.DataObject) -> None:
    changed = bytearray(FILES[name])
    for place in data.draw(st.lists(st.integers(0, len(changed) - 1), max_size=6)):
        changed[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(changed)))

    told(bytes(changed))
    told(bytes(changed[:cut]))


HOSTILE = {
    "frames of nothing": id3(*[(b"TCOP", b"")] * 100_000),
    "frames that are all one": b"ID3\4\0\0\x7f\x7f\x7f\x7f" + (b"TCOP" + bytes(6)) * 100_000,
    "atoms in atoms": mp4(*[atom(b"udta", *[atom(b"meta", bytes(4), *[atom(b"ilst", bytes(8))] * 50)] * 50)] * 50),
    "atoms of nothing": mp4(*[atom(b"cprt")] * 200_000),
    "comments of nothing": flac(*["COPYRIGHT="] * 100_000),
    "pages of nothing": page(b"", 0) * 100_000,
    "lists in lists": b"RIFF" + bytes(4) + b"WAVE" + (b"LIST\xff\xff\xff\xffINFO" * 100_000),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_of_a_hostile_recording_little_is_looked_at(data: bytes) -> None:
    assert takes_at_most(20, lambda: told(data))
