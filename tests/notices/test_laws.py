"""Whatever a notice is dressed in, it stays retained; whatever is done to the letters of its holder, it never does."""

from __future__ import annotations

import textwrap

from hypothesis import given, strategies as st

from hatch_oaml.notices import extract
from hatch_oaml.retention.kept_notices import match_for
from hatch_oaml.values.paths import archive_path
from tests.shipping import judged, lost

NAMES = (
    "Ostrava",
    "Halloway",
    "Quillfeather",
    "Loom",
    "Research",
    "Yarnworks",
    "Tessel",
    "Ångstrand",
    "Zürn",
    "Laboratory",
)
HAN = "云梭飞北窗林晚舟数据科技织经纬青石"

holders = st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True).map(" ".join)
chinese_holders = st.text(HAN, min_size=2, max_size=6).map(lambda name: f"{name}公司")
years = st.integers(1990, 2026)
SIGNS = ("Copyright", "Copyright (c)", "(c)", "©", "&copy;", "Copyright ©", "COPYRIGHT", "Copyright &#169;")
CHINESE_SIGNS = ("版权所有", "版权所有 (c)", "版权所有：", "版权所有（Ｃ）", "Copyright (c)", "©")
STYLES = (
    ("# ", "", ""),
    ("// ", "", ""),
    (" * ", "/*", " */"),
    ("   ", "/**", "*/"),
    ("-- ", "", ""),
    ("; ", "", ""),
    ("% ", "", ""),
    ("", '"""', '"""'),
    ("", "", ""),
)
ENDS = ("", ".", ". All rights reserved.", ", All Rights Reserved")
CHINESE_ENDS = ("", "。", "，保留所有权利。", " 保留所有权利")


def dressed(notice: str, style: tuple[str, str, str], width: int, *, boxed: bool) -> str:
    prefix, opening, closing = style
    lines = textwrap.wrap(notice, width, break_long_words=False, break_on_hyphens=False)
    wide = max(map(len, lines))
    body = [f"{prefix}{line.ljust(wide)} {prefix.strip()}" if boxed else f"{prefix}{line}" for line in lines]
    return "\n".join([*([opening] if opening else []), *body, *([closing] if closing else []), "", "x = 1", ""])


@given(
    holder=holders,
    year=years,
    more=st.integers(0, 20),
    old=st.sampled_from(SIGNS),
    new=st.sampled_from(SIGNS),
    style=st.sampled_from(STYLES),
    width=st.integers(66, 110),
    boxed=st.booleans(),
    end=st.sampled_from(ENDS),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_a_reformatted_notice_stays_retained(  # noqa: PLR0913  # one argument a way to reformat
    *,
    holder: str,
    year: int,
    more: int,
    old: str,
    new: str,
    style: tuple[str, str, str],
    width: int,
    boxed: bool,
    end: str,
    encoding: str,
    line_end: str,
) -> None:
    base = f"# {old} {year} {holder}\n\nx = 0\n"
    span = f"{year}-{year + more}" if more else f"{year}"
    text = dressed(f"{new} {span} {holder}{end}", style, width, boxed=boxed)

    assert [] == lost(judged({"demo.py": base}, {"demo.py": text.replace("\n", line_end).encode(encoding)}))


@given(
    holder=chinese_holders,
    year=years,
    old=st.sampled_from(CHINESE_SIGNS),
    new=st.sampled_from(CHINESE_SIGNS),
    style=st.sampled_from(STYLES),
    end=st.sampled_from(CHINESE_ENDS),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
)
def test_a_reformatted_chinese_notice_stays_retained(  # one argument a way to reformat
    *, holder: str, year: int, old: str, new: str, style: tuple[str, str, str], end: str, encoding: str
) -> None:
    base = f"# {old} {year} {holder}\n\nx = 0\n"
    text = dressed(f"{new} {year} {holder}{end}", style, 90, boxed=False)

    assert [] == lost(judged({"demo.py": base}, {"demo.py": text.encode(encoding)}))


@given(
    holder=st.one_of(holders, chinese_holders),
    year=years,
    place=st.integers(0, 60),
    letter=st.sampled_from("abcxyzäøаеоіѕ云织青1\u200b\u200d\u202e\u00ad"),
    how=st.sampled_from(["insert", "replace", "delete", "before"]),
)
def test_an_edited_holder_is_never_retained(*, holder: str, year: int, place: int, letter: str, how: str) -> None:
    at = place % len(holder)
    edited = {
        "insert": f"{holder[: max(at, 1)]}{letter}{holder[max(at, 1) :]}",
        "replace": f"{holder[:at]}{letter}{holder[at + 1 :]}",
        "delete": holder[:at] + holder[at + 1 :],
        "before": f"{letter}{holder}",
    }[how]
    if edited.split() == holder.split() or edited.casefold() == holder.casefold():
        return

    notice = f"Copyright {year} {holder}"
    [kept] = extract(archive_path("a.py"), f"# {notice}\n".encode()).notices

    found = extract(archive_path("a.py"), f"# Copyright {year} {edited}\n".encode()).notices

    assert None is match_for(kept, found)


@given(
    st.binary(max_size=400),
    st.sampled_from(["a.py", "README.md", "NOTICE", "a.json", "a.ipynb", "a.docx", "a.html", "x"]),
)
def test_any_bytes_are_read_without_a_fault_and_the_same_way_twice(data: bytes, path: str) -> None:
    dirty = b"Copyright 2020 \xe7\x89\x88 " + data

    assert extract(archive_path(path), dirty) == extract(archive_path(path), dirty)
