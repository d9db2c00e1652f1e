"""Notices that a release promised to retain are demanded of what is made from it, however they are written there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.records.notice import Notice
from hatch_oaml.retention.kept_notices import KeptNotices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.integrity import PromisedNotice


def with_promised(files: tuple[BaseFile, ...], promised: Iterable[PromisedNotice]) -> tuple[BaseFile, ...]:
    """`files`, in which a notice that merely may be one is a sure one where it keeps a promised one that no sure one keeps."""
    release = _Release(files)
    for promise in promised:
        release.keep(
            Notice(kind=promise.kind, text=promise.text, line=1, end_line=1, visibility="hidden"), promise.path
        )
    return tuple(map(release.finished, files))


class _Release:
    """Its files, of each of which what notices are looked up by is made once."""

    def __init__(self, files: Sequence[BaseFile]) -> None:
        self._files = files
        self._by_path: dict[str, BaseFile] = {file.path: file for file in files}
        self._sure: dict[str, KeptNotices] = {}
        self._all: dict[str, KeptNotices] = {}
        self._made_sure: dict[str, _MadeSure] = {}

    def keep(self, wanted: Notice, path: str) -> None:
        """Makes a notice that keeps `wanted` a sure one, of the file at `path` before those of others, unless a sure one keeps it."""
        if any(self._sure_of(file).match_for(wanted) for file in self._from(path)):
            return
        if any(made.keep(wanted) for made in self._made_sure.values()):
            return
        for file in self._from(path):
            if (found := self._all_of(file).match_for(wanted)) is not None:
                self._made_sure.setdefault(file.path, _MadeSure()).add(found)
                return

    def finished(self, file: BaseFile) -> BaseFile:
        """With the notices that were made sure."""
        if file.path not in self._made_sure:
            return file
        made = self._made_sure[file.path]
        notices = (replace(notice, sure=True) if notice in made else notice for notice in file.notices)
        return replace(file, notices=tuple(notices))

    def _from(self, path: str) -> Iterator[BaseFile]:
        if path in self._by_path:
            yield self._by_path[path]
        yield from (file for file in self._files if file.path != path)

    def _sure_of(self, file: BaseFile) -> KeptNotices:
        if file.path not in self._sure:
            self._sure[file.path] = KeptNotices([notice for notice in file.notices if notice.sure])
        return self._sure[file.path]

    def _all_of(self, file: BaseFile) -> KeptNotices:
        if file.path not in self._all:
            self._all[file.path] = KeptNotices(file.notices)
        return self._all[file.path]


class _MadeSure:
    """Those of a file's notices that were made sure, in parts of which each is longer than the next: to add one builds few of them anew."""

    def __init__(self) -> None:
        self._parts: list[tuple[list[Notice], KeptNotices]] = []
        self._known: set[int] = set()

    def add(self, notice: Notice) -> None:
        self._known.add(id(notice))
        part = [notice]
        while self._parts and len(self._parts[-1][0]) <= len(part):
            part = self._parts.pop()[0] + part
        self._parts.append((part, KeptNotices(part)))

    def keep(self, wanted: Notice) -> bool:
        """Does one of them keep `wanted`?"""
        return any(kept.match_for(wanted) for _, kept in self._parts)

    def __contains__(self, notice: Notice) -> bool:
        return id(notice) in self._known
