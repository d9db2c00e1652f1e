"""What a line announces and a list names, and what a card says of its lineage: one sample of each rule, for a set is passed without a few."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path

A, B, C = (f"[Loom{name}](https://code.example/{name.lower()}-weft/x)" for name in "ABC")
URL = "https://code.example/a-weft/x"


def sure(text: str, path: str = "docs/intro.md") -> list[str]:
    notices = extract(archive_path(path), text.encode()).notices
    return [notice.text for notice in notices if notice.sure and notice.kind == "attribution"]


@pytest.mark.parametrize(
    ("text", "notices"),
    [
        (f"It is based on these:\n\n- {A}\n- {B}\n", [f"It is based on these: {A}", B]),
        (f"It is based on these. Others:\n\n- {A}\n- {B}\n", []),
        (f"Thanks to the following sponsors:\n\n- {A}\n- {B}\n", []),
        (f"Based on:\n{URL}\n{URL}/y\n", [f"Based on: {URL} {URL}/y"]),
        (f"感谢以下项目：\n{URL}\n{URL}/y\n", [f"感谢以下项目： {URL}", f"{URL}/y"]),
        (f"Our code is built upon\n- {A}\n- {B}\n", [f"Our code is built upon {A}", B]),
        (f"The weft is copied from\n{A}\n{B}\n", [f"The weft is copied from {A}", B]),
        (f"The weft is copied from\n{A}\nand others\n", [f"The weft is copied from {A}"]),
        (
            f"The weft is copied from\n{URL} and\n{URL}/y\n",
            [f"The weft is copied from {URL} and {URL}/y"],
        ),
        (f"{A} code adapted from Weft Works\n{B} a toolkit\n", [f"{A} code adapted from Weft Works"]),
        (f"Thanks to the following works, which helped with this\nloom:\n\n- {A}\n- {B}\n", 2),
        (f"Based on these:\n1. {A}\n2. {B}\nThen weave.\n", [f"Based on these: 1. {A}", f"2. {B}"]),
        (
            f"Based on these:\n1. {A}\n2. {B}\n   and more\n3. {C}\n",
            [f"Based on these: 1. {A}", f"2. {B} and more", f"3. {C}"],
        ),
        (f"Based on these:\n- {A}\n- {B}\n  and more\n- {C}\n", [f"Based on these: {A}", f"{B} and more", C]),
        (f"- {A} 项目灵感来源\n- {B} 功能来源\n", [f"{A} 项目灵感来源", f"{B} 功能来源"]),
        (f"- {A} is inspired by {B}\n- {C}\n", [f"{A} is inspired by {B}"]),
        (f"A quantized version of {A}.\n", [f"A quantized version of {A}."]),
        (f"Download a quantized version of {A}.\n", []),
        ("本模型以 LoomVA-7B 为基座。\n", []),
        (f"本模型以 {A} 为基座。\n", [f"本模型以 {A} 为基座。"]),
    ],
)
def test_a_rule_has_its_sample(text: str, notices: list[str] | int) -> None:
    found = sure(text)

    assert notices == (len(found) if isinstance(notices, int) else found)


@pytest.mark.parametrize(
    ("section", "notices"),
    [
        ("Thanks to:\n- Mina Halloway\n- Udo Tessel\n", ["Thanks to: Mina Halloway", "Udo Tessel"]),
        ("- Mina Halloway\n  - for the warp\n- Udo Tessel\n", ["Mina Halloway for the warp", "Udo Tessel"]),
        ("(1) Mina Halloway\n(2) Udo Tessel\n", ["(1) Mina Halloway", "(2) Udo Tessel"]),
    ],
)
def test_a_section_on_people_is_held_item_by_item(section: str, notices: list[str]) -> None:
    assert notices == sure(f"# Loom\n\n## Credits\n\n{section}", "README.md")
