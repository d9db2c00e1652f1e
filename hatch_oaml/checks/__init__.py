"""Every check, found by its file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hatch_oaml.values.families import members
from hatch_oaml.values.resources import resource

if TYPE_CHECKING:
    from hatch_oaml.findings import Check
    from hatch_oaml.values.bilingual import Language


@cache
def all_checks() -> dict[str, Check]:
    """Every check by its name, in alphabetical order."""
    found: list[Check] = members(__name__, __path__, "CHECK")
    return {check.name: check for check in sorted(found, key=lambda check: check.name)}


def page(name: str) -> str:
    """The check's page, in Markdown and both languages.

    :raises KeyError: if there is no check of that name.
    """
    check = all_checks()[name]
    return resource(__name__, f"{check.name.replace('-', '_')}.md")


_SECTIONS: dict[Language, tuple[str, str]] = {
    "en": ("## English", "### What it finds"),
    "zh": ("## 中文", "### 检查内容"),
}


def page_in(name: str, language: Language) -> str:
    """The check's page in one language.

    :raises KeyError: if there is no check of that name.
    """
    title, _, rest = page(name).partition("\n")
    section = rest.partition(f"{_SECTIONS[language][0]}\n")[2].partition("\n## ")[0]
    return f"{title}\n\n{section.strip()}\n"


def summary(name: str, language: Language) -> str:
    """What the check finds, in the first sentence of its page, on one line.

    :raises KeyError: if there is no check of that name.
    """
    found = page_in(name, language).partition(f"{_SECTIONS[language][1]}\n")[2].strip().partition("\n\n")[0]
    lines = found.split("\n")
    text = " ".join(lines) if language == "en" else "".join(lines)
    end = ". " if language == "en" else "。"
    return text.partition(end)[0].rstrip(".。")
