"""Sets of gitignore patterns, as pathspec reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import pathspec

if TYPE_CHECKING:
    from collections.abc import Iterable


@lru_cache(maxsize=1024)
def _compiled(lines: tuple[str, ...]) -> pathspec.GitIgnoreSpec:
    return pathspec.GitIgnoreSpec.from_lines(lines)


@dataclass(frozen=True, slots=True)
class Patterns:
    """:raises ValueError: if a line is not a gitignore pattern."""

    lines: tuple[str, ...] = field()

    def __post_init__(self) -> None:
        _compiled(self.lines)

    def match(self, path: str) -> bool:
        return _compiled(self.lines).match_file(path)

    def matches(self, paths: Iterable[str]) -> frozenset[str]:
        return frozenset(_compiled(self.lines).match_files(paths))
