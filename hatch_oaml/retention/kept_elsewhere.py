"""Where a notice stands that is in its own file no more: the release's notice files and other legal texts, looked up by words."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.retention.kept_notices import KeptNotices, vocabulary_of, words_needed
from hatch_oaml.retention.naming import Names
from hatch_oaml.retention.outcomes import Location
from hatch_oaml.retention.scopes import folder_of, scope_of
from hatch_oaml.values.legal_names import is_legal_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.notice import Notice
    from hatch_oaml.retention.counterparts import Counterparts
    from hatch_oaml.values.patterns import Patterns

_FEW = 8
"""Notices: of a file with no more, what they are looked up by is made anew each time, and not kept."""


class KeptIn:
    """What is looked up in a file stays while there are many: a file of few is no work, and there are many of those."""

    def __init__(self) -> None:
        self._kept: dict[str, KeptNotices] = {}

    def match_for(self, notice: Notice, file: ReleaseFile) -> Notice | None:
        """The notice of `file` that keeps `notice`."""
        if len(file.notices) <= _FEW:
            return KeptNotices(file.notices).match_for(notice)
        if file.path not in self._kept:
            self._kept[file.path] = KeptNotices(file.notices)
        return self._kept[file.path].match_for(notice)


class KeptElsewhere:
    """:param files: those that may keep notices."""

    def __init__(
        self, files: Sequence[ReleaseFile], notice_files: Patterns, counterparts: Counterparts, kept_in: KeptIn
    ) -> None:
        own = [file for file in files if notice_files.match(file.path)]
        of_whole_tree = [file for file in files if is_legal_name(file.path) and not folder_of(file.path)]
        self._files = tuple({file.path: file for file in (*own, *of_whole_tree)}.values())
        self._notice_files = frozenset(range(len(own)))
        self._at_the_top = frozenset(number for number, file in enumerate(self._files) if not folder_of(file.path))
        self._patterns = notice_files
        self._counterparts = counterparts
        self._kept_in = kept_in
        self._holding: dict[tuple[str, str, str], dict[int, Notice]] = {}

    def moved_to(
        self, notice: Notice, base: BaseRecord, file: BaseFile, parts: Sequence[ReleaseFile]
    ) -> Location | None:
        """Where the notice of `file` stands now, in what may take it and is none of the `parts` that the file became."""
        found = self._held(notice)
        takers = sorted(self._takers(found, base, file)) if found else ()
        number = next((number for number in takers if self._files[number] not in parts), None)
        return None if number is None else Location(path=self._files[number].path, line=found[number].line)

    def unnamed(self, notice: Notice) -> Location | None:
        """Where a notice file has it, whatever it says that it is a notice of."""
        found = self._held(notice)
        number = next(iter(found), None)
        if number is None or number not in self._notice_files:
            return None
        return Location(path=self._files[number].path, line=found[number].line)

    def _takers(self, holding: dict[int, Notice], base: BaseRecord, file: BaseFile) -> set[int]:
        """Which of those that hold it may a notice of `file` have moved into?

        A notice file names the file or the component; a notice that was of the whole tree stands as well in another
        legal text that is of the whole tree, the base's own, or one that names the file or the component.
        """
        named = holding.keys() & self._names.naming(file.path, base.name)
        if scope_of(file.path, self._patterns) != "":
            return named & self._notice_files
        tops = (number for number in holding.keys() & self._at_the_top if number not in named)
        own = (number for number in tops if self._counterparts.origin(base, self._files[number]) is not None)
        return {*(named & (self._notice_files | self._at_the_top)), *own}

    @cached_property
    def _names(self) -> Names:
        return Names([file.path for file in self._files], [_open_text(file) for file in self._files])

    def _held(self, notice: Notice) -> dict[int, Notice]:
        """Which files hold `notice`, in their order, and as what."""
        key = (notice.kind, notice.visibility, notice.text)
        if key not in self._holding:
            asked = ((number, self._kept_in.match_for(notice, self._files[number])) for number in self._near(notice))
            self._holding[key] = {number: found for number, found in asked if found}
        return self._holding[key]

    def _near(self, notice: Notice) -> Iterable[int]:
        """Those that may: each has all words that the notice needs. Of the rarest one the files are asked."""
        found = (min((self._having.get(word, ()) for word in needed), key=len) for needed in words_needed(notice))
        return sorted(set(chain.from_iterable(found)))

    @cached_property
    def _having(self) -> dict[str, list[int]]:
        """Which files have a word."""
        having: dict[str, list[int]] = {}
        for number, file in enumerate(self._files):
            for word in set(_vocabulary(file)):
                having.setdefault(word, []).append(number)
        return having


def _vocabulary(file: ReleaseFile) -> Iterator[str]:
    return chain.from_iterable(map(vocabulary_of, file.notices))


def _open_text(file: ReleaseFile) -> str:
    return "\n".join(notice.text for notice in file.notices if notice.visibility == "open")
