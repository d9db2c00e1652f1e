"""What stands before weights hides none of them: an empty frame, a program, a picture."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest
import zstandard

from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import Content, content, may_be_weights
from tests.weights.conftest import safetensors

if TYPE_CHECKING:
    from collections.abc import Callable

    Compress = Callable[[bytes], bytes]

WEIGHTS = safetensors({"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}, bytes(16))
SKIPPED = b"\x50\x2a\x4d\x18\4\0\0\0abcd"
STUBS = {
    "a script": b"#!/usr/bin/env python3\n",
    "a long script": b"# line\n" * 50_000,
    "a program": b"MZ" + bytes(5000),
    "a picture": bytes.fromhex("89504e470d0a1a0a") + bytes(100),
    "a page": b"%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n",
    "zeros": bytes(4),
    "a mark of a split archive": b"PK00",
}


def tar_of(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return file.getvalue()


def zip_of(members: dict[str, bytes], before: bytes = b"") -> bytes:
    """As Python appends it, with offsets that count from the file's first byte."""
    file = io.BytesIO(before)
    with zipfile.ZipFile(file, "a") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def zip64_of(members: dict[str, bytes]) -> bytes:
    plain = zip_of(members)
    end = plain.rfind(b"PK\5\6")
    entries, length, start = struct.unpack_from("<HII", plain, end + 10)
    record = struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, entries, entries, length, start)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, end, 1)
    last = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return plain[:end] + record + locator + last


def told(name: str, data: bytes) -> Content | None:
    return content(archive_path(name), io.BytesIO(data), len(data))


BEFORE: dict[str, tuple[Compress, bytes]] = {
    "gz": (gzip.compress, gzip.compress(b"")),
    "many gz": (gzip.compress, gzip.compress(b"") * 500),
    "gz with zeros": (gzip.compress, gzip.compress(b"") + bytes(70_000)),
    "xz": (lzma.compress, lzma.compress(b"")),
    "xz with zeros": (lzma.compress, lzma.compress(b"") + bytes(8)),
    "bz2": (bz2.compress, bz2.compress(b"")),
    "zst": (zstandard.compress, SKIPPED),
    "another frame that is passed over": (zstandard.compress, b"\x5f" + SKIPPED[1:]),
    "many zst": (zstandard.compress, (SKIPPED + zstandard.compress(b"")) * 20),
}


@pytest.mark.parametrize("kind", BEFORE)
def test_an_empty_frame_before_them_hides_no_weights(kind: str) -> None:
    compress, before = BEFORE[kind]
    packed, boxed = before + compress(WEIGHTS), before + compress(tar_of({"a.txt": b"", "model.safetensors": WEIGHTS}))

    assert may_be_weights(packed)
    assert told("bundle.dat", packed) == Content("safetensors", "parameters")
    assert told("bundle.dat", boxed) == Content("tar", "box")
    assert told("bundle.dat", before + compress(b"notes\n" * 900)) is None
    assert told("bundle.dat", before) is None


@pytest.mark.parametrize("compress", [gzip.compress, lzma.compress, bz2.compress, zstandard.compress])
def test_what_is_damaged_behind_them_hides_none_either(compress: Compress) -> None:
    assert told("bundle.dat", compress(WEIGHTS) + b"anything else") == Content("safetensors", "parameters")


@pytest.mark.parametrize("stub", STUBS)
def test_a_zip_behind_something_else_is_a_zip(stub: str) -> None:
    before, weights, texts = STUBS[stub], {"m/model.safetensors": WEIGHTS}, {"__main__.py": b"print(1)\n"}
    archives = (zip_of(weights, before), before + zip_of(weights), before + zip64_of(weights))

    assert [Content("zip", "box")] * 3 == [told("run.pyz", archive) for archive in archives]
    assert None is told("run.pyz", zip_of(texts, before)) is told("run.pyz", before + zip_of(texts))


def test_of_two_archives_one_behind_the_other_the_last_counts() -> None:
    both = zip_of({"a.txt": b"a"}) + zip_of({"model.safetensors": WEIGHTS})

    assert Content("zip", "box") == told("a.zip", both)


@pytest.mark.parametrize("end", [b"PK\5\6", b"PK\5\6" + bytes(18), b"PK\5\6" + b"\xff" * 18, b"PK\6\7" + bytes(38)])
def test_what_only_ends_like_a_zip_is_none(end: bytes) -> None:
    assert told("a.bin", b"\0text" * 99 + end) is None
