"""What still says the same keeps a notice, and what says less does not."""

from __future__ import annotations

import pytest

from hatch_oaml.records.notice import Notice, NoticeKind
from hatch_oaml.retention.kept_notices import match_for
from hatch_oaml.retention.naming import Names
from hatch_oaml.retention.pairing import likeness, pair


def notice(text: str, kind: NoticeKind = "copyright") -> Notice:
    return Notice(kind=kind, text=text, line=1, end_line=1)


@pytest.mark.parametrize("text", ["© ©", "Copyright.", "All rights reserved."])
def test_a_copyright_that_names_nobody_is_kept_by_itself_alone(text: str) -> None:
    assert notice(text) == match_for(notice(text), [notice(text)])
    assert match_for(notice(text), [notice("Copyright 2020 Acme")]) is None


def test_years_without_a_holder_are_kept_by_as_many_years() -> None:
    assert match_for(notice("Copyright 2020"), [notice("Copyright 2020-2024")]) is not None
    assert match_for(notice("Copyright 2020"), [notice("Copyright 2021")]) is None


def test_the_years_of_a_name_may_stand_on_either_side_of_it() -> None:
    assert match_for(notice("Acme (c) 2020"), [notice("(c) 2020 Acme")]) is not None
    assert match_for(notice("Acme (c) 2020, 2021"), [notice("Acme (c) 2021")]) is None


def test_what_became_of_a_notice_is_of_its_kind_and_alike() -> None:
    assert likeness(notice("Copyright 2020 Ostrava Loom"), notice("Copyright 2020 Ostrava Loop")) > 0
    assert 1.0 == likeness(notice("Copyright 2020 Acme"), notice("Copyright 2024 Acme"))
    assert 0 == likeness(notice("Copyright 2020 Acme"), notice("Copyright 2020 Acme", "patent"))
    assert 0 == likeness(notice("Some words of a notice", "patent"), notice("Other things entirely here", "patent"))


def named_by(path: str, text: str, name: str = "demo.py") -> set[int]:
    return Names([path], [text]).naming(name, "lab/lantern")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From demo.py:", True),
        ("This holds for lantern.", True),
        ("src/*.py and more", False),
        ("*.py", True),
        ("[ is no pattern", False),
        ("* / *", False),
        ("mydemo.py2", False),
        ("*.py, but !demo*", True),
    ],
)
def test_a_notice_file_names_a_path_a_pattern_or_the_work(text: str, expected: bool) -> None:  # noqa: FBT001  # a truth table
    assert expected == bool(named_by("NOTICE", text))


def test_a_name_that_begins_with_a_sign_stands_apart_too() -> None:
    assert named_by("NOTICE", "see .env", ".env")
    assert not named_by("NOTICE", "see a.env", ".env")


def test_of_several_notice_files_those_are_told_that_name_it() -> None:
    names = Names(("NOTICE", "NOTICE-lantern", "A", "B"), ("demo.py", "", "d*.py", "of mydemo.py"))

    assert {0, 1, 2} == names.naming("demo.py", "lab/lantern")
    assert {0, 2} == names.naming("demo.py", "lab/kelp")
    assert {1, 2} == names.naming("d.py", "lab/lantern")


def test_two_notices_without_words_are_alike() -> None:
    assert 1.0 == likeness(notice("—", "patent"), notice("--", "patent"))


def test_a_notice_file_that_has_the_work_in_its_name_names_it() -> None:
    assert named_by("NOTICE-lantern.txt", "")
    assert not named_by("NOTICE-other.txt", "")


def test_what_goes_on_over_paragraphs_is_kept_by_the_one_in_which_it_begins() -> None:
    texts = ("Made by a loom.", "Written by Wick Glass", "of the Lantern Works.")
    paragraphs = [
        Notice(kind="attribution", text=text, line=line, end_line=line, whole=True)
        for line, text in enumerate(texts, 1)
    ]

    kept_by = match_for(notice("Written by Wick Glass of the Lantern Works.", "attribution"), paragraphs)

    assert paragraphs[1] == kept_by


