"""Who made a work, and what it comes from, is found wherever a header, a manual page or a sentence tells it, and where it ends."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path


def found(path: str, text: str) -> list[str]:
    notices = extract(archive_path(path), text.encode()).notices
    return [notice.text for notice in notices if notice.kind == "attribution" and notice.sure]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            "a.c",
            " * Author: Mina Halloway (mina@loom.example),\n *\t   Department of Looms,\n",
            ["Author: Mina Halloway (mina@loom.example), Department of Looms"],
        ),
        (
            "a.c",
            " * Authors:\tMina Halloway\n *\t\tUdo v. Tessel, <udo@loom.example>\n",
            ["Authors: Mina Halloway Udo v. Tessel, <udo@loom.example>"],
        ),
        (
            "a.c",
            "/* Author: Mina Halloway\n           mina@loom.example\n*/\n",
            ["Author: Mina Halloway mina@loom.example"],
        ),
        ("a.c", " * Author: Mina Halloway\n * It weaves threads\n", ["Author: Mina Halloway"]),
        ("a.c", " * Author:\n * (C) 2020 Mina Halloway\n", []),
    ],
)
def test_an_author_label_goes_on_with_what_is_indented_more(path: str, text: str, expected: list[str]) -> None:
    assert expected == found(path, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (".SH AUTHOR\nMina Halloway and the Loom community.\n", ["AUTHOR Mina Halloway and the Loom community."]),
        (".SH AUTHORS\nMina Halloway\n", ["AUTHORS Mina Halloway"]),
        (".SH AUTHOR\nWritten by Mina Halloway.\n", ["Written by Mina Halloway."]),
        (".SH NAME\nLoom Weaver\n", []),
    ],
)
def test_a_manual_page_tells_its_author_below_a_heading(text: str, expected: list[str]) -> None:
    assert expected == found("loom.1", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Upstream Author: Mina Halloway\n", ["Upstream Author: Mina Halloway"]),
        (
            "# loom.lang\n# written by Mina Halloway\n# modified by Udo Tessel\n",
            ["written by Mina Halloway", "modified by Udo Tessel"],
        ),
        ("# The threads were\n# modified by Mina Halloway.\n", ["The threads were modified by Mina Halloway."]),
        ("# Some threads are free\n# Written by Mina Halloway\n", ["Written by Mina Halloway"]),
        ("Contributed to GNU Loom by Mina Halloway\n", ["Contributed to GNU Loom by Mina Halloway"]),
        ("Earlier work by Mina Halloway and Udo Tessel.\n", ["Earlier work by Mina Halloway and Udo Tessel."]),
        ("# list modified by Callback during iteration\n", []),
        ("# a backend based on the threads provided by LoomKit.\n", []),
        ("author: NotRequired[str]\n", []),
    ],
)
def test_who_made_it_is_told_by_people_and_not_by_programs(text: str, expected: list[str]) -> None:
    assert expected == found("a.py", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# This comes from X11R5 (mit/util/loom.sh).\n", ["This comes from X11R5 (mit/util/loom.sh)."]),
        ("# This comes from the fact that looms weave (see above).\n", []),
        (
            "# Derived from the file loom.h in the Ostrava package.\n",
            ["Derived from the file loom.h in the Ostrava package."],
        ),
        ("# Taken from GNU Loom, 2001\n", ["Taken from GNU Loom, 2001"]),
        ("# This is a port of loom.c by Mina Halloway.\n", ["This is a port of loom.c by Mina Halloway."]),
        (
            "# loom.c by Mina <mina@loom.example>\n# Based on https://loom.example/a.c\n# by Udo Tessel with a notice\n",
            ["Based on https://loom.example/a.c by Udo Tessel with a notice"],
        ),
        ("# Set the path based on the version of VC\n", []),
        ("/*! loom.js | based on shuttle.js by Mina Halloway | MIT */\n", ["based on shuttle.js by Mina Halloway"]),
    ],
)
def test_an_origin_is_told_by_a_work_and_where_or_whose_it_is(text: str, expected: list[str]) -> None:
    assert expected == found("a.py", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" * 作者：linwanzhou\n", ["作者：linwanzhou"]),
        (" * 作者： mr.Lin\n", ["作者： mr.Lin"]),
        (" * 作    者   : 林晚舟\n", ["作 者 : 林晚舟"]),
        ("'程式撰寫: Lin\n", ["程式撰寫: Lin"]),
        (" * @author linwanzhou\n", ["@author linwanzhou"]),
        (" * @author lin,Mina\n", ["@author lin,Mina"]),
        (" * Created by linwanzhou on 2017/11/1.\n", ["Created by linwanzhou on 2017/11/1."]),
        (" * @author code generator\n", []),
        (" * @author admin\n", []),
        ("# 作者：None\n", []),
    ],
)
def test_a_nickname_behind_a_tag_or_a_label_in_chinese_is_who_made_it(text: str, expected: list[str]) -> None:
    assert expected == found("a.java", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            " * 来源：力梭（LoomCode）\n * 链接：https://loom.example/a\n",
            ["来源：力梭（LoomCode）链接：https://loom.example/a"],
        ),
        (" * 来源：网络\n * 作者：林晚舟\n", ["作者：林晚舟"]),
        ("// 代码来自@linwanzhou\n", ["代码来自@linwanzhou"]),
        ("// 下面代码来自于 loom\\grid\\Action 修改\n", ["下面代码来自于 loom\\grid\\Action 修改"]),
        ("// 如果代码来自间接 eval\n", []),
        (
            "// 织机移植代码\n// 代码来源：https://loom.example/a\n",
            ["代码来源：https://loom.example/a"],
        ),
        ("// 灵梭\n// 衍生自 Loom (https://loom.example/a)\n", ["衍生自 Loom (https://loom.example/a)"]),
    ],
)
def test_an_origin_in_chinese_is_a_site_with_its_address_a_package_or_an_account(
    text: str, expected: list[str]
) -> None:
    assert expected == found("a.java", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aplicación desarrollada por Mina Halloway.\n", ["Aplicación desarrollada por Mina Halloway."]),
        ("Entwickelt von Mina Halloway.\n", ["Entwickelt von Mina Halloway."]),
        ("Entwickelt von einer Gruppe.\n", []),
    ],
)
def test_who_made_it_is_told_in_other_languages(text: str, expected: list[str]) -> None:
    assert expected == found("a.txt", text)


def test_what_somebody_did_is_no_sure_notice_among_the_names_of_a_list() -> None:
    text = "Mina Halloway <mina@loom.example>\nFixed numerous looms early in the year\n"

    assert ["Mina Halloway <mina@loom.example>"] == found("AUTHORS", text)


@pytest.mark.parametrize(
    "text",
    [
        "It is deemed a mode of using an interface provided by the Library.\n",
        "Copyright: MPL 1.2 or GPL 2+\n",
        "Copyright (c) 2003-${current.year} Ostrava Loom\n",
    ],
)
def test_a_license_its_name_and_a_year_to_fill_in_are_no_notice(text: str) -> None:
    notices = extract(archive_path("a.txt"), text.encode()).notices

    assert [] == [notice.text for notice in notices if notice.sure]
