"""How findings quote notices: short ones whole, and of the text of a license what tells which it is and where it parts from another."""

from __future__ import annotations

from hatch_oaml.checks._notice_text import quoted, quoted_where_they_part, where_it_may_go
from hatch_oaml.records.notice import Notice

LICENSE = " ".join(f"word{number}" for number in range(2000))


def notice(text: str) -> Notice:
    return Notice(kind="license", text=text, line=31, end_line=231)


def test_a_short_one_is_quoted_whole() -> None:
    text = "Weft by Mina Halloway. " * 30

    assert text.strip() in quoted(notice(text))
    assert (text, f"{text}x") == quoted_where_they_part(notice(text), notice(f"{text}x"))
    assert "231" not in where_it_may_go("NOTICE", "NOTICE", notice(text)).en


def test_of_a_long_one_both_ends_are_quoted_and_where_the_whole_is() -> None:
    said = quoted(notice(LICENSE))
    fixes = [where_it_may_go("THIRD-PARTY", near, notice(LICENSE)) for near in ("THIRD-PARTY", "a.py", None)]

    assert "word0 word1 " in said
    assert said.rstrip().endswith("word1998 word1999")
    assert len(said) < 700
    assert ["lines 31–231 of the base's `THIRD-PARTY`" in fix.en for fix in fixes] == [True] * 3
    assert ["`THIRD-PARTY` 第 31–231 行" in fix.zh for fix in fixes] == [True] * 3


def test_two_long_ones_are_quoted_where_they_part() -> None:
    other = LICENSE.replace("word1000 ", "weft ")

    before, now = quoted_where_they_part(notice(LICENSE), notice(other))

    assert "word999 word1000 word1001" in before
    assert "word999 weft word1001" in now
    assert before.startswith("… ")
    assert before.endswith(" …")
    assert max(len(before), len(now)) < 400


def test_one_that_goes_on_is_quoted_at_the_other_ones_end() -> None:
    before, now = quoted_where_they_part(notice(LICENSE), notice(f"{LICENSE} and more"))

    assert before.endswith("word1999")
    assert now.endswith("word1999 and more")
