"""Sets of gitignore patterns, as pathspec reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import pathspec

if TYPE_CHECKING:
    from collections.abc import Iterable


_GROUP_NAME = re.compile(r"\(\?P<\w+>")


@lru_cache(maxsize=1024)
def _compiled(lines: tuple[str, ...]) -> pathspec.GitIgnoreSpec:
    return pathspec.GitIgnoreSpec.from_lines(lines)


@lru_cache(maxsize=1024)
def _union(lines: tuple[str, ...]) -> re.Pattern[str] | None:
    """All of pathspec's expressions in one, several times as fast; None where a later line takes back an earlier one."""
    patterns = [pattern for pattern in _compiled(lines).patterns if pattern.regex is not None]
    if not all(pattern.include for pattern in patterns):
        return None
    expressions = (_GROUP_NAME.sub("(?:", pattern.regex.pattern) for pattern in patterns if pattern.regex)
    return re.compile("|".join(f"(?:{expression})" for expression in expressions) or "(?!)")


@dataclass(frozen=True, slots=True)
class Patterns:
    """:raises ValueError: if a line is not a gitignore pattern."""

    lines: tuple[str, ...] = field()

    def __post_init__(self) -> None:
        _compiled(self.lines)

    def match(self, path: str) -> bool:
        union = _union(self.lines)
        return bool(union.match(path)) if union else _compiled(self.lines).match_file(path)

    def matches(self, paths: Iterable[str]) -> frozenset[str]:
        return frozenset(_compiled(self.lines).match_files(paths))
