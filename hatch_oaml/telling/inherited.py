"""Which lines of a text its author wrote, and which came along with the base: what the base's author did is history."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from hatch_oaml.values.digests import sha256_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hatch_oaml.records.base_file import BaseFile

_MOST_WORK = 64 << 20
"""Bytes that are hashed to find where something was put in."""
_MOST_PLACES = 400


def is_own_line(data: bytes, file: BaseFile | None, base: bytes | None) -> Callable[[int, str], bool]:
    """Was the line of this number (from 1) and text put into `data` by whoever made the release?

    :param file: what the base's record tells of its own file; None where it has none.
    :param base: the bytes of that, where they are at hand. A record alone has a sample of its lines, and its digest, by which what was
        put in at one place is found.
    """
    if file is None:
        return lambda _number, _text: True
    if base is not None:
        known = {line.strip() for line in base.decode("utf-8", "replace").splitlines()}
        return lambda _number, text: text.strip() not in known
    inserted = _inserted(data, file)
    if inserted is not None:
        return lambda number, _text: number in inserted
    sample = frozenset(file.fingerprint)
    return lambda _number, text: f"{zlib.crc32(text.strip().encode()):08x}" not in sample


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
