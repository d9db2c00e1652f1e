"""What a file of a release has of its base's file is kept once: of a hundred thousand files it is a third of the memory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.values.sameness import same

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile


def known_at(path: str, bases: Iterable[BaseRecord]) -> BaseFile | None:
    """The file at `path` of the first base that has one."""
    for base in bases:
        if path in base.by_path:
            return base.by_path[path]
    return None


def sharing(file: ReleaseFile, known: BaseFile | None) -> ReleaseFile:
    """An equal file, whose path, size, digest and fingerprint are the very ones of `known`, which has its path."""
    if known is None or _shares(file, known):
        return file
    return replace(
        file,
        path=known.path,
        size=same(file.size, known.size),
        sha256=same(file.sha256, known.sha256),
        fingerprint=same(file.fingerprint, known.fingerprint),
    )


def _shares(file: ReleaseFile, known: BaseFile) -> bool:
    """Is it so already?"""
    return (
        file.path is known.path
        and same(file.size, known.size) is file.size
        and same(file.sha256, known.sha256) is file.sha256
        and same(file.fingerprint, known.fingerprint) is file.fingerprint
    )
