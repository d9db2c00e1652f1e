"""Sets of gitignore patterns, as pathspec reads them."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

import pathspec

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.linear_patterns import linear

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence


_GROUP_NAME = expression(r"\(\?P<ps_d>")


@lru_cache(maxsize=1024)
def _compiled(lines: tuple[str, ...]) -> pathspec.GitIgnoreSpec:
    """:raises ValueError: if a line is not a gitignore pattern."""
    try:
        spec = pathspec.GitIgnoreSpec.from_lines(lines, backend="simple")
        for pattern in spec.patterns:
            if pattern.regex is not None:
                pattern.regex = re.compile(linear(pattern.regex.pattern))
    except re.error as error:  # a class such as `[z-a]`, which pathspec hands on as it is
        raise ValueError(f"{lines[0] if len(lines) == 1 else lines!r}: {error}") from error
    return spec


@lru_cache(maxsize=1024)
def _union(lines: tuple[str, ...]) -> re.Pattern[str] | None:
    """All of pathspec's expressions in one, several times as fast; None where a later line takes back an earlier one."""
    patterns = [pattern for pattern in _compiled(lines).patterns if pattern.regex is not None]
    if not all(pattern.include for pattern in patterns):
        return None
    expressions = (_from_the_start(pattern.regex.pattern) for pattern in patterns if pattern.regex)
    return re.compile("|".join(f"(?:{expression})" for expression in expressions) or "(?!)")


def _from_the_start(found: str) -> str:
    """Pathspec searches for what is not bound to the start, such as the `/` that `*/` asks for."""
    return ("" if found.startswith("^") else "(?s:.*)") + _GROUP_NAME.sub("(?:", found)


_SUFFIX = expression(r"\*(?P<suffix>[^\s*?\[\]\\!#/]+)")
"""A line that names all files and folders that end so: `*.safetensors`."""
_NAME = expression(r"[^\s*?\[\]\\!#/]+")
_PLAIN = expression(r"[\w.-]+(?:/[\w.-]+)*")
"""A path that can only be a pattern: of thousands that name a file each, most are held against nothing but a list of paths."""


def needs_an_expression(line: str) -> bool:
    """Is it something else than a suffix, a name or a path, which are looked up?"""
    return not any(kind.fullmatch(line) for kind in (_SUFFIX, _NAME, _PLAIN))


class _Matcher:
    """What most lines are needs no expression; `rest` is for the others.

    :param paths: of files, or of folders with all below them.
    """

    def __init__(
        self, suffixes: tuple[str, ...], names: frozenset[str], paths: frozenset[str], rest: tuple[str, ...]
    ) -> None:
        self._suffixes = suffixes
        self._names = names
        self._paths = paths
        self._rest = rest
        self._folder = ("", False)  # that of the last path, and whether it matches: the next one mostly lies there too

    def __call__(self, path: str) -> bool:
        folder, _, name = path.rpartition("/")
        if name.endswith(self._suffixes) or name in self._names or (folder and self._matches_folder(folder)):
            return True
        if self._paths and self._is_below_one(path):
            return True
        return bool(self._rest and self._match_rest(path))

    @cached_property
    def _match_rest(self) -> Callable[[str], object]:
        """Kept here: of very many lines each would be compiled anew for each path."""
        union = _union(self._rest)
        return union.match if union else _compiled(self._rest).match_file

    def _is_below_one(self, path: str) -> bool:
        while path and path not in self._paths:
            path = path.rpartition("/")[0]
        return bool(path)

    def _matches_folder(self, folder: str) -> bool:
        known, matches = self._folder
        if known != folder:
            matches = any(part.endswith(self._suffixes) or part in self._names for part in folder.split("/"))
            self._folder = (folder, matches)
        return matches


@lru_cache(maxsize=1024)
def _matcher(lines: tuple[str, ...]) -> _Matcher:
    """:raises ValueError: if a line is not a gitignore pattern."""
    if any(line.startswith("!") for line in lines):
        _compiled(lines)
        return _Matcher((), frozenset(), frozenset(), lines)
    suffixes = [found["suffix"] for line in lines if (found := _SUFFIX.fullmatch(line))]
    names = frozenset(line for line in lines if _NAME.fullmatch(line))
    paths = frozenset(line for line in lines if line not in names and _PLAIN.fullmatch(line))
    rest = tuple(filter(needs_an_expression, lines))
    _compiled(rest)
    return _Matcher(tuple(suffixes), names, paths, rest)


@lru_cache(maxsize=16)
def _one_by_one(lines: tuple[str, ...]) -> tuple[tuple[str, _Matcher], ...]:
    return tuple((line, _matcher((line,))) for line in lines)


class Patterns:
    """:raises ValueError: if a line is not a gitignore pattern."""

    lines: tuple[str, ...]
    match: Callable[[str], bool]
    """Whether a path matches; one for all sets of these lines."""

    __slots__ = ("lines", "match")

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self.match = _matcher(lines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Patterns) and self.lines == other.lines

    def __hash__(self) -> int:
        return hash(self.lines)

    def __repr__(self) -> str:
        return f"Patterns(lines={self.lines!r})"

    def matches(self, paths: Iterable[str]) -> frozenset[str]:
        return frozenset(filter(self.match, paths))

    def first_line(self, path: str) -> str | None:
        """The first that matches `path` by itself; None where all of them together do not."""
        if not self.match(path):
            return None
        return next((line for line, match in _one_by_one(self.lines) if match(path)), None)


_LITERAL = expression(r"/?[^\s*?\[\\!#/][^*?\[\\]*(?<![\s/])")
"""A line that names one file or folder, by its path or, without a slash, by its name anywhere."""


class PathIndex:
    """Paths that many sets of patterns are held against: what names a file outright is looked up."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = dict.fromkeys(paths)
        self._known: dict[str, frozenset[str]] = {}

    def matched_by(self, patterns: Patterns) -> frozenset[str]:
        """As `patterns.matches(self.paths)`."""
        if any(line.startswith("!") for line in patterns.lines):
            return patterns.matches(self.paths)
        return frozenset(chain.from_iterable(map(self.matched_by_line, patterns.lines)))

    def matched_by_line(self, line: str) -> Collection[str]:
        """As `Patterns((line,)).matches(self.paths)`."""
        if _LITERAL.fullmatch(line):
            return self._named(line)
        if line not in self._known:
            self._known[line] = Patterns((line,)).matches(self.paths)
        return self._known[line]

    def _named(self, line: str) -> Sequence[str]:
        if "/" not in line:
            return self._with_part.get(line, ())
        name = line.removeprefix("/")
        return (*self._below.get(name, ()), *((name,) if name in self.paths else ()))

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in self.paths:
            folder = path.rpartition("/")[0]
            while folder:
                found.setdefault(folder, []).append(path)
                folder = folder.rpartition("/")[0]
        return found

    @cached_property
    def _with_part(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in self.paths:
            for part in dict.fromkeys(path.split("/")):
                found.setdefault(part, []).append(path)
        return found
