"""Every page is there in English and in Chinese, of the same build: headings, commands, samples, tables."""

from __future__ import annotations

import re

import pytest

from tests.docs.pages import CHINESE, ENGLISH, Block, blocks, headings, keys, names, rows
from tests.habits.test_chinese import FAULTS_IN_CHINESE_ALONE, chinese_part, faults_in

every_page = pytest.mark.parametrize("name", names())


def pair(name: str) -> tuple[str, str]:
    return (ENGLISH / name).read_text(encoding="utf-8"), (CHINESE / name).read_text(encoding="utf-8")


def without_remarks(block: Block) -> tuple[str, str | None, list[str]]:
    """What is run or read by a machine: commands without what they answer, and lines without what a person remarks."""
    lines = [re.sub(r"\s+# .*", "", line) for line in block.text.split("\n")]
    if block.kind == "console":
        lines = [line for line in lines if line.startswith("$ ")]
    if block.kind == "text":
        lines = []
    return block.kind, block.title, [re.sub(r" {2,}[^\x00-\x7f].*|(?<=\S) {4,}.*", "", line) for line in lines]


def test_there_are_the_same_pages() -> None:
    assert names() == sorted(file.relative_to(CHINESE).as_posix() for file in CHINESE.rglob("*.md"))
    assert 10 < len(names())


@every_page
def test_a_page_has_the_same_headings(name: str) -> None:
    english, chinese = map(headings, pair(name))

    assert english == chinese
    assert 1 == english.count(1)


@every_page
def test_a_page_has_the_same_commands_and_samples(name: str) -> None:
    english, chinese = (list(map(without_remarks, blocks(text))) for text in pair(name))

    assert [(kind, title) for kind, title, _ in english] == [(kind, title) for kind, title, _ in chinese]
    assert [lines for kind, _, lines in english if kind in {"console", "python"}] == [
        lines for kind, _, lines in chinese if kind in {"console", "python"}
    ]


@every_page
def test_a_page_has_the_same_rows(name: str) -> None:
    english, chinese = pair(name)

    assert keys(english) == keys(chinese)
    assert len(rows(english)) == len(rows(chinese))


@every_page
def test_a_page_leads_to_the_same_pages(name: str) -> None:
    english, chinese = (
        [re.sub(r"#.*|-(?:en|zh)(?=\.svg)", "", link) for link in re.findall(r"\]\(([^)\s]+)\)", text)]
        for text in pair(name)
    )

    assert sorted(english) == sorted(chinese)


@every_page
def test_no_chinese_page_mixes_signs_or_words(name: str) -> None:
    title, _, text = pair(name)[1].partition("\n")

    assert [] == faults_in(chinese_part(f"{title}\n\n## 中文\n{text}", "## 中文"), FAULTS_IN_CHINESE_ALONE)


@every_page
def test_no_english_page_speaks_chinese_beside_names_and_samples(name: str) -> None:
    """A word of the other language stands as code, in quotation marks or in a table of words."""
    if name == "notice-grammar.md":
        return
    text = re.sub(r"(?ms)^ *```.*?^ *```|`[^`]*`|\[[^]]*\]\(\.\./zh/[^)]*\)", "", pair(name)[0])

    assert [] == re.findall(r"[\u3400-\u9fff]+", text)


@every_page
def test_no_page_calls_what_passed_lawful(name: str) -> None:
    """That no fault was found is all that a program can say."""
    for text in pair(name):
        assert [] == re.findall(r"echo \S*lawful|^lawful$|^合规$", text, re.MULTILINE)
