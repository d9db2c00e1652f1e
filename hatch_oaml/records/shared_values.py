"""What a file of a release has of its base's file is kept once: of a hundred thousand files it is a third of the memory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile

_Value = TypeVar("_Value")


def sharing(file: ReleaseFile, bases: Sequence[BaseRecord]) -> ReleaseFile:
    """An equal file, whose path, size, digest and fingerprint are the very ones of the first base that has its path."""
    known = next((base.by_path[file.path] for base in bases if file.path in base.by_path), None)
    if known is None:
        return file
    return replace(
        file,
        path=known.path,
        size=_same(file.size, known.size),
        sha256=_same(file.sha256, known.sha256),
        fingerprint=_same(file.fingerprint, known.fingerprint),
    )


def _same(value: _Value, known: _Value) -> _Value:
    return known if value == known else value
