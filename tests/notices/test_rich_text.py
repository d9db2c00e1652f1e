"""What rich text hides is told from what it shows."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly

NOTICE = "Copyright 2022 Cedar Docs Team Inc."


def visibilities(body: str) -> set[str]:
    text = (
        r"{\rtf1\ansi{\fonttbl{\f0\froman{\*\panose 02020603050405020304}Times New Roman;}}"
        r"{\colortbl;\red255\green255\blue255;\red0\green0\blue0;\red250\green250\blue250;}"
        r"{\stylesheet{\s0 Normal;}{\s1\v{\*\keycode a} Heading;}}"
        f"\n\\pard Looms.\\par\n{body.replace('{}', NOTICE)}\\par\n}}"
    )
    found = extract(archive_path("a.rtf"), text.encode()).notices
    return {notice.visibility for notice in found if NOTICE in f"{notice.text}."}


UNSEEN = {
    r"{\v {}}": r"{\v Looms.}{}",
    r"\v {}\v0": r"\v Looms. \v0 {}",
    r"\v {}\plain": r"\v Looms. \plain {}",
    r"{\b\v\f0 {\i {}}}": r"{\b\f0 {\i {}}}",
    r"{\cf1 {}}": r"{\cf2 {}}",
    r"{\cf3\f0 {}}": r"{\cf0 {}}",
    r"{\cf1\highlight1 {}}": r"{\cf1\highlight2 {}}",
    r"{\cf2\chcbpat2 {}}": r"{\cf1\chcbpat2 {}}",
    r"\pard\cf1 {}": r"\trowd\clcbpat2\cellx99\pard\intbl\cf1 {}\cell\row",
    r"{\fs2 {}}": r"{\fs20 {}}",
    r"{\*\unknown {}}": r"{\unknown {}}",
    r"{\info{\*\copyright {}}}": r"{\info{\doccomm {}}}",
    r"{\xe {}}": r"{\footnote {}}",
    r"{\*\annotation {}}": r"{\header {}}",
}
"""What hides a notice → what is like it and does not."""


@pytest.mark.parametrize("body", UNSEEN)
def test_what_rich_text_hides_is_told_from_what_it_shows(body: str) -> None:
    assert ({"hidden"}, {"open"}) == (visibilities(body), visibilities(UNSEEN[body]))


@pytest.mark.parametrize("body", [r"{\strike {}}", r"{\striked1 {}}"])
def test_what_rich_text_strikes_out_is_withdrawn(body: str) -> None:
    assert {"withdrawn"} == visibilities(body)


@pytest.mark.parametrize(
    "body",
    [
        r"{\deleted {}}",
        r"{\stylesheet{\s9{\*\keycode a}{\b {}}}}",
        r"{\fonttbl{\f1{\*\panose 1}{\*\falt a}{}}}",
        r'{\field{\*\fldinst HYPERLINK "{}"}{\fldrslt a}}',
        r"{\pict\wmetafile8 {}}",
    ],
)
def test_what_is_deleted_or_no_words_of_anybody_s_is_not_read(body: str) -> None:
    assert set() == visibilities(body)


@pytest.mark.parametrize(
    "body",
    [
        r'{\field{\*\fldinst HYPERLINK "a"}{\fldrslt {}}}',
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\cf1 {}}}}",
        r"{\*\bkmkstart a}{}{\*\bkmkend a}",
        r"{\revised {}}",
    ],
)
def test_what_a_word_processor_writes_around_its_words_hides_nothing(body: str) -> None:
    assert {"open"} == visibilities(body)


@pytest.mark.parametrize(
    "piece", ["{", "}", "{\\v ", "{\\*\\a ", "\\cf1 a", "{\\fonttbl{x", "{\\colortbl;", "{\\info{\\title "]
)
def test_groups_that_nothing_closes_are_read_in_linear_time(piece: str) -> None:
    assert grows_linearly(lambda count: visibilities(piece * count), 8000)
