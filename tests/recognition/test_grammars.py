"""What the grammars make of sentences, one law at a time."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.recognition.grammars import found_in
from hatch_oaml.recognition.marking import marked_line
from hatch_oaml.recognition.reading import Reading
from hatch_oaml.values.paths import archive_path


def sure(text: str) -> list[tuple[str, str]]:
    return [(found.kind, text[found.start : found.end]) for found in found_in(Reading(text=text)) if found.sure]


@pytest.mark.parametrize(
    "text",
    [
        "Based on some factors beyond control, some patterns in [Loom](https://loom.example/loom) may go.",
        "Any weaver based on research should read https://loom.example/loom once a year.",
    ],
)
def test_based_on_alone_tells_no_origin_where_an_address_stands_far_away(text: str) -> None:
    assert [] == sure(text)


def test_what_is_made_by_somebody_is_told_with_its_sentence() -> None:
    assert [("attribution", "本工具由云梭实验室开发。")] == sure("本工具由云梭实验室开发。")


@pytest.mark.parametrize("text", ["状态：非贡献", "声明: 非贡献", "Status: Not a Contribution", "本文件为非贡献"])
def test_a_label_before_the_marking_leaves_it_a_marking_in_both_languages(text: str) -> None:
    assert 1 == marked_line(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Copyright 2020 " + "Loom " * 200, "Copyright 2020 " + "Loom " * 79 + "Loom"),
        ("Copyright 2020 Loom: see the manual", "Copyright 2020 Loom"),
        ("Copyright 2020 Loom some of whose many threads by far are long", "Copyright 2020 Loom"),
        ("版权归林晚舟所有 <wan@loom.example>", "版权归林晚舟所有 <wan@loom.example>"),
        ("Copyright 2020 by:\nMina <mina@loom.example>\nudo <udo@loom.example>", None),
    ],
)
def test_a_holder_goes_as_far_as_it_is_a_name(text: str, found: str | None) -> None:
    assert [("copyright", found or text)] == sure(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Copyright 2020 MIT License", "Copyright 2020"),
        ("Copyright (c) 2020\nThis file is part of Loom", "Copyright (c) 2020"),
    ],
)
def test_years_that_nobody_is_named_behind_are_told_and_claim_nothing_for_certain(text: str, found: str) -> None:
    (only,) = found_in(Reading(text=text))

    assert (found, False) == (text[only.start : only.end], only.sure)


@pytest.mark.parametrize("text", ["Copyright. Thus it is told", "当サイトの著作権は権利者に帰属します"])
def test_who_is_not_named_holds_nothing_for_certain(text: str) -> None:
    assert [] == sure(text)


@pytest.mark.parametrize(
    "text",
    [
        "代码参考了 https://loom.example/loom/issues/57",
        "Copyright. Mina Halloway",
        "Author:\nHomepage: https://loom.example/x",
        "LOOM_TABLE ©",
    ],
)
def test_what_points_elsewhere_or_is_code_is_no_notice(text: str) -> None:
    assert [] == [kind for kind, _ in sure(text) if kind in {"copyright", "attribution"}]


@pytest.mark.parametrize(
    "text",
    [
        "请上传著作权归属协议",
        "委托作品的著作权归属",
        "著作权的归属由委托人和受托人约定",
        "title: '作品的著作权归属', trigger",
        "본 책의 저작권은 저자에게 있습니다.",
        "コンテンツの著作権は、ユーザーに帰属します。",
    ],
)
def test_what_is_said_of_the_right_itself_names_no_holder(text: str) -> None:
    assert [] == sure(text)


@pytest.mark.parametrize(
    "text",
    [
        "版权属于林晚舟，wan@loom.example",
        "云梭语音软件V1.0，软著登记号：2018SR123456",
        "Copyright (C) 2013-2022 by Mina Halloway <code at loom.example>",
        "著作權所有 © 2024 KT. Liong",
    ],
)
def test_an_address_a_number_and_initials_belong_to_the_notice(text: str) -> None:
    assert [("copyright", text)] == sure(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Loom is a registered trademark of loomworks AG.", None),
        ("Loom is a trademark of Ostrava. It does not imply a license.", "Loom is a trademark of Ostrava."),
        ('"Loom" is a registered trademark of loom.com.br.', None),
    ],
)
def test_whose_mark_it_is_may_be_written_small_and_ends_the_sentence(text: str, found: str | None) -> None:
    assert [("trademark", found or text)] == sure(text)


@pytest.mark.parametrize(
    "text", ["It can be woven in a manner not covered by patents.", "It was never protected by a patent."]
)
def test_what_no_patent_covers_is_told_by_no_patent_notice(text: str) -> None:
    assert [] == sure(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The icons are copyrighted by Loom Cloud, and you can use them.", "copyrighted by Loom Cloud"),
        ("@版权：Loom 云梭\n@时间：2019", "版权：Loom 云梭"),
        ("版权：mina@loom.example", None),
    ],
)
def test_a_holder_is_read_behind_any_label_and_up_to_what_is_said_next(text: str, found: str | None) -> None:
    assert [("copyright", found or text)] == sure(text)


def test_a_label_behind_which_nobody_is_named_takes_no_field_below_for_a_name() -> None:
    assert [] == sure("版权：\n描述：\n修改人：linwan")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Copyright or (C) or Copr. Commissariat a la Weberei", None),
        ("Copyright or © or Copr. Ecole des Looms (2012-2014)", None),
        ("(C) Copr. 1986-92 Numerical Looms", None),
        ("北窗网络科技有限公司版权所有\nLoom Group Co., Ltd", "北窗网络科技有限公司版权所有"),
        ("北窗教育科技有限公司 版权所有\n@Name: Loom", "北窗教育科技有限公司 版权所有"),
        ("北窗教育科技有限公司版权所有（loom.example）", "北窗教育科技有限公司版权所有"),
    ],
)
def test_a_head_of_several_words_is_one_and_a_company_before_the_word_needs_none_behind(
    text: str, found: str | None
) -> None:
    assert ("copyright", found or text) in sure(text)


def test_a_build_service_at_a_sentence_s_beginning_has_no_copyright() -> None:
    assert [] == sure("Measured on Mock and\nCOPR. Split the looms only if asked")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("这项技术受多项美国和国际专利保护。", True),
        ("受以下一项或多项美国专利保护：5,070,526，5,488,650", True),
        ("由于一些算法在最新版本中受专利保护，因此装旧的", False),
    ],
)
def test_a_patent_in_chinese_protects_this_work_or_has_a_number(text: str, is_one: bool) -> None:  # noqa: FBT001  # a truth table
    assert is_one == bool(sure(text))


@pytest.mark.parametrize(
    "text",
    [
        "The dragon logo is a trademark of [Ostrava / Loom Security](https://loom.example/)",
        "Loom est une marque déposée de [Ostrava, Inc.](https://loom.example)",
        "Loom®는 한국에서 사용되는 Ostrava의 등록상표이며, 허가를 받았다",
    ],
)
def test_whose_mark_it_is_may_be_a_link_and_the_sentence_may_go_on(text: str) -> None:
    assert ["trademark"] == [kind for kind, _ in sure(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Copyright (c) loomhaus, Inc.", "Copyright (c) loomhaus, Inc."),
        ("Copyright (c) weave.js GmbH", "Copyright (c) weave.js GmbH"),
        ("copyright (c) of weaves, nothing else", None),
        ("copyright: Specify the owner of the file.", None),
        ("copyright: Identify the holders", None),
        ("Original work Copyright (C) 2011 Mina Halloway", "Original work Copyright (C) 2011 Mina Halloway"),
    ],
)
def test_a_company_may_write_its_name_small_and_a_field_s_documentation_names_nobody(
    text: str, found: str | None
) -> None:
    assert ([] if found is None else [("copyright", found)]) == sure(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("“云梭”是云梭科技有限公司的注册商标，未经许可不得使用。", True),
        ("Loom is a registered trademark of Loom Works and may not be used without prior written permission.", True),
        ("不得将其作为云梭科技有限公司的注册商标使用。", False),
        ("You may not say that Loom is a registered trademark of Loom Works.", False),
    ],
)
def test_whose_mark_it_is_stays_a_notice_where_its_use_is_forbidden_behind(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_one == bool(sure(text))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "a.svg",
            "<cc:Work><dc:rights><cc:Agent><dc:title>Copyright 2021 Loom</dc:title></cc:Agent></dc:rights></cc:Work>",
        ),
        ("Info.plist", "<plist><dict><key>Rights</key>\n<string>Copyright 2021 Loom</string></dict></plist>"),
    ],
)
def test_the_tags_of_metadata_are_no_part_of_a_holder(path: str, text: str) -> None:
    assert ["Copyright 2021 Loom"] == [notice.text for notice in extract(archive_path(path), text.encode()).notices]
