"""Which files a text names: by their paths, by names that no other file has, by folders and by patterns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hatch_oaml.telling.words import words_of
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.patterns import PathIndex, Patterns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hatch_oaml.telling.texts import Line

_QUOTED = expression(r"(?<!`)`+([^`\n]{1,300})`+|\"([^\"\n]{1,300})\"|“([^”\n]{1,300})”|\]\(([^)\s]{1,300})\)")
_TOKEN = expression(r"[A-Za-z0-9_.\-/+@~*?{}]+")
_EMPHASIS = expression(r"(\*{1,3}|_{1,3})(?P<inside>[^*]+)\1")
_CLAUSE = expression(r"[;；。]|\.\s|,\s+(?:but|while)\s|，(?:但|而)")
_WILD = expression(r"[*?]")
_ENDING = expression(r"\.[A-Za-z0-9]{1,12}(?![A-Za-z0-9])|(?<=\w)(?=[\s`\"'，。；、：:,;)）]|$)")
"""Where a name may end: behind a suffix, or before what parts words."""
_PLAIN = expression(r"[a-z]+")
_LITERAL = expression(r"[A-Za-z0-9]{2}")
_LONGEST = 300


class Mentions:
    """What lines name, each with the first that does."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._names: dict[str, Line] = {}
        self._patterns: dict[str, Line] = {}
        self._lines: list[Line] = []
        for line in lines:
            for clause in _CLAUSE.split(line.text):
                if clause and not words_of("denial").search(clause):
                    self._lines.append(line._replace(text=clause))
                    self._note(line, clause)

    def of(self, paths: Iterable[str], every: Iterable[str]) -> Mapping[str, Line]:
        """Each of `paths` that is named, with where.

        :param every: all paths among which a name must tell one.
        """
        counts = Counter(ending.casefold() for path in every for ending in _endings(path))
        wanted = list(paths)
        found = {path: line for path in wanted if (line := self._named(path, counts)) is not None}
        for path, line in self._with_other_letters([path for path in wanted if path not in found], counts):
            found.setdefault(path, line)
        left = PathIndex(path for path in wanted if path not in found)
        for pattern, line in self._patterns.items():
            for path in left.matched_by_line(pattern):
                found.setdefault(path, line)
        return found

    def _note(self, line: Line, clause: str) -> None:
        for quoted in _QUOTED.finditer(clause):
            text = next(filter(None, quoted.groups()))
            self._take(line, text.strip(), is_quoted=True)
        tells = words_of("change").search(clause) is not None
        for token in _TOKEN.finditer(clause):
            self._take(line, token[0], is_quoted=tells)

    def _take(self, line: Line, token: str, *, is_quoted: bool) -> None:
        emphasis = _EMPHASIS.fullmatch(token)
        token = (emphasis["inside"] if emphasis else token).rstrip(".?").removeprefix("./").removeprefix("/")
        if not token or len(token) > _LONGEST:
            return
        if _WILD.search(token) or token.endswith("/"):
            self._take_pattern(line, token)
            return
        if is_quoted or "." in token or "/" in token or not _PLAIN.fullmatch(token):
            self._names.setdefault(token.casefold(), line)

    def _take_pattern(self, line: Line, token: str) -> None:
        """Not what would name any file, nor what is but a word with a star."""
        if not _LITERAL.search(token) or "//" in token or not {".", "/"} & set(token):
            return
        try:
            Patterns((token,))
        except ValueError:
            return
        self._patterns.setdefault(token, line)

    def _named(self, path: str, counts: Counter[str]) -> Line | None:
        for number, ending in enumerate(_endings(path)):
            key = ending.casefold()
            if number and counts[key] > 1:
                continue  # it may be another file's
            line = self._names.get(key)
            if line is not None:
                return line
        return None

    def _with_other_letters(self, paths: Iterable[str], counts: Counter[str]) -> Iterator[tuple[str, Line]]:
        """Names of any script stand in a sentence without a space around them: what ends as a file's name does is looked at."""
        names = {text: path for path in paths if not _TOKEN.fullmatch(path) for text in _whole_names(path, counts)}
        if not names:
            return
        longest = max(map(len, names))
        for line in self._lines:
            for suffix in _ENDING.finditer(line.text):
                end = suffix.end()
                ends = (line.text[start:end] for start in range(max(0, end - longest), end))
                yield from ((names[text], line) for text in ends if text in names)


def _whole_names(path: str, counts: Counter[str]) -> Iterator[str]:
    """What names it alone: its path, and its name where no other file has that."""
    yield path
    name = path.rpartition("/")[2]
    if counts[name.casefold()] == 1:
        yield name


def _endings(path: str) -> Iterator[str]:
    """The whole path, then its last parts, down to the name."""
    yield path
    while "/" in path:
        path = path.partition("/")[2]
        yield path