def test_a_short_range_of_years_ends_in_its_own_century() -> None:
    assert match_for(notice("Copyright 1998-03 Acme"), [notice("Copyright 1998-2003 Acme")]) is None
    assert match_for(notice("Copyright 2019-21 Acme"), [notice("Copyright 2019, 2020, 2021 Acme")]) is not None
    assert match_for(notice("Copyright 2019-21 Acme"), [notice("Copyright 2019, 2020 Acme")]) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Copyright 2020 Weber &amp; Sons", "Copyright 2020 Weber & Sons"),
        ("Copyright 2019-present Acme", "Copyright 2019-now Acme"),
        ("Copyright 2020 Acme", "Copyright 2019-present Acme"),
        ("Copyright 2020 Acme, Loom and", "Copyright 2020 Acme, Loom"),
    ],
)
def test_one_claim_in_other_letters_keeps_the_notice(old: str, new: str) -> None:
    assert notice(new) == match_for(notice(old), [notice(new)])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Copyright 2019-present Acme", "Copyright 2019 Acme"),
        ("Copyright 2018 Acme", "Copyright 2019-present Acme"),
        ("Copyright 2020 Weber & Sons", "Copyright 2020 Weber"),
    ],
)
def test_a_claim_that_says_less_does_not(old: str, new: str) -> None:
    assert match_for(notice(old), [notice(new)]) is None


def test_a_copyright_became_the_one_of_its_own_holder_however_far_away() -> None:
    old = notice("Copyright 2020 Loom Works")

    assert 1.0 == likeness(old, notice("Copyright 2024 Loom Works"))
    assert 0.0 == likeness(old, Notice(kind="copyright", text="Copyright 2023 Aster", line=90, end_line=90))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("© 2005 Ada Fern", "Copyright: © 2005 Ada Fern [1]_"),
        ("Copyright 2005 Ada Fern [#one]_", "Copyright 2005 Ada Fern"),
        ("Copyright 2005 Ada Fern [12]", "Copyright 2005 Ada Fern [2]"),
    ],
)
def test_the_mark_of_a_footnote_is_no_part_of_a_name(old: str, new: str) -> None:
    assert notice(new) == match_for(notice(old), [notice(new)])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Authors: Ada Fern", "Author: Ada Fern"),
        ("Author: Ada Fern", "Authors: Ada Fern, Bo Reed"),
        ("Description: A loom taken from https://loom.example/x", "A loom taken from https://loom.example/x"),
        ("Note: adapted from https://loom.example/x", "Adapted from https://loom.example/x"),
        ("说明：改编自 https://loom.example/x", "改编自 https://loom.example/x"),
    ],
)
def test_a_label_is_no_part_of_an_attribution(old: str, new: str) -> None:
    assert notice(new, "attribution") == match_for(notice(old, "attribution"), [notice(new, "attribution")])


def test_an_attribution_that_goes_on_with_the_copyright_keeps_it() -> None:
    whole = notice("Adapted from https://loom.example/x Copyright 2020 by the Loom authors.", "attribution")

    assert whole == match_for(notice("Copyright 2020 by the Loom authors."), [whole])
    assert match_for(notice("Copyright 2020 by the Loom"), [whole]) is None
    assert match_for(notice("Copyright 2019 by the Loom authors."), [whole]) is None


@pytest.mark.parametrize("sign", ["?", "\ufffd", "Â©", "Ã‚Â©", "漏", "ｩ", "c", "C", "[c]", "<C>", "_", "(C)", "©"])
def test_a_garbled_sign_makes_no_other_notice(sign: str) -> None:
    there = notice(f"Copyright {sign} 2023 Ostrava Loom")

    assert there == match_for(notice("Copyright © 2023 Ostrava Loom"), [there])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Copyright 2025 Beacon Works", 1),
        ("Copyright (c) 2024-2026 Beacon Works Ltd.", 3),
        ("(C) Beacon Works", 7),
        ("版权所有 2025 灯塔工坊", 15),
    ],
)
def test_a_holder_who_stands_in_another_s_place_took_it_whatever_the_years(text: str, line: int) -> None:
    new = Notice(kind="copyright", text=text, line=line, end_line=line)

    assert likeness(notice("Copyright 2023 Ostrava Loom"), new) > 0


@pytest.mark.parametrize(("line", "whole"), [(16, False), (90, False), (7, True)])
def test_a_holder_who_stands_elsewhere_did_not(line: int, whole: bool) -> None:  # noqa: FBT001  # a truth table
    new = Notice(kind="copyright", text="Copyright 2025 Beacon Works", line=line, end_line=line, whole=whole)

    assert 0.0 == likeness(notice("Copyright 2023 Ostrava Loom"), new)


