"""When a notice of a base is retained, and when not: the four ways, the tricks, and what must not alarm."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest

from hatch_oaml import license as license_package
from hatch_oaml.authoring.notice_additions import notice_additions
from hatch_oaml.records.config import Waiver
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.records.modifications import Renaming
from hatch_oaml.retention.counterparts import Counterparts
from hatch_oaml.retention.judgement import judge_retention
from hatch_oaml.retention.outcomes import Location
from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.patterns import Patterns
from tests.shipping import LANTERN, judged, lost, recorded, shipped

LICENSE = files(license_package).joinpath("OpenAtom-Model-License-1.0.txt").read_bytes()
CODE = "\n".join(f"value_{number} = compute_the_thing({number}, 'word {number}')" for number in range(40))
OTHER_CODE = "\n".join(f"other_{number} = something_else_entirely({number} * 2)" for number in range(40))
HOLDER = "Copyright 2023 Ostrava Loom."
FILE = f"# {HOLDER}\n{CODE}\n"


def demo(header: str) -> str:
    return f"{header}\n{CODE}\nchanged = True\n"


# same place


def test_a_file_with_the_base_s_bytes_keeps_its_notices() -> None:
    retention = judged({"demo.py": FILE}, {"demo.py": FILE})

    assert [(HOLDER, Location(path=archive_path("demo.py"), line=1))] == [
        (kept.notice.text, kept.where) for kept in retention.retained
    ]
    assert [] == lost(retention)


def test_a_changed_file_that_still_has_the_notice_keeps_it() -> None:
    retention = judged({"demo.py": FILE}, {"demo.py": f'"""Demo."""\n# {HOLDER}\nprint()\n'})

    assert [2] == [kept.where.line for kept in retention.retained]


def test_a_notice_that_was_deleted_is_dropped_and_told_where_it_should_stand() -> None:
    retention = judged({"demo.py": FILE}, {"demo.py": CODE})

    [dropped] = retention.dropped
    assert (LANTERN, "demo.py", HOLDER, 1, "demo.py") == (
        dropped.base,
        dropped.path,
        dropped.notice.text,
        dropped.notice.line,
        dropped.near,
    )


@pytest.mark.parametrize(
    "header",
    [
        "# Copyright 2023-2025 Ostrava Loom.",
        "# Copyright 2019, 2023 Ostrava Loom.",
        "# Copyright 2020-present Ostrava Loom.\n# Copyright 2023 Ostrava Loom.",
    ],
)
def test_an_extended_year_is_kept(header: str) -> None:
    assert [] == lost(judged({"demo.py": FILE}, {"demo.py": demo(header)}))


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("# Copyright 2024 Ostrava Loom.", id="another year"),
        pytest.param("# Copyright Ostrava Loom.", id="the year dropped"),
        pytest.param("# Copyright 2023 Evil Ostrava Loom.", id="a name in front"),
        pytest.param("# Copyright 2023 Evil Corp, Ostrava Loom.", id="a name in front, with a comma"),
        pytest.param("# Copyright 2023 Ostrava Loomis.", id="letters added"),
        pytest.param("# Copyright 2023 Ostrava.", id="half of the name"),
        pytest.param("# Copyright 2023 Ostrava Loom Holdings.", id="a part of another holder"),
        pytest.param("# Copyright 2023 Ostrava L\u200boom.", id="a zero-width space"),
        pytest.param("# Copyright 2023 \u202eOstrava Loom.", id="text turned round"),
        pytest.param("# Copyright 2023 Ostrava L\u043e\u043em.", id="Cyrillic letters that look the same"),
        pytest.param("# Copyright 2023 Ostrava Lo\u00adom.", id="a soft hyphen"),
        pytest.param("# Copyright 2023 Somebody Else.", id="replaced"),
        pytest.param('NOTE = "Copyright 2023 Ostrava Loom."', id="in a string literal"),
        pytest.param('NOTE = """\nCopyright 2023 Ostrava Loom.\n"""', id="in a long string literal"),
    ],
)
def test_what_no_longer_says_the_same_is_altered(header: str) -> None:
    retention = judged({"demo.py": FILE}, {"demo.py": demo(header)})

    assert [HOLDER] == [altered.notice.text for altered in retention.altered]
    assert [] == list(retention.retained)


def test_a_narrowed_range_is_altered() -> None:
    base = "# Copyright 2018-2023 Ostrava Loom"
    retention = judged({"demo.py": base}, {"demo.py": "# Copyright 2020-2023 Ostrava Loom"})

    assert [("Copyright 2018-2023 Ostrava Loom", "Copyright 2020-2023 Ostrava Loom")] == [
        (altered.notice.text, altered.new.text) for altered in retention.altered
    ]


@pytest.mark.parametrize("character", ["\u200b", "\u200d", "\u2060", "\ufeff"])
def test_a_word_that_is_broken_so_that_no_tool_finds_it_does_not_keep_the_notice(character: str) -> None:
    header = f"# Copy{character}right 2023 Ostrava Loom."

    assert [HOLDER] == lost(judged({"demo.py": FILE}, {"demo.py": demo(header)}))


def test_an_emptied_file_keeps_nothing() -> None:
    assert [HOLDER] == lost(judged({"demo.py": FILE}, {"demo.py": ""}))


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- Copyright 2023 Ostrava Loom -->",
        '<span style="display:none">Copyright 2023 Ostrava Loom</span>',
        "<div hidden>Copyright 2023 Ostrava Loom</div>",
        "[//]: # (Copyright 2023 Ostrava Loom)",
        '<p style="font-size:0">Copyright 2023 Ostrava Loom</p>',
    ],
)
def test_what_html_hides_is_not_kept(hidden: str) -> None:
    retention = judged(
        {"docs/use.md": "# Use\n\nCopyright 2023 Ostrava Loom\n"}, {"docs/use.md": f"# Use\n\n{hidden}\n"}
    )

    assert ["Copyright 2023 Ostrava Loom"] == [altered.notice.text for altered in retention.altered]


def test_what_the_base_hid_may_stay_hidden() -> None:
    base = "<!-- Copyright 2023 Ostrava Loom -->\n# Use\n"

    assert [] == lost(judged({"docs/use.md": base}, {"docs/use.md": f"{base}More.\n"}))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Covered by U.S. Patent No. 7,654,321", "# Covered by U.S. Patent No. 7,654,999"),
        ("# Shuttlefly is a trademark of Ostrava Loom", "# Shuttlefly is a trademark of Somebody Else"),
        ("# Adapted from halloway/loomnet", "# Adapted from somebody/loomnet"),
        ("# SPDX-License-Identifier: Apache-2.0", "# SPDX-License-Identifier: MIT"),
    ],
)
def test_any_other_kind_of_notice_keeps_its_run_of_words(old: str, new: str) -> None:
    assert [] == lost(judged({"a.py": old}, {"a.py": f"x = 1\n{old}.\n"}))
    assert [old[2:]] == lost(judged({"a.py": old}, {"a.py": new}))


# what must not alarm


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("// Copyright 2023 Ostrava Loom.", id="comment style"),
        pytest.param("/*\n * Copyright 2023 Ostrava Loom.\n */", id="block comment"),
        pytest.param("#####\n# Copyright 2023 Ostrava Loom.   #\n#####", id="box"),
        pytest.param("        # Copyright 2023 Ostrava Loom.", id="indentation"),
        pytest.param("# Copyright 2023\n# Ostrava Loom.", id="wrap"),
        pytest.param("# Copyright 2021 Another\n# Copyright 2023 Ostrava Loom.", id="order"),
        pytest.param("# &copy; 2023 Ostrava Loom.", id="entity"),
        pytest.param('# "Copyright 2023 Ostrava Loom."', id="quotes"),
        pytest.param("# Copyright 2023 Ostrava Loom, 2025 Example Lab", id="another holder beside it"),
        pytest.param("# Copyright 2023 Ostrava Loom and Example Lab", id="another holder behind it"),
        pytest.param("# (c) 2023 Ostrava Loom", id="the sign for the word"),
        pytest.param("# Copyright (c) 2023 Ostrava Loom", id="word and sign"),
        pytest.param("# Copyright 2023 Ostrava Loom", id="no full stop"),
        pytest.param("# Copyright 2023 Ostrava Loom. All rights reserved.", id="rights reserved"),
        pytest.param('"""Demo.\n\nCopyright 2023 Ostrava Loom.\n"""', id="doc string"),
        pytest.param("# COPYRIGHT 2023 OSTRAVA LOOM", id="case"),
        pytest.param("# Copyright 2023 by Ostrava Loom", id="by"),
        pytest.param("# SPDX-FileCopyrightText: 2023 Ostrava Loom", id="SPDX"),
    ],
)
def test_form_is_no_matter(header: str) -> None:
    assert [] == lost(judged({"demo.py": FILE}, {"demo.py": demo(header)}))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Copyright 2018–2023 Loom", "Copyright 2018-2023 Loom", id="dash"),
        pytest.param("Copyright 2023 Loom, Inc.", "Copyright 2023 Loom Inc", id="Inc."),
        pytest.param("Copyright 2023 http://loom.example", "Copyright 2023 https://loom.example", id="https"),
        pytest.param("Copyright 2023 “Loom”", 'Copyright 2023 "Loom"', id="quotation marks"),
        pytest.param("版权所有（Ｃ）２０２３ 云梭科技", "版权所有 (c) 2023 云梭科技", id="full width"),
        pytest.param(
            "版权所有 2023 云梭科技，并保留所有权利。", "版权所有 2023 云梭科技", id="rights reserved, in Chinese"
        ),
        pytest.param("版权所有 2023 云梭科技", "Copyright (c) 2023 云梭科技", id="word in the other language"),
    ],
)
def test_spelling_is_no_matter(old: str, new: str) -> None:
    assert [] == lost(judged({"a.txt": old}, {"a.txt": f"{new}\n\nMore."}))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(demo(f"# {HOLDER}").replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(demo(f"# {HOLDER}").encode("utf-8-sig"), id="byte-order mark"),
        pytest.param(demo(f"# {HOLDER}").encode("utf-16"), id="UTF-16"),
    ],
)
def test_bytes_are_no_matter(data: bytes) -> None:
    assert [] == lost(judged({"demo.py": FILE}, {"demo.py": data}))


def test_another_chinese_encoding_is_no_matter() -> None:
    text = "# 版权所有 2023 云梭科技\n# 本文件是模型的演示程序\n"

    assert [] == lost(judged({"demo.py": text}, {"demo.py": f"{text}x = 1\n".encode("gb18030")}))


# moved


def test_a_notice_that_moved_to_the_notice_file_is_not_dropped() -> None:
    retention = judged({"demo.py": FILE}, {"demo.py": CODE, "NOTICE": f"demo.py:\n\n  {HOLDER}\n"})

    assert [(HOLDER, "NOTICE", 3)] == [(moved.notice.text, moved.to.path, moved.to.line) for moved in retention.moved]
    assert [HOLDER] == [kept.notice.text for kept in retention.retained]
    assert [] == lost(retention)


@pytest.mark.parametrize("name", ["src/demo.py", "src/*.py", "src/", LANTERN, "Lantern-7B"])
def test_the_notice_file_may_name_the_file_a_pattern_or_the_component(name: str) -> None:
    release = {"src/demo.py": CODE, "NOTICE": f"From {name}:\n\n{HOLDER}\n"}

    assert [] == lost(judged({"src/demo.py": FILE}, release))


@pytest.mark.parametrize("name", ["", "src/demo.pyc", "other/*.py", "Lantern-70B"])
def test_a_notice_file_that_names_something_else_does_not_keep_it(name: str) -> None:
    release = {"src/demo.py": CODE, "NOTICE": f"From {name}:\n\n{HOLDER}\n"}

    [dropped] = judged({"src/demo.py": FILE}, release).dropped

    assert Location(path=archive_path("NOTICE"), line=3) == dropped.unnamed


def test_only_a_notice_file_takes_notices() -> None:
    release = {"demo.py": CODE, "other.txt": f"demo.py:\n\n{HOLDER}\n"}

    assert [HOLDER] == lost(judged({"demo.py": FILE}, release))


# gone with its file, renamed


def test_a_notice_goes_with_its_file() -> None:
    assert [] == lost(judged({"demo.py": FILE}, {"other.py": OTHER_CODE}))


def test_a_renamed_file_must_keep_it() -> None:
    base = {"demo.py": FILE}

    assert [] == lost(judged(base, {"src/run.py": demo(f"# {HOLDER}")}))
    [dropped] = judged(base, {"src/run.py": demo("")}).dropped
    assert "src/run.py" == dropped.near


def test_a_file_that_moved_unchanged_keeps_it() -> None:
    retention = judged({"demo.py": FILE}, {"src/demo.py": FILE})

    assert ["src/demo.py"] == [kept.where.path for kept in retention.retained]


def test_half_of_the_lines_make_a_rename_and_a_third_do_not() -> None:
    lines = CODE.splitlines()
    half = "\n".join([*lines[:24], *OTHER_CODE.splitlines()[:16]])
    third = "\n".join([*lines[:13], *OTHER_CODE.splitlines()[:30]])

    assert [HOLDER] == lost(judged({"demo.py": FILE}, {"run.py": half}))
    assert [] == lost(judged({"demo.py": FILE}, {"run.py": third}))


def test_a_shared_header_makes_no_rename() -> None:
    header = "".join(f"# line {number} of a long header that every file of the project has\n" for number in range(90))
    base = {"demo.py": f"# {HOLDER}\n{header}\n{CODE}"}

    assert [] == lost(judged(base, {"run.py": f"{header}\n{OTHER_CODE}"}))


def test_a_file_that_was_merged_into_an_old_one_must_keep_it() -> None:
    base = {"demo.py": FILE, "run.py": OTHER_CODE}

    assert [HOLDER] == lost(judged(base, {"run.py": f"{OTHER_CODE}\n{CODE}"}))


def test_a_renamed_file_is_told_by_all_of_its_lines() -> None:
    """It is larger than 64 KiB, as is what was put before it: the beginnings of the two have nothing in common."""
    old = "\n".join(f"value_{number} = compute_the_thing({number}, 'word {number}')" for number in range(2500))
    new = "\n".join(f"other_{number} = something_else_entirely({number} * 2)" for number in range(2500))

    assert [HOLDER] == lost(judged({"demo.py": f"# {HOLDER}\n{old}"}, {"moved.py": f"{new}\n{old}"}))


def renamed(old: str, new: str, base: str | None = None) -> Renaming:
    return Renaming(base=base, old=archive_path(old), new=archive_path(new))


@pytest.mark.parametrize("base", [None, LANTERN])
def test_a_file_that_is_declared_to_be_a_rename_must_keep_it(base: str | None) -> None:
    release = {"moved.py": OTHER_CODE}

    assert [] == lost(judged({"demo.py": FILE}, release))
    assert [HOLDER] == lost(judged({"demo.py": FILE}, release, renamings=[renamed("demo.py", "moved.py", base)]))


def test_what_is_declared_goes_before_what_the_content_shows() -> None:
    release = {"moved.py": CODE, "kept.py": f"# {HOLDER}\n{OTHER_CODE}"}

    assert [HOLDER] == lost(judged({"demo.py": FILE}, release))
    assert [] == lost(judged({"demo.py": FILE}, release, renamings=[renamed("demo.py", "kept.py")]))


@pytest.mark.parametrize(
    "renaming",
    [renamed("demo.py", "gone.py"), renamed("other.py", "kept.py"), renamed("demo.py", "kept.py", "example-lab/Other")],
    ids=["to no file", "of another file", "of another base"],
)
def test_a_declaration_of_something_else_changes_nothing(renaming: Renaming) -> None:
    release = {"moved.py": CODE, "kept.py": f"# {HOLDER}\n{OTHER_CODE}"}

    assert [HOLDER] == lost(judged({"demo.py": FILE}, release, renamings=[renaming]))


def test_a_declaration_does_not_take_a_file_from_its_own_path() -> None:
    release = {"demo.py": CODE, "kept.py": f"# {HOLDER}\n{OTHER_CODE}"}

    assert [HOLDER] == lost(judged({"demo.py": FILE}, release, renamings=[renamed("demo.py", "kept.py")]))


@pytest.mark.parametrize("path", ["LICENSE", "NOTICE", "README.md", "AUTHORS", "MODEL_CARD.md"])
def test_a_notice_of_the_whole_tree_never_goes_while_the_weights_ship(path: str) -> None:
    base = {path: "MIT License\n\nCopyright 2023 Ostrava Loom\n"}

    assert "Copyright 2023 Ostrava Loom" in lost(judged(base, {}))


def test_a_notice_of_the_whole_tree_goes_if_nothing_of_the_base_ships() -> None:
    assert [] == lost(judged({"LICENSE": "Copyright 2023 Loom\n", "a.py": CODE}, {"b.py": OTHER_CODE}, model=False))


def test_a_notice_file_in_a_folder_goes_with_the_folder() -> None:
    base = {"vendor/LICENSE": "MIT License\n\nCopyright 2020 Mina\n", "vendor/a.py": CODE, "b.py": OTHER_CODE}

    assert [] == lost(judged(base, {"b.py": OTHER_CODE}))
    assert ["Copyright 2020 Mina"] == lost(judged(base, {"b.py": OTHER_CODE, "vendor/a.py": f"{CODE}\nx"}))


def test_a_notice_file_that_is_gone_is_told_as_one_file() -> None:
    base = {"NOTICE": "Lantern\nCopyright 2023 Loom\n\nWith yarn tables of Mina.\n", "a.py": CODE}

    retention = judged(base, {"a.py": CODE})

    assert [("NOTICE", ["Lantern", "Copyright 2023 Loom", "With yarn tables of Mina."])] == [
        (file.path, [notice.text for notice in file.notices]) for file in retention.dropped_files
    ]
    assert [] == list(retention.dropped)


def test_a_paragraph_that_is_gone_from_a_notice_file_is_dropped() -> None:
    base = {"NOTICE": "Lantern\n\nWith yarn tables of Mina.\n"}

    assert ["With yarn tables of Mina."] == lost(judged(base, {"NOTICE": "Lantern\n\nMore.\n"}))
    assert [] == lost(judged(base, {"NOTICE": "More.\n\nLantern\n\nWith yarn\ntables of Mina.\n"}))


def test_a_notice_file_may_change_its_suffix() -> None:
    base = {"NOTICE.txt": "With yarn tables of Mina.\n"}

    assert [] == lost(judged(base, {"NOTICE": "With yarn tables of Mina.\n\nAnd more.\n"}))


def test_the_license_itself_is_no_notice_of_the_base() -> None:
    assert [] == lost(judged({"LICENSE": LICENSE}, {}))


# several bases


def test_the_true_base_of_a_file_wins() -> None:
    ours = recorded({"demo.py": f"# Copyright 2020 Ours\n{CODE}"}, "a/Ours")
    theirs = recorded({"demo.py": f"# Copyright 2021 Theirs\n{OTHER_CODE}"}, "b/Theirs")

    retention = judged([ours, theirs], {"demo.py": f"{OTHER_CODE}\nmore = 1"})

    assert [("b/Theirs", "Copyright 2021 Theirs")] == [
        (dropped.base, dropped.notice.text) for dropped in retention.dropped
    ]


def test_where_the_true_base_cannot_be_told_each_keeps_its_claim() -> None:
    ours = recorded({"demo.py": "# Copyright 2020 Ours\n"}, "a/Ours")
    theirs = recorded({"demo.py": "# Copyright 2021 Theirs\n"}, "b/Theirs")

    assert ["Copyright 2020 Ours", "Copyright 2021 Theirs"] == lost(judged([ours, theirs], {"demo.py": "x"}))


# waived

WAIVER = Waiver(notice="Ostrava Loom", base=LANTERN, reason="The demo's weaving code was removed.")
LINES = CODE.splitlines()
LEFT = "\n".join(LINES[:10])
"""So little of it that a notice may have been of the rest."""


def test_a_waived_notice_is_neither_lost_nor_retained() -> None:
    retention = judged({"demo.py": FILE}, {"demo.py": LEFT}, WAIVER)

    assert [] == lost(retention)
    assert () == retention.retained
    assert () == retention.stale_waivers
    assert () == retention.unjustified_waivers


@pytest.mark.parametrize(
    "waiver",
    [
        pytest.param(Waiver(notice="Ostrava Loomis", base=LANTERN, reason="gone with the demo"), id="other words"),
        pytest.param(Waiver(notice="strava Loo", base=LANTERN, reason="gone with the demo"), id="parts of words"),
        pytest.param(Waiver(notice="Ostrava Loom", base="x/y", reason="gone with the demo"), id="another base"),
    ],
)
def test_a_waiver_that_names_something_else_covers_nothing_and_is_stale(waiver: Waiver) -> None:
    retention = judged({"demo.py": FILE}, {"demo.py": CODE}, waiver)

    assert [HOLDER] == lost(retention)
    assert [(waiver, 0)] == [(stale.waiver, stale.covered) for stale in retention.stale_waivers]


def test_a_waiver_of_what_is_retained_is_stale() -> None:
    [stale] = judged({"demo.py": FILE}, {"demo.py": FILE}, WAIVER).stale_waivers

    assert 0 == stale.covered


@pytest.mark.parametrize("expect", [1, 3])
def test_a_waiver_that_covers_another_number_is_stale(expect: int) -> None:
    waiver = Waiver(notice="Ostrava Loom", base=LANTERN, reason="The demos are gone.", expect=expect)
    base = {"a.py": FILE, "b.py": FILE + "b = 1\n"}

    [stale] = judged(base, {"a.py": "a", "b.py": "b"}, waiver).stale_waivers

    assert (waiver, 2) == (stale.waiver, stale.covered)


@pytest.mark.parametrize(
    ("reason", "lack"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("TODO", "placeholder"),
        ("TODO: explain", "placeholder"),
        ("待补", "placeholder"),
        ("n/a", "placeholder"),
        ("Not needed.", "placeholder"),
        ("Ostrava Loom", "repetition"),
    ],
)
def test_a_waiver_without_a_reason_is_unjustified(reason: str, lack: str) -> None:
    waiver = Waiver(notice="Ostrava Loom", base=LANTERN, reason=reason)

    [unjustified] = judged({"demo.py": FILE}, {"demo.py": CODE}, waiver).unjustified_waivers

    assert (waiver, lack) == (unjustified.waiver, unjustified.lack)


@pytest.mark.parametrize("notice", ["Copyright", "Copyright 2023", "版权所有", "All rights reserved"])
def test_a_waiver_of_just_any_notice_is_unjustified(notice: str) -> None:
    waiver = Waiver(notice=notice, base=LANTERN, reason="The demo's weaving code was removed.")

    [unjustified] = judged({"demo.py": FILE}, {"demo.py": CODE}, waiver).unjustified_waivers

    assert "unspecific" == unjustified.lack


PEOPLE = "Copyright 2021 Dogwood Code GmbH and 2022 Alder Research Ltd."
MARK = "AlderNet is a trademark of Alder Research Ltd."


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        (PEOPLE, "GmbH"),
        (PEOPLE, "Dogwood"),
        (PEOPLE, "Dogwood Code GmbH"),
        (PEOPLE, "Alder Research Ltd."),
        (MARK, "AlderNet"),
        (MARK, "trademark of"),
        ("版权所有 (c) 2022 云梭科技有限公司", "云梭"),
        ("版权所有 (c) 2022 云梭科技有限公司", "有限公司"),
    ],
)
def test_a_waiver_of_a_word_of_a_notice_lifts_nothing(text: str, notice: str) -> None:
    waiver = Waiver(notice=notice, base=LANTERN, reason="The demo's weaving code was removed.")
    retention = judged({"demo.py": f"# {text}\n{CODE}\n"}, {"demo.py": CODE}, waiver)

    assert [text] == lost(retention)
    [unjustified] = retention.unjustified_waivers
    assert unjustified.lack in {"fragment", "unspecific"}


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        (PEOPLE, PEOPLE),
        (PEOPLE, "Dogwood Code GmbH and 2022 Alder Research"),
        (MARK, MARK),
        ("版权所有 (c) 2022 云梭科技有限公司", "云梭科技"),
        ("Adapted from halloway/loomnet", "halloway/loomnet"),
    ],
)
def test_a_waiver_names_a_notice_by_all_of_its_holders_or_whole(text: str, notice: str) -> None:
    waiver = Waiver(notice=notice, base=LANTERN, reason="The demo's weaving code was removed.")
    retention = judged({"demo.py": f"# {text}\n{CODE}\n"}, {"demo.py": LEFT}, waiver)

    assert ([], ()) == (lost(retention), retention.unjustified_waivers)
    [waived] = retention.waived
    assert (waiver, text.rstrip("."), "demo.py") == (waived.waiver, waived.notice.text.rstrip("."), waived.near)


def remaining(base: str, release: dict[str, str], notice: str, path: str = "demo.py") -> list[tuple[str, int, int]]:
    """What is told to remain of the base's file, whose notice a waiver names."""
    waiver = Waiver(notice=notice, base=LANTERN, reason="The weaving code that this was about was removed.")
    retention = judged({path: base}, release, waiver)

    assert [] == lost(retention)
    assert all("still shipped" == unjustified.lack for unjustified in retention.unjustified_waivers)
    found = [unjustified.remains for unjustified in retention.unjustified_waivers]
    return [(remains.here, remains.shared, remains.lines) for remains in found if remains is not None]


