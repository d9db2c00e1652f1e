"""The sections of a README that name who made the work, in more languages and under a bold line; what developers are told names nobody."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly


def _sure(text: str) -> list[str]:
    return [notice.text for notice in extract(archive_path("README.md"), text.encode()).notices if notice.sure]


@pytest.mark.parametrize(
    "heading",
    [
        *("## Maintainers", "## Team", "## Core Developers", "### Our team", "**Acknowledgements**", "__Authors__:"),
        *(
            "## 作者",
            "## 开发团队",
            "## 维护者",
            "## 核心作者",
            "## 開発者",
            "## 著者",
            "## 저자",
            "## Colaboradores",
        ),
    ],
)
def test_who_stands_below_a_heading_of_makers_is_an_attribution(heading: str) -> None:
    assert ["Ada Fern", "Udo Halm"] == _sure(
        f"# Loom\n\n{heading}\n\n- Ada Fern\n- Udo Halm\n\n## Usage\n\nWeave It.\n"
    )


def test_below_a_heading_of_makers_the_names_alone_count() -> None:
    text = (
        "# K\n\n## Team\n\nWe are many.\n\n- [Ada Fern](https://l.example) (lead)\n- Udo Halm - data\n\n"
        "## 维护者\n\n欢迎联系。\n\n- 林晚舟：数据\n\nCopyright 2020 Loom AB\n"
    )

    assert 4 == len(_sure(text))


@pytest.mark.parametrize(
    "section",
    [
        "## Developers\n\nRun `make`.\n\n- Install Python\n- Run tests\n",
        "## 开发者\n\n- 林晚舟\n- 安装依赖\n",
        "## 开发团队\n\n请先安装依赖。\n\n- 安装依赖\n- 运行测试，并提交\n",
        "## For developers\n\n- Ada Fern\n",
        "## 作者指南\n\n- 林晚舟\n",
        "Some text\n**Acknowledgements**\n- Ada Fern\n",
    ],
)
def test_what_developers_are_told_names_nobody(section: str) -> None:
    assert [] == _sure(f"# Loom\n\n{section}")


@pytest.mark.parametrize("unit", ["## Team\n\n- Ada Fern\n", "\n\n**Team**\n\n", "[a](", "- 林晚舟、"])
def test_many_sections_take_time_in_their_measure(unit: str) -> None:
    assert grows_linearly(
        lambda count: extract(archive_path("README.md"), ("## Team\n\n" + unit * count).encode()), 1000
    )
