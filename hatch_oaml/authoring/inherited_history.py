"""A changelog that came with a base's files, cut apart: the base's own entries go, what was written since stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.retention.inheritance import find_inherited
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.modifications import Modifications
    from hatch_oaml.values.patterns import PathIndex

_ORIGINAL = expression(rb"^[ \t]*original[ \t]*=[ \t]*true[ \t]*(?:#[^\n]*)?\r?\n", re.MULTILINE)


def fresh_changelog(data: bytes, name: str, bases: Sequence[BaseRecord], paths: PathIndex) -> bytes | None:
    """`data` without the entries that the `bases` hold, and without the word that a base was original; `data` itself where
    nothing is inherited, None where the entries are written so that none can be cut out.

    :param name: the changelog's.
    :param paths: of the release, and of the bases.
    :raises ConfigurationError: `data` is no changelog.
    """
    modifications = parse_modifications(data, name)
    lines = {
        change.line for change, _ in find_inherited(modifications, bases, lambda change: paths.matched_by(change.files))
    }
    if modifications.original and bases:
        return _ORIGINAL.sub(b"", data)
    if not lines:
        return data
    starts = [change.line for change in modifications.changes]
    if None in starts:
        return None
    fresh = b"".join(_without(data.splitlines(keepends=True), [line for line in starts if line], lines))
    return fresh if _keeps(fresh, modifications, lines) else None


def _without(lines: Sequence[bytes], starts: Sequence[int], left_out: Collection[int | None]) -> Iterator[bytes]:
    """Each entry goes with the comments right above it, up to the next one's."""
    begins = [_with_comments(lines, start) for start in starts]
    yield from lines[: begins[0]]
    for begin, end, start in zip(begins, [*begins[1:], len(lines)], starts, strict=True):
        if start not in left_out:
            yield from lines[begin:end]


def _with_comments(lines: Sequence[bytes], start: int) -> int:
    """From 0, the first line of the comments that stand right above line `start`, which counts from 1."""
    begin = start - 1
    while begin and lines[begin - 1].lstrip().startswith(b"#"):
        begin -= 1
    return begin


def _keeps(fresh: bytes, before: Modifications, left_out: Collection[int | None]) -> bool:
    """Does the cut text still say what is not a base's, and that alone?"""
    try:
        after = parse_modifications(fresh, "")
    except ConfigurationError:
        return False
    kept = [change.files for change in before.changes if change.line not in left_out]
    return kept == [change.files for change in after.changes]
