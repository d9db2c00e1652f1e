"""Chinese, Japanese and Korean put no space before a sign, and none behind a year."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path


@pytest.mark.parametrize(
    "text",
    [
        "海藻科技©2020",
        "2020©海藻科技",
        "海藻科技Ⓒ2020",
        "株式会社ルーム©2020",
        "루미네트웍스©2020",
        "海藻科技©2019-2024",
    ],
)
def test_a_sign_beside_a_name_or_a_year_is_one(text: str) -> None:
    (notice,) = extract(archive_path("a.txt"), f"云梭一号\n{text}\n".encode()).notices

    assert ("copyright", text, True) == (notice.kind, notice.text, notice.sure)


@pytest.mark.parametrize("text", ["键盘上的©符号", "第3行©列", "x = '符号©'", "价格：20©", "见图(c)2020年的数据"])
def test_a_sign_in_a_sentence_is_none(text: str) -> None:
    assert not any(notice.sure for notice in extract(archive_path("a.txt"), f"{text}\n".encode()).notices)
