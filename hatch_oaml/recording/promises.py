"""Notices that a release promised to retain are demanded of what is made from it, however they are written there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.records.notice import Notice
from hatch_oaml.retention.kept_notices import match_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.integrity import PromisedNotice


def with_promised(files: tuple[BaseFile, ...], promised: Iterable[PromisedNotice]) -> tuple[BaseFile, ...]:
    """`files`, in which a notice that merely may be one is a sure one where it keeps a promised one that no sure one keeps."""
    by_path = {file.path: file for file in files}
    for promise in promised:
        wanted = Notice(kind=promise.kind, text=promise.text, line=1, end_line=1, visibility="hidden")
        first = sorted(by_path.values(), key=lambda file: file.path != promise.path)
        if any(match_for(wanted, _sure(file)) for file in first):
            continue
        for file in first:
            if (found := match_for(wanted, file.notices)) is not None:
                by_path[file.path] = _with_sure(file, found)
                break
    return tuple(by_path[file.path] for file in files)


def _sure(file: BaseFile) -> tuple[Notice, ...]:
    return tuple(notice for notice in file.notices if notice.sure)


def _with_sure(file: BaseFile, found: Notice) -> BaseFile:
    notices = (replace(notice, sure=True) if notice is found else notice for notice in file.notices)
    return replace(file, notices=tuple(notices))