CREDIT = "Adapted from halloway/loomnet"


@pytest.mark.parametrize("text", [HOLDER, CREDIT, MARK])
@pytest.mark.parametrize("path", ["demo.py", "chat.py"])
def test_a_notice_whose_file_ships_with_every_line_pertains_to_it(text: str, path: str) -> None:
    assert [(path, 40, 40)] == remaining(f"# {text}\n{CODE}", {path: f"{CODE}\nmore = 'a line of our own'\n"}, text)


@pytest.mark.parametrize("left", [39, 10])
def test_a_notice_may_be_of_a_passage_that_was_taken_out(left: int) -> None:
    text = "\n".join([*LINES[:20], f"# {CREDIT}", *LINES[20:]])

    assert [] == remaining(text, {"demo.py": "\n".join(LINES[:left])}, CREDIT)


@pytest.mark.parametrize(("left", "expected"), [(20, [("demo.py", 20, 40)]), (19, [])])
def test_the_only_copyright_above_a_file_is_of_all_of_it(left: int, expected: list[tuple[str, int, int]]) -> None:
    assert expected == remaining(FILE, {"demo.py": "\n".join(LINES[:left])}, "Ostrava Loom")


@pytest.mark.parametrize(
    "base",
    [
        pytest.param(f"# Copyright 2020 Kelp\n{FILE}", id="another copyright"),
        pytest.param("\n".join([*LINES[:35], f"# {HOLDER}", *LINES[35:]]), id="further down"),
        pytest.param(f"# {HOLDER}\n" + "\n".join(LINES[:11]), id="few lines"),
    ],
)
def test_a_copyright_may_be_of_a_passage_where_it_is_not_the_only_one_above_the_file(base: str) -> None:
    release = {"demo.py": "# Copyright 2020 Kelp\n" + "\n".join(LINES[:10])}

    assert [] == remaining(base, {"demo.py": release["demo.py"] + "\n" + "\n".join(LINES[12:34])}, "Ostrava Loom")


