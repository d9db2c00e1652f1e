"""Judges which notices of the bases a release retains, by the four ways in which one can be retained."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.retention.kept_elsewhere import KeptElsewhere, KeptIn
from hatch_oaml.retention.outcomes import (
    Altered,
    Drafts,
    Dropped,
    DroppedFile,
    Kept,
    Location,
    Moved,
    Retention,
    Waived,
    Went,
)
from hatch_oaml.retention.pairing import alike, once, pair
from hatch_oaml.retention.reuse_places import ReusePlaces
from hatch_oaml.retention.scopes import is_notice_file, scope_of
from hatch_oaml.retention.waivers import (
    StaleWaiver,
    UnjustifiedWaiver,
    WaiverIndex,
    covers,
    defect_of_waiver,
    find_remains,
    touches,
)
from hatch_oaml.retention.weight_headers import WeightHeaders

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.config import Waiver
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.notice import Notice
    from hatch_oaml.retention.counterparts import Counterparts
    from hatch_oaml.retention.reuse_places import AnnotationsOf
    from hatch_oaml.retention.waivers import Remains
    from hatch_oaml.values.patterns import Patterns


def judge_retention(
    bases: Sequence[BaseRecord],
    files: Iterable[ReleaseFile],
    notice_files: Patterns,
    waivers: Sequence[Waiver],
    counterparts: Counterparts,
    records: frozenset[str] = frozenset(),
    annotations_of: AnnotationsOf = lambda _path: (),
) -> Retention:
    """By clause 3.1 2).

    :param notice_files: the release's files that notices may move into.
    :param records: its license, its changelog and its base records: they keep no notice, whatever `notice_files` says.
    :param annotations_of: what REUSE's tables say of the file at a path, each with the path of the table.
    """
    judgement = _Judgement(counterparts, tuple(files), notice_files, waivers, records, annotations_of)
    for base in bases:
        for file in base.files:
            judgement.take(base, file)
    return judgement.finished()


class _Judgement:
    def __init__(
        self,
        counterparts: Counterparts,
        files: tuple[ReleaseFile, ...],
        notice_files: Patterns,
        waivers: Sequence[Waiver],
        records: frozenset[str],
        annotations_of: AnnotationsOf,
    ) -> None:
        self._files = files
        self._patterns = notice_files
        self._waivers = waivers
        self._waiver_index = WaiverIndex(waivers)
        self._covered = dict.fromkeys(range(len(waivers)), 0)
        self._touched: dict[int, Notice] = {}
        self._remaining: dict[int, Remains] = {}
        self._counterparts = counterparts
        self._records = records
        may_keep = tuple(filter(self._may_keep, files))
        self._reuse = ReusePlaces(may_keep, annotations_of)
        self._kept_in = KeptIn()
        self._elsewhere = KeptElsewhere(may_keep, notice_files, counterparts, self._kept_in)
        self._headers = WeightHeaders(files, counterparts)
        self._drafts = Drafts()

    def _may_keep(self, file: ReleaseFile) -> bool:
        """May a notice go into `file`? Weights and the release's own records are for programs."""
        return file.role != "model" and file.path not in self._records

    def take(self, base: BaseRecord, file: BaseFile) -> None:
        """Sorts the notices of one file of a base."""
        wanted = tuple(once(file.notices))
        if not wanted:
            return
        parts = self._counterparts.of(base, file)
        if (same := next((part for part in parts if part.sha256 == file.sha256), None)) is not None:
            self._retain(base, file, ((notice, Location(path=same.path, line=notice.line)) for notice in wanted))
            return
        if not parts and self._went_with_its_files(base, file):
            parts = self._headers.heirs(file)
            gone = [notice for notice in wanted if not (parts and self._headers.asks(base, file, notice))]
            self._drafts.went += [Went(base=base.name, path=file.path, notice=notice) for notice in gone]
            wanted = tuple(notice for notice in wanted if notice not in gone)
        lost = [notice for notice in wanted if not self._finds(base, file, notice, parts)]
        lost = [notice for notice in lost if not self._waived(base, file, notice, parts)]
        if not parts and lost and is_notice_file(file.path, self._patterns):
            self._drafts.dropped_files.append(DroppedFile(base=base.name, path=file.path, notices=tuple(lost)))
            return
        self._lose(base, file, lost, parts)

    def _finds(self, base: BaseRecord, file: BaseFile, notice: Notice, parts: Sequence[ReleaseFile]) -> bool:
        """In its place, or moved."""
        for here in parts:
            if here.path in self._records:
                continue
            if found := self._kept_in.match_for(notice, here):
                self._retain(base, file, [(notice, Location(path=here.path, line=found.line))])
                return True
        for path, kept in chain.from_iterable(map(self._reuse.of, parts)):
            if found := kept.match_for(notice):
                self._move(base, file, notice, Location(path=path, line=found.line))
                return True
        if to := self._elsewhere.moved_to(notice, base, file, parts):
            self._move(base, file, notice, to)
            return True
        return False

    def _move(self, base: BaseRecord, file: BaseFile, notice: Notice, to: Location) -> None:
        self._drafts.moved.append(Moved(base=base.name, path=file.path, notice=notice, to=to))
        self._retain(base, file, [(notice, to)])

    def _retain(self, base: BaseRecord, file: BaseFile, found: Iterable[tuple[Notice, Location]]) -> None:
        for notice, location in found:
            self._drafts.retained.append(Kept(base=base.name, path=file.path, notice=notice, where=location))

    def _went_with_its_files(self, base: BaseRecord, file: BaseFile) -> bool:
        """Does nothing ship of what the notices in `file` are of?"""
        folder = scope_of(file.path, self._patterns)
        if folder is None:
            return True
        if not folder and any(other.role == "model" for other in self._files):
            return False
        return not any(
            self._counterparts.of(base, other)
            for other in base.files
            if other is not file and (not folder or other.path.startswith(f"{folder}/"))
        )

    def _waived(self, base: BaseRecord, file: BaseFile, notice: Notice, parts: Sequence[ReleaseFile]) -> bool:
        near = parts[0].path if parts else None
        candidates = self._waiver_index.candidates(base.name, notice)
        covering = [index for index in candidates if covers(self._waivers[index], base.name, notice)]
        for index in covering:
            self._covered[index] += 1
        if covering:
            waiver = self._waivers[covering[0]]
            waived = Waived(base=base.name, path=file.path, notice=notice, waiver=waiver, near=near)
            self._drafts.waived.append(waived)
            self._note_remains(covering, file, notice, parts)
            return True
        for index in candidates:
            if touches(self._waivers[index], base.name, notice):
                self._touched.setdefault(index, notice)
        return False

    def _note_remains(
        self, covering: Iterable[int], file: BaseFile, notice: Notice, parts: Sequence[ReleaseFile]
    ) -> None:
        """A notice file's notices may be of others: only those of the file itself are held against what ships of it."""
        if scope_of(file.path, self._patterns) is None and (remains := find_remains(file, notice, parts)):
            for index in covering:
                self._remaining.setdefault(index, remains)

    def _lose(self, base: BaseRecord, file: BaseFile, lost: Sequence[Notice], parts: Sequence[ReleaseFile]) -> None:
        if not lost:
            return
        parts = [part for part in parts if part.path not in self._records]  # what is put there is kept nowhere
        old = {alike(notice) for notice in file.notices}
        new = [(here, notice) for here in parts for notice in here.notices if alike(notice) not in old]
        pairs = pair(lost, [notice for _, notice in new])
        for index, notice in enumerate(lost):
            if index in pairs:
                here, became = new[pairs[index]]
                altered = Altered(base=base.name, path=file.path, notice=notice, here=here.path, new=became)
                self._drafts.altered.append(altered)
                continue
            self._drafts.dropped.append(
                Dropped(
                    base=base.name,
                    path=file.path,
                    notice=notice,
                    near=parts[0].path if parts else None,
                    unnamed=self._elsewhere.unnamed(notice),
                )
            )

    def finished(self) -> Retention:
        stale = (
            StaleWaiver(waiver=waiver, covered=self._covered[index])
            for index, waiver in enumerate(self._waivers)
            if self._covered[index] != waiver.expect and not self._is_fragment(index)
        )
        return self._drafts.finished(self._unjustified(), stale)

    def _unjustified(self) -> Iterator[UnjustifiedWaiver]:
        for index, waiver in enumerate(self._waivers):
            if lack := defect_of_waiver(waiver):
                yield UnjustifiedWaiver(waiver=waiver, lack=lack)
            elif self._is_fragment(index):
                yield UnjustifiedWaiver(waiver=waiver, lack="fragment", notice=self._touched[index])
            elif index in self._remaining:
                yield UnjustifiedWaiver(waiver=waiver, lack="still shipped", remains=self._remaining[index])

    def _is_fragment(self, index: int) -> bool:
        """Has the waiver words of notices that are lost, and names none of them?"""
        return not self._covered[index] and index in self._touched
