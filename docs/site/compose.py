"""The sources of the site in one language: the pages as they stand, and those that stand elsewhere in the repository."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from contents import CONTENTS
from links import SCREENSHOTS, checks_named, joined_chinese, led

from hatch_oaml.checks import all_checks, page_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.values.bilingual import Language

ROOT = Path(__file__).resolve().parent.parent.parent


def compose(language: Language, target: Path) -> None:
    """Fills the new folder `target`."""
    shutil.copytree(ROOT / "docs" / language, target)
    shutil.copytree(ROOT / "docs" / SCREENSHOTS, target / SCREENSHOTS)
    pages = {file.relative_to(target).as_posix(): file.read_text(encoding="utf-8") for file in target.rglob("*.md")}
    for name in all_checks():
        pages[f"checks/{name}.md"] = check_in(name, language)
    pages["security.md"] = security_in(language)
    pages["index.md"] += "".join(_contents(language))
    pages["checks.md"] += _tree(f"checks/{name}" for name in all_checks())
    for name, text in pages.items():
        page = target / name
        page.parent.mkdir(exist_ok=True)
        page.write_text(_for_sphinx(text, name, language), encoding="utf-8")


def check_in(name: str, language: Language) -> str:
    """The page that `explain` shows, with the headings and the names of pages that the site has."""
    text = re.sub(r"^###", "##", page_in(name, language), flags=re.MULTILINE)
    return re.sub(r"\]\((\w+\.md)\)", lambda found: found[0].replace("_", "-"), text)


def security_in(language: Language) -> str:
    """SECURITY.md in one language: one source for the repository and for the site."""
    title, _, rest = (ROOT / "SECURITY.md").read_text(encoding="utf-8").partition("\n")
    english, _, chinese = rest.partition("\n## 中文\n")
    name_en, name_zh = title.removeprefix("# ").split(" · ")
    text = f"# {name_en}\n{english}" if language == "en" else f"# {name_zh}\n{chinese}"
    return text.replace(f"https://github.com/hatch-oaml/hatch-oaml/blob/main/docs/{language}/", "")


def _for_sphinx(text: str, name: str, language: Language) -> str:
    text = checks_named(led(text, name), name, frozenset(all_checks()))
    text = re.sub(
        r'^( *)```(\w+) title="([^"]+)"$', r"\1```{code-block} \2\n\1:caption: \3\n", text, flags=re.MULTILINE
    )
    return joined_chinese(text) if language == "zh" else text


def _contents(language: Language) -> Iterator[str]:
    for titles, pages in CONTENTS:
        yield _tree(pages, f":caption: {titles[language]}\n")


def _tree(pages: Iterable[str], option: str = "") -> str:
    return "\n```{toctree}\n:hidden:\n" + option + "\n" + "\n".join(pages) + "\n```\n"
