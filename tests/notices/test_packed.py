"""What is packed into a ZIP, a tar or a compressed file keeps its notices; what cannot be opened is told."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest
import zstandard

from hatch_oaml.notices import Extraction, extract
from hatch_oaml.notices._packed import LARGEST, MOST, path_inside
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from collections.abc import Callable

CODE = b"# loom.py\n#\n# Copyright (c) 2020 Mina Halloway\n\nimport loom\n\ndef weave_the_threads(loom):\n    return loom.shuttle.fly()\n"
TOLD = ["Copyright (c) 2020 Mina Halloway"]


def zipped(files: dict[str, bytes]) -> bytes:
    with io.BytesIO() as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return target.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    with io.BytesIO() as target:
        with tarfile.open(fileobj=target, mode=mode) as archive:  # type: ignore[call-overload]  # one of a tar's modes
            for name, content in files.items():
                info = tarfile.TarInfo(name)
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
        return target.getvalue()


def read(data: bytes, path: str = "extras/loom.dat") -> Extraction:
    return extract(archive_path(path), data)


def told(extraction: Extraction) -> list[str]:
    return [notice.text for notice in extraction.notices if notice.sure]


@pytest.mark.parametrize(
    "data",
    [
        zipped({"loom/code.py": CODE}),
        tarred({"loom/code.py": CODE}),
        tarred({"loom/code.py": CODE}, "w:gz"),
        tarred({"loom/code.py": CODE}, "w:bz2"),
        tarred({"loom/code.py": CODE}, "w:xz"),
        gzip.compress(CODE),
        gzip.compress(CODE[:3]) + gzip.compress(CODE[3:]),
        bz2.compress(CODE),
        lzma.compress(CODE),
        zstandard.compress(CODE),
    ],
    ids=["zip", "tar", "tar.gz", "tar.bz2", "tar.xz", "gz", "two gz", "bz2", "xz", "zst"],
)
def test_what_is_packed_is_searched_by_its_bytes_whatever_its_name(data: bytes) -> None:
    found = read(data)

    assert TOLD == told(found)
    assert [(1, 1)] == [(notice.line, notice.end_line) for notice in found.notices]
    assert found.unread is None


def test_a_notice_file_and_data_inside_are_read_as_they_are_outside() -> None:
    files = {
        "a/LICENSE": b"Loom License\n\nCopyright 2021 Loom Works\n",
        "a/rows.jsonl": b'{"text": "(c) 2019 The Times"}\n',
    }

    assert [("copyright", "Copyright 2021 Loom Works")] == [
        (notice.kind, notice.text) for notice in read(zipped(files)).notices if notice.kind == "copyright"
    ]


def test_lines_marks_and_secrets_inside_are_those_of_the_file() -> None:
    key = (
        b"-----BEGIN PRIVATE KEY-----\n"
        + b"MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n" * 8
        + b"-----END PRIVATE KEY-----\n"
    )
    found = read(zipped({"a.py": CODE, "b.txt": b"Not a Contribution\n", "key.pem": key}))

    assert 1 == found.not_a_contribution
    assert found.secret is not None
    assert read(zipped({"a.py": CODE})).fingerprint == read(CODE, "a.py").fingerprint


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: b"7z\xbc\xaf\x27\x1c" + bytes(60), "in a form that is not opened here"),
        (lambda: b"7z\xbc\xaf\x27\x1c" + b"packed without a zero", "in a form that is not opened here"),
        (lambda: b"Rar!\x1a\x07\x01\x00" + bytes(60), "in a form that is not opened here"),
        (lambda: zipped({"a.py": CODE})[:60] + bytes(60), "damaged"),
        (lambda: gzip.compress(CODE)[:20] + bytes(99), "damaged"),
        (lambda: zipped({"inner.zip": zipped({"a.py": CODE})}), "holds packed files in its turn"),
        (lambda: gzip.compress(b"x" * (LARGEST + 1)), "only the first"),
        (lambda: zstandard.compress(b"x" * (LARGEST + 1)), "only the first"),
        (lambda: zipped({"a": b"x" * LARGEST, "b.py": CODE}), "only the first"),
        (lambda: zipped({"a": b"x" * (LARGEST + 1)}), "only the first"),
        (lambda: tarred({str(number): b"x" for number in range(MOST + 1)}, "w:gz"), "only the first"),
        (lambda: tarred({"a": b"x" * LARGEST, "b.py": CODE}, "w:gz"), "only the first"),
        (lambda: _encrypted(zipped({"a.py": CODE})), "encrypted"),
        (lambda: zipped({"latin.py": "# (c) 2020 M\xfcller, L\xf6we\n".encode("latin-1")}), "encoding is unknown"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_may_have_been_missed_is_told(make: Callable[[], bytes], why: str) -> None:
    unread = read(make()).unread

    assert unread is not None
    assert why in unread.en
    assert unread.zh


def _encrypted(data: bytes) -> bytes:
    """With the bit set that tells so, in both of the file's heads."""
    changed = bytearray(data)
    changed[6] |= 1
    changed[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


def test_what_was_read_before_the_damage_is_told() -> None:
    data = bytearray(zipped({"a.py": CODE, "b.py": CODE + b"more of it, and other words\n" * 9}))
    place = data.index(b"b.py") + 10
    data[place : place + 20] = bytes(20)
    found = read(bytes(data))

    assert TOLD == told(found)
    assert found.unread is not None
    assert "damaged" in found.unread.en


def test_a_document_in_a_zip_is_read_as_one_and_a_table_is_rows() -> None:
    slides = {"[Content_Types].xml": b"", "ppt/slides/slide1.xml": b"<a:p><a:t>Copyright 2020 Loom Works</a:t></a:p>"}

    assert ["Copyright 2020 Loom Works"] == told(read(zipped(slides)))
    assert Extraction() == read(zipped({"[Content_Types].xml": b"", "xl/sharedStrings.xml": CODE}), "table.xlsx")


@pytest.mark.parametrize("name", ["../../etc/passwd", "/a//b", "C:\\x\\y", "a\0b", "..", ""])
def test_a_stranger_s_name_leads_nowhere(name: str) -> None:
    path = path_inside(archive_path("loom.zip"), name)

    assert path == archive_path(path) if ":" not in name else path.startswith("loom.zip/")
    assert path.startswith("loom.zip")


def test_a_member_without_a_name_is_read_like_any_other() -> None:
    info = zipfile.ZipInfo("a")
    info.filename = ""
    with io.BytesIO() as target:
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr(info, CODE)
        data = target.getvalue()

    assert TOLD == told(read(data))


def test_pictures_and_arrays_are_passed_over_however_large_or_many() -> None:
    arrays = {f"{number}.npy": b"\x93NUMPY\x01\0" + bytes(1 << 20) for number in range(20)}
    found = read(zipped({**arrays, "z.py": CODE}))

    assert (TOLD, None) == (told(found), found.unread)
    assert Extraction() == read(gzip.compress(bytes(LARGEST + 1)))
    assert read(gzip.compress(gzip.compress(CODE))).unread is not None


def test_very_many_pictures_are_not_all_looked_at() -> None:
    found = read(zipped({str(number): b"\0" for number in range(4 * MOST + 1)}))

    assert found.unread is not None
    assert "only the first" in found.unread.en


def test_a_text_that_begins_like_bzip2_is_one() -> None:
    assert TOLD == told(read(b"BZh is how it begins\n\n" + CODE))


def test_a_picture_is_no_archive() -> None:
    assert Extraction() == read(b"\x89PNG\r\n\x1a\n" + bytes(400), "a.png")
