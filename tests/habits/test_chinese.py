"""The Chinese is written as Chinese is: its own signs, and one word for one thing, in messages, pages and written files."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import hatch_oaml
from hatch_oaml.checks import all_checks, page
from hatch_oaml.pipeline import judge
from hatch_oaml.reports.text import render_text
from tests.finished import release_of_sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Gathered, Sample

PACKAGE = Path(hatch_oaml.__file__).parent
ROOT = PACKAGE.parent
HAN = r"[\u3400-\u9fff]"
WHAT_STANDS_THERE = "\ufffc"
"""In place of a value, or of code."""

OTHER_WORDS = {
    "基座模型": "基础模型",
    "底座": "基础模型",
    "基模": "基础模型",
    "版权声明": "著作权声明",
    "合规": "what was checked, by its name",
    "拒绝构建": "不得发布",
    "拒绝发布": "不得发布",
    "字面一致": "与原文一致",
    "逐字一致": "与原文一致",
}
"""What is said otherwise, and how."""

FAULTS = (
    re.compile(rf"{HAN}[”）》」]?\s?[:(!?)]"),
    re.compile(rf"[,:;!?()]\s?[“（《「]?{HAN}"),
    re.compile(rf"{HAN}[”）》」]?\s?[,;](?!\s?[A-Za-z\d{WHAT_STANDS_THERE}])"),
    re.compile(rf"{HAN}\.(?:\s|$)"),
    re.compile("|".join(OTHER_WORDS)),
)
FAULTS_IN_CHINESE_ALONE = (
    *FAULTS,
    re.compile(rf"[{WHAT_STANDS_THERE}）”], "),
    re.compile(rf"{HAN}[”）》」]?\s?[,;]"),
)
"""Where no English stands beside it, as in a list of names too."""

_LOCATION = re.compile(r"(?m)^\S.*?: (?=(?:错误|提示)\[)")
_CODE = re.compile(r"`[^`\n]*`")
_GRAMMAR = frozenset({"expression", "_words", "LegalWord", "frozenset"})
"""What is called with the words of others, which are recognized and never said."""
_TABLES = (
    "recognition/words",
    "values/circumstances.py",
    "values/definite_parts.py",
    "values/gone_parts.py",
    "values/years.py",
    "project/card_headings.py",
    "telling/words",
    "terms/header_words.py",
    "statements/_limits.py",
)


def without_code(text: str) -> str:
    """Code stands for itself, and so do the lines to paste."""
    lines = (line for line in text.split("\n") if not line.startswith("    "))
    return _CODE.sub(WHAT_STANDS_THERE, "\n".join(lines))


def faults_in(text: str, faults: tuple[re.Pattern[str], ...] = FAULTS) -> list[str]:
    bare = without_code(text)
    return [found[0] for fault in faults if (found := fault.search(bare))]


def said_in(source: str) -> Iterator[tuple[int, str, bool]]:
    """Every text of a module with Chinese in it: its line, the text, and whether it is Chinese alone."""
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    skipped = {
        id(part)
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _GRAMMAR
        for part in ast.walk(node)
    }
    parts = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    chinese = {
        id(part)
        for node in nodes
        if isinstance(node, ast.keyword) and node.arg == "zh"
        for part in ast.walk(node.value)
        if not isinstance(part, ast.Call) or part is node.value
    }
    for node in nodes:
        if id(node) in skipped or id(node) in parts:
            continue
        text = _text_of(node)
        if text is not None and (re.search(HAN, text) or (id(node) in chinese and text == ", ")):
            yield node.lineno, text, id(node) in chinese  # type: ignore[attr-defined]


def _text_of(node: ast.AST) -> str | None:
    if isinstance(node, ast.JoinedStr):
        values = (value.value if isinstance(value, ast.Constant) else WHAT_STANDS_THERE for value in node.values)
        return "".join(map(str, values))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def faults_of(source: str) -> list[tuple[int, list[str]]]:
    found = (
        (line, [text] if text == ", " else faults_in(text, FAULTS_IN_CHINESE_ALONE if alone else FAULTS))
        for line, text, alone in said_in(source)
    )
    return [(line, faults) for line, faults in found if faults]


MODULES = {
    file.relative_to(PACKAGE).as_posix(): file.read_text(encoding="utf-8")
    for file in sorted(PACKAGE.rglob("*.py"))
    if not file.relative_to(PACKAGE).as_posix().startswith(_TABLES)
}


def test_no_text_of_the_package_mixes_signs_or_words() -> None:
    assert {} == {name: faults for name, source in MODULES.items() if (faults := faults_of(source))}


def test_every_chinese_text_of_the_package_is_read() -> None:
    """As many as there are lines with Chinese outside of the grammars, comments and the license's own words aside."""
    read = {(name, line) for name, source in MODULES.items() for line, _, _ in said_in(source)}
    spoken = [
        (name, number)
        for name, source in MODULES.items()
        for number, line in enumerate(source.split("\n"), 1)
        if re.search(rf'\bzh=f?"[^"]*{HAN}', line)
    ]

    assert 300 < len(spoken)
    assert [] == [at for at in spoken if not any((at[0], at[1] + above) in read for above in (0, -1, -2, -3))]


