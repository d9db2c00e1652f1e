"""Where a release tells of the files that it modified: its texts read for that, line by line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.records.generated import MODIFICATIONS_PAGE, is_generated
from hatch_oaml.records.publication import Telling
from hatch_oaml.telling.inherited import bare, is_own_line
from hatch_oaml.telling.mentions import Mentions
from hatch_oaml.telling.texts import Line, manner_of, telling_lines
from hatch_oaml.telling.words import words_of
from hatch_oaml.values.decoding import decode
from hatch_oaml.values.paths import ArchivePath
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hatch_oaml.published.bases import Base
    from hatch_oaml.published.trees import Tree
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.notice import Notice
    from hatch_oaml.release import Release

    IsOwn = Callable[[int, str], bool]

_LONGEST = 1 << 20
_OF_THE_WHOLE = frozenset({"", "doc", "docs", ".github", "documentation"})
"""What lies in these folders speaks of all files; what lies in another one of those below it."""


def with_tellings(release: Release, tree: Tree, bases: Sequence[Base]) -> Release:
    """`release` of a comparison, with what its texts say of the files that must be told of.

    :param bases: as they were pointed to, in the order of those of `release`.
    """
    publication = release.publication
    if publication is None:
        return release
    unasked = frozenset(file.path for file in release.inventory if _is_unasked(file))
    release = replace(release, publication=replace(publication, unasked=unasked))
    texts = list(_texts(release, tree, bases))
    found: dict[str, list[Telling]] = {}
    for text in texts:
        for path, line in text.mentions(release).items():
            found.setdefault(path, []).append(_telling(text.path, line))
    for path, line in _own_words(release, tree):
        found.setdefault(path, []).append(_telling(path, line))
    general = [one for text in texts if (one := text.in_general(release)) is not None]
    tellings = {path: tuple(told) for path, told in found.items()}
    told_of = replace(publication, unasked=unasked, tellings=tellings, general=tuple(general))
    return replace(release, publication=told_of)


def _own_words(release: Release, tree: Tree) -> Iterator[tuple[ArchivePath, Line]]:
    """Files that say themselves, in a line with a notice that no base's file has, that somebody modified them."""
    for path in release.tellings:
        known = {notice.text for base in release.bases for notice in _notices_of(release, base, path)}
        own = [
            one for one in release.inventory.by_path[path].notices if one.visibility == "open" and one.text not in known
        ]
        lines = decode(tree.head(path) or b"").text.splitlines() if own else []
        for notice in own:
            said = lines[notice.line - 1] if notice.line <= len(lines) else notice.text
            if words_of("own").search(said) and not words_of("denial").search(said):
                yield path, Line(notice.line, said)


def _notices_of(release: Release, base: BaseRecord, path: ArchivePath) -> tuple[Notice, ...]:
    there = base.by_path.get(path) or release.counterparts.origin(base, release.inventory.by_path[path])
    return there.notices if there else ()


def _is_unasked(file: ReleaseFile) -> bool:
    return manner_of(file.path) == "changes"


def _telling(path: ArchivePath, line: Line) -> Telling:
    return Telling(path=path, line=line.number, says=" ".join(line.text.split()))


class _Text:
    """A text that may tell of changes; `is_own` tells of a line whether it is the release's."""

    def __init__(self, path: ArchivePath, text: str, is_own: IsOwn) -> None:
        self.path = path
        self._text = text
        self._is_own = is_own
        self._manner = manner_of(path)

    def mentions(self, release: Release) -> dict[str, Line]:
        """The files that must be told of and that it names."""
        if self._manner is None:
            return {}
        lines = [line for line in telling_lines(self._manner, self._text) if self._is_own(line.number, line.text)]
        folder = self.path.rpartition("/")[0]
        below = "" if folder in _OF_THE_WHOLE else f"{folder}/"
        wanted = [path for path in release.tellings if path.startswith(below)]
        every = [file.path for file in release.inventory if file.path.startswith(below)]
        return dict(Mentions(lines).of(wanted, every)) if lines and wanted else {}

    def in_general(self, release: Release) -> Telling | None:
        """The first line of a card, of the whole or of its folder, that says how the model came about."""
        if self._manner != "card" or self.path.count("/") > 1:
            return None
        file = release.inventory.by_path.get(self.path)
        stated = {one.line for one in file.statements if one.about in {"base", "relation"}} if file else set()
        for number, line in enumerate(self._text.split("\n"), 1):
            if (number in stated or words_of("general").search(line)) and self._is_own(number, line):
                return _telling(self.path, Line(number, abbreviated(line)))
        return None


def _texts(release: Release, tree: Tree, bases: Sequence[Base]) -> Iterator[_Text]:
    paths = [file.path for file in release.inventory if file.size <= _LONGEST and manner_of(file.path)]
    page = ArchivePath(MODIFICATIONS_PAGE)
    known = [_known_lines(base) for base in bases]
    for path in dict.fromkeys((*paths, page)):
        data = tree.text(path)
        if data is None or (path == release.config.modifications and release.modifications is not None):
            continue
        if release.modifications is not None and is_generated(data):
            continue  # it was rendered from the changelog, and from that of the bases
        yield _Text(path, decode(data).text.replace("\r\n", "\n"), _own_lines(release, path, data, known))


def _own_lines(release: Release, path: ArchivePath, data: bytes, known: Sequence[frozenset[str] | None]) -> IsOwn:
    """A line that any of the bases has in its file of that is no word of the release's."""
    tests = []
    file = release.inventory.by_path.get(path)
    for base, lines in zip(release.bases, known, strict=True):
        there = base.by_path.get(path) or (release.counterparts.origin(base, file) if file else None)
        if there is not None and there.sha256 == (file.sha256 if file else None):
            return lambda _number, _text: False
        tests.append(is_own_line(data, there, lines))
    return lambda number, text: all(test(number, text) for test in tests)


def _known_lines(base: Base) -> frozenset[str] | None:
    """Those of all texts in which the base tells of changes, whatever they are called in the release."""
    if base.text is None:
        return None
    paths = [file.path for file in base.record.files if file.size <= _LONGEST and manner_of(file.path)]
    texts = (base.text(path) for path in dict.fromkeys((*paths, ArchivePath(MODIFICATIONS_PAGE))))
    return frozenset(bare(line) for text in texts if text is not None for line in decode(text).text.splitlines())