@pytest.mark.parametrize("path", ["NOTICE", "README.md"])
def test_a_notice_file_speaks_of_others_and_may_ship_without_an_entry(path: str) -> None:
    text = "\n".join(f"This component number {number} is theirs." for number in range(20))

    assert [] == remaining(f"{text}\n\n{HOLDER}\n", {path: text}, "Ostrava Loom", path)


def test_so_few_lines_tell_nothing_of_what_remains() -> None:
    few = "\n".join(LINES[:4])

    assert [] == remaining(f"# {CREDIT}\n{few}", {"demo.py": few}, CREDIT)
    assert [("demo.py", 5, 5)] == remaining(f"# {CREDIT}\n{few}\n{LINES[4]}", {"demo.py": f"{few}\n{LINES[4]}"}, CREDIT)


# other holders among those of the base

PERSON_BELOW = "# Copyright (C) 2012 ProWeft\n# Lucas Marker <lucas@loom.example>"
TRANSLATED = "# Copyright (C) 2012 ProWeft, Inc.\n# A Bo <a@loom.example>, 2005.\n# C Do <c@loom.example>, 2010."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PERSON_BELOW, PERSON_BELOW.replace("\n", "\n# Copyright (C) 2024 Mina Halloway\n")),
        (PERSON_BELOW, f"{PERSON_BELOW}\n# Copyright (C) 2024 Mina Halloway"),
        (
            "# (C) 2012 ProWeft AG\n# l@loom.example",
            "# (C) 2012 ProWeft AG\n# (C) 2024 Mina Halloway\n# l@loom.example",
        ),
        (TRANSLATED, TRANSLATED.replace("\n# C", "\n# X Yo <x@loom.example>, 2008.\n# C")),
        ("# (C) 2012 Mina Halloway, Udo Tessel", "# (C) 2012 Mina Halloway, Iris Weaver, Udo Tessel"),
        ("# (C) 2012 Mina Halloway", "# (C) 2012 _Mina Halloway_"),
        ("# (C) 1998,99,00 Mina Halloway", "# (C) 1998-2000 Mina Halloway"),
        ("# (C) 2010,09 Mina Halloway", "# (C) 2009-2010 Mina Halloway"),
        ("# (C) 2001,99,98 Mina Halloway", "# (C) 1998, 1999, 2001 Mina Halloway"),
        ("# (C) 1970,10 Mina Halloway", "# (C) 1970, 2010 Mina Halloway"),
        ("# (C) 2012 Mina Halloway and Udo Tessel", "# (C) 2012-2024 Mina Halloway, Iris Weaver and Udo Tessel"),
        (
            "# (C) 2012 Mina Halloway <m@loom.example>, Udo Tessel",
            "# (C) 2012 Mina Halloway <m@loom.example>, Iris Weaver, Udo Tessel",
        ),
    ],
)
def test_a_holder_whom_others_were_put_among_is_kept(old: str, new: str) -> None:
    retention = judged({"demo.py": demo(old)}, {"demo.py": demo(new)})

    assert ([], ()) == (lost(retention), retention.altered)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# (C) 2012 Halloway & Sons", "# (C) 2012 Halloway, Reed & Sons"),
        ("# (C) 2012 Mina Halloway, Udo Tessel", "# (C) 2012 Mina Halloway, Udo Weaver"),
        ("# (C) 2012 Mina Halloway, Udo Tessel", "# (C) 2013 Mina Halloway, Iris Weaver, Udo Tessel"),
        ("# (C) 2012 Mina Halloway, Udo Tessel", "# (C) 2012 Iris Weaver, Mina Halloway, Udo Tessel"),
        ("# (C) 2012 Loom Works, Inc.", "# (C) 2012 Loom Works, Mina Halloway, Inc."),
        (PERSON_BELOW, PERSON_BELOW.replace("Lucas Marker", "Mina Halloway")),
        (PERSON_BELOW, PERSON_BELOW.split("\n", maxsplit=1)[0]),
        (
            "# (C) 2012 ProWeft AG\n# l@loom.example",
            "# (C) 2024 ProWeft AG\n# (C) 2024 Mina Halloway\n# l@loom.example",
        ),
        ("# Copyright Mina Halloway <m@loom.example>, 2005.", "# Copyright Mina Halloway <m@loom.example>, 2009."),
        ("# (C) 2012 Mina Halloway <mina@loom.example>", "# (C) 2012 Mina <mina@loom.example>\n# Author: Halloway"),
    ],
)
def test_a_holder_whose_name_was_changed_among_others_is_altered(old: str, new: str) -> None:
    retention = judged({"demo.py": demo(old)}, {"demo.py": demo(new)})

    assert lost(retention) or retention.altered