@pytest.mark.parametrize(
    "source",
    [
        'x = "修改自: base"',
        'x = f"修改自: {base}"',
        'x = "模型(权重)"',
        'x = "模型 (weights)"',
        'x = f"{path}: 内容不符"',
        'x = "声明,缺失"',
        'x = "请恢复!"',
        'x = "已保留."',
        'x = "一条版权声明"',
        '"""Write it. 写入 基座模型。"""',
        'Bilingual(en="a, b", zh=f"缺少 {a}, {b}")',
        'Bilingual(en="a, b", zh=f"缺少 {\', \'.join(names)}")',
        'Bilingual(en="a", zh=f"缺少 {a}" + listed(paths, ", "))',
        'Bilingual(en="a", zh="文件 `a`, `b` 缺失")',
        'raise BrokenError("a", "文件; 缺失")',
        "def f():\n    return {\n        'zh': ('缺失: ', 1),\n    }",
    ],
)
def test_the_reading_sees_each_kind_of_fault_wherever_it_stands(source: str) -> None:
    assert [] != faults_of(source)


@pytest.mark.parametrize(
    "source",
    [
        'x = "修改自：base（第 3.1 款第 2）项），内容为“a, b”。"',
        'x = "`a: 甲, 乙`：没有"',
        'x = f"# {path}: 2 bytes 字节, {size} in {name}"',
        'x = expression("版权声明|作者[:：]")',
        'Bilingual(en="a, b: (c)", zh="没有")',
    ],
)
def test_what_is_as_it_should_be_is_none(source: str) -> None:
    assert [] == faults_of(source)


def chinese_part(markdown: str, heading: str) -> str:
    """What stands below the heading; examples go without the place that each finding begins with, and code without all."""
    text = markdown.partition(f"\n{heading}\n")[2]
    text = re.sub(r"(?ms)^ *```(?!text)\w+\n.*?^ *```", "", text)
    text = _LOCATION.sub("", text)
    return re.sub(r"\]\([^)\n]*\)", "]", text)


PAGES = {name: chinese_part(page(name), "## 中文") for name in all_checks()}


@pytest.mark.parametrize("name", PAGES)
def test_no_page_mixes_signs_or_words(name: str) -> None:
    assert [] == faults_in(PAGES[name], FAULTS_IN_CHINESE_ALONE)


def test_the_pages_have_the_same_headings() -> None:
    expected = ["### 检查内容", "### 依据", "### 示例", "### 如何修复"]

    assert {} == {
        name: headings
        for name, text in PAGES.items()
        if (headings := [line for line in text.split("\n") if line.startswith("#")]) != expected
    }


@pytest.mark.parametrize(("file", "heading"), [("README.md", "## 中文说明"), ("SECURITY.md", "## 中文")])
def test_no_document_mixes_signs_or_words(file: str, heading: str) -> None:
    text = chinese_part((ROOT / file).read_text(encoding="utf-8"), heading)

    assert len(text) > 200
    assert [] == faults_in(text, FAULTS_IN_CHINESE_ALONE)


@pytest.mark.parametrize("name", PAGES)
def test_no_report_in_chinese_mixes_signs_or_words(name: str, gathered: Gathered, sample: Sample) -> None:
    folder = sample(name, "faulty")
    is_project = (folder / "pyproject.toml").is_file()
    report = render_text(judge(gathered(folder) if is_project else release_of_sample(folder)), "zh")

    assert [] == faults_in(_LOCATION.sub("", report), FAULTS_IN_CHINESE_ALONE)
