"""README says what is true, shortly, and its links work wherever it is shown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PICTURES = "https://raw.githubusercontent.com/hatch-oaml/hatch-oaml/main/"
FILES = "https://github.com/hatch-oaml/hatch-oaml/blob/main/"


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


def test_every_page_and_file_that_it_leads_to_is_there() -> None:
    named = [link.removeprefix(FILES).partition("#")[0] for link in links(README) if link.startswith(FILES)]

    named += [link.removeprefix(PICTURES) for link in links(README) if link.startswith(PICTURES)]
    assert len(named) > 20
    assert [] == [path for path in named if not (ROOT / path).is_file()]


def test_it_is_no_longer_than_a_newcomer_reads() -> None:
    assert len(README.splitlines()) < 150


def test_what_it_leads_to_in_one_language_it_leads_to_in_the_other() -> None:
    english, chinese = README.split("## 中文说明")
    pages = {link.removeprefix(f"{FILES}docs/en/") for link in links(english) if link.startswith(f"{FILES}docs/en/")}

    assert {link.removeprefix(f"{FILES}docs/zh/") for link in links(chinese)} >= pages - {"index.md"}


def test_it_names_the_two_commands_of_a_checkout() -> None:
    assert re.search(r"^\$ python3 fixtures +#", README, re.MULTILINE)
    assert re.search(r"^\$ python3 tests +#", README, re.MULTILINE)


def test_while_on_no_index_it_does_not_say_that_an_index_has_the_package() -> None:
    assert [] == re.findall(r"^\$ pip install (?:\S+ )*hatch-oaml\b.*", README, re.MULTILINE)
