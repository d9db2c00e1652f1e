"""Samples the lines of a text, so that a renamed file can be told from a new one without the text."""

from __future__ import annotations

import re
import zlib

SAMPLE = 64
"""Lines sampled of a file; eight hexadecimal digits each."""
_HEAD = 1 << 16
"""Bytes of a file that are looked at: beyond them a large file is told by its beginning."""
_LEAST = 12
"""Shorter lines are everywhere."""
_HEADER = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:/\*.*?\*/|<!--.*?-->|(?:[ \t]*(?:#|//|--|;|%|\*)[^\n]*\n|[ \t\r]*\n)+)", re.DOTALL
)
_COMMON = re.compile(
    rb"^\s*(?:from\s|import\s|#include|using\s|package\s|use\s|require|export\s+\{|return\b|else|def __init__\(self|@\w+$|if __name__)"
    rb"|copyright|licen[sc]e|warrant|permission|redistribut|liab|as is\"|apache|spdx|\xa9|\xe7\x89\x88\xe6\x9d\x83|\xe8\xae\xb8\xe5\x8f\xaf",
    re.IGNORECASE,
)


def fingerprint_of(data: bytes) -> tuple[str, ...]:
    """The smallest hashes of the informative lines in `data`, its header and license lines left out.

    The smallest ones of a part are found again in the whole, so two samples tell how much of one text is in another.
    """
    body = data[:_HEAD]
    header = _HEADER.match(body)
    stripped = set(map(bytes.strip, body[header.end() if header else 0 :].split(b"\n")))
    lines = dict(zip(map(zlib.crc32, stripped), stripped, strict=True))
    chosen: list[str] = []
    for number in sorted(lines):
        line = lines[number]
        if len(line) >= _LEAST and not _COMMON.search(line):
            chosen.append(f"{number:08x}")
            if len(chosen) == SAMPLE:
                break
    return tuple(chosen)