# records are no notice files


@pytest.mark.parametrize("name", ["MODIFICATIONS.toml", "bases/lantern.toml", "model.gguf"])
def test_no_record_and_no_weights_keep_a_notice(name: str) -> None:
    text = f"demo.py of Lantern\n\n{HOLDER}\n"
    file = replace(shipped("NOTICE", text), path=archive_path(name), role="model" if name == "model.gguf" else "legal")
    bases = [recorded({"demo.py": FILE})]
    release = [file, shipped("demo.py", CODE)]
    finder = Counterparts(
        bases,
        Inventory(files=tuple(release)),
        [Renaming(base=None, old=archive_path("demo.py"), new=archive_path(name))],
    )
    records = frozenset({"MODIFICATIONS.toml", "bases/lantern.toml"})

    retention = judge_retention(bases, release, Patterns(("*",)), (), finder, records=records)

    assert [HOLDER] == lost(retention)


@pytest.mark.parametrize("year", ["2022", "2022-2025", "2019"])
def test_what_belonged_into_the_license_is_sent_to_no_file_that_must_be_verbatim(year: str) -> None:
    bases = [recorded({"LICENSE": "MIT License\n\nCopyright (c) 2022 Mina Halloway\n"})]
    release = [shipped("LICENSE", f"MIT License\n\nCopyright (c) {year} Mina Halloway\n\nAnd more\n")]
    finder = Counterparts(bases, Inventory(files=tuple(release)), [])

    asked = judge_retention(bases, release, Patterns(("NOTICE",)), (), finder, records=frozenset({"LICENSE"}))
    not_asked = judge_retention(bases, release, Patterns(("NOTICE",)), (), finder)

    assert [("LICENSE", None)] == [(dropped.path, dropped.near) for dropped in asked.dropped]
    assert () == asked.altered
    assert (year == "2019") == bool(not_asked.altered)


