"""What is put behind a text has the text's own encoding and line ends."""

from __future__ import annotations

import codecs
import gzip

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.values.appending import appended
from hatch_oaml.values.decoding import decode

ADDITION = "以下声明保留自 example-lab/Lantern\n\n    Copyright 2021 Weber & Söhne\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "gb18030"),
    ],
)
def test_it_is_written_in_the_encoding_of_what_stands_there(mark: bytes, encoding: str) -> None:
    data = mark + "本项目的声明\n".encode(encoding)

    assert data + ADDITION.encode(encoding) == appended(data, ADDITION)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "end"])
def test_it_has_the_line_ends_of_what_stands_there(end: str, last: str) -> None:
    data = f"Lantern{end}Copyright 2024 Wick Ltd.{last and end}{last}".encode()
    between = "" if data.endswith(end.encode()) else end

    assert data + (between + ADDITION.replace("\n", end)).encode() == appended(data, ADDITION)


def test_most_lines_tell_their_end() -> None:
    assert b"a\r\nb\r\nc\nx\r\ny" == appended(b"a\r\nb\r\nc\n", "x\ny")


def test_behind_nothing_stands_what_is_added_alone() -> None:
    assert ADDITION.encode() == appended(b"", ADDITION)
    assert codecs.BOM_UTF8 + ADDITION.encode() == appended(codecs.BOM_UTF8, ADDITION)


@pytest.mark.parametrize(
    "data",
    [
        "Copyright 2024 Töng Co é\n".encode("latin-1"),
        "# charset=latin-1\nCopyright 2024 Töng Co\n".encode("latin-1"),
        "本项目的声明\n".encode("utf-16-le"),
        codecs.BOM_UTF16_LE + b"odd",
        gzip.compress(b"Copyright 2024 Wick Ltd.\n", mtime=0),
        b"%PDF-1.4\n",
        b"PK\3\4",
    ],
)
def test_where_it_cannot_be_written_so_that_it_is_read_nothing_is(data: bytes) -> None:
    assert appended(data, ADDITION) is None


def test_what_the_encoding_has_letters_for_is_written() -> None:
    data = "# charset=latin-1\nCopyright 2024 Töng Co\n".encode("latin-1")

    assert data + "Söhne".encode("latin-1") == appended(data, "Söhne")


@given(st.binary(max_size=60), st.text(alphabet="ab 声\n", max_size=20))
def test_what_is_answered_reads_as_before_with_the_text_behind_it(data: bytes, text: str) -> None:
    whole = appended(data, text)

    if whole is not None:
        before, after = decode(data), decode(whole)
        assert whole.startswith(data)
        assert before.text == after.text[: len(before.text)]
        assert "".join(text.split()) == "".join(after.text[len(before.text) :].split())
