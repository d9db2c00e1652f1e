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
        "Copyright (c) 2003-${current.year} ${name}\n",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Port of Mina Halloway's code from:\n# https://loom.example/a\n", True),
        ("# Port of: {@link https://loom.example/a}\n", True),
        ("# This started off as a port of the ``LOOM`` demonstration.\n", True),
        ("# The port of the machine\n", False),
        ("# This is a slightly modified version of the Ostrava Loom code.\n", True),
        ("# Returns a modified version of the Loom.\n", False),
        ("# A fork of the PyLoom sampler that weaves once\n", True),
        ("# These are bindings for libloom_x, which is a fork of libloom[1]\n", True),
        ("# Inspired by ComfyLoom-GGUF\n", True),
        ("# Inspired by LoomLayer\n", False),
        ("# this parser is largely inspired from the loom parser : https://loom.example/a\n", True),
        ("# Original Loom color scheme (https://loom.example/a)\n", True),
        ("# Original code and weights from https://loom.example/a\n", True),
        ("# This ratio was originally proposed by Halloway and Tessel\n", False),
        ("# from https://loom.example/a\n", False),
        ("# This is an adaptation from 'loom.path' by Mina Halloway (@mina)\n", True),
        ("# This is an adaptation of a loom\n", False),
        ("# Code ported to Loom.js from http://loom.example/a\n", True),
        ("# Based on the html4loom writer by Mina Halloway.\n", True),
        ("# Code borrowed w/ love from: https://loom.example/a\n", True),
    ],
)
def test_a_port_a_fork_and_a_changed_copy_are_told_by_their_work(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == bool(found("a.py", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Class adapted from mne-loom\n", True),
        ("# Compute it (adapted from loomstats).\n", True),
        ("# This file is adapted from the pattern library.\n", True),
        ("# Shader ported from o3loom sample to Weave\n", True),
        ("# These functions are modified from the PyLoom versions.\n", True),
        ("# Taken from mina20's patch (slightly modified)\n", True),
        ("# adapted from scratch\n", False),
        ("# adapted from weave_threads() above\n", False),
        ("# the byte borrowed from the next sample\n", False),
        ("# copied from codeweaver, but without signs\n", False),
        ("# adapted with permission from authors\n", False),
    ],
)
def test_a_package_is_a_work_though_its_name_is_written_small(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == bool(found("a.py", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Author: mina-pktd\n", ["Author: mina-pktd"]),
        ("Author: required\n", []),
        ("# Loomworks Author(s): Mina Halloway\n", ["Loomworks Author(s): Mina Halloway"]),
        ("Origin Author: Mina Halloway\n", ["Origin Author: Mina Halloway"]),
        ("# 作者：linwan 时间：2013/8/9\n", ["作者：linwan 时间：2013/8/9"]),
        ("# It weaves (thanks to Mina Halloway)\n", ["It weaves (thanks to Mina Halloway)"]),
        ("# The threads provided by the LOOM file.\n", []),
        (
            "# algorithms developed by Halloway, M.A. and Tessel, U.\n",
            ["algorithms developed by Halloway, M.A. and Tessel, U."],
        ),
    ],
)
def test_who_made_it_is_told_by_a_nickname_and_by_initials_too(text: str, expected: list[str]) -> None:
    assert expected == found("a.py", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Autor: Mina Halloway\n# Fecha: 2020\n", ["Autor: Mina Halloway"]),
        (" * Auteur : Weav\n * Date de creation : 2015\n", ["Auteur : Weav"]),
        ("# Autore: Gianni Tessitore\n", ["Autore: Gianni Tessitore"]),
        ("  auteur : Auteur;\n", []),
        ("AUTOR: Wer mag jetzt noch ein altes Buch lesen\n", []),
        ("% Weaves\n% Adaptado de A. Tressel, Loom Playing\n", ["Adaptado de A. Tressel, Loom Playing"]),
        ("# Le code est inspiré de : https://loom.example/a\n", ["Le code est inspiré de : https://loom.example/a"]),
        ("// Basado en el código de Mina Halloway\n", ["Basado en el código de Mina Halloway"]),
        ("// Adaptado de `b16_xml/LoomBinding`.\n", []),
        ("// aktualisiert basierend auf Ihren Garnen\n", []),
        ("# src/lib/loom.ts から移植\n", ["src/lib/loom.ts から移植"]),
        (" * Inspiré de http://loom.example/a\n * $zip = new Loom();\n", ["Inspiré de http://loom.example/a"]),
        ('" Author: Mina <mina@loom.example>\n" Based on weave.vim by Udo Tessel\n', 2),
    ],
)
def test_heads_and_origins_in_other_languages_and_in_vim(text: str, expected: list[str] | int) -> None:
    notices = found("a.txt", text)

    assert expected == (len(notices) if isinstance(expected, int) else notices)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本项目基于开源项目 `ostrava/loom-x` 的思路与代码演进而来。\n", True),
        ("基于 [Loom-Weave](https://loom.example/a) 项目，使用模型。\n", True),
        ("状态展示借鉴 [dsh-loom](https://loom.example/a)（MIT）。\n", True),
        ("可借鉴 [dsh-loom](https://loom.example/a)。\n", False),
        ("[Loom](https://loom.example/a) — 项目最初基于该脚手架。\n", True),
        ("[Loom](https://loom.example/a) — 一个框架，作者众多\n", False),
        ("此项目源自 Quote-Loom 中的示例。\n", True),
        ("原项目地址：[Loom](https://loom.example/a)\n", True),
        ("- [原项目地址](https://loom.example/a)\n", True),
        ("从原项目地址下载。\n", False),
        ("上面的代码移植自Loomux，可以看出来。\n", True),
        ("本代码修改自Ref 1，2两个Repo\n", False),
        ("初稿原始代码移植自DesignLoom.cpp 2016\n", False),
        ("前端魔改自`TinyLoom`, 部署方式大同小异.\n", True),
        ("思路来自 newsloom 的动态调整\n", True),
        ("思路来自于快速幂\n", False),
        ("翻译自Loomata官方帮助文档\n", True),
        ("移植自 mina LoomWeaver 下载填充\n", True),
        ("移植自 loom-options-page.tsx 之内容\n", False),
        ("您可以基于 [Loom](https://loom.example/a) 训练自己的模型\n", False),
    ],
)
def test_an_origin_in_chinese_names_its_work(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == bool(found("a.md", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Duck typing lifted from the loom.js source.\n", True),
        ("# Colors taken from LoomHub's CSS\n", True),
        ("# the value is taken from Loom's flags\n", False),
        ("# The algorithm is derived from the original p0f/fp_loom.c\n", True),
        ("# The value is derived from the original value\n", False),
        ("# This code is taken from Mina Halloway's Loom::Weave 0.04\n", True),
        ("# Adapted from the CircLoom MATLAB toolbox [1].\n", True),
        ("Rewrite of https://loom.example/weave\n", True),
        ("# Code from: https://loom.example/go\n", True),
        ("# Adaptation of work of Kelvin Lindsay(kelvin@loom.example)\n", True),
        ("# Adaptation of work of a day\n", False),
        ("# This function is a Python adaptation of the `loom.weave` function\n", True),
        ("# This is a fork of the upstream pyloom project by its former developers.\n", True),
        ("# This is a rewrite of the machine.\n", False),
        ("# The code is based on:\n# https://loom.example/metrics.py\n", True),
        ("# Memory based pooling from `Loom` (https://loom.example)\n", False),
        ("# 'LoLA: Low-Rank Adaptation of Large Looms' https://loom.example/abs/1\n", False),
        ("# Based in large parts on Array Loom\n# https://loom.example/a, page 32\n", True),
        ("# Based on LinearLoom::GetSamples.\n", False),
        ("# Based from the original code from Loom Platforms, Inc. and affiliates.\n", True),
        ("# values based somewhat on weather\n", False),
        ('# This is based on the code from paper "Loom: Weaving Local Threads".\n', True),
        ("# Part of the integration was inspired by mina/loomy but it has no link.\n", True),
        ("# Part of it was inspired by nature\n", False),
    ],
)
def test_what_follows_a_verb_of_origin_is_a_work_in_any_of_its_forms(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == bool(found("a.py", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('" Maintainer:\tMina Halloway <mina@loom.example>\n', ["Maintainer: Mina Halloway <mina@loom.example>"]),
        ("# Original Creator: Mina <mina@loom.example>\n", ["Original Creator: Mina <mina@loom.example>"]),
        (
            "# Acknowledgment: Mina Halloway <mina@loom.example>\n",
            ["Acknowledgment: Mina Halloway <mina@loom.example>"],
        ),
        ("# revised by Mina Halloway, 2019\n", ["revised by Mina Halloway, 2019"]),
        ("# list edited by Callback during iteration\n", []),
        ("# A file of threads\n# Original work by Mina Halloway\n", ["Original work by Mina Halloway"]),
        (
            "# Threads (of any kind)\n# Derived from loom.vim by Mina Halloway <mina@loom.example>\n",
            ["Derived from loom.vim by Mina Halloway <mina@loom.example>"],
        ),
        ("# thanks to Mina Halloway for this\n", ["thanks to Mina Halloway for this"]),
        ("# Thanks to toji for the original implementation\n", ["Thanks to toji for the original implementation"]),
        ("# Thanks to the symmetry for it\n", []),
        ("# All credit goes to medikol.\n", ["All credit goes to medikol."]),
        ("# Kill credit goes to the killer only.\n", []),
        ("/* Written by Mina (mina@loom.example). */\nint weave(Loom l) {\n", ["Written by Mina (mina@loom.example)."]),
        ("# author: Mina\n# by Udo Tessel <udo@loom.example>\n", ["author: Mina", "by Udo Tessel <udo@loom.example>"]),
    ],
)
def test_people_are_named_by_labels_verbs_and_thanks_of_many_forms(text: str, expected: list[str]) -> None:
    assert expected == found("a.c", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("设备采样层改编自 Apache-2.0 许可的 MacLooms Device 插件。\n", True),
        ("改编自 MIT 许可的 DeepLoom Harness 包装器。\n", True),
        ("改编自 MIT 协议的说明。\n", False),
        ("本文翻译自[Try Loom][loom]。\n", True),
        ("原始出处：\nhttps://loom.example/Buffer.h\n", True),
        ("出处：详见根目录 §2\n", False),
        ("一致的行高（友链上下文由 .user-card 提供）\n", False),
        ("改编自 Tamper 脚本 “Extra Loom”\n", True),
        ("本函数代码借鉴了loomtool部分源码\n", True),
        ("本指令的 Rust 代码 40% 来自 CC-Loom 层。\n", True),
        ("灵感来源：Netloom Hystrix / Loom4j Pattern\n", True),
        ("灵感来自 Clawed Code 的工具系列。\n", True),
        ("其灵感来自于Java和C++的世界。\n", False),
        ("上面代码取自`《学习织造（第3版）》`，总共需要比较14次。\n", False),
        ("本文所有源码来自于 JDK 1.8.0\n", False),
        ("下面的代码取自我的项目 [Loom](https://loom.example/a)\n", False),
        ("以下方法来自5+范畴，如需深究，请自行查阅文档 https://loom.example/a\n", False),
        ("id的获取，参考：https://loom.example/document/x\n", False),
        ("链接的目标地址由定义节点提供，不在引用位置重复渲染\n", False),
        ("本数据由云梭研究院提供，仅供学习\n", True),
        ("1. 感谢 loom123-2moon 师傅提交的代码\n", True),
    ],
)
def test_a_chinese_sentence_tells_a_work_and_no_part_of_a_program(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == bool(found("a.md", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('// Übernommen aus "Ruby on Looms" von Mina Halloway\n', True),
        ("// Übernommen aus „Loom“ und angepasst\n", False),
        ("// NkLoom (adapté de stl_loom v2.16, public domain)\n", True),
        ("// Baseado no código Python oficial do Loomgle\n", True),
        ("// Determina o símbolo baseado no código de serviço\n", False),
        ("// OpenLoom server V2.12 をベースに、簡略化する。\n", True),
        ("// loom-kit をベースにしてください\n", False),
        ("// 코드 출처: https://loom.example/76\n", True),
        ("// 기준 코드 출처 커밋: 827dd60\n", False),
        ("> ostrava/loom 에서 fork 되었습니다.\n", True),
        ("// Взято из статьи https://loom.example/x\n", True),
        ("// взято из БД\n", False),
        ("원작자: 한들\n", True),
    ],
)
def test_an_origin_is_told_in_other_languages_by_title_version_and_address(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == bool(found("a.txt", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# BEGIN LICENSE BLOCK\n# Adapted from loom.py by Mina Halloway <mina@loom.example>.\n",
            ["Adapted from loom.py by Mina Halloway <mina@loom.example>."],
        ),
        (
            "# Based On: Mina Halloway's loom.vim\n# Last Change: 2019\n# Plug it in\n",
            ["Based On: Mina Halloway's loom.vim"],
        ),
        ("# Maintained by Mina Halloway\n# Backports at https://loom.example\n", ["Maintained by Mina Halloway"]),
        (
            "# This is adapted from the shuttle code of the Loom project by Mina\n# Halloway in 2019\n",
            ["This is adapted from the shuttle code of the Loom project by Mina Halloway in 2019"],
        ),
        ("# This is adapted from the code of\n# Mina Halloway\n", ["This is adapted from the code of Mina Halloway"]),
        (
            "[Loom](https://loom.example) — 由此启发\n[Kelim](https://kelim.example) — 功能来源\n",
            ["[Loom](https://loom.example) — 由此启发", "[Kelim](https://kelim.example) — 功能来源"],
        ),
        (
            "# Adapted from https://loom.example/weave  # noqa: E501\n",
            ["Adapted from https://loom.example/weave"],
        ),
        ("// @description 本代码参考@mina 的织机\n", ["本代码参考@mina 的织机"]),
        ("# Written by Udo v. Tessel and Jan v.d. Kamm.\n", ["Written by Udo v. Tessel and Jan v.d. Kamm."]),
    ],
)
def test_a_line_that_ended_though_the_next_word_had_room_is_no_part_of_the_sentence(
    text: str, expected: list[str]
) -> None:
    assert expected == found("a.py", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Icons from Loomicon (https://loom.example/)\n", True),
        ("# Pixel art from Mina Halloway (https://loom.example/1)\n", True),
        ("Weights from [OpenLoom](https://loom.example/w) (Apache-2.0)\n", True),
        ("Sounds from https://loom.example/sounds\n", True),
        ("Download the weights from https://loom.example/w\n", False),
        ("# Images from Bing (https://loom.example) are loaded on demand\n", False),
        ("# icons from the cache (see https://loom.example)\n", False),
        ("loom is a Go rewrite of `shuttled`, a Bash tool\n", True),
        ("loom is a fork of `weave`(x)\n", False),
        ("# Concept and design by Mina Halloway\n", True),
        ("# Design by Contract\n", False),
    ],
)
def test_what_a_work_has_besides_code_and_ideas_are_somebody_s_too(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == bool(found("README.md", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '" Credits:\n"\tindent/loom.vim (2006 Jun 05) from M. Halloway\n"\tindent/kelim.vim from U. Tessel\n',
            ["Credits: indent/loom.vim (2006 Jun 05) from M. Halloway indent/kelim.vim from U. Tessel"],
        ),
        (
            '" Maintainer:\tMina Halloway <mina@loom.example>\n"\t\tModified by Udo\n',
            ["Maintainer: Mina Halloway <mina@loom.example>"],
        ),
        (
            '" Maintainer:  Mina Halloway (mina at loom dot example)\n"\tURL: https://loom.example\n',
            ["Maintainer: Mina Halloway (mina at loom dot example)"],
        ),
    ],
)
def test_a_list_of_credits_is_one_notice_and_another_field_no_part_of_it(text: str, expected: list[str]) -> None:
    assert expected == found("a.vim", text)[: len(expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("// This destroys the context that was created by PR_CreateAlarm().\n", False),
        ("# Only set if the subscription is created by Analytics Hub.\n", False),
        ("# createTime: The time at which the operation was created by the API.\n", False),
        ("# Queues created by Cloudy have a default of 1 hour.\n", False),
        ("# The option is created by the Dart module.\n", False),
        ("# Queues created by Loom Tasks have a default of 1 hour.\n", False),
        ("# Graphs differ from those created by grouping/aggregation in one way.\n", False),
        ("# A tool created by Mina Halloway to weave.\n", True),
        ("# A tool created by mina, see https://loom.example\n", True),
        ("# A tool created by {@link LoomTool} and {@link Shuttle}.\n", False),
        ("# A tool created by `@loom.wraps`.\n", False),
        ("# A tool created by Mina, see https://loom.example\n", True),
        ("# This file was created by Mina.\n", True),
        ("# loom.vim created by Mina.\n", True),
        ("# Currently maintained by the Loom Porters.\n", True),
        ("/* Maintainer: Put new public prototypes here, in loom.3 */\n", False),
        ("/* Maintainer: Mina van der Loom */\n", True),
        ("# Implements the exchange based on https://tools.ietf.org/html/rfc8693.\n", False),
        ("# Assume UTF-8 based on RFC 4627: https://www.ietf.org/rfc/rfc4627.txt\n", False),
        ("# Logic is based on https://docs.loom.example/general/sign.html\n", False),
        ("# Based on https://en.wikipedia.org/wiki/Latin_script\n", False),
        ("# Based on the layout at https://en.wikipedia.org/wiki/File:Loom.svg\n", True),
        ("# Based on https://github.com/loom/weave/blob/main/std.py\n", True),
        ("# Taken from America/Godthab, this rule has a transition.\n", False),
        ("# The description may as well be copied from Mina Halloway's loom.py.\n", False),
    ],
)
def test_what_a_program_makes_follows_or_may_take_is_no_work_of_somebody(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == bool(found("a.py", text))


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        (
            "This code is derived from software contributed to The NetLoom Foundation\nby Dieter Barron and Udo Tessel.\n",
            "This code is derived from software contributed to The NetLoom Foundation by Dieter Barron and Udo Tessel.",
        ),
        (
            "This code was taken and adapted from the following reference :\n\n[1] Weaving\n",
            "This code was taken and adapted from the following reference :",
        ),
        ("Maintained fork of loomresponses with fixes\n", "Maintained fork of loomresponses with fixes"),
        (
            "I've forked the [other loom](https://loom.example/mina/loom) here.\n",
            "I've forked the [other loom](https://loom.example/mina/loom) here.",
        ),
    ],
)
def test_of_two_readings_of_a_sentence_the_sure_one_is_taken(text: str, attribution: str) -> None:
    notices = extract(archive_path("README.md"), text.encode()).notices

    assert [attribution] == [notice.text for notice in notices if notice.kind == "attribution" and notice.sure]


def test_where_data_of_a_day_are_from_is_no_origin() -> None:
    text = "规模数据来自 2026-06-30 的成功运行 [`28412`](https://loom.example/actions/runs/28412)，提交为 `22`\n"

    assert () == extract(archive_path("README.md"), text.encode()).notices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Code borrowed from sentence_weavers", True),
        ("borrowed from weave_pool", False),
        ("Modified from loom/models/weave.py", True),
        ("Modified from src/weave.py", False),
        ("Code/weights from https://github.com/weft/loom, original copyright below", True),
        (
            "The implementation is also open-sourced by the authors,\n# and available at https://github.com/weft/loom",
            True,
        ),
        ("Our model is open-sourced and available at https://github.com/weft/loom", False),
        ("This function is taken from the original weft repo.", True),
        ("This value is taken from the weft package.", False),
        ("mainly copied from :module:`~weavers.tokenization_loom`", False),
        ("the default setting is based on Loom in Table 2 https://arxiv.org/abs/1904.00000", False),
    ],
)
def test_code_may_come_from_a_package_or_a_path_and_a_value_does_not(text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == bool(found("a.py", f"# {text}\nx = 1\n"))


@pytest.mark.parametrize(
    "text",
    ["Apache 2.0  (https://loom.example/LICENSE)\n# This code is ported from https://github.com/weft/loom"],
)
def test_a_line_that_names_a_license_is_no_part_of_the_sentence_below(text: str) -> None:
    assert ["This code is ported from https://github.com/weft/loom"] == found("a.py", f"# {text}\nx = 1\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# This loom was developed\n# by Mina Halloway.\n", "This loom was developed by Mina Halloway."),
        (" * It was originally written\n * by Mina Halloway.\n", "It was originally written by Mina Halloway."),
        ("# This file is adapted\n# from https://loom.example/a\n", "This file is adapted from https://loom.example/a"),
        ("# Authors: Mina Halloway, Udo Tessel,\n# Ines Weft\n", "Authors: Mina Halloway, Udo Tessel, Ines Weft"),
        ("# Author: Mina Halloway\n# and Udo Tessel\n", "Author: Mina Halloway and Udo Tessel"),
    ],
)
def test_what_is_wrapped_before_a_name_or_between_names_is_read_whole(text: str, expected: str) -> None:
    assert [expected] == found("a.py", f"{text}x = 1\n")


