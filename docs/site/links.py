"""Links that work in the repository, led to where the site has what they mean."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

REPOSITORY = "https://github.com/hatch-oaml/hatch-oaml/blob/main/"
SCREENSHOTS = "screenshots"
_LINK = re.compile(r"\]\((?P<target>\.\./[^)#\s]+)(?P<anchor>#[^)\s]*)?\)")
_CODE = re.compile(r"(?<![\[`])`(?P<name>[a-z]+(?:-[a-z]+)*)`(?![\]`])")
_FENCE = re.compile(r"(?ms)^ *```.*?^ *```$")
_WIDE = r"[\u2018-\u201d\u2026\u3000-\u9fff\uff00-\uffef]"
_LINE_BREAK = re.compile(rf"(?<={_WIDE})\n(?={_WIDE})")


def led(markdown: str, here: str) -> str:
    """Pictures lie among the pages of each language, and SECURITY.md is one of them; what else leads out of the documentation leads to the repository."""

    def replaced(found: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join("docs/language", posixpath.dirname(here), found["target"]))
        if path.startswith("docs/language/"):
            return found[0]
        if path.startswith(f"docs/{SCREENSHOTS}/"):
            return f"]({_from(here, path.removeprefix('docs/'))})"
        if path == "SECURITY.md":
            return f"]({_from(here, 'security.md')})"
        return f"]({REPOSITORY}{path}{found['anchor'] or ''})"

    return _LINK.sub(replaced, markdown)


def checks_named(markdown: str, here: str, names: frozenset[str]) -> str:
    """A check's name as code is a link to its page, but on that page itself, and in headings."""

    def replaced(found: re.Match[str]) -> str:
        target = f"checks/{found['name']}.md"
        if found["name"] not in names or target == here:
            return found[0]
        return f"[{found[0]}]({_from(here, target)})"

    def in_lines(text: str) -> str:
        return "\n".join(line if line.startswith("#") else _CODE.sub(replaced, line) for line in text.split("\n"))

    return _outside_of_fences(markdown, in_lines)


def joined_chinese(markdown: str) -> str:
    """A line of Chinese goes on in the next without the space that HTML would show."""
    return _outside_of_fences(markdown, lambda text: _LINE_BREAK.sub("", text))


def _from(here: str, target: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(here) or ".")


def _outside_of_fences(markdown: str, change: Callable[[str], str]) -> str:
    parts = []
    end = 0
    for fence in _FENCE.finditer(markdown):
        parts += [change(markdown[end : fence.start()]), fence[0]]
        end = fence.end()
    return "".join([*parts, change(markdown[end:])])