# mending


def test_what_the_additions_add_to_notice_is_retained() -> None:
    base = {
        "NOTICE": "Lantern\nCopyright 2023 Loom\n\nWith yarn tables of Mina.\n",
        "AUTHORS": "Mina Halloway\nJonas Reed\n",
        "LICENSE": "MIT License\n\nCopyright (c) 2022 Mina\n",
        "a.py": f"# Copyright 2019 Loom\n# Author: Jonas Reed\n{CODE}",
        "b.py": f"# Copyright 2019 Loom\n# Author: Jonas Reed\n{OTHER_CODE}",
        "c.py": "# Adapted from halloway/loomnet\n# 版权所有 (c) 2020 云梭科技\n",
        "package.json": '{"author": "Mina Halloway <mina@loom.example>"}',
        "docs/a.md": "“云梭”是云梭科技的商标。\n\nCovered by U.S. Patent No. 7,654,321\n",
    }
    base["d.py"] = "# Copyright 2018 Loom\n"
    release = {"a.py": CODE, "b.py": OTHER_CODE, "c.py": "x", "package.json": "{}", "docs/a.md": "x"}
    release["d.py"] = "# Copyright 2018 Evil Loom\n"
    broken = judged(base, release)
    assert len(lost(broken)) > 12

    for bases in ([], [recorded(base)]):
        mended = judged(base, {**release, "NOTICE": f"Ours.\n{notice_additions(broken, bases)}"})

        assert [] == lost(mended)
        assert "" == notice_additions(mended)


