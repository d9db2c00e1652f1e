"""Tag, version and changelog are one: `python .ci/check_release.py [TAG]` says what is not, and ends with 1."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_SECTION = re.compile(r"^## \[(.+?)\](?: - (\d{4}-\d{2}-\d{2}))?$", re.MULTILINE)
_RELEASED = re.compile(r"\d+\.\d+\.\d+")


def problems(version: str, changelog: str, tag: str | None) -> list[str]:
    """What is wrong, in English; `tag` None: nothing is being released."""
    sections = _sections(changelog)
    names = [name for name, _, _ in sections]
    found = []
    if names[:1] != ["Unreleased"]:
        found.append("CHANGELOG.md: its first section is not `## [Unreleased]`")
    released = sections[1:] if names[:1] == ["Unreleased"] else sections
    for name, date, _ in released:
        if not _RELEASED.fullmatch(name) or not date:
            found.append(f"CHANGELOG.md: `## [{name}]` is not `## [X.Y.Z] - YYYY-MM-DD`")
    numbers = [_numbers(name) for name, _, _ in released if _RELEASED.fullmatch(name)]
    if numbers != sorted(set(numbers), reverse=True):
        found.append("CHANGELOG.md: its versions do not fall from one section to the next")
    if not _RELEASED.fullmatch(version):
        return [*found, f"__version__ is {version}, not X.Y.Z"]
    if numbers and numbers[0] > _numbers(version):
        found.append(f"CHANGELOG.md has a section for a version newer than __version__, {version}")
    return found if tag is None else found + _tag_problems(version, sections, tag)


def _tag_problems(version: str, sections: list[tuple[str, str, str]], tag: str) -> list[str]:
    texts = {name: text for name, _, text in sections}
    found = []
    if tag != f"v{version}":
        found.append(f"the tag is {tag}, and __version__ asks for v{version}")
    if not texts.get(version):
        found.append(f"CHANGELOG.md says nothing of {version}")
    if texts.get("Unreleased"):
        found.append("CHANGELOG.md still has changes under `## [Unreleased]`")
    return found


def _sections(changelog: str) -> list[tuple[str, str, str]]:
    """Name, date and text of each."""
    marks = list(_SECTION.finditer(changelog))
    ends = [mark.start() for mark in marks[1:]] + [len(changelog)]
    return [
        (mark[1], mark[2] or "", changelog[mark.end() : end].strip()) for mark, end in zip(marks, ends, strict=True)
    ]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))


def stated_version() -> str:
    """`__version__` as the package's source states it; nothing of it is imported."""
    text = (ROOT / "hatch_oaml" / "__init__.py").read_text(encoding="utf-8")
    return text.partition('__version__ = "')[2].partition('"')[0]


def main(arguments: list[str]) -> int:
    found = problems(
        stated_version(), (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), arguments[0] if arguments else None
    )
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
