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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This is a fork of [ostrava/loom](https://loom.example/a).\n", True),
        ("# Fork of `loom`: weaving in R\n", True),
        ("This repository is a modified fork of Ostrava Loom.\n", True),
        ("This is a fork of a process.\n", False),
        ("Semloom is a fork of Loom and reads its patterns.\n", False),
        ("本项目 fork 自 [loom](https://loom.example/a)，保留其优点。\n", True),
        ("本仓库 fork 自 `ostrava/loom` 。\n", True),
        ("Fork自：ostrava/loom\n", True),
        ("// 从 main fork 出一个进程\n", False),
        ("// 分支 a 也 fork 自 main 并加文件 c.txt\n", False),
    ],
)
def test_a_fork_is_told_by_what_it_is_of(text: str, expected: bool) -> None:  # noqa: FBT001  # a truth table
    assert expected == bool(found("a.md", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Derived from code by Halloway, 2021\n", True),
        ("# Derived from code by @mina0x | weaving\n", True),
        ("# loom.py v0.1 ported from old_loom.py v0.1 by Halloway\n", True),
        ("# Ported from loom/src/terminal/parser.zig\n", True),
        ("# Loosely based on the WeavesWell plugin by [Mina Halloway]\n", True),
        ("# Their claims are derived from code by this pass\n", False),
        ("# The value is taken from src/weave/parser.py\n", False),
    ],
)
def test_one_name_behind_code_is_enough_and_so_is_the_tree_that_a_port_is_from(
    text: str,
    expected: bool,  # noqa: FBT001  # a truth table
) -> None:
    assert expected == bool(found("a.py", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Special thanks to @mina and @udo_t.\n", True),
        ("Special thanks to:\n    Mina Halloway\n    Udo Tessel\n", True),
        ("Thanks to Mina Halloway for the patch.\n", True),
        ("Thanks to Loom Patterns, it weaves at once.\n", False),
        ("Thanks to Python nothing is slow.\n", False),
        ("A flexible loom thanks to Chainweave and PyLoom\n", False),
    ],
)
def test_thanks_go_to_people_and_not_to_what_makes_a_thing_work(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == bool(found("a.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        'system = "You are Loom, created by Mina AI."\n',
        "system = 'I am Loom, an assistant developed by Mina AI.'\n",
        'system = "你是云梭，由北窗科技开发。"\n',
    ],
)
def test_what_a_model_is_told_of_itself_is_no_notice(text: str) -> None:
    assert [] == found("a.py", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("// Created by mina halloway on 14/07/20.\n", ["Created by mina halloway on 14/07/20."]),
        (" * $Author ：云梭开发团队\n", ["Author ：云梭开发团队"]),
        (" * $Author: mina $\n", []),
        ("@author: lin,Mina\n", ["@author: lin,Mina"]),
    ],
)
def test_a_label_is_one_whatever_its_writer_puts_before_or_behind_it(text: str, expected: list[str]) -> None:
    assert expected == found("a.php", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*图 3　改编自 Halloway (1986)（原书附录）*\n", True),
        ("改编自官方 `run_loom.py`。\n", True),
        ("当前计算基于开源项目：\n\n`ostrava/loom`\n", True),
        ("本文基于开源项目：\n\n> https://loom.example/a\n", True),
        ("该游戏改编自 ABC 的原创系列。\n", False),
        ("该剧改编自陈墨的同名小说。\n", False),
        ("其中 Loom 衍生自 BSD，所以也支持。\n", False),
    ],
)
def test_a_story_and_a_license_are_no_work_that_a_program_is_made_of(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == bool(found("a.md", text))


def test_a_sentence_in_a_program_s_text_is_told_without_the_program() -> None:
    assert ["本程序由云梭工作室编写。"] == found("a.py", 'print("本程序由云梭工作室编写。")\n')
    assert ["written by Mina Halloway"] == found("a.js", 'const about = { note: "written by Mina Halloway", x: 1 }\n')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("__author__ = 'mina, udo'\n", True),
        ("AUTHOR = 'general.author'\n", False),
        (
            "# This code is based on the work of Mina Halloway and Udo\n# Tessel in, then forked from com.loom.base.\n",
            True,
        ),
        ("# THIS SOFTWARE IS PROVIDED BY THE AUTHOR ``AS IS'' AND ANY WARRANTY IS DENIED.\n", False),
        ("# 本项目参考了 mina 的消息总结插件，但重新写过\n", True),
        ("# 本项目参考了 Loom 文档\n", False),
        ("# 数据由8家交易平台提供。\n", False),
        ("# 感谢以下产品对项目的赞助：\n", False),
        ("# 感谢原作者的开源工作。\n", False),
        ("- [x] 基于 PyLoom 训练更好的模型\n- [x] 打通 [loom](https://loom.example/a)\n", False),
    ],
)
def test_somebody_or_some_work_is_named_in_the_sentence_itself(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == bool(found("a.py", text))


@pytest.mark.parametrize(
    "text",
    [
        "/*\n * originally written by:\n *\n *      Mina Halloway (Loom Institute) mina@loom.example\n */\n",
        "// Code taken from The Loom Programming Handbook\n",
        "// Adapted from the Loomhaus `weave` cookbook tutorial.\n",
        "// 内容参考自：https://loom.example/a\n",
        "// Heavily inspired by:\n// [the loom](https://loom.example/a)\n",
    ],
)
def test_an_origin_or_an_author_may_stand_below_an_empty_line_or_be_a_title(text: str) -> None:
    assert 1 == len(found("a.c", text))


@pytest.mark.parametrize("text", ["// Adapted from the internet\n", "// 参考 :class: 与 #57\n"])
def test_what_names_no_work_tells_no_origin(text: str) -> None:
    assert [] == found("a.c", text)
