"""Where a copy departs from the license, and how it is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.license import Edition, Extra, LicenseDifference, compare_license
from hatch_oaml.license.markings import Piece, bracketed
from hatch_oaml.values.bilingual import Bilingual
from tests.growing import grows_linearly

if TYPE_CHECKING:
    from hatch_oaml.license.markings import PieceState
    from tests.license.conftest import Original

MARKS: dict[str, PieceState] = {"[-": "gone", "{+": "come"}


def parted(diff: str) -> tuple[Piece, ...]:
    """The pieces that are shown as `diff`, as long as no word of theirs looks like a mark."""
    found = re.findall(r"\[-.*?-\]|\{\+.*?\+\}|.+?(?=\[-|\{\+|\Z)", diff)
    return tuple(
        Piece(state=MARKS[part[:2]], text=part[2:-2]) if part[:2] in MARKS else Piece(state="same", text=part)
        for part in found
    )


@pytest.mark.parametrize(
    ("published", "other", "clause", "diff"),
    [
        ("2) You must retain", "2) You may retain", "3.1 2)", "2) You [-must-] {+may+} retain all copyright,"),
        ("with prominent notices", "with notices", "3.1 3)", "the Complementary Material with [-prominent-] notices stating that You"),
        ("with prominent notices", "with very prominent notices", "3.1 3)", "the Complementary Material with {+very+} prominent notices stating that"),
        ("fifty percent (50%)", "sixty percent (60%)", "1.10", "ii) ownership of [-fifty-] {+sixty+} percent ([-50-]{+60+}%) or more"),
        ("SectionⅡ Intellectual", "SectionⅡ Industrial", "2", "SectionⅡ [-Intellectual-] {+Industrial+} Property Rights"),
        ("1.4 “Complementary", "11.4 “Complementary", "1.4", "{+1+}1.4 “"),
        ("1.4 “Complementary", "“Complementary", "1.4", "[-1.4-] “Complementary Material”"),
        ("1.9 “You” (or", "2.8 “You” (or", "1.9", "[-1.9-] {+2.8+} “You” ("),
        ("2.2 Grant of Patent License\n\nSubject", "2.2\n\nSubject", "2.2", "2.2 [-Grant of Patent License-] Subject to the terms"),
        ("您必须保留本", "您可以保留本", "3.1 2)", "2） 您[-必须-]{+可以+}保留本“模型”“"),
        ("以显著方式", "以方式", "3.1 3)", "3） 您必须以[-显著-]方式向本“模型”"),
        ("1.8 贡献者：", "1.8 贡献者（人）：", "1.8", "1.8 贡献者{+（人）+}：是指许可方及许"),
    ],
)  # fmt: skip
def test_changed_words_are_told_with_their_clause_line_and_neighbours(
    original: Original, published: str, other: str, clause: str, diff: str
) -> None:
    data = original.with_words(published, other)
    edition: Edition = "en" if published.isascii() or "“" in published or "Ⅱ" in published else "zh"
    line = original.text.partition(published)[0].count("\n") + 1

    copy = compare_license(data)

    assert copy.differences == (
        LicenseDifference(kind="changed", edition=edition, clause=clause, line=line, pieces=parted(diff)),
    )
    assert (copy.extra_before, copy.extra_after, copy.missing_editions) == (None, None, ())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_is_the_copys_own(original: Original, end: str) -> None:
    data = original.with_words("2) You must retain", "2) You may retain").decode()

    copy = compare_license(data.replace("\n", end).replace(f"{end}{end}", f"{end}{end}{end}").encode())

    before = data.partition("may retain")[0]
    assert [difference.line for difference in copy.differences] == [1 + before.count("\n") + before.count("\n\n")]


def test_what_cannot_be_seen_is_shown(original: Original) -> None:
    copy = compare_license(original.with_words("stating that You modified", "stating that\u200b You modified"))

    assert [difference.diff for difference in copy.differences] == [
        "prominent notices stating that{+<U+200B>+} You modified the files"
    ]


def test_changes_side_by_side_are_one_difference(original: Original) -> None:
    copy = compare_license(original.with_words("stating that You modified the", "saying that You modified their"))

    assert [difference.diff for difference in copy.differences] == [
        "Material with prominent notices [-stating-] {+saying+} that You modified [-the-] {+their+} files and how You"
    ]


def test_white_space_within_a_word_is_no_difference_beside_one(original: Original) -> None:
    data = (
        original.with_words("with prominent notices", "with notices").decode().replace("stating that", "sta ting that")
    )

    assert [difference.diff for difference in compare_license(data.encode()).differences] == [
        "the Complementary Material with [-prominent-] notices stating that You"
    ]


def test_changes_apart_are_several_differences(original: Original) -> None:
    data = original.with_words("prominent notices", "notices").decode().replace("worldwide", "national", 1)

    assert [(difference.clause, difference.kind) for difference in compare_license(data.encode()).differences] == [
        ("2.1", "changed"),
        ("3.1 3)", "changed"),
    ]


def test_a_missing_clause_is_told_at_what_comes_before_it(original: Original) -> None:
    clause = original.part("en", "1.9")

    copy = compare_license(original.with_words(f"{clause}\n\n", ""))

    assert copy.differences == (
        LicenseDifference(
            kind="missing",
            edition="en",
            clause="1.9",
            line=97,
            pieces=parted(
                "[-1.9 “You” (or “Your”) means an individual or legal entity exercising permissions granted by this License.-]"
            ),
        ),
    )


def test_the_heading_that_scancode_lacks_is_told(original: Original) -> None:
    copy = compare_license(original.with_words("一、定义\n\n", ""))

    assert copy.differences == (
        LicenseDifference(kind="missing", edition="zh", clause="1", line=3, pieces=parted("[-一、定义-]")),
    )


def test_a_paragraph_put_in_belongs_to_the_clause_before_it(original: Original) -> None:
    clause = original.part("en", "1.9")

    copy = compare_license(original.with_words(clause, f"{clause}\n\nAnd so forth."))

    assert [(difference.clause, difference.diff) for difference in copy.differences] == [
        ("1.9", "by this License. {+And so forth.+}")
    ]


def test_a_clause_before_all_others_has_moved_too(original: Original) -> None:
    clause = original.text[original.text.index("1.9 “You” (or") :].partition("\n\n")[0]
    data = f"{clause}\n\n{original.text.replace(clause, '')}"

    kinds = {(found.kind, found.clause, found.line) for found in compare_license(data.encode()).differences}

    assert ("moved", "1.9", 1) in kinds


def test_a_clause_in_another_place_has_moved(original: Original) -> None:
    clause = original.part("en", "1.9")
    data = original.with_words(f"{clause}\n\n", "").decode().replace("SectionⅡ", f"{clause}\n\nSectionⅡ")

    (moved, added) = compare_license(data.encode()).differences

    assert (moved.kind, moved.edition, moved.clause) == ("moved", "en", "1.9")
    assert moved.line == data.partition(clause)[0].count("\n") + 1
    assert (added.kind, added.line) == ("changed", moved.line)


@pytest.mark.parametrize(("first", "second"), [("zh", "en"), ("en", "zh")])
def test_the_languages_kept_apart_are_told_once(original: Original, first: Edition, second: Edition) -> None:
    before = original.of_edition(first)

    copy = compare_license(f"{before}\n{original.of_edition(second)}".encode())

    assert [(difference.kind, difference.edition) for difference in copy.differences] == [("regrouped", second)]
    assert copy.differences[0].line > before.count("\n")
    assert (copy.extra_before, copy.extra_after, copy.missing_editions) == (None, None, ())


def test_a_word_changed_in_languages_kept_apart_is_told_in_its_clause(original: Original) -> None:
    english = original.of_edition("en").replace("perpetual", "temporary", 1)

    copy = compare_license(f"{original.of_edition('zh')}\n{english}".encode())

    assert [(difference.kind, difference.clause) for difference in copy.differences] == [
        ("regrouped", ""),
        ("changed", "2.1"),
    ]


def test_words_around_the_license_are_extra(original: Original) -> None:
    copy = compare_license(f"\nCopyright 2025 X\n\n{original.text}\n\n版权所有\n某公司\n".encode())

    assert copy.state == "altered"
    assert copy.differences == ()
    assert copy.extra_before == Extra(line=2, text="Copyright 2025 X")
    assert copy.extra_after == Extra(line=original.text.count("\n") + 6, text="版权所有某公司")


def test_extra_words_that_begin_like_the_license_are_extra_all_the_same(original: Original) -> None:
    copy = compare_license("开源声明\n".encode() + original.with_words("prominent notices", "notices"))

    assert copy.extra_before == Extra(line=1, text="开源声明")
    assert [difference.clause for difference in copy.differences] == ["3.1 3)"]


def test_long_words_are_shortened(original: Original) -> None:
    copy = compare_license(original.text.encode() + b"lorem ipsum " * 1000)

    assert copy.extra_after is not None
    assert len(copy.extra_after.text) < 300


@pytest.mark.parametrize(
    ("edition", "clause", "citation"),
    [
        ("en", "", Bilingual(en="the title (English)", zh="标题（英文文本）")),
        ("zh", "3", Bilingual(en="the heading of section 3 (Chinese)", zh="第 3 部分的标题（中文文本）")),
        ("zh", "1.10", Bilingual(en="clause 1.10 (Chinese)", zh="第 1.10 款（中文文本）")),
        ("en", "3.1 2)", Bilingual(en="clause 3.1 2) (English)", zh="第 3.1 款第 2）项（英文文本）")),
    ],
)
def test_a_place_is_cited_as_the_license_cites_it(edition: Edition, clause: str, citation: Bilingual) -> None:
    assert LicenseDifference(kind="changed", edition=edition, clause=clause, line=1).citation == citation


HOSTILE = {
    "han": ("", "的"),
    "prose": ("", "lorem ipsum dolor sit amet, "),
    "combining marks": ("a", "\u0301\u0323"),
    "marks": ("", "#"),
    "list": ("", "- * "),
    "rules": ("", "---\n"),
    "entities": ("", "&#x4e00;"),
    "tags": ("", "<b"),
    "lines": ("", "\r\n"),
}


@pytest.mark.parametrize("size", [300_000, pytest.param(3_000_000, marks=pytest.mark.huge)])
@pytest.mark.parametrize(("first", "piece"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_megabytes_are_compared_in_linear_time(original: Original, first: str, piece: str, size: int) -> None:
    changed = original.with_words("prominent notices", "notices").decode()

    def compare(size: int) -> None:
        hostile = first + piece * (size // len(piece.encode()))
        for data in (
            hostile,
            hostile + changed,
            changed + hostile,
            changed.replace("SectionⅡ", f"{hostile}\nSectionⅡ"),
        ):
            compare_license(data.encode())

    assert grows_linearly(compare, size)


def test_a_long_stretch_is_not_overlooked(original: Original) -> None:
    stretch = "lorem ipsum " * 50_000

    copy = compare_license(original.with_words("with prominent notices", f"with {stretch} prominent notices"))

    (difference,) = copy.differences
    assert (difference.edition, difference.clause) == ("en", "3.1 3)")
    assert difference.diff.startswith("the Complementary Material with {+lorem ipsum")


def test_a_word_hidden_in_a_long_stretch_of_nothing_is_not_overlooked(original: Original) -> None:
    nothing = " " * 100_000

    copy = compare_license(original.with_words("with prominent notices", f"with{nothing}no{nothing}prominent notices"))

    assert [(difference.edition, difference.clause) for difference in copy.differences] == [("en", "3.1 3)")]


def test_a_long_stretch_of_nothing_is_nothing(original: Original) -> None:
    data = original.with_words("with prominent notices", f"with{' ' * 200_000}notices")

    assert [difference.diff for difference in compare_license(data).differences] == [
        "the Complementary Material with [-prominent-] notices stating that You"
    ]


def test_words_gone_behind_the_first_word_of_a_clause_are_missed_where_they_stood(original: Original) -> None:
    clause = original.part("en", "4.2")
    first, rest = clause.split(" ", 1)
    copy = compare_license(original.with_words(clause, f"{first} {rest.split(' ', 3)[3]}"))

    [found] = copy.differences
    assert "changed" == found.kind
    assert original.text[: original.text.index(clause)].count("\n") + 1 == found.line


def test_words_that_look_like_a_mark_are_words(original: Original) -> None:
    [difference] = compare_license(original.with_words("You must retain", "You must [-not-] retain")).differences

    assert "come" in {piece.state for piece in difference.pieces}
    assert "gone" not in {piece.state for piece in difference.pieces}
    assert bracketed(difference.pieces) == difference.diff
