"""Where REUSE keeps the notices of a file: in one beside it, and in tables that name it (https://reuse.software/spec-3.3/)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.notice import Notice
from hatch_oaml.retention.kept_notices import KeptNotices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from hatch_oaml.records.annotation import Annotation
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.values.paths import ArchivePath

    AnnotationsOf = Callable[[ArchivePath], Iterable[tuple[ArchivePath, Annotation]]]
    """What REUSE's tables say of the file at a path, each with the path of the table."""

_BESIDE = ".license"
"""Behind a file's name, the name of the one that has its notices."""


class ReusePlaces:
    """:param files: those that may keep notices."""

    def __init__(self, files: Iterable[ReleaseFile], annotations_of: AnnotationsOf) -> None:
        self._beside: Mapping[str, ReleaseFile] = {file.path: file for file in files if file.path.endswith(_BESIDE)}
        self._annotations_of = annotations_of
        self._known: dict[int, KeptNotices] = {}

    def of(self, file: ReleaseFile) -> Iterator[tuple[ArchivePath, KeptNotices]]:
        """Each place, and the notices of `file` in it."""
        beside = self._beside.get(f"{file.path}{_BESIDE}")
        if beside is not None:
            yield beside.path, KeptNotices(beside.notices)
        for path, annotation in self._annotations_of(file.path):
            if annotation.precedence != "closest" or not _says_whose(file):
                yield path, self._kept_in(annotation)

    def _kept_in(self, annotation: Annotation) -> KeptNotices:
        """One may be of thousands of files."""
        key = id(annotation)
        if key not in self._known:
            self._known[key] = KeptNotices(tuple(_notices_of(annotation)))
        return self._known[key]


def _says_whose(file: ReleaseFile) -> bool:
    """Does the file itself? Then the closest annotation says nothing of it, by the order of precedence."""
    return any(notice.kind == "copyright" and notice.visibility == "open" for notice in file.notices)


def _notices_of(annotation: Annotation) -> Iterator[Notice]:
    line = annotation.line
    for text in annotation.copyrights:
        yield Notice(kind="copyright", text=f"SPDX-FileCopyrightText: {text}", line=line, end_line=line)
