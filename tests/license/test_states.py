"""What a copy is, decided by rules."""

from __future__ import annotations

import codecs
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.license import CURRENT, EDITIONS, Edition, LicenseCopy, canonical_text, compare_license
from hatch_oaml.license.copies import is_published_text
from hatch_oaml.values.digests import sha256_of

if TYPE_CHECKING:
    from tests.license.conftest import Original

SAMPLES = sorted(path for path in (Path(__file__).parents[2] / "fixtures" / "license").glob("*/*") if path.is_file())


def test_there_is_a_sample_of_every_state() -> None:
    assert {path.parent.name.partition("-")[0] for path in SAMPLES} == {
        "verbatim",
        "typographic",
        "altered",
        "partial",
        "missing",
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_a_sample_has_the_state_that_its_folder_says(path: Path) -> None:
    assert compare_license(path.read_bytes()).state == path.parent.name.partition("-")[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", " ", "", "\n\u3000\u3000"])
def test_encoding_and_line_ends_are_free(original: Original, encoding: str, end: str) -> None:
    copy = compare_license(original.text.replace("\n", end).encode(encoding))

    assert copy == LicenseCopy(state="verbatim", version=CURRENT, encoding=copy.encoding)


@pytest.mark.parametrize(
    ("published", "other"),
    [
        ("“License”", '"License"'),
        ("“License”", "'License'"),
        ("“License”", "「License」"),
        ("“License”", "&ldquo;License&#x201D;"),
        ("“License”", "**“License”**"),
        ("“License”", "<b>“License”</b>"),
        ("1) You must", "1\\) You must"),
        ("1) You must", "- 1) You must"),
        ("1) You must", "> 1) You must"),
        ("SectionⅠ Definitions", "## Section I Definitions ##"),
        ("SectionⅠ Definitions", "SectionⅠ Definitions\n===="),
        ("SectionⅠ Definitions", "SectionⅠ Definitions\n- - -"),
        ("一、定义", "```text\n一、定义\n```"),
        ("一、定义", "一、定义\\"),
        ("1.1 “License” means", "1.1&nbsp;“License” means"),
        ("no-charge, royalty-free, non-exclusive\nand", "no‑charge, royalty‐free, non-exclusive\nand"),
        ("1.2 模型：是指", "1.2 模型:是指"),
        ("权重、偏置", "权重、偏\u3000置\u00a0"),
    ],
)
def test_typography_does_not_change_the_words(original: Original, published: str, other: str) -> None:
    data = original.text.replace(published, other, 1).encode()
    assert data != original.text.encode()

    copy = compare_license(data)

    assert copy.state == "typographic"
    assert [difference.kind for difference in copy.differences] == ["typography"]


def test_markup_behind_the_last_word_is_told_there(original: Original) -> None:
    (difference,) = compare_license(f"{original.text}\n---\n".encode()).differences

    assert (difference.clause, difference.line) == ("4.7", original.text.count("\n") + 2)


@pytest.mark.parametrize(
    "seen",
    [
        "for any un\u200blawful purposes",
        "for any \u202eunlawful\u202c purposes",
        "for any unlawful\ufeff purposes",
        "for any un\u00adlawful purposes",
        "for any ~~unlawful~~ purposes",
        "for any <s>unlawful</s> purposes",
        "for any <!-- un -->unlawful purposes",
        '<span style="display:none">for any unlawful</span> purposes',
        "for any unl\u0430wful purposes",
        "for any Unlawful purposes",
        "for any&zwj; unlawful purposes",
        "```not\nfor any unlawful purposes",
    ],
)
def test_what_hides_or_replaces_words_is_no_typography(original: Original, seen: str) -> None:
    copy = compare_license(original.with_words("for any unlawful purposes", seen))

    assert copy.state == "altered"
    assert [(difference.edition, difference.clause) for difference in copy.differences] == [("en", "3.1 4)")]


@pytest.mark.parametrize("missing", EDITIONS)
def test_one_edition_alone_is_partial(original: Original, missing: Edition) -> None:
    (kept,) = set(EDITIONS) - {missing}

    copy = compare_license(original.of_edition(kept).replace("“", '"').encode())

    assert copy == LicenseCopy(state="partial", version=CURRENT, encoding="utf-8", missing_editions=(missing,))


@pytest.mark.parametrize("kept", [{"title"}, {"heading"}, {"title", "heading"}])
def test_titles_and_headings_do_not_make_an_edition(original: Original, kept: set[str]) -> None:
    parts = [part for part in original.parts if part.edition == "zh" or part.kind in kept]

    copy = compare_license("\n\n".join(map(original.text_of, parts)).encode())

    assert copy == LicenseCopy(state="partial", version=CURRENT, encoding="utf-8", missing_editions=("en",))


def test_an_edition_missing_and_the_other_changed_is_altered_with_both_told(original: Original) -> None:
    copy = compare_license(original.of_edition("en").replace("perpetual", "temporary", 1).encode())

    assert (copy.state, copy.missing_editions) == ("altered", ("zh",))
    assert [(difference.edition, difference.clause) for difference in copy.differences] == [("en", "2.1")]


def test_an_edition_with_a_change_in_every_clause_is_not_missing(original: Original) -> None:
    text = original.text.translate(str.maketrans("的您须", "地你需"))
    chinese = [part for part in original.parts if (part.edition, part.kind) == ("zh", "clause")]
    assert not any(original.text_of(part) in text for part in chinese)

    copy = compare_license(text.encode())

    assert (copy.state, copy.missing_editions) == ("altered", ())


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00\xff\x80" * 1000, b"OpenAtom Model License, Version 1.0", codecs.BOM_UTF8],
    ids=["empty", "no text", "its name", "mark"],
)
def test_what_holds_no_clause_is_missing(data: bytes) -> None:
    copy = compare_license(data)

    assert copy == LicenseCopy(state="missing", version=CURRENT, encoding=copy.encoding)


def test_one_whole_clause_is_enough_not_to_be_missing(original: Original) -> None:
    copy = compare_license(original.part("en", "1.8").encode())

    assert copy.state == "altered"


def test_a_clause_short_of_a_word_is_not_whole(original: Original) -> None:
    copy = compare_license(original.part("en", "1.8").replace("Licensor and", "Licensor", 1).encode())

    assert copy.state == "missing"


def test_the_published_pdf_is_recognised_and_missing() -> None:
    data = b"%PDF-1.7 stands in for the published file"
    version = replace(CURRENT, pdfs=frozenset({sha256_of(data)}))

    assert compare_license(data, [version]) == LicenseCopy(state="missing", version=version, is_pdf=True)


def test_another_pdf_is_merely_missing() -> None:
    copy = compare_license(b"%PDF-1.7 another")

    assert (copy.state, copy.is_pdf) == ("missing", False)


def test_a_copy_is_held_against_the_version_that_it_is_of(original: Original) -> None:
    later = replace(CURRENT, id="LicenseRef-another", resource="__init__.py", clauses=())

    for data in (original.text.encode(), original.with_words("prominent notices", "notices")):
        assert compare_license(data, [CURRENT, later]).version == CURRENT
    assert compare_license(b"", [CURRENT, later]).version == later


def test_quotation_marks_of_windows_1252_are_typography(original: Original) -> None:
    english = original.of_edition("en").translate(str.maketrans("ⅠⅡⅢⅣ", "1234"))

    copy = compare_license(english.encode("windows-1252"))

    assert copy.encoding == "latin-1"
    assert {difference.clause for difference in copy.differences} == {"1", "2", "3", "4"}


@pytest.mark.parametrize("newline", ["\n", "\r\n", " \n\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_published_text_is_known_in_any_encoding_and_spacing(newline: str, encoding: str) -> None:
    text = canonical_text(CURRENT)

    assert is_published_text(text.replace("\n", newline).encode(encoding))
    assert not is_published_text(text.replace("Model", "Modell", 1).encode(encoding))
    assert not is_published_text((text + "x").encode(encoding))
    assert not is_published_text(text[: len(text) // 2].encode(encoding))


def test_what_is_far_too_long_or_short_is_not_even_decoded() -> None:
    assert not is_published_text(canonical_text(CURRENT).encode() + b" " * (1 << 20))
    assert not is_published_text(b"OpenAtom")