@pytest.mark.parametrize(
    "holder",
    [
        "Ada <script>x</script>",
        "Ada Fern <style> Ltd",
        "Ada Fern <!-- hidden --> Ltd",
        "~~Ada~~ Fern Ltd",
        "<s>Ada</s> Fern Ltd",
        "Ada Fern <ada@loom.example>",
        "Ada Fern https://loom.example/~ada",
    ],
)
def test_signs_that_hide_what_stands_between_them_hide_nothing_that_is_added(holder: str) -> None:
    base = {"a.py": f"# Copyright 2020 {holder}\n# Copyright 2021 Loom\n{CODE}", "b.py": f"# © 2022 Reed\n{OTHER_CODE}"}
    release = {"a.py": CODE, "b.py": OTHER_CODE}

    mended = judged(base, {**release, "NOTICE": notice_additions(judged(base, release))})

    assert [] == lost(mended)


def test_an_address_is_added_as_it_stands() -> None:
    base, release = {"a.py": f"# Copyright 2020 Ada <ada@loom.example> ~ 2021\n{CODE}"}, {"a.py": CODE}

    assert "Ada <ada@loom.example>" in notice_additions(judged(base, release))


def test_what_stands_there_already_and_helps_nobody_is_not_added_again() -> None:
    base, release = {"a.py": f"# Copyright 2020 Loom\n{CODE}", "b.py": f"# © 2022 Reed\n{OTHER_CODE}"}, {"a.py": CODE}
    above = "Ours.\n<!-- open\n"
    once = above + notice_additions(judged(base, release))

    hidden = judged(base, {**release, "b.py": OTHER_CODE, "NOTICE": once})
    again = notice_additions(hidden, present=once)

    assert ["Copyright 2020 Loom", "© 2022 Reed"] == lost(hidden)
    assert ("a.py" in again, "    © 2022 Reed" in again) == (False, True)
    assert "" == notice_additions(hidden, present=once + again)


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (
            "NOTICE",
            "Thing\nPortions derived from Seaweed, (c) 2023 Seaweed Contributors\n",
            "Thing Portions derived from Seaweed, (c) 2023 Seaweed Contributors",
        ),
        ("a.py", "# Derived from Seaweed, (c) 2023 Seaweed Contributors\n", "(c) 2023 Seaweed Contributors"),
        (
            "NOTICE.txt",
            "Kelp is a trademark of Kelp Ltd. Copyright 2022 Kelp Ltd.\n",
            "Kelp is a trademark of Kelp Ltd. Copyright 2022 Kelp Ltd.",
        ),
    ],
)
def test_a_line_of_the_base_s_is_not_torn_apart(path: str, text: str, line: str) -> None:
    files = {path: text, "model.safetensors": "m"}
    broken = judged(files, {"a.py": "x"})

    added = notice_additions(broken, [recorded(files)])

    assert [one for one in added.splitlines() if line in one], added
    assert 1 == added.count("    ")
    assert [] == lost(judged(files, {"a.py": "x", "NOTICE": added}))


