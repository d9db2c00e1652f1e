"""The site of the documentation builds strictly, every link in it arrives, and it fetches nothing from elsewhere."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from hatch_oaml.checks import all_checks
from tests.docs.pages import CHINESE, ENGLISH, ROOT, names
from tests.end_to_end.conftest import environment_with

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end
LANGUAGES = {"en": ENGLISH, "zh": CHINESE}


class Page(HTMLParser):
    """What a page is called by, what it leads to and what a browser fetches for it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.language = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.anchors += [values[name] for name in ("id", "name") if name in values and (name == "id" or tag == "a")]
        self.language = values.get("lang", "") if tag == "html" else self.language
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif "src" in values or (tag == "link" and "href" in values):
            self.fetched.append(values.get("src") or values["href"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built in an environment that has the group `docs` and nothing else."""
    folder = tmp_path_factory.mktemp("docs")
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    python = environment_with(folder / "environment", str(ROOT), *groups["docs"]) / "python"
    done = subprocess.run(
        [python, ROOT / "docs" / "site" / "build.py", folder / "site"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert (0, "") == (done.returncode, done.stdout)
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {file: Page(file.read_text(encoding="utf-8")) for file in sorted(site.rglob("*.html"))}


def internal(links: list[str]) -> list[str]:
    return [link for link in links if not urlsplit(link).scheme and not link.startswith("//")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_and_a_page_for_each_check(site: Path, language: str) -> None:
    expected = {name.replace(".md", ".html") for name in names()} | {f"checks/{name}.html" for name in all_checks()}

    found = {file.relative_to(site / language).as_posix() for file in (site / language).rglob("*.html")}

    assert {"genindex.html", "search.html", "security.html"} == found - expected
    assert set() == expected - found


def test_every_link_and_every_anchor_arrives(site: Path, pages: dict[Path, Page]) -> None:
    broken = []
    for file, page in pages.items():
        for link in internal([*page.links, *page.fetched]):
            path, _, anchor = link.partition("#")
            target = (file.parent / unquote(urlsplit(path).path)).resolve() if path else file
            if not target.is_file() or (anchor and unquote(anchor) not in pages[target].anchors):
                broken.append(f"{file.relative_to(site)}: {link}")

    assert len(pages) > 2 * len(all_checks())
    assert [] == broken


def test_the_finding_of_broken_links_is_no_formality(tmp_path: Path) -> None:
    page = Page(
        '<html lang="en"><a href="gone.html#x">a</a><a href="https://e.org">b</a><p id="y"><img src="c.png"></html>'
    )

    assert ["gone.html#x"] == internal(page.links)
    assert (["y"], ["c.png"], "en") == (page.anchors, page.fetched, page.language)
    assert not (tmp_path / "gone.html").exists()


def test_no_page_fetches_anything_from_elsewhere(site: Path, pages: dict[Path, Page]) -> None:
    assert [] == [link for page in pages.values() for link in page.fetched if link not in internal(page.fetched)]
    styles = [file.read_text(encoding="utf-8") for file in site.rglob("*.css")]
    assert styles
    assert [] == [
        url for style in styles for url in re.findall(r"(?:@import|url\()\s*[\"']?(?:https?:)?//[^)\"']*", style)
    ]


def test_every_page_leads_to_the_same_page_in_the_other_language(site: Path, pages: dict[Path, Page]) -> None:
    for language, other in (("en", "zh"), ("zh", "en")):
        for file in (site / language).rglob("*.html"):
            counterpart = site / other / file.relative_to(site / language)
            assert counterpart in {(file.parent / link).resolve() for link in internal(pages[file].links)}, file
            assert pages[file].language.startswith(language)


def test_one_can_search_for_chinese_words(site: Path) -> None:
    text = (site / "zh" / "searchindex.js").read_text(encoding="utf-8")
    terms = json.loads(text.removeprefix("Search.setIndex(").rstrip().removesuffix(")"))["terms"]

    assert {"声明", "归档", "许可证"} <= terms.keys()
