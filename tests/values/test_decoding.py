"""Bytes become the same text everywhere."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.values.decoding import Decoded, decode

TEXT = "第一条 the first clause\r\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding)) == Decoded(text=TEXT, encoding=encoding)


def test_plain_utf_8_is_told_as_it_is() -> None:
    assert decode(TEXT.encode()) == Decoded(text=TEXT, encoding="utf-8")


def test_nothing_is_empty_utf_8() -> None:
    assert decode(b"") == Decoded(text="", encoding="utf-8")


def test_gb18030_is_told_by_two_common_characters_side_by_side() -> None:
    assert decode(TEXT.encode("gb18030")) == Decoded(text=TEXT, encoding="gb18030")


def test_one_common_character_is_not_enough_for_gb18030() -> None:
    data = b"\xb0\xa1 n"
    assert data.decode("gb18030") == "啊 n"

    assert decode(data) == Decoded(text="\u00b0\u00a1 n", encoding="latin-1", sure=False)


def test_latin_1_that_is_valid_gb18030_too_stays_latin_1() -> None:
    data = "Copyright \u00a9\u00c9ric".encode("latin-1")
    assert data.decode("gb18030") != data.decode("latin-1")

    assert decode(data) == Decoded(text="Copyright \u00a9\u00c9ric", encoding="latin-1", sure=False)


def test_rare_characters_side_by_side_are_not_chinese() -> None:
    data = bytes.fromhex("f0a1f0a2")  # of GB 2312 level 2

    assert decode(data).encoding == "latin-1"


@pytest.mark.parametrize("characters", ["啊阿", "座座"])
def test_the_first_and_the_last_character_of_level_1_are_common(characters: str) -> None:
    assert decode(characters.encode("gb18030")).encoding == "gb18030"


@pytest.mark.parametrize(
    ("line", "encoding"),
    [
        ("# -*- coding: big5 -*-", "big5"),
        ("# vim: set fileencoding=big5 :", "big5"),
        ('<meta charset="big5">', "big5"),
        ("<meta content='text/html; charset=Big5'>", "big5"),
        ("<?xml version='1.0' encoding='big5'?>", "big5"),
    ],
)
def test_what_the_text_declares_goes_before_any_guess(line: str, encoding: str) -> None:
    text = f"{line}\n版權所有 雲梭公司\n"

    assert decode(text.encode(encoding)) == Decoded(text=text, encoding=encoding)


def test_strict_utf_8_goes_before_what_is_declared() -> None:
    text = "# -*- coding: gb18030 -*-\n版权所有\n"

    assert decode(text.encode()) == Decoded(text=text, encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["ascii", "shift_jis", "utf-16", "unicode_escape", "hex", "mbcs", "none-such", "utf_8"]
)
def test_a_declaration_that_the_bytes_belie_is_not_believed(name: str) -> None:
    text = f"# coding: {name}\n# © 2020 Zoë\n"

    assert decode(text.encode("latin-1")) == Decoded(text=text, encoding="latin-1", sure=False)


@given(st.sampled_from(["gbk", "big5", "euc_jp", "iso2022_jp", "hz", "utf-7", "cp1252", "punycode"]), st.binary())
def test_a_text_that_declares_gives_its_bytes_back(name: str, data: bytes) -> None:
    content = f"# coding: {name}\n\x80".encode("latin-1") + data

    decoded = decode(content)

    assert decoded.text.encode(decoded.encoding) == content


def test_a_mark_that_the_bytes_belie_is_not_believed() -> None:
    data = codecs.BOM_UTF16_LE + b"x"

    assert decode(data) == Decoded(text="\u00ff\u00fex", encoding="latin-1", sure=False)


@given(st.binary())
def test_any_bytes_are_text_and_the_text_gives_the_bytes_back(data: bytes) -> None:
    decoded = decode(data)

    marks = ("",) if decoded.encoding == "latin-1" else ("", "\ufeff")
    given_back = {(mark + decoded.text).encode(decoded.encoding, "ignore") for mark in marks}
    assert data in given_back


@given(st.text())
def test_utf_8_is_always_told_for_sure(text: str) -> None:
    decoded = decode(codecs.BOM_UTF8 + text.encode())

    assert decoded == Decoded(text=text, encoding="utf-8")