def far(text: str, kind: NoticeKind = "copyright") -> Notice:
    return Notice(kind=kind, text=text, line=200, end_line=200)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (
            "Copyright 2020 Ostrava Loom. All rights reserved. Licensed under the MIT license.",
            "Copyright 2021 Beacon AB. All rights reserved. Licensed under the MIT license.",
            "copyright",
        ),
        ("Copyright The University of Ostrava", "Copyright The University of Beaconfield", "copyright"),
        (
            "版权所有 (c) 2020 云梭科技有限公司，保留所有权利",
            "版权所有 (c) 2021 北窗网络有限公司，保留所有权利",
            "copyright",
        ),
        ("本软件著作权归云梭科技所有", "本软件著作权归北窗研究院所有", "copyright"),
        ("Copyright 2020 Mina Halloway", "Copyright 2020 Mina Tesselberg", "copyright"),
        (
            "This code is adapted from https://github.com/ostrava/loom",
            "This code is adapted from https://github.com/beacon/lamp",
            "attribution",
        ),
        (
            "Loom is a registered trademark of Ostrava Inc.",
            "Lamp is a registered trademark of Beacon Inc.",
            "trademark",
        ),
    ],
)
def test_what_two_strangers_both_say_does_not_make_one_notice_of_theirs(old: str, new: str, kind: NoticeKind) -> None:
    assert 0.0 == likeness(notice(old, kind), far(new, kind))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Copyright 2020 Ostrava Loom Research. All rights reserved.", "Copyright 2021 Ostrava Loom", "copyright"),
        ("Copyright 2020 Ostrava Loom", "Copyright 2020 Ostrawa Loom GmbH", "copyright"),
        ("版权所有 (c) 2020 云梭科技有限公司", "版权所有 (c) 2021 云梭科技（北京）有限公司", "copyright"),
        ("Copyright ?2020 Ostrava Loom", "Copyright 2021 Ostrava Loom", "copyright"),
        ("Copyright 2020", "Copyright 2021", "copyright"),
        ("Adapted from https://github.com/ostrava/loom", "Based on github.com/ostrava/loom v2", "attribution"),
    ],
)
def test_a_notice_whose_names_go_on_became_another_wherever_it_stands(old: str, new: str, kind: NoticeKind) -> None:
    assert likeness(notice(old, kind), far(new, kind)) > 0


def test_an_address_replaced_in_its_place_is_what_became_of_the_old_one() -> None:
    old = notice("This code is adapted from https://github.com/ostrava/loom", "attribution")

    assert likeness(old, notice("This code is adapted from https://github.com/beacon/lamp", "attribution")) > 0


def test_of_several_notices_those_most_alike_become_one_another() -> None:
    old = [notice("Copyright 2020 Ostrava Loom"), notice("Copyright 2019 Udo Tessel")]
    new = [notice("Copyright 2024 Udo Tessel"), notice("Copyright 2025 Beacon AB"), far("Copyright 2024 Lamp AB")]

    assert {0: 1, 1: 0} == pair(old, new)


@pytest.mark.parametrize(
    ("kind", "text", "other"),
    [
        ("attribution", '__author__ = "Mina Halloway"', '__author__: str = "Mina Halloway"'),
        ("attribution", '__credits__ = ["Mina Halloway"]', '__credits__: list[str] = ["Mina Halloway"]'),
        ("attribution", "Created by Mina Halloway on 2020/1/1.", "Created by Mina Halloway on 2020-01-01"),
        ("attribution", "Created by Mina Halloway on 2020.01.31", "Created by Mina Halloway on 2020/1/31"),
        ("trademark", "Loom® is a mark of Weft AB.", "Loom(R) is a mark of Weft AB."),
        ("trademark", "Loom™ is a mark of Weft AB.", "Loom (TM) is a mark of Weft AB."),
        ("patent", "covered by US Patent 7,123,456.", "covered by U.S. Patent No. 7123456"),
        ("patent", "covered by U.S. Patent Nos. 7,123,456", "covered by US Patent 7,123,456"),
    ],
)
def test_another_notation_of_the_same_keeps_it(kind: NoticeKind, text: str, other: str) -> None:
    assert match_for(notice(text, kind), [notice(other, kind)]) is not None
    assert match_for(notice(other, kind), [notice(text, kind)]) is not None


@pytest.mark.parametrize(
    ("kind", "text", "other"),
    [
        ("attribution", "Created by Mina Halloway on 2020/1/1.", "Created by Mina Halloway on 2020/1/11"),
        ("attribution", "Created by Mina Halloway on 2020/1/1.", "Created by Mina Halloway on 2021-01-01"),
        ("attribution", '__author__ = "Mina Halloway"', '__author__: str = "Udo Tessel"'),
        ("trademark", "Loom® is a mark of Weft AB.", "Loop(R) is a mark of Weft AB."),
        ("patent", "covered by US Patent 7,123,456.", "covered by U.S. Patent No. 7123457"),
        ("patent", "covered by US Patent 7,123,456.", "covered by EP Patent No. 7123456"),
    ],
)
def test_another_day_name_or_number_keeps_nothing(kind: NoticeKind, text: str, other: str) -> None:
    assert match_for(notice(text, kind), [notice(other, kind)]) is None
