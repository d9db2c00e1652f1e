"""README says what is true: its promises name tests that exist, and its links work wherever it is shown."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """What stands below the heading, up to the next one of its depth or a higher one."""
    found = re.search(rf"^(#+) {re.escape(title)}$", README, re.MULTILINE)
    assert found, f"README has no section {title!r}"
    rest = README[found.end() :]
    end = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


PROMISES = section("What you can rely on")
NAMED = re.findall(r"`([\w/]+\.py)::(\w+)`", PROMISES)


def functions(path: Path) -> set[str]:
    return {
        node.name for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)
    }


def links(text: str) -> Iterator[str]:
    tokens = MarkdownIt("commonmark", {"html": True}).parse(text)
    for token in (inner for outer in tokens for inner in (outer, *(outer.children or ()))):
        for name in ("href", "src"):
            if target := token.attrGet(name):
                yield str(target)
        if token.type in {"html_block", "html_inline"}:
            yield from re.findall(r"""(?:href|src)\s*=\s*["']?([^"'\s>]+)""", token.content)


def test_a_link_is_found_however_it_is_written() -> None:
    text = '[a](b.md) ![c](d.png) <https://e.org> [f] <a href="h.md">h</a>\n\n[f]: g.md\n'

    assert ["b.md", "d.png", "https://e.org", "g.md", "h.md"] == list(links(text))


def test_every_link_is_whole_so_that_it_works_on_an_index_page_too() -> None:
    assert [] == [link for link in links(README) if not link.startswith("https://")]


@pytest.mark.parametrize(("path", "name"), NAMED, ids=[f"{path}::{name}" for path, name in NAMED])
def test_a_test_that_a_promise_names_is_there(path: str, name: str) -> None:
    assert name in functions(ROOT / "tests" / path)


def test_every_promise_names_a_test() -> None:
    promises = re.split(r"^\d+\. ", PROMISES, flags=re.MULTILINE)[1:]

    assert len(promises) >= 10
    assert [] == [promise for promise in promises if not re.search(r"`[\w/]+\.py::\w+`", promise)]


def test_every_promise_is_made_in_both_languages() -> None:
    numbers = r"^(\d+)\. "

    assert re.findall(numbers, PROMISES, re.MULTILINE) == re.findall(numbers, section("您可以信赖什么"), re.MULTILINE)


def test_it_names_the_two_commands_of_a_checkout() -> None:
    assert "$ python3 fixtures\n" in README
    assert "$ python3 tests\n" in README


def test_while_on_no_index_it_does_not_say_that_an_index_has_the_package() -> None:
    assert [] == re.findall(r"^\$ pip install (?:\S+ )*hatch-oaml\b.*", README, re.MULTILINE)