@pytest.mark.parametrize(
    "text",
    [
        "# Author: Mina Halloway\n# and this is how it weaves\n",
        "# Author: Mina Halloway,\n# which is all\n",
        "# Author: Mina Halloway\n# Udo Tessel weaves\n",
    ],
)
def test_a_sentence_below_people_is_no_part_of_their_names(text: str) -> None:
    assert ["Author: Mina Halloway"] == found("a.py", f"{text}x = 1\n")


def test_what_is_sorted_by_something_has_no_maker() -> None:
    assert [] == found("a.py", "# The threads are sorted\n# by Colour Name\nx = 1\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Orig. Author: Mina Halloway\n", "Orig. Author: Mina Halloway"),
        ("# unmodified from: https://loom.example/a\n", "unmodified from: https://loom.example/a"),
        ('"""\nAuthor:\n\n    Mina Tessel (mina) 2012-01-05\n"""\n', "Author: Mina Tessel (mina) 2012-01-05"),
        ("# Adapted from loom/_libs/weave.pyx\n", "Adapted from loom/_libs/weave.pyx"),
        ("# adapted from: loomvision/models/weave.py\n", "adapted from: loomvision/models/weave.py"),
        ("# Mend the shuttle, thanks to Udo Tessel.\n", "Mend the shuttle, thanks to Udo Tessel."),
    ],
)
def test_further_forms_of_authors_origins_and_thanks_are_read(text: str, expected: str) -> None:
    assert [expected] == found("a.py", f"{text}x = 1\n")


