"""Which lines of a text its author wrote, and which came along with the base: what the base's author did is history."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.fingerprints import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hatch_oaml.records.base_file import BaseFile

_TARGET = expression(r"\]\([^)\s]*\)")
_LIST_MARK = expression(r"^\s*(?:[-*+•]|\w{1,2}[.)])\s+")
_WORD = expression(r"\w+(?:[./-]\w+)*")
_MOST_WORK = 64 << 20
"""Bytes that are hashed to find where something was put in."""
_MOST_PLACES = 400


def is_own_line(data: bytes, file: BaseFile | None, known: frozenset[str] | None) -> Callable[[int, str], bool]:
    """Was the line of this number (from 1) and text put into `data` by whoever made the release?

    What was put in at one place is found by the digest of the rest; else it is what `known` has not.

    :param file: what the base's record tells of its own file; None where it has none.
    :param known: by `bare`, all lines of the base's texts that tell of changes; None of a record alone, which has but a sample of them.
    """
    inserted = _inserted(data, file) if file else None
    if inserted is not None:
        return lambda number, _text: number in inserted
    if known is not None:
        return lambda _number, text: bare(text) not in known
    sample = frozenset(lines_of(file.fingerprint) if file else ())
    return lambda _number, text: f"{zlib.crc32(text.strip().encode()):08x}" not in sample


def bare(line: str) -> str:
    """Its words alone, without the marks of a list, and without where its links lead to: so it is known in another markup."""
    text = _LIST_MARK.sub("", _TARGET.sub("]", line))
    return " ".join(_WORD.findall(text.casefold()))


def _inserted(data: bytes, file: BaseFile) -> range | None:
    """The numbers of the lines without which `data` is the base's file, byte for byte."""
    more = len(data) - file.size
    if more <= 0:
        return None
    places = min(_MOST_PLACES, 1 + _MOST_WORK // max(1, file.size))
    for start in (file.size, *_line_starts(data, file.size, places)):
        if sha256_of(data[:start] + data[start + more :]) == file.sha256:
            return _lines_of(data, start, start + more)
    return None


def _lines_of(data: bytes, start: int, end: int) -> range:
    first = data.count(b"\n", 0, start) + 1
    return range(first, first + data.count(b"\n", start, end) + (data[end - 1 : end] != b"\n"))


def _line_starts(data: bytes, end: int, at_most: int) -> Iterator[int]:
    """From the top on."""
    offset = 0
    for _ in range(at_most):
        yield offset
        offset = data.find(b"\n", offset) + 1
        if not 0 < offset <= end:
            return