def test_lines_of_two_records_of_one_name_are_not_mixed() -> None:
    line = "Copyright 2021 Ostrava Loom. US Patent 7,123,456. Loom is a trademark of Ostrava Loom."
    old = recorded({"a.py": f"# {line}\n"})
    new = replace(recorded({"a.py": "# Copyright 2022 Brno Shuttle\n"}), version="2.0")
    for bases in ([old, new], [new, old]):
        added = notice_additions(judged(bases, {"a.py": "x"}), bases)

        assert {f"    {line}", "    Copyright 2022 Brno Shuttle"} == {
            one for one in added.splitlines() if one.startswith("    ")
        }
        assert [] == lost(judged(bases, {"a.py": "x", "NOTICE": added}))


def test_files_that_lost_the_same_share_an_entry() -> None:
    base = {"a.py": f"# {HOLDER}\n", "b.py": f"# {HOLDER}\n#\n"}

    text = notice_additions(judged(base, {"a.py": "a", "b.py": "b"}))

    assert text.count(HOLDER) == 1
    assert "\na.py:\nb.py:\n\n    Copyright 2023 Ostrava Loom.\n" in text


# what ships of a folder


def test_a_notice_of_a_folder_is_due_while_any_file_of_it_ships() -> None:
    base = {"kelp/NOTICE": f"{HOLDER}\n", "kelp/one.py": CODE, "kelp/two.py": OTHER_CODE}

    assert [HOLDER] == lost(judged(base, {"kelp/one.py": CODE}, model=False))
    assert [] == lost(judged(base, {"else.py": "x = 1\n"}, model=False))


@pytest.mark.parametrize(("path", "expected"), [("README.md", []), ("demo.py", [HOLDER])])
def test_a_notice_of_the_whole_tree_is_kept_by_the_base_s_own_notice_file_and_one_of_a_file_is_not(
    path: str, expected: list[str]
) -> None:
    text = f"# Loom\n\n{HOLDER}\n\n{CODE}\n" if path == "README.md" else FILE
    license_text = f"MIT License\n\n{HOLDER}\n"

    retention = judged(
        {path: text, "LICENSE-MIT": license_text},
        {path: f"# Loom\n\n{CODE}\n", "LICENSE-MIT": f"{license_text}Copyright 2026 Beacon Works\n"},
    )

    assert expected == [dropped.notice.text for dropped in retention.dropped]


def test_a_notice_of_the_whole_tree_is_not_kept_by_a_notice_file_that_was_not_the_base_s() -> None:
    retention = judged({"README.md": f"# Loom\n\n{HOLDER}\n"}, {"README.md": "# Loom\n", "LICENSE-MIT": f"{HOLDER}\n"})

    assert [HOLDER] == [dropped.notice.text for dropped in retention.dropped]
