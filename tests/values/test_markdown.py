"""Foreign text in Markdown is text, whatever it holds: a CommonMark parser is the judge."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from markdown_it import MarkdownIt

from hatch_oaml.values.markdown import code, code_in_table, escaped, fenced
from hatch_oaml.values.wording import printable

POISON = (
    "<think> and <s>",
    "<!-- the rest is hidden",
    "x\n\n## Modified from: nothing\n\nNo file was modified.",
    "x\n===\ny",
    "- a list",
    "+ a list",
    "1. a list",
    "> a quotation",
    "    indented code",
    "```\nfenced",
    "[link](https://example.org) ![picture](x.png)",
    "[reference]: https://example.org",
    "<https://example.org> &amp; &#60;b&#62;",
    "*emphasis* __strong__ ~~struck~~ `code`",
    "$\\phantom{hidden}$",
    "a | b",
    "back\\slash\\",
    "\x1b[31m red \x07 bell \x9b c1",
    "left\u202eright\u2066\u200b\ufeff",
    "::error::line",
    "修改\n\n# 标题",
)
TEXTS = st.one_of(
    st.sampled_from(POISON),
    st.text(max_size=60),
    st.text(alphabet="<>!-#*_`[]()&;|\\\n \t=+1.~$:aé中", max_size=40),
)


def visible_words(text: str) -> str:
    """What remains of a text whatever its lines and spaces."""
    return "".join("".join(printable(" ".join(line.split())) for line in text.splitlines()).split())


@pytest.mark.parametrize("extension", ["commonmark", "gfm-like"])
@given(text=TEXTS)
def test_it_is_one_paragraph_of_text_and_line_breaks(extension: str, text: str) -> None:
    parser = MarkdownIt(extension, {"linkify": False})
    tokens = parser.parse(f"**How**: {escaped(text)}\n")

    assert ["paragraph_open", "inline", "paragraph_close"] == [token.type for token in tokens]
    children = tokens[1].children or []
    assert {"strong_open", "strong_close"} >= {token.type for token in children} - {"text", "text_special", "hardbreak"}
    told = "".join(token.content for token in children if token.type in {"text", "text_special"})
    assert "".join(f"How: {text and visible_words(text)}".split()) == "".join(told.split())


@pytest.mark.parametrize("extension", ["commonmark", "gfm-like"])
@given(text=TEXTS)
def test_a_fenced_block_holds_its_text_and_ends_where_it_ends(extension: str, text: str) -> None:
    tokens = MarkdownIt(extension, {"linkify": False}).parse(f"before\n\n{fenced(text)}\n\nafter\n")

    paragraph = ["paragraph_open", "inline", "paragraph_close"]
    assert [*paragraph, "fence", *paragraph] == [token.type for token in tokens]
    assert "".join(f"{printable(line)}\n" for line in text.split("\n")) == tokens[3].content


def spans_of(markdown: str, extension: str) -> list[str]:
    tokens = MarkdownIt(extension, {"linkify": False}).parse(markdown)
    children = (child for token in tokens for child in token.children or ())
    return [child.content.strip() for child in children if child.type == "code_inline"]


@given(text=TEXTS)
def test_a_code_span_shows_the_text(text: str) -> None:
    assert [printable(f"x{text}").strip()] == spans_of(f"a {code(f'x{text}')} b", "commonmark")


@given(text=TEXTS)
def test_a_code_span_in_a_table_stays_in_its_cell(text: str) -> None:
    table = f"| file | state |\n| --- | --- |\n| {code_in_table(f'x{text}')} | new |\n"

    assert [printable(f"x{text}").strip()] == spans_of(table, "gfm-like")
