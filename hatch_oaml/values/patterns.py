"""Sets of gitignore patterns, as pathspec reads them."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

import pathspec
from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_index import LineIndex, longest_literal
from hatch_oaml.values.linear_patterns import linear

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence


_GROUP_NAME = expression(r"\(\?P<ps_d>")
_FEW = 64
"""Lines: so many are one expression; of more those alone are tried that may match."""


def _pattern(line: str) -> GitIgnoreSpecPattern:
    """:raises ValueError: it is not a gitignore pattern."""
    try:
        plain, include = GitIgnoreSpecPattern.pattern_to_regex(line)
        return GitIgnoreSpecPattern(None if plain is None else re.compile(linear(plain)), include)
    except re.error as error:  # a class such as `[z-a]`, which pathspec hands on as it is
        raise ValueError(f"{line}: {error}") from error


def _require_pattern(line: str) -> None:
    """:raises ValueError: it is not a gitignore pattern; what can be none by its classes alone is not compiled for that."""
    if "[" in line:
        _pattern(line)
    else:
        GitIgnoreSpecPattern.pattern_to_regex(line)


def _spec(patterns: Iterable[GitIgnoreSpecPattern]) -> pathspec.GitIgnoreSpec:
    return pathspec.GitIgnoreSpec(patterns, backend="simple")


@lru_cache(maxsize=1024)
def _compiled(lines: tuple[str, ...]) -> Callable[[str], object]:
    """All of pathspec's expressions in one, several times as fast; as pathspec does it where a later line takes back an earlier one."""
    patterns = [pattern for pattern in map(_pattern, lines) if pattern.regex is not None]
    if not all(pattern.include for pattern in patterns):
        return _spec(patterns).match_file
    expressions = (_from_the_start(pattern.regex.pattern) for pattern in patterns if pattern.regex)
    return re.compile("|".join(f"(?:{expression})" for expression in expressions) or "(?!)").match


def _from_the_start(found: str) -> str:
    """Pathspec searches for what is not bound to the start, such as the `/` that `*/` asks for."""
    return ("" if found.startswith("^") else "(?s:.*)") + _GROUP_NAME.sub("(?:", found)


class _Many:
    """Of thousands of lines those that may match a path are compiled, once they may, and asked as if there were no others."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._index = LineIndex(lines)
        self._compiled: dict[int, GitIgnoreSpecPattern] = {}

    def __call__(self, path: str) -> bool:
        return _spec(map(self._pattern, self._index.candidates(path))).match_file(path)

    def _pattern(self, number: int) -> GitIgnoreSpecPattern:
        if number not in self._compiled:
            self._compiled[number] = _pattern(self._lines[number])
        return self._compiled[number]


_SUFFIX = expression(r"\*(?P<suffix>[^\s*?\[\]\\!#/]+)")
"""A line that names all files and folders that end so: `*.safetensors`."""
_NAME = expression(r"[^\s*?\[\]\\!#/]+")
_PATH = expression(r"[\w.-]+(?:/[\w.-]+)*")
"""A path that can only be a pattern: of thousands that name a file each, most are held against nothing but a list of paths."""


def needs_an_expression(line: str) -> bool:
    """Is it something else than a suffix, a name or a path, which are looked up?"""
    return not any(kind.fullmatch(line) for kind in (_SUFFIX, _NAME, _PATH))


class _Matcher:
    """What most lines are needs no expression; `rest` is for the others."""

    def __init__(self, suffixes: tuple[str, ...], names: frozenset[str], rest: tuple[str, ...]) -> None:
        self._suffixes = suffixes
        self._names = names
        self._rest = rest
        self._folder = ("", False)  # that of the last path, and whether it matches: the next one mostly lies there too

    def __call__(self, path: str) -> bool:
        folder, _, name = path.rpartition("/")
        if name.endswith(self._suffixes) or name in self._names or (folder and self._matches_folder(folder)):
            return True
        return bool(self._rest) and bool(self._rest_matches(path))

    def _matches_folder(self, folder: str) -> bool:
        known, matches = self._folder
        if known != folder:
            matches = any(part.endswith(self._suffixes) or part in self._names for part in folder.split("/"))
            self._folder = (folder, matches)
        return matches

    @cached_property
    def _rest_matches(self) -> Callable[[str], object]:
        return _Many(self._rest) if len(self._rest) > _FEW else _compiled(self._rest)


@lru_cache(maxsize=1024)
def _matcher(lines: tuple[str, ...]) -> _Matcher:
    """:raises ValueError: if a line is not a gitignore pattern."""
    names = frozenset(line for line in lines if _NAME.fullmatch(line))
    suffixes = {line: found["suffix"] for line in lines if (found := _SUFFIX.fullmatch(line))}
    if len(suffixes) > _FEW:
        suffixes = {}
    rest = tuple(line for line in lines if line not in names and line not in suffixes)
    for line in rest:
        _require_pattern(line)
    if any(line.startswith("!") for line in rest):
        return _Matcher((), frozenset(), lines)
    return _Matcher(tuple(suffixes.values()), names, rest)


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


_LITERAL = expression(r"/?[^\s*?\[\\!#/][^*?\[\\]*(?<![\s/])")
"""A line that names one file or folder, by its path or, without a slash, by its name anywhere."""


class PathIndex:
    """Paths that many sets of patterns are held against: what names a file outright is looked up."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = dict.fromkeys(paths)
        self._known: dict[str, frozenset[str]] = {}

    def matched_by(self, patterns: Patterns) -> frozenset[str]:
        """As `patterns.matches(self.paths)`."""
        including = [line for line in patterns.lines if not line.startswith("!")]
        found = frozenset(chain.from_iterable(map(self.matched_by_line, including)))
        return found if len(including) == len(patterns.lines) else patterns.matches(found)

    def matched_by_line(self, line: str) -> Collection[str]:
        """As `Patterns((line,)).matches(self.paths)`."""
        if _LITERAL.fullmatch(line):
            return self._named(line)
        if line not in self._known:
            self._known[line] = Patterns((line,)).matches(self._holding(longest_literal(line)))
        return self._known[line]

    def _holding(self, literal: str) -> Iterable[str]:
        """The paths that `literal` stands in, and maybe others."""
        return self._found_in_text(literal) if literal and self._text else self.paths

    def _found_in_text(self, literal: str) -> Iterator[str]:
        offset = self._text.find(literal)
        while offset >= 0:
            start, end = self._text.rfind("\n", 0, offset) + 1, self._text.find("\n", offset)
            yield self._text[start:end]
            offset = self._text.find(literal, end)

    @cached_property
    def _text(self) -> str:
        """Each path on a line: to find what stands in one of thousands is one search. Empty if a path is of several lines."""
        text = "".join(f"{path}\n" for path in self.paths)
        return text if text.count("\n") == len(self.paths) else ""

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