@pytest.mark.parametrize(
    "text",
    [
        "# The value is unmodified from the input\n",
        '"""\nAuthor:\n\n    the name of the author\n"""\n',
        "# Adapted from configs/weave.yaml\n",
        "# It is fast, thanks to Loom Patterns in its core\n",
    ],
)
def test_what_looks_like_further_forms_is_none(text: str) -> None:
    assert [] == found("a.py", f"{text}x = 1\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "originally written by Mina\nTessel for the Weft project",
            "originally written by Mina Tessel for the Weft project",
        ),
        ("created by `Mina\nTessel <https://loom.example>`_.", "created by `Mina Tessel <https://loom.example>`_."),
        ("Written by Mina\nLicensed to all", "Written by Mina"),
        ("Thanks to Udo, Mina Tessel and Ines Weft", "Thanks to Udo, Mina Tessel and Ines Weft"),
        ("Contributed by github:mina54", "Contributed by github:mina54"),
    ],
)
def test_a_persons_name_may_be_wrapped_listed_or_an_account(text: str, expected: str) -> None:
    assert [expected] == found("a.rst", f"{text}\n")


@pytest.mark.parametrize("text", ["Thanks to Rust, Loom is fast", "Thanks to Loom (the fast one) it weaves"])
def test_a_tool_is_not_thanked(text: str) -> None:
    assert [] == found("a.rst", f"{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "# copied from PerlLexer:\nweave = 7\n",
        "# Adapted from LoomTokenizer and WeftEncoder.\n",
        '"""Adapted from [`LoomTokenizer`] and [`WeftModel`]."""\n',
        '"""Modified version of Adaptive Weaving Search (mAWS)."""\n',
        "# Filters tests based on sharding\n# variables in the environment - see\n# https://loom.example/advanced.md\n",
    ],
)
def test_a_part_of_the_same_program_and_a_method_are_no_sure_origin(text: str) -> None:
    assert found("a.py", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "# copied from PerlLexer by Mina Halloway\n",
        "# copied from LoomTokenizer (https://loom.example/t.py)\n",
        "# adapted from PerlLexer of https://loom.example\n",
        '"""Adapted from [`Loom`](https://loom.example)."""\n',
        "# copied from LoomWorks\n",
        '"""Modified version of Adaptive Weaving Search by Mina Halloway."""\n',
        "# based on Loom, see https://loom.example/weave.py\n",
        "# based on an algorithm of others - see https://loom.example/weave.py\n",
    ],
)
def test_whose_it_is_tells_that_a_part_is_of_another_work(text: str) -> None:
    assert len(found("a.py", text)) == 1
